"""Numbers that report, time or describe: 已建成9座, 有效期3年, 网目小于6厘米."""

from __future__ import annotations

from loaders.rules.claims import Hit, QuantityRule
from loaders.rules.refusal import refusal, when
from loaders.rules.rule import compile_verbose

MEASURES: tuple[QuantityRule[str], ...] = (
    refusal(
        "past_fact",
        "what has been reached already, or is foreseen: 已建成渔港9座, 预计今年游客达到9万人次",
        r"(?: 已 (?!有关) | 曾 | 目前 | (?<!修复|改造|提升|利用|盘活|更新|整治|整合|扩建) 现有"
        r" | 现已 | 截至 | 以来 | (?<!力争) 同比 | 此前 | 原有 | 迄今"
        r" | 预计 (?!{DEADLINE}) {DATE} | (?<![较比]) (?: 上年度? | 去年 ) )"
        r" [^，]*? (?P<q>{Q}) (?! [^，]* (?:提高|增加|增长|提升|扩大|发展|降低|下降|减少"
        r"|压减|缩短|升)[到至] )",
        yes=("全市已建成渔港9座", "目前拥有泊位70个", "工业增加值同比增长6.8%"),
        no=(
            "建成渔港9座",
            "改造现有渔港9座",
            "由目前的70个增加到90个",
            "检查频次较上年下降20%",
            "同比增长12%以上",
        ),
        make=when(lambda hit: not (_after_reach(hit) or _is_hoped(hit))),
    ),
    refusal(
        "shortfall",
        "what is said to be missing or was lost: 不足30%, 缺口20万人",
        r"(?: 不足 | 不到 | 尚缺 | 缺口 | 仅有 | 仅为 | 只有 | 相当于 | 约占 | 占地 (?! [区方] )"
        r" | 位于 | 距离 ) [^，]{0,4} (?P<q>{Q})",
        yes=("自给率不足30%", "人才缺口20万人"),
        no=("自给率不低于30%", "培养人才20万人", "占地区生产总值比重达到22%"),
    ),
    refusal(
        "project_cost",
        "what a project is like: 全长186公里、总投资120亿元",
        r"^ (?: 总投资额? | (?: 全长 | 总长 | 占地 (?! [区方] ) | 总?建筑面积"
        r" | 设计 ) [^，]* ) (?P<q>{Q})",
        yes=("总投资120亿元", "全长186公里、总投资120亿元"),
        no=("总投资不低于120亿元", "引进项目20个、总投资120亿元"),
        make=when(lambda hit: hit.quantity.comparator == "="),
    ),
    refusal(
        "time_of",
        "a length of time that describes a noun: 保持三个月销量",
        r"(?P<q>{TIME}) (?! 和|与|及|或|并|左右|办|完|的?目标 ) [\u4e00-\u9fff]",
        yes=("保持三个月销量", "实行24小时值班"),
        no=("时间缩短至20分钟", "预期寿命提高到80岁以上"),
    ),
    refusal(
        "duration",
        "a length of time that is not shortened or reached: 有效期3年, 2—6个月的实训",
        r"(?P<daily> 每 [日天周次人晚月] [^，]* )? (?P<q>{TIME})",
        yes=(
            "有效期3年",
            "开展2—6个月实训",
            "18—30岁青年",
            "每日使用时长不得超过1.5小时",
        ),
        no=("候诊时间缩短至20分钟以内", "报告时间不超过2小时", "预期寿命提高到80岁"),
        make=when(lambda hit: not _is_time_indicator(hit)),
    ),
    refusal(
        "routine",
        "how often something is done, a norm: 每季度召开1次会议",
        r"(?P<q>{OCCASION})",
        yes=("每季度召开1次会议", "每年至少开展2次演练"),
        no=("开展执法检查5000次以上", "实施监测2万次", "平均跑动次数减少到0.3次以下"),
        make=when(
            lambda hit: (
                hit.quantity.value < 10 and "万" not in hit.quantity.unit and not _after_reach(hit)
            )
        ),
    ),
    refusal(
        "class_of_plant",
        "a capacity or voltage that tells one plant from another: 220千伏变电站, 60万吨乙烯等项目",
        r"(?P<q>{MEASURE}) (?: [^，]* 等 [^，]* (?:项目|工程|装置) | (?=[\u4e00-\u9fff]) )",
        yes=("220千伏变电站", "推进60万吨乙烯等重大项目"),
        no=("修复湿地500公顷", "新建50万千瓦风电项目"),
        make=when(lambda hit: "等" in hit.match.group() or hit.quantity.unit in _VOLTAGES),
    ),
    refusal(
        "parameter",
        "a technical parameter: 网目小于6厘米, 最高车速25公里/小时",
        r"(?: 车速 | (?:运行|行驶) 速度 | 压力 | 时速 | 限速 | 网目 | 口径 | 直径 | 间距 | 厚度 "
        r"| 宽度 | 坡度 | 电压 | 温度 | 频率 | 粒径 "
        r"| 建筑高度 | 防护距离 | 层高 | 总长"
        r" | 容积率 | 载重 | (?<!减) 排量 | 深度 (?=[^，]{0,4}米)"
        r"| 半精度 ) [^，]{0,6} (?P<q>{MEASURE})",
        yes=("网目小于6厘米", "路面宽度不低于6米", "设计压力不低于4兆帕"),
        no=("岸线修复长度达到58公里", "浓度降到35微克/立方米"),
    ),
    refusal(
        "tolerance",
        "a limit in the words of a standard: 整车质量不大于55千克",
        r"(?P<q>{MEASURE})",
        yes=("整车质量不大于55千克", "含水率小于0.3"),
        no=("浓度低于35微克/立方米", "能耗不超过1.2"),
        make=when(
            lambda hit: hit.quantity.binding.startswith(("不大于", "不小于", "大于", "小于"))
        ),
    ),
)


def _after_reach(hit: Hit) -> bool:
    """由目前的70个增加到90个: the second number is what is to be reached."""
    return hit.piece.text[: hit.piece.at].endswith(("到", "至"))


def _is_hoped(hit: Hit) -> bool:
    """同比增长12%以上: a report has the exact number."""
    words = hit.match.group()
    return words.startswith("同比") and hit.quantity.limit.endswith(("以上", "左右"))


def _is_time_indicator(hit: Hit) -> bool:
    before = hit.piece.text[: hit.piece.at]
    if hit["daily"]:
        return False
    if _SHORTENED.search(before):
        return True
    return hit.quantity.comparator == "<=" and _TIME_INDICATOR.search(before) is not None


_SHORTENED = compile_verbose(
    r"(?: (?:缩短|压缩|压减|缩减|压降|降低|降|减少|减|达|提高|提升|延长|增加|控制|稳定|保持"
    r"|增) (?:到|至|在|为)? | 年均(?:减少|缩短) | 寿命.{0,3} | 年限 ) $"
)
_TIME_INDICATOR = compile_verbose(
    r"(?: 时间 | (?: 办理 | 审批 | 办结 | 报装 | 承诺 | 服务 | 响应 | 处置 ) [^，]{0,4} 时限"
    r" | 时长 | 周期 | 用时 | 天数 | 寿命 | 年数 | 耗时 | 时效 | 半径 "
    r"| 平均 [^，]{0,8} ) (?:应|要|均|平均|原则上|一般)? $"
)
_VOLTAGES: frozenset[str] = frozenset(("千伏", "伏", "kV", "米高"))
