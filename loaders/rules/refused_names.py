"""Numbers that only name, list or rank: 两个市场, 等7个地区, 前10位."""

from __future__ import annotations

from loaders.rules.claims import Hit, QuantityRule
from loaders.rules.refusal import refusal, when


def _is_article(hit: Hit) -> bool:
    """一个, 百家: no number, unless bound (至少一所, 百家以上) or repeated (每个乡镇一所)."""
    quantity = hit.quantity
    if quantity.written not in ("one", "bare") or quantity.comparator != "=":
        return False
    if quantity.kind in ("share", "multiple", "money", "measure"):
        return False
    return quantity.written == "bare" or not hit["each"]


def _is_few_classes(hit: Hit) -> bool:
    """A grade is no class: 水质达到Ⅱ类."""
    quantity = hit.quantity
    return quantity.unit == "类" and quantity.value < 10 and quantity.written != "word"


NAMES: tuple[QuantityRule[str], ...] = (
    refusal(
        "rank",
        "a place in a ranking: 进入全国前10位",
        r"(?: 前 | 第 | (?<![专班系车货]) 列 | 居 | 排名 | 排 | 名列 ) (?: 全[国省市] | 世界 "
        r"| 全球 )? 第? (?P<q>{COUNT}|{TIME}|{SHARE})",
        yes=("进入全国前10位", "位居前3名"),
        no=("建成前沿平台10个", "开行专列10条"),
    ),
    refusal(
        "counted_name",
        "a number that only introduces or sums up a list: 聚焦三条赛道, 等7个地区, 从五个方面",
        r"(?: 等 | 以下 | 下列 | 上述 | 其他 | 其余 | 这 | 该 | 从 | 围绕 | 聚焦 | 坚持 "
        r"| 把握 | 统筹 | 处理好 | 抓住 | 做到 | 突出 | 落实好? | 贯彻 | 依托 | 按照 | 根据 "
        r"| 利用 | 共 | 共计 | 分 | 分为 | 包括 | 涉及 | 作为 | 涵盖 | 之 | 合计 | 同 | 本 "
        r"| 两岸 )"
        r" (?: 好 )? (?P<q>{COUNT}|{OCCASION})",
        yes=("聚焦三条赛道", "北部等7个地区", "从五个方面发力"),
        no=("培育三家企业", "建成渔港9座"),
    ),
    refusal(
        "composition",
        "how many make up a body, or of which named ones a list consists: 由9个部门组成",
        r"(?: 由 | 各派 ) [^，]* (?P<q>{COUNT}) [^，]* (?: 组成 | 参加 | 代表 )",
        yes=("会议由市海洋局、市财政局等9个部门组成", "由各县各派1名代表组成"),
        no=("组建由院士领衔的团队10个", "建成图书馆、文化馆5个"),
    ),
    refusal(
        "named_list",
        "a number that sums up names before it: 选择云岚、江屿、望海、青禾4个城市",
        r"(?: [^、，]{2,8} 、 ){2,} [^、，]{2,10} (?P<q>{COUNT})"
        r" (?: 省 | 市 | 城市 | 县 | 区 | 州 | 地区 | 部门 | 单位 | 直辖市 )",
        yes=("选择云岚、江屿、望海、青禾4个城市", "北京、天津、上海3个省市"),
        no=("覆盖10个城市", "建成公园、绿地、广场20个"),
    ),
    refusal(
        "counted_deeds",
        "the yearly list of good deeds, known by its number: 办好10件民生实事",
        r"(?P<q>{COUNT}) (?: 省级 | 市级 | 县级 | 重点 )? (?: 民生 | 惠民 | 利民 | 为民 )* 实事",
        yes=("办好10件民生实事", "实施20项为民实事"),
        no=("解决民生事项10件", "完成惠民工程10个"),
        make=when(lambda hit: hit.quantity.comparator == "="),
    ),
    refusal(
        "few_classes",
        "a few kinds, by which things are told apart: 三类人员, 申报一类新药",
        r"(?P<q>{COUNT})",
        yes=("培训三类人员", "分为基础、提升2类"),
        no=("归集电子证照30类", "引进3种新药"),
        make=when(_is_few_classes),
    ),
    refusal(
        "event_name",
        "a sport or a set known by its number: 现代五项",
        r"[\u4e00-\u9fff] (?P<q>{COUNT})",
        yes=("发展现代五项", "推广冬季两项"),
        no=("制定标准12项", "培育三家企业"),
        make=when(
            lambda hit: _is_chinese(hit) and hit.quantity.unit == "项" and hit.quantity.value < 10
        ),
    ),
    refusal(
        "counted_slogan",
        "a small number of abstract things: 两个市场, 三个方面, 四个专项行动计划",
        r"(?P<q>{COUNT}) (?: 关键 | 重点 | 主要 | 专项 )?"
        r" (?: (?P<abstract> {ABSTRACT} ) | {NAMED} | 中心 (?= 、 | $ ) )",
        yes=("统筹利用两个市场", "四个专项行动计划", "完善三项机制"),
        no=("3至5个关键领域进入国家布局", "制定3项标准", "培育5个产业集群"),
        make=when(
            lambda hit: (
                _is_small(hit)
                and (_is_chinese(hit) or (hit["abstract"] != "" and hit.quantity.value < 5))
            )
        ),
    ),
    refusal(
        "article",
        "一个 and 百家 without a word that binds them: 建设一个平台",
        r"(?: (?P<each> 每 | 各 (?!类|项|种|方) ) [^，]* )? (?P<q>{Q})",
        yes=("打造一个平台", "培育百家企业"),
        no=("每个乡镇建设一所服务站", "至少建设一所服务站", "培育百家以上企业"),
        make=when(_is_article),
    ),
    refusal(
        "repeated",
        "the unit of a repetition is no value: 每10万人, 每3年",
        r"每 (?: 隔? | [^，]{1,6}? (?= {COUNT} [^，]* (?: 奖 | 补 | 给予 ) )"
        r" | [班室组桌车餐] [^，]* )"
        r" (?P<q>{Q})",
        yes=("每10万人拥有医生40名", "每3年评估", "每制定1项奖励50万元"),
        no=("每年培训10万人", "建成渔港9座"),
    ),
    refusal(
        "each_person",
        "what everyone does or gets by a rule: 每人联系3户",
        r"每 (?: 人 | 名 [^，、每]{1,8} ) [^，]{0,8} (?P<q>{COUNT}|{OCCASION})",
        yes=("每人联系3户示范户", "每名干部包保5家企业"),
        no=("每个乡镇建设一所服务站", "每万名人口拥有医生40名"),
    ),
    refusal(
        "per_capita",
        "so many people that a rate is counted for: 十万人口火灾死亡率",
        r"^ (?: [、，] )? (?P<q>{COUNT}) [^，]{2,14}? (?: 率 | 比例 | 占比 | 比重 "
        r"| 数 | 量 | 密度 ) [^，]*? (?: 控制 | 达 | 降 | 提 | 不 | 为 | 超 | 突 | 保持 | 稳定 )",
        yes=(
            "十万人口火灾死亡率控制在0.2以内",
            "30户以上自然村通路比例达到95%",
            "50只以上规模养殖比重超过65%",
        ),
        no=("100家企业完成改造", "30个城市空气达标"),
        make=when(lambda hit: hit.quantity.comparator == "=" or hit.quantity.limit != ""),
    ),
)


def _is_small(hit: Hit) -> bool:
    quantity = hit.quantity
    return quantity.value < 13 and quantity.comparator == "=" and quantity.kind == "count"


def _is_chinese(hit: Hit) -> bool:
    return hit.quantity.written == "chinese" and hit.quantity.comparator == "="
