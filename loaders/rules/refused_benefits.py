"""Numbers of what is paid, capped or forbidden: 一次性补助30万元, 最高20万元."""

from __future__ import annotations

from loaders.rules.claims import Hit, QuantityRule
from loaders.rules.refusal import refusal, when
from loaders.rules.rule import compile_verbose
from loaders.rules.target_words import WORDS

BENEFITS: tuple[QuantityRule[str], ...] = (
    refusal(
        "benefit",
        "subsidy, award, tax, fine or loan ceiling: 一次性补助30万元",
        r"^ (?= .* (?: {BENEFIT} | 最高"
        r" | (?<!不良) 贷款 (?!余额|规模|投放|总量|增|占|户|率|审[批核]) | 报销 (?!比例) ) )"
        r" .* (?P<q>{MONEY}|{SHARE}|{TIME})",
        yes=(
            "一次性补助30万元",
            "给予最高500万元支持",
            "按缴费额的40%返还",
            "最高不超过20万元的贷款",
        ),
        no=(
            "新增涉农贷款余额达到30亿元",
            "发放贷款100亿元",
            "报销比例达到70%",
            "统筹安排补助资金18亿元",
        ),
        make=when(lambda hit: not _is_grown(hit)),
    ),
    refusal(
        "ceiling",
        "the most that one applicant gets: 单户每年最高300万元, 单个项目不超过10亿元",
        r"(?: (?P<single> 单 [个户笔家项] (?! [^，]* 的) ) [^，]* )? (?P<q>{MONEY}|{SHARE}"
        r"|{TIME})",
        yes=("单户每年最高300万元", "单个项目投资额不超过10亿元"),
        no=("总投资不低于10亿元", "单位能耗不超过3%"),
        make=when(
            lambda hit: (
                hit.quantity.binding.startswith(("最高", "最多", "至多"))
                or bool(hit["single"] and hit.quantity.kind == "money")
            )
        ),
    ),
    refusal(
        "price_cap",
        "a cap on a price or a fee, a rule of business: 担保费率不超过1%",
        r"(?: 费率 | 收费 | 价格 | 利率 | 租金 | 手续费 | 加成率 ) [^，]{0,8} (?P<q>{Q})",
        yes=("担保费率不超过1%", "收费原则上不高于30元"),
        no=("将平均费率降至2%以下", "价格指数达到100个"),
        make=when(
            lambda hit: (
                hit.quantity.comparator == "<="
                and hit.quantity.binding.startswith(("不超过", "不高于", "不得超过", "不得高于"))
            )
        ),
    ),
    refusal(
        "by_rate",
        "a share that something is paid or counted by: 按投资额的10%",
        r"(?: (?: 按 (?!时|期|需|月|季|年|质) | 依照 ) [^，]{0,40}"
        r" | (?: 每[人户家亩件例项辆吨台] | 人均补 ) [^，年]{0,16} ) (?P<q>{MONEY}|{SHARE})",
        yes=("按不超过设备投资额的10%予以支持", "每户补2万元"),
        no=("人均收入达到2万元", "按时办结率达到98%"),
    ),
    refusal(
        "weight",
        "how much something counts in an assessment: 考核权重不低于15%",
        r"(?: (?<! 责任 ) (?<! 消纳 ) 权重 | 分值 | 得分 | 赋分 ) [^，]{0,6}"
        r" (?P<q>{SHARE}|{MEASURE})",
        yes=("生态指标权重不低于15%", "满意度分值占比不低于30%"),
        no=("消纳责任权重达到30%", "考核合格率达到95%"),
    ),
    refusal(
        "prohibition",
        "what is forbidden above or below a threshold: 禁止新建年耗水5万吨以上项目",
        r"(?: 禁止 | 严禁 | 允许 | 可以 | 不予 | 不再 | 不得 | 限制 | 严控"
        r" | 可 (?: 延长 | 适当 | 酌情 | 申请 | 享受 ) ) [^，]* (?P<q>{Q})",
        yes=("禁止新建年耗水5万吨以上项目", "严禁突破3000亩红线"),
        no=("占比不得低于70%", "总量不得超过50万吨"),
        make=when(lambda hit: not hit.quantity.binding.startswith("不得")),
    ),
)


def _is_grown(hit: Hit) -> bool:
    """发放贷款100亿元, 安排补助资金18亿元: a volume or a budget, not what one applicant gets."""
    before = hit.piece.text[: hit.piece.at]
    budget = "亿" in hit.quantity.unit and _BUDGET.search(before)
    return bool(budget or _VOLUME.search(hit.piece.text) or _RATE_REACHED.search(before))


_RATE_REACHED = compile_verbose(
    "(?<![利税费]) 率 [均要应力争]* (?: [达提升降减高低到至在为] | 保持 | 稳定 | 控制 | 实现 )* $"
)
_VOLUME = compile_verbose(WORDS["volume"])
_BUDGET = compile_verbose(
    r"(?:安排|统筹|筹措|筹集|列支|争取|投入) [^，]* (?:资金|经费) [^，]{0,3} $"
)
