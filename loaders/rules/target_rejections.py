"""Numbers that are no targets: each reason a rule, read over the whole clause around the number."""

from __future__ import annotations

from collections.abc import Callable

from loaders.rules.claims import Hit, Piece, QuantityRule
from loaders.rules.folding import SIGNS
from loaders.rules.rule import compile_verbose
from loaders.rules.target_words import WORDS


def reason_against(piece: Piece) -> str:
    """The name of the first rule that refuses the piece's quantity, else empty."""
    for rule in REJECTIONS:
        if rule.read(piece):
            return rule.name
    return ""


def _always(hit: Hit) -> str:
    return hit.quantity.kind


def _if(condition: Callable[[Hit], bool]) -> Callable[[Hit], str | None]:
    return lambda hit: hit.quantity.kind if condition(hit) else None


def _rule(
    name: str, means: str, pattern: str, yes: tuple[str, ...], no: tuple[str, ...],
    make: Callable[[Hit], str | None] = _always,
) -> QuantityRule[str]:  # fmt: skip
    return QuantityRule(
        name, means, compile_verbose(pattern, **_PARTS), make, tuple((text, ()) for text in yes), no
    )


_PARTS = {
    **SIGNS,
    "BENEFIT": r"给予|补助|补贴|奖励|奖补|返还|贴息|资助|津贴|奖金|罚款|处以|扣除|免征|减征|抵扣"
    r"|抵免|退还|退税|税率|最高额|押金|保证金|赔偿|贷款额度|授信额度|偿付|支付标准|收费标准|缴费"
    r"|缴纳|缴存|利率",
    "REACH": f"{WORDS['reach_up']}|{WORDS['reach_down']}",
    "DELIVER": WORDS["deliver"],
}


def _is_bare_threshold(hit: Hit) -> bool:
    """以上 or 以下 with a noun behind it limits that noun: 亿元以上项目, 65岁以上老年人."""
    quantity = hit.quantity
    if quantity.kind == "count" and not quantity.limit.endswith(("下", "内")):
        return False
    return bool(quantity.limit)


def _is_article(hit: Hit) -> bool:
    """一个, 百家: no number, unless bound (至少一所, 百家以上) or repeated (每个乡镇一所)."""
    quantity = hit.quantity
    if quantity.written not in ("one", "bare") or quantity.comparator != "=":
        return False
    if quantity.kind in ("share", "multiple", "money", "measure"):
        return False
    return quantity.written == "bare" or not hit["each"]


def _is_small(hit: Hit) -> bool:
    quantity = hit.quantity
    return quantity.value < 13 and quantity.comparator == "=" and quantity.kind == "count"


def _is_chinese(hit: Hit) -> bool:
    return hit.quantity.written == "chinese" and hit.quantity.comparator == "="


