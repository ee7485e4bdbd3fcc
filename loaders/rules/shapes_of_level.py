"""Shapes of level: what is to be reached or kept, and what is to be delivered in a number."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.rules.claims import Claim, Hit, QuantityRule
from loaders.rules.indicators import counted_name, delivered_name, indicator_name
from loaders.rules.rule import compile_verbose
from loaders.rules.shape_parts import PARTS
from loaders.rules.target_words import WORDS


def _level(direction: str) -> Callable[[Hit], Claim | None]:
    def make(hit: Hit) -> Claim | None:
        quantity = hit.quantity
        name = indicator_name(hit["name"])
        if quantity.kind in ("count", "money", "measure"):
            name = counted_name(hit["name"])
        if hit["verb"].startswith("占") and name:
            name += "占比"
        if quantity.kind == "share" and _RATE_NAME.search(name):
            return Claim(name, quantity, "growth_rate", direction or "up")
        if quantity.kind == "share" and _FALL_NAME.search(name):
            return Claim(name, quantity, "delta", "down")
        return Claim(name, quantity, "level", direction)

    return make


def _reached(hit: Hit) -> Claim | None:
    """What a place has stands behind the number: 每个县有3名家庭医生."""
    noun = counted_name(hit["after"])
    if hit["verb"] in ("有", "拥有") and hit.quantity.kind == "count" and len(noun) > 1:
        return Claim(noun, hit.quantity, counted=True)
    return _level("")(hit)


def _bound(hit: Hit) -> Claim | None:
    if not hit.quantity.binding:
        return None
    if _VERB_AT_END.search(hit["name"]) and counted_name(hit["after"]):
        return _counted(hit)  # 安排不少于5亿元专项资金
    return _level("")(hit)


def _counted(hit: Hit) -> Claim | None:
    """The noun stands before the number (渔港9座) or after it (9座渔港)."""
    noun = hit["noun"] or hit["name"]
    if hit.quantity.kind == "share" and _SHARE_NAME.search(noun):
        return Claim(indicator_name(noun), hit.quantity)
    name = "" if _VERB_AT_END.search(noun) and hit["after"] else delivered_name(noun)
    if len(name) < 2:
        name = counted_name(hit["after"]) or name
    return Claim(name, hit.quantity, counted=True)


def _subject(hit: Hit) -> Claim:
    return Claim(indicator_name(hit["noun"]), hit.quantity, counted=True)


_SHARE_NAME = re.compile("(?:率|比例|占比|比重|覆盖面)$")
_VERB_AT_END = re.compile(rf"(?:{WORDS['deliver']})$")
_RATE_NAME = re.compile(r"(?:增速|增长率|增幅|增长)$")
_FALL_NAME = re.compile(r"(?:降幅|降低率|下降率|降低|下降|减少|削减率|压减率)$")

CAPABILITY_OF: QuantityRule[Claim] = QuantityRule(
    "capability_of",
    "a capability measured in time or as a share: 形成不低于3天需求量的储气能力",
    compile_verbose(
        r"""
        (?: 形成 | 具备 | 建立 | 建成 | 拥有 ) [^，]{0,24}? (?P<q> {SHARE} | {TIME} )
        (?: [^，]{0,14} 的 )? (?P<name> [^，的]{2,10} (?: 能力 | 储备 ) ) $
        """,
        **PARTS,
    ),
    lambda hit: Claim(indicator_name(hit["name"]), hit.quantity),
    yes=(
        ("形成不低于3天的日均需求量的储气能力", ("储气能力 >= 3 天 level",)),
        ("到2033年形成不低于其年用气量5%的储气能力", ("储气能力 >= 5 % level",)),
        ("建立至少30天消费量的粮食储备", ("粮食储备 >= 30 天 level",)),
    ),
    no=("形成3个月的工作方案", "开展2—6个月的能力培训"),
)

LEVELS: tuple[QuantityRule[Claim], ...] = (
    CAPABILITY_OF,
    QuantityRule(
        "share_of",
        "a share of something else: 新车销售量达到销售总量的45%",
        compile_verbose(
            r"""
            (?P<name> .{2,}? )
            (?P<verb> {REACH_UP} | {REACH_DOWN} | 达到 | 占到 | 占
              | 不低于 | 不少于 | 不超过 | 不高于 )
            [^，、]{2,24}? 的 (?P<q> {SHARE} )
            """,
            **PARTS,
        ),
        _level(""),
        yes=(
            ("新能源车销售量达到销售总量的45%", ("新能源车销售量 = 45 % level",)),
            ("审批时限压减至法定时限的30%以内", ("审批时限 <= 30 % level",)),
        ),
        no=("新能源车占比达到45%", "推动80%的企业完成"),
    ),
    QuantityRule(
        "fund",
        "the size of a fund to be set up: 设立规模100亿元的引导基金",
        compile_verbose(
            r"(?: 设立 | 建立 | 筹建 | 组建 | 成立 | 发起 | 募集 ) [^，]*? 规模"
            r" [^，]{0,4} (?P<q> {MONEY} ) 的? (?P<name> [^，]*基金 )",
            **PARTS,
        ),
        _level(""),
        yes=(
            ("设立规模100亿元的产业引导基金", ("产业引导基金 = 100 亿元 level",)),
            ("组建总规模不低于50亿元的产业基金", ("产业基金 >= 50 亿元 level",)),
        ),
        no=("对规模100亿元的基金给予奖励", "基金规模达到100亿元"),
    ),
    QuantityRule(
        "reach_up",
        "a level to be risen to: 持证上岗率提高到80%",
        compile_verbose(r"(?P<name> .*? ) (?P<verb> {REACH_UP} ) 约? (?P<q> {Q} )", **PARTS),
        _level("up"),
        yes=(
            ("持证上岗率提高到80%", ("持证上岗率 = 80 % level up",)),
            ("将互认项目扩大至200项", ("互认项目 = 200 项 level up",)),
        ),
        no=("持证上岗率提高8个百分点", "建成渔港9座"),
    ),
    QuantityRule(
        "reach_down",
        "a level to be lowered to: 候诊时间缩短至20分钟以内",
        compile_verbose(r"(?P<name> .*? ) (?P<verb> {REACH_DOWN} ) 约? (?P<q> {Q} )", **PARTS),
        _level("down"),
        yes=(
            ("候诊时间缩短至20分钟以内", ("候诊时间 <= 20 分钟 level down",)),
            ("逐步将平均费率降至2%以下", ("平均费率 <= 2 % level down",)),
        ),
        no=("能耗下降13.5%", "费率不超过2%"),
    ),
    QuantityRule(
        "moved_to",
        "a level to be moved to, the verb before its object: 提高ETC使用率至90%以上",
        compile_verbose(
            r"""
            ^ (?: {DATE} | 到 | 在 | 底 | 前 | 将 | 要 | 力争 | 确保 | 逐步 | 进一步 | 、 | 并 )*
            (?: (?P<up> 提高 | 提升 | 增加 | 扩大 | 延长 )
              | 降低 | 减少 | 压减 | 压缩 | 缩短 | 缩小 )
            (?P<name> [^，、]{2,}? ) (?<![达降升减提加增缩长展]) (?: 至 | 到 ) (?P<q> {Q} )
            """,
            **PARTS,
        ),
        lambda hit: _level("up" if hit["up"] else "down")(hit),
        yes=(
            ("提高电子收费使用率至90%以上", ("电子收费使用率 >= 90 % level up",)),
            ("压缩企业开办时间至3天以内", ("企业开办时间 <= 3 天 level down",)),
        ),
        no=("增加值达到90亿元", "提高使用率5个百分点"),
    ),
    QuantityRule(
        "subject",
        "a number of things that reach something: 3至5个关键领域进入国家布局",
        compile_verbose(
            r"""
            ^ (?: .*? (?: 在 | 推动 | 使 | 让 | 确保 | 带动 | 引导 | 支持 | 促进 | 实现 | 完成
              | 力争 | 保证 | 有 | 至少 | 全[市省国区县] | ， | 、 | {DEADLINE} ) )?
            (?P<q> {SHARE} | {COUNT} ) 的? (?P<noun> [^、，]{2,}? )
            (?: 启动 | 试点 | 进入 | 完成 | 达到 | 达标 | 实现 | 建成 | 通过 | 获得 | 成为
              | 开展 | 建立
              | 实行 | 纳入 | 接入 | 使用 | 应用 | 采用 | 配备 | 具备 | 拥有 | 参加 | 参与
              | 享有 | 享受 | 掌握 | 普及 | 设立 | 设有 | 落户 | 上云 | 脱贫 | 摘帽 | 退出
              | 推行 | 得到 | 符合 | 升级 | 创建 | 加入 | 覆盖 | 形成 | 基本
              | (?<![智技性功产动势潜效职]) 能够?
              | 入选 | 跻身 | 取得 | 有 | 上市 | 投产 | 开工 | 竣工 | 投入 )
            """,
            **PARTS,
        ),
        _subject,
        yes=(
            ("3至5个关键领域进入国家布局", ("关键领域 range 3–5 个 level",)),
            ("推动80%的规上企业完成节能诊断", ("规上企业 = 80 % level",)),
        ),
        no=("建成渔港9座", "覆盖率达到80%"),
    ),
    QuantityRule(
        "reach",
        "a level to be reached or kept: 产业规模达到1000亿元",
        compile_verbose(
            r"(?P<name> .*? ) (?: 总体 | 均 | 分别 | 基本 | 要 | 应 | 必须 | 力争 | 稳步 "
            r"| 持续 )* (?P<verb> {REACH} ) (?: 了 | 约 | 至少 | 每[年月周日天] )? (?P<q> {Q} )"
            r" (?P<after> [^，]* )",
            **PARTS,
        ),
        _reached,
        yes=(
            ("产业规模达到1000亿元", ("产业规模 = 1000 亿元 level",)),
            ("捕捞环节数字化率总体保持在45%左右", ("捕捞环节数字化率 ~ 45 % level",)),
            ("每个县至少有3名家庭医生", ("家庭医生 >= 3 名 level",)),
        ),
        no=("培育企业20家", "成为3个中心"),
    ),
    QuantityRule(
        "bound",
        "a level set by the word before the number: 总投资不低于90亿元",
        compile_verbose(r"(?P<name> .*? ) (?P<q> {Q} ) (?P<after> [^，]* )", **PARTS),
        _bound,
        yes=(
            ("总投资不低于90亿元", ("总投资 >= 90 亿元 level",)),
            ("公共充电桩超过8000根", ("公共充电桩 >= 8000 根 level",)),
        ),
        no=("总投资90亿元", "充电桩8000根"),
    ),
    QuantityRule(
        "deliver",
        "a count of what is to be built, trained, issued: 建成深水网箱60个",
        compile_verbose(
            r"^ (?P<noun> .*? {DELIVER} [^，]*? ) (?P<q> {Q} )"
            r" (?P<after> [^，]* ) $",
            **PARTS,
        ),
        _counted,
        yes=(
            ("建成深水网箱60个", ("深水网箱 = 60 个 level",)),
            ("聚集100名领军企业家", ("领军企业家 = 100 名 level",)),
        ),
        no=("深水网箱60个", "产值60亿元"),
    ),
    QuantityRule(
        "bare",
        "a noun and its number, where a verb or a deadline before them governs both: 海洋牧场4处",
        compile_verbose(r"^ (?P<noun> [^，]*? ) (?P<q> {Q} ) (?P<after> [^，]* ) $", **PARTS),
        _counted,
        yes=(
            ("其中外资项目2至3个", ("外资项目 range 2–3 个 level",)),
            ("1000名高端研发人才", ("高端研发人才 = 1000 名 level",)),
        ),
        no=("海洋牧场", "外资项目若干"),
    ),
)
"""In the order in which they are tried."""
