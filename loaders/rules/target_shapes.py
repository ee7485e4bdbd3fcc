"""The shapes in which a plan promises a number, each a rule over the piece around the number."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from loaders.rules.claims import Claim, Hit, Piece, QuantityRule, by_kind
from loaders.rules.folding import SIGNS
from loaders.rules.indicators import counted_name, delivered_name, indicator_name
from loaders.rules.rule import compile_verbose
from loaders.rules.target_words import WORDS

Make = Callable[[Hit], Claim | None]


def claim_of(piece: Piece) -> tuple[str, Claim] | None:
    """The first shape that fits the piece, by the name of its rule."""
    for rule in _BY_KIND[piece.text[piece.at]]:
        claim = rule.read(piece)
        if claim is not None:
            return rule.name, claim
    return None


_PARTS = {
    **SIGNS,
    "REACH_UP": WORDS["reach_up"],
    "REACH_DOWN": WORDS["reach_down"],
    "REACH": rf"(?<![成分作认称视])为|(?:{WORDS['reach']})(?<!成为|分为|作为|认为)",
    "GROW": WORDS["grow"],
    "RISE": WORDS["rise"],
    "FALL": WORDS["fall"],
    "DELIVER": WORDS["deliver"],
}
_VERB_AT_END = re.compile(rf"(?:{WORDS['deliver']})$")
_DOWN = re.compile(r"下降|降低|减少|递减|压减|缩短|削减|降幅|节约")
_YEARLY = re.compile("^(?:增长|递增|增速|涨幅)$")
"""增长7% of a year, without an earlier year that it is counted from."""
_RATE_NAME = re.compile(r"(?:增速|增长率|增幅|增长)$")
_FALL_NAME = re.compile(r"(?:降幅|降低率|下降率|降低|下降|减少|削减率|压减率)$")


def _multiple(hit: Hit) -> Claim:
    """翻一番 doubles; 增长一倍 comes to twice, 增长到2.5倍 to 2.5 times."""
    quantity, verb = hit.quantity, hit["verb"]
    if quantity.written != "word" and re.search(r"(?:增长|增加|提高|提升|扩大)了?$", verb):
        quantity = replace(quantity, value=quantity.value + 1)
    up = quantity.written == "word" or re.search(r"增|提|扩|翻|升", verb)
    return Claim(indicator_name(hit["name"]), quantity, "multiple", "up" if up else "")


def _rate(hit: Hit) -> Claim:
    down = _DOWN.search(hit["verb"])
    if hit.quantity.kind != "share":
        return Claim(indicator_name(hit["name"]), hit.quantity, "level")
    return Claim(indicator_name(hit["name"]), hit.quantity, "growth_rate", "down" if down else "up")


def _speed(hit: Hit) -> Claim:
    return Claim(indicator_name(hit["name"]), hit.quantity, "growth_rate", "up")


def _change(direction: str) -> Make:
    def make(hit: Hit) -> Claim:
        name = indicator_name(hit["name"])
        if _YEARLY.search(hit["verb"]) and hit.quantity.unit == "%" and not hit["since"]:
            return Claim(name, hit.quantity, "growth_rate", direction)
        return Claim(name, hit.quantity, "delta", direction)

    return make


def _level(direction: str) -> Make:
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


def _bound(hit: Hit) -> Claim | None:
    if not hit.quantity.binding:
        return None
    if _VERB_AT_END.search(hit["name"]) and counted_name(hit["after"]):
        return _counted(hit)  # 安排不少于5亿元专项资金
    return _level("")(hit)


def _counted(hit: Hit) -> Claim | None:
    """The noun stands before the number (渔港9座) or after it (9座渔港)."""
    noun = hit["noun"] or hit["name"]
    name = "" if _VERB_AT_END.search(noun) and hit["after"] else delivered_name(noun)
    if len(name) < 2:
        name = counted_name(hit["after"]) or name
    return Claim(name, hit.quantity, counted=True)


def _subject(hit: Hit) -> Claim:
    return Claim(indicator_name(hit["noun"]), hit.quantity, counted=True)


SHAPES: tuple[QuantityRule[Claim], ...] = (
    QuantityRule(
        "multiple",
        "so many times an earlier value: 产值比2030年翻一番",
        compile_verbose(
            r"""
            (?P<name> .*? )
            (?: (?:较|比|为|是|在|相当于) {DATE} 底? (?:的|基础上|水平)? | {DATE} 的?
              | (?: 实现 | 力争 | 将 ) )*
            (?P<verb> (?:{REACH_UP}|{RISE}|{REACH})? (?: {DATE} (?:水平)? 的? )? )
            (?P<q> {MULTIPLE} )
            """,
            **_PARTS,
        ),
        _multiple,
        yes=(
            ("产值比2030年翻一番", ("产值 = 2 倍 multiple up",)),
            ("技术合同成交额增长到2030年的2.5倍", ("技术合同成交额 = 2.5 倍 multiple up",)),
            ("规模增长一倍以上", ("规模 >= 2 倍 multiple up",)),
        ),
        no=("产值达到500亿元", "增长12%"),
    ),
    QuantityRule(
        "growth_rate",
        "a yearly rate of change: 增加值年均增长8%以上",
        compile_verbose(
            r"""
            (?P<name> .*? ) (?: (?:较|比) {DATE} )?
            (?P<verb> {GROW} ) (?: 率 | 速度 )? (?: 达到? | 为 | 保持在? | 稳定在 | 控制在
              | 在 | 力争 | 不 (?=超) )*
            (?P<q> {Q} )
            """,
            **_PARTS,
        ),
        _rate,
        yes=(
            ("增加值年均增长8%以上", ("增加值 >= 8 % growth_rate up",)),
            ("单位能耗年均下降3%", ("单位能耗 = 3 % growth_rate down",)),
        ),
        no=("增加值增长8%以上", "年均培训1万名学员"),
    ),
    QuantityRule(
        "growth_speed",
        "a yearly rate as a manner: 以年均10%的速度增长",
        compile_verbose(
            r"(?P<name> .*? ) (?: 以 | 按 | 保持 ) (?:年均"
            r"|每年)? (?P<q> {SHARE} ) (?:的 (?:年均)?)? (?: 增?速度? | 增幅 | 速率 )",
            **_PARTS,
        ),
        _speed,
        yes=(
            ("营业收入以年均10%的速度增长", ("营业收入 = 10 % growth_rate up",)),
            ("产量保持每年5%左右的增速", ("产量 ~ 5 % growth_rate up",)),
        ),
        no=("营业收入增长10%", "合格率保持在95%"),
    ),
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
            **_PARTS,
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
            r"(?: 设立 | 组建 | 成立 | 发起 | 募集 ) [^，]*? 规模 [^，]{0,4} (?P<q> {MONEY} ) 的?"
            r" (?P<name> [^，]*基金 )",
            **_PARTS,
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
        compile_verbose(r"(?P<name> .*? ) (?P<verb> {REACH_UP} ) 约? (?P<q> {Q} )", **_PARTS),
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
        compile_verbose(r"(?P<name> .*? ) (?P<verb> {REACH_DOWN} ) 约? (?P<q> {Q} )", **_PARTS),
        _level("down"),
        yes=(
            ("候诊时间缩短至20分钟以内", ("候诊时间 <= 20 分钟 level down",)),
            ("逐步将平均费率降至2%以下", ("平均费率 <= 2 % level down",)),
        ),
        no=("能耗下降13.5%", "费率不超过2%"),
    ),
    QuantityRule(
        "rise",
        "the size of a rise: 比重提高4.5个百分点",
        compile_verbose(
            r"""
            (?P<name> .*? )
            (?P<since> (?:较|比|在|与|同) {DATE} 底? (?:的?基础上|水平|相比|实际)? )?
            (?: 分别 | 均 | 再 | 平均 | 总体 | 各 | 实现 | 力争
              | 进一步 )* (?P<verb> {RISE} )
            (?: 了 | 幅度? | 达到? | 约 | 为 | 力争 )* (?P<q> {Q} )
            """,
            **_PARTS,
        ),
        _change("up"),
        yes=(
            ("比重较2030年提高4.5个百分点", ("比重 = 4.5 个百分点 delta up",)),
            ("比2030年增加8万人", ("= 8 万人 delta up",)),
        ),
        no=("比重提高到40%", "增加床位200张"),
    ),
    QuantityRule(
        "fall",
        "the size of a fall: 能耗累计下降13.5%",
        compile_verbose(
            r"""
            (?P<name> .*? )
            (?P<since> (?:较|比|在|与|同) {DATE} 底? (?:的?基础上|水平|相比|实际)? )?
            (?: 分别 | 均 | 再 | 平均 | 总体 | 各 | 实现 | 力争
              | 进一步 )* (?P<verb> {FALL} )
            (?: 了 | 幅度? | 达到? | 约 | 为 | 力争 )* (?P<q> {Q} )
            """,
            **_PARTS,
        ),
        _change("down"),
        yes=(
            ("单位能耗累计下降13.5%", ("单位能耗 = 13.5 % delta down",)),
            ("事故起数比2030年减少20%以上", ("事故起数 >= 20 % delta down",)),
        ),
        no=("能耗降至2吨以下", "淘汰电机300台"),
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
            **_PARTS,
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
            r"| 持续 )* (?P<verb> {REACH} ) (?: 了 | 约 | 至少 | 每[年月周日天] )? (?P<q> {Q} )",
            **_PARTS,
        ),
        _level(""),
        yes=(
            ("产业规模达到1000亿元", ("产业规模 = 1000 亿元 level",)),
            ("捕捞环节数字化率总体保持在45%左右", ("捕捞环节数字化率 ~ 45 % level",)),
        ),
        no=("培育企业20家", "成为3个中心"),
    ),
    QuantityRule(
        "bound",
        "a level set by the word before the number: 总投资不低于90亿元",
        compile_verbose(r"(?P<name> .*? ) (?P<q> {Q} ) (?P<after> [^，]* )", **_PARTS),
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
            **_PARTS,
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
        compile_verbose(r"^ (?P<noun> [^，]*? ) (?P<q> {Q} ) (?P<after> [^，]* ) $", **_PARTS),
        _counted,
        yes=(
            ("其中外资项目2至3个", ("外资项目 range 2–3 个 level",)),
            ("1000名高端研发人才", ("高端研发人才 = 1000 名 level",)),
        ),
        no=("海洋牧场", "外资项目若干"),
    ),
)
"""In the order in which they are tried."""
_BY_KIND = by_kind(SHAPES)