REJECTIONS: tuple[QuantityRule[str], ...] = (
    _rule(
        "past_fact",
        "what has been reached already: 已建成渔港9座",
        r"(?: 已 (?!有关) | 曾 | 目前 | 现有 | 现已 | 截至 | 以来 | (?<!力争) 同比 | 此前 | 原有 "
        r"| 迄今 | 上年度? | 去年 )"
        r" [^，]*? (?P<q>{Q}) (?! [^，]* (?:提高|增加|增长|提升|扩大|发展|降低|下降|减少"
        r"|压减|缩短|升)[到至] )",
        yes=("全市已建成渔港9座", "目前拥有泊位70个", "工业增加值同比增长6.8%"),
        no=("建成渔港9座", "由目前的70个增加到90个"),
        make=_if(lambda hit: not _after_reach(hit)),
    ),
    _rule(
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
        make=_if(lambda hit: not _is_count_before_noun(hit)),
    ),
    _rule(
        "threshold",
        "以上 or 以下 before a noun sets a class: 亿元以上项目, 65岁以上老年人",
        r"(?P<q>{Q}) (?: (?=[\u4e00-\u9fff“]) (?! 和|与|及|或|并|左右|的|{DELIVER}) | 且 )",
        yes=("30万千瓦以下机组", "65岁以上老年人", "年综合能耗1万吨标准煤以上且未落实替代"),
        no=("建成10个以上示范项目", "增加值达到50亿元以上"),
        make=_if(_is_bare_threshold),
    ),
    _rule(
        "eligibility",
        "a condition for being supported: 对费率不超过2%的业务, 年产值达到50亿元的，",
        r"^ (?:其中|同时|并)? (?: 对 (?!口|标|接|外|内|照|应|于?[^，]*(?:{REACH})) | 凡 "
        r"| 符合 | 具有 | 具备 | 年满 | 申报 | 申请人 | 若 | 如果 | 当 )"
        r" [^，]* (?P<q>{Q})",
        yes=("对年产值达到50亿元企业进行扶持", "具有4年以上工作经历", "符合年产值超过2亿元条件"),
        no=("对口帮扶100个村", "建成渔港9座"),
    ),
    _rule(
        "conditional_end",
        "a clause that ends with 的 or 时 names a case: 年产值达到50亿元的，",
        r"(?P<q>{Q}) [^，]{0,30} (?: 的 | (?<![瓦小]) 时 | 者 | 情形 | 条件"
        r" | 的 (?:优先|予以|给予|可|不) [^，]* ) $",
        yes=("年产值达到50亿元的", "超过规定标准20%时"),
        no=("建成渔港9座", "每年培训1万名从业者和工人"),
        make=_if(lambda hit: not hit.piece.text.endswith(("从业者", "消费者", "志愿者", "劳动者"))),
    ),
    _rule(
        "condition_of",
        "one of several conditions that a noun meets: 营业收入不低于20亿元且增速高于10%的企业",
        r"(?P<q>{MONEY}|{SHARE}|{TIME}|{MEASURE}) [^，]* (?: 且 | 并 | 、 | 和 | 或 ) [^，]* 的"
        r" (?: 企业 | 单位 | 项目 | 个人 | 人员 | 机构 | 家庭 | 农户 | 地区 | 团队 | 人才"
        r" | 主体 ) $",
        yes=("年营业收入不低于20亿元且增速高于10%的企业", "负债率不超过70%、连续盈利的单位"),
        no=("培育营业收入超100亿元的企业5家", "营业收入达到20亿元且增速高于10%"),
    ),
    _rule(
        "project_cost",
        "what a project is like: 全长186公里、总投资120亿元",
        r"^ (?: 总投资额? | (?: 全长 | 总长 | 占地 | 总?建筑面积 | 设计 ) [^，]* ) (?P<q>{Q})",
        yes=("总投资120亿元", "全长186公里、总投资120亿元"),
        no=("总投资不低于120亿元", "引进项目20个、总投资120亿元"),
        make=_if(lambda hit: hit.quantity.comparator == "="),
    ),
    _rule(
        "benefit",
        "subsidy, award, tax, fine or loan ceiling: 一次性补助30万元",
        r"^ (?= .* (?: {BENEFIT} | 最高 | (?<!不良) 贷款 (?!余额|规模|投放|总量|增|占|户|率) "
        r"| 报销 (?!比例) ) ) .* (?P<q>{MONEY}|{SHARE}|{TIME})",
        yes=(
            "一次性补助30万元",
            "给予最高500万元支持",
            "按缴费额的40%返还",
            "最高不超过20万元的贷款",
        ),
        no=("新增涉农贷款余额达到30亿元", "发放贷款100亿元", "报销比例达到70%"),
        make=_if(lambda hit: not _is_grown(hit)),
    ),
    _rule(
        "preference",
        "whom support is given first: 优先支持1个园区扩区",
        r"优先 (?!道) [^，]* (?P<q>{Q})",
        yes=("优先支持其1个园区扩区", "优先保障100人以上企业"),
        no=("支持1000家企业改造", "建成公交优先道10条"),
    ),
    _rule(
        "by_rate",
        "a share that something is paid or counted by: 按投资额的10%",
        r"(?: (?: 按 (?!时|期|需|月|季|年|质) | 依照 ) [^，]{0,40}"
        r" | (?: 每[人户家亩件例项辆吨台] | 人均补 ) [^，年]{0,16} ) (?P<q>{MONEY}|{SHARE})",
        yes=("按不超过设备投资额的10%予以支持", "每户补2万元"),
        no=("人均收入达到2万元", "按时办结率达到98%"),
    ),
    _rule(
        "prohibition",
        "what is forbidden above or below a threshold: 禁止新建年耗水5万吨以上项目",
        r"(?: 禁止 | 严禁 | 允许 | 可以 | 不予 | 不再 | 不得 | 限制 | 严控 ) [^，]* (?P<q>{Q})",
        yes=("禁止新建年耗水5万吨以上项目", "严禁突破3000亩红线"),
        no=("占比不得低于70%", "总量不得超过50万吨"),
        make=_if(lambda hit: not hit.quantity.binding.startswith("不得")),
    ),
    _rule(
        "time_of",
        "a length of time that describes a noun: 保持三个月销量",
        r"(?P<q>{TIME}) (?! 和|与|及|或|并|左右|办|完|的?目标 ) [\u4e00-\u9fff]",
        yes=("保持三个月销量", "实行24小时值班"),
        no=("时间缩短至20分钟", "预期寿命提高到80岁以上"),
    ),
    _rule(
        "entry_condition",
        "the capital or the number of members a body must have: 注册资本不低于500万元",
        r"(?: 注册资本 | 注册资金 | 活动资金 | 基金数额 | 净资产 | 实缴资本 | 开办资金"
        r" | 从业人员 | 专职人员 | 投资强度 | 容积率 | 建筑密度 ) [^，]* (?P<q>{Q})",
        yes=("注册资本不低于500万元", "专职人员不少于3名"),
        no=("资产总额达到500亿元", "培养从业者500名"),
    ),
    _rule(
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
        make=_if(lambda hit: not _is_time_indicator(hit)),
    ),
    _rule(
        "routine",
        "how often something is done, a norm: 每季度召开1次会议",
        r"(?P<q>{OCCASION})",
        yes=("每季度召开1次会议", "每年至少开展2次演练"),
        no=("开展执法检查5000次以上", "实施监测2万次"),
        make=_if(lambda hit: hit.quantity.value < 10 and "万" not in hit.quantity.unit),
    ),
    _rule(
        "rank",
        "a place in a ranking: 进入全国前10位",
        r"(?: 前 | 第 | 列 | 居 | 排名 | 排 | 名列 ) (?: 全[国省市] | 世界 "
        r"| 全球 )? 第? (?P<q>{COUNT}|{TIME}|{SHARE})",
        yes=("进入全国前10位", "位居前3名"),
        no=("建成前沿平台10个", "引进人才10名"),
    ),
    _rule(
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
    _rule(
        "composition",
        "how many make up a body, or of which named ones a list consists: 由9个部门组成",
        r"(?: 由 | 各派 ) [^，]* (?P<q>{COUNT}) [^，]* (?: 组成 | 参加 | 代表 )",
        yes=("会议由市海洋局、市财政局等9个部门组成", "由各县各派1名代表组成"),
        no=("组建由院士领衔的团队10个", "建成图书馆、文化馆5个"),
    ),
    _rule(
        "named_list",
        "a number that sums up names before it: 选择云岚、江屿、望海、青禾4个城市",
        r"(?: [^、，]{2,8} 、 ){2,} [^、，]{2,10} (?P<q>{COUNT})"
        r" (?: 省 | 市 | 城市 | 县 | 区 | 州 | 地区 | 部门 | 单位 | 直辖市 )",
        yes=("选择云岚、江屿、望海、青禾4个城市", "北京、天津、上海3个省市"),
        no=("覆盖10个城市", "建成公园、绿地、广场20个"),
    ),
    _rule(
        "event_name",
        "a sport or a set known by its number: 现代五项",
        r"[\u4e00-\u9fff] (?P<q>{COUNT})",
        yes=("发展现代五项", "推广冬季两项"),
        no=("制定标准12项", "培育三家企业"),
        make=_if(
            lambda hit: _is_chinese(hit) and hit.quantity.unit == "项" and hit.quantity.value < 10
        ),
    ),
    _rule(
        "counted_slogan",
        "a small number of abstract things: 两个市场, 三个方面, 四个专项行动计划",
        r"(?P<q>{COUNT}) (?: 关键 | 重点 | 主要 | 专项 )? (?: 方面 | 领域 | 环节 | 层面 "
        r"| 层次 | 维度 | 步骤 | 阶段 | 关系 | 抓手 | 原则 | 赛道 | 部分 | 问题 | 要素 "
        r"| 市场 | 文明 | 意识 | 自信 | 维护 | 确保 | 转变 | 坚持 | 不准 | 特点 | 类型 "
        r"| 类别 | 条件 | 情形 | 内容 | 要求 | 标准 | 规定 | 办法 | 文件 | 意见 | 通知 "
        r"| 部门 | 单位 | 结合 | 统一 | 行动 "
        r"| 任务 | 行业 | 产业 (?!园|基地|集群|联盟|项目|学院|研究|链|平台) | 战略 | 关口 "
        r"| 清单 | 专项 (?!债) | 工程 (?!项目|中心|技术|研究) | 行动计划 | 计划 | 系列 "
        r"| 机制 | 体系 | 制度 | 理念 | 优势 | 定位 | 功能 | 中心 (?=、|$) | 大局 | 高地 | 生产 "
        r"| 一 | 不 | 三 | 两 | 着力 | 更 )",
        yes=("统筹利用两个市场", "四个专项行动计划", "完善三项机制"),
        no=("3至5个关键领域进入国家布局", "培育产业集群3个", "培育5个产业集群"),
        make=_if(lambda hit: _is_small(hit) and (_is_chinese(hit) or hit.quantity.value < 5)),
    ),
    _rule(
        "article",
        "一个 and 百家 without a word that binds them: 建设一个平台",
        r"(?: (?P<each> 每 | 各 (?!类|项|种|方) ) [^，]* )? (?P<q>{Q})",
        yes=("打造一个平台", "培育百家企业"),
        no=("每个乡镇建设一所服务站", "至少建设一所服务站", "培育百家以上企业"),
        make=_if(_is_article),
    ),
    _rule(
        "repeated",
        "the unit of a repetition is no value: 每10万人, 每3年",
        r"每 隔? (?P<q>{Q})",
        yes=("每10万人拥有医生40名", "每3年评估"),
        no=("每年培训10万人", "建成渔港9座"),
    ),
    _rule(
        "shortfall",
        "what is said to be missing or was lost: 不足30%, 缺口20万人",
        r"(?: 不足 | 不到 | 尚缺 | 缺口 | 仅有 | 仅为 | 只有 | 相当于 | 约占 | 占地 | 位于 "
        r"| 距离 ) [^，]{0,4} (?P<q>{Q})",
        yes=("自给率不足30%", "人才缺口20万人"),
        no=("自给率不低于30%", "培养人才20万人"),
    ),
    _rule(
        "class_of_plant",
        "a capacity or voltage that tells one plant from another: 220千伏变电站, 60万吨乙烯等项目",
        r"(?P<q>{MEASURE}) (?: [^，]* 等 [^，]* (?:项目|工程|装置) | (?=[\u4e00-\u9fff]) )",
        yes=("220千伏变电站", "推进60万吨乙烯等重大项目"),
        no=("修复湿地500公顷", "新建50万千瓦风电项目"),
        make=_if(lambda hit: "等" in hit.match.group() or hit.quantity.unit in _VOLTAGES),
    ),
    _rule(
        "parameter",
        "a technical parameter: 网目小于6厘米",
        r"(?: 网目 | 口径 | 直径 | 间距 | 厚度 | 宽度 | 坡度 | 电压 | 温度 | 频率 | 粒径 "
        r"| 层高 | 总长 | 容积率 | 载重 | (?<!减) 排量 | 深度 (?=[^，]{0,4}米)"
        r"| 半精度 ) [^，]{0,6} (?P<q>{MEASURE})",
        yes=("网目小于6厘米", "路面宽度不低于6米"),
        no=("岸线修复长度达到58公里", "浓度降到35微克/立方米"),
    ),
)
"""In the order in which they are asked."""


def _is_count_before_noun(hit: Hit) -> bool:
    """10个以上的示范项目, 80%的企业: the count or the share of what follows, not a restriction."""
    quantity, before = hit.quantity, hit.piece.text[: hit.piece.at]
    if _FUND.search(hit.piece.text):
        return True
    if quantity.kind == "share":
        return not before or bool(_SHARE_OPENER.search(before))
    if quantity.kind != "count" or quantity.binding or quantity.limit.endswith("下"):
        return False
    return not before or _COUNT_OPENER.search(before) is not None


def _after_reach(hit: Hit) -> bool:
    """由目前的70个增加到90个: the second number is what is to be reached."""
    return hit.piece.text[: hit.piece.at].endswith(("到", "至"))


def _is_grown(hit: Hit) -> bool:
    """发放贷款100亿元, 余额增长: the volume of a business, not what one applicant gets."""
    return _VOLUME.search(hit.piece.text) is not None


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
    r"(?: 时间 | 时长 | 周期 | 用时 | 天数 | 寿命 | 年数 | 耗时 | 时效 | 半径 "
    r"| 平均 [^，]{0,8} ) (?:应|要|均|平均|原则上|一般)? $"
)
_SHARE_OPENER = compile_verbose(f"(?:{WORDS['share_opener']})$")
_COUNT_OPENER = compile_verbose(
    r"(?: {words} | {DATE} | {opener} | [、和约以及] | 左右 | 每年 | 各 ) $",
    words=WORDS["deliver"],
    opener=WORDS["share_opener"],
    **SIGNS,
)
_VOLUME = compile_verbose(WORDS["volume"])
_FUND = compile_verbose(r"(?:设立|组建|成立|发起|募集)[^，]*规模[^，]*基金")
_VOLTAGES: frozenset[str] = frozenset(("千伏", "伏", "kV", "米高"))
