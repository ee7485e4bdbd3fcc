"""Numbers that set a condition or restrict a noun: 年产值超30亿元的船企, 65岁以上老年人."""

from __future__ import annotations

from loaders.rules.claims import Hit, QuantityRule
from loaders.rules.folding import SIGNS
from loaders.rules.refusal import refusal, when
from loaders.rules.rule import compile_verbose
from loaders.rules.target_words import WORDS


def _is_bare_threshold(hit: Hit) -> bool:
    """以上 or 以下 with a noun behind it limits that noun: 亿元以上项目, 65岁以上老年人."""
    quantity = hit.quantity
    if quantity.kind == "count" and not quantity.limit.endswith(("下", "内")):
        return False
    if quantity.kind == "share" and quantity.limit.endswith("上") and _is_count_before_noun(hit):
        return False  # 九成以上行政村实现收运
    return bool(quantity.limit)


CONDITIONS: tuple[QuantityRule[str], ...] = (
    refusal(
        "qualifier_of",
        "a quantity followed by 的 restricts the noun after it: 年产值超30亿元的船企",
        r"(?P<q>{Q}) (?: 的 (?!目标|任务|水平|规模|速度|增速|增幅|幅度|要求) "
        r"| 及 (?:以上|以下) )",
        yes=("年产值超30亿元的船企", "员工超过100人的企业"),
        no=(
            "建成10个以上的示范项目",
            "推动80%的企业完成诊断",
            "以年均8%的速度增长",
            "产值达到30亿元",
        ),
        make=when(lambda hit: not _is_count_before_noun(hit)),
    ),
    refusal(
        "threshold",
        "以上 or 以下 before a noun sets a class: 亿元以上项目, 65岁以上老年人",
        r"(?P<q>{Q}) (?: (?=[\u4e00-\u9fff“]) (?! 和|与|及|或|并|左右|的|{DELIVER}) | 且 )",
        yes=("30万千瓦以下机组", "65岁以上老年人", "年综合能耗1万吨标准煤以上且未落实替代"),
        no=("建成10个以上示范项目", "增加值达到50亿元以上", "九成以上行政村实现收运"),
        make=when(_is_bare_threshold),
    ),
    refusal(
        "class_over",
        "a sum that sorts the noun behind it: 营收过百亿元企业1家",
        r"(?P<q>{MONEY}|{COUNT}|{MEASURE})"
        r" (?= (?: 企业 | 项目 | 产业 | 镇 | 村 | 县 | 园区 | 集群 | 单品 | 品种 )"
        r" (?P<counted> \d+ [个家项条种] )? )",
        yes=("营收过百亿元企业1家", "引进超10亿元项目", "年业务量超千万件项目80个"),
        no=("产值突破百亿元大关", "增加值达到50亿元", "入驻超过300家企业"),
        make=when(
            lambda hit: (
                hit.quantity.binding != ""
                and (hit.quantity.kind == "money" or bool(hit["counted"]))
            )
        ),
    ),
    refusal(
        "eligibility",
        "a condition for being supported: 对费率不超过2%的业务, 年产值达到50亿元的，",
        r"^ (?:其中|同时|并)? (?:"
        r" 对 (?!口|标|接|外|内|照|应|于?[^，]*(?:{REACH})) (?! [^，]* {COUNT} ) | 凡 "
        r"| 符合 | 具有 | 具备 | 年满 | 申报 | 申请人 | 若 | 如果 | 当 )"
        r" (?! [^，]* 的 (?: 占 | 比例 | 比重 ) ) [^，]* (?P<q>{Q})",
        yes=("对年产值达到50亿元企业进行扶持", "具有4年以上工作经历", "符合年产值超过2亿元条件"),
        no=("对口帮扶100个村", "对全市300家企业开展帮扶", "其中具备执业资格的占80%"),
    ),
    refusal(
        "class_supported",
        "whom something is done for, by size: 对存栏300头以上的牧场优先安排",
        r"^ 对 (?! 全 | 各 | 口 | 标 | 接 | 外 ) [^，、]{2,8} (?P<q>{COUNT}) 的 [^，、]{2,}",
        yes=("对存栏300头以上的牧场优先安排设施", "对从业5人以上的网点免费培训"),
        no=("对全市300家以上的企业开展帮扶", "对口支援10个以上的县"),
        make=when(lambda hit: hit.quantity.limit != ""),
    ),
    refusal(
        "conditional_end",
        "a clause that ends with 的 or 时 names a case: 年产值达到50亿元的，",
        r"(?P<q>{Q}) [^，]{0,30} (?: 的 | (?<![瓦小]) 时 | (?<![业费愿动患]) 者 | 情形 | 条件"
        r" | 的 (?:优先|予以|给予|可|不) [^，]* ) $",
        yes=("年产值达到50亿元的", "超过规定标准20%时"),
        no=("建成渔港9座", "每年培训1万名从业者和工人"),
    ),
    refusal(
        "condition_of",
        "one of several conditions that a noun meets: 营业收入不低于20亿元且增速高于10%的企业",
        r"(?P<q>{MONEY}|{SHARE}|{TIME}|{MEASURE}) [^，]* (?: 且 | 并 | 、 | 和 | 或 ) [^，]* 的"
        r" (?: 企业 | 单位 | 项目 | 个人 | 人员 | 机构 | 家庭 | 农户 | 地区 | 团队 | 人才"
        r" | 主体 ) $",
        yes=("年营业收入不低于20亿元且增速高于10%的企业", "负债率不超过70%、连续盈利的单位"),
        no=("培育营业收入超100亿元的企业5家", "营业收入达到20亿元且增速高于10%"),
    ),
    refusal(
        "entry_condition",
        "the capital or the number of members a body must have: 注册资本不低于500万元",
        r"(?: 注册资本 | 注册资金 | 活动资金 | 基金数额 | 净资产 (?!收益) | 实缴资本 | 开办资金"
        r" | 从业人员 (?= 数?量? (?: 不 | 少于 | 在 | 为 | \d ) ) | 专职人员 | 投资强度"
        r" | 容积率 | 建筑密度 | 亩均投资 | 用地面积 ) [^，]* (?P<q>{Q})",
        yes=("注册资本不低于500万元", "专职人员不少于3名"),
        no=(
            "净资产收益率不低于12%",
            "资产总额达到500亿元",
            "培养从业者500名",
            "旅游从业人员达到12万人",
        ),
    ),
    refusal(
        "class_preferred",
        "a class, by size, that comes first or has a duty: 存栏1000头以上的牧场优先实施",
        r"(?P<q>{COUNT}) 的 [^，]{1,12} (?: 优先 | 应当 | 必须 ) [^，]* $",
        yes=("存栏1000头以上的牧场优先实施", "存栏500头以上的养殖场应当安装设备"),
        no=("建成1000处优先支持的网点", "推动100家以上的企业完成改造"),
        make=when(lambda hit: hit.quantity.limit != ""),
    ),
    refusal(
        "preference",
        "whom support is given first: 优先支持1个园区扩区",
        r"优先 (?!道) [^，]* (?P<q>{Q})",
        yes=("优先支持其1个园区扩区", "优先保障100人以上企业"),
        no=("支持1000家企业改造", "建成公交优先道10条"),
    ),
)


def _is_count_before_noun(hit: Hit) -> bool:
    """10个以上的示范项目, 80%的企业: the count or the share of what follows, not a restriction."""
    quantity, before = hit.quantity, hit.piece.text[: hit.piece.at]
    if _FUND.search(hit.piece.text):
        return True
    if quantity.kind == "share":
        return not before or _COUNT_OPENER.search(before) is not None
    if quantity.kind != "count" or quantity.binding or quantity.limit.endswith("下"):
        return False
    return not before or _COUNT_OPENER.search(before) is not None


_COUNT_OPENER = compile_verbose(
    r"(?: {words} | {DATE} | {opener} | [、和约以及] | 左右 | 每年 | 各 ) $",
    words=WORDS["deliver"],
    opener=WORDS["share_opener"],
    **SIGNS,
)
_FUND = compile_verbose(r"(?:设立|建立|筹建|组建|成立|发起|募集)[^，]*规模[^，]*基金")
