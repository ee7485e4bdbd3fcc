"""Dated acts without an indicator: 2031年5月底前，各区县报送方案."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.deadlines import Moment
from loaders.document import Document
from loaders.issues import Issue
from loaders.lexicon import Lexicon
from loaders.mentions import Mention
from loaders.rules.claims import piece_at
from loaders.rules.folding import SIGNS
from loaders.rules.measure_names import measure_name
from loaders.rules.passages import BARE_ACT, Phrase, passages
from loaders.rules.rule import Rule, compile_verbose
from loaders.rules.target_rejections import reason_against
from loaders.title import title_of


def find_milestones(document: Document, lexicon: Lexicon) -> Iterable[Mention | Issue]:
    """The acts that a task paragraph dates."""
    titles = title_of(document)[1]
    for phrases in passages(document):
        for mention in _milestones(phrases):
            start, end = mention.spans[0]
            if not any(first < end and start < last for first, last in titles):
                yield mention


ACT: Rule[str] = Rule(
    "dated_act",
    "an act behind its date, or in the phrase after it: {DATE}前出台办法",
    compile_verbose(
        r"""
        ^ [^，]* (?: 出台 | 印发 | 发布 | 公布 | 报送 | 上报 | 申报 | 提出 | 推荐 | 选定 | 评估
          | 启动 | 开工 | 建成 | 上线 | 投用 | 投入 | 投运 | 投产 | 完成 | 编制 | 制定 | 修订
          | 成立 | 组建 | 设立 | 开通 | 运行 | 运营 | 验收 | 建立 | 开展 | 召开 | 举办 | 实施
          | 接入 | 取消 | 停止 | 关闭 | 退出 | 淘汰 | 实现 | 形成 | 落地 | 挂牌 | 竣工 | 通车
          | 提交 | 报告 | 明确 | 确定 | 落实 | 到位 | 推广 | 推开 | 试点 | 对接 | 制订 | 公开
          | 备案 | 移交 | 迁移 | 整合 | 清理 | 整改 | 基本 | 全面 | 达到 | 覆盖 | 纳入 | 建设
          | 具备 | 报 [^，]* (?: 政府 | [部委办厅局处室组] ) $ ) [^，]* $
        """
    ),
    lambda match: match.group(),
    yes=(
        ("各区县报送方案", ("各区县报送方案",)),
        ("上线运行", ("上线运行",)),
        ("对试点成效进行评估", ("对试点成效进行评估",)),
        ("将台账报市督查室", ("将台账报市督查室",)),
    ),
    no=("市海洋局", "全市渔港"),
)
_NO_ACT = re.compile(
    r"施行|生效|执行|废止|有效期|失效|截止|已|(?<!为)了(?!解|结)|每年|之年|^\s*对(?!接|[^，]+进行)"
)
_BEFORE = re.compile(r"前$")
_GOAL_WORDS = re.compile(r"体系|机制|格局|能力|水平|局面|基本|初步|显著|全面|普遍")
_ONLY_DATE = re.compile(
    r"^\s*(?:力争|争取|确保|原则上|各地|要|应|须)?(?:到|在|自|从|于)?(?:本[^，]{1,4})?"
    rf"{SIGNS['DATE']}(?:底|末)?(?:前|起|内)?\s*$"
)
_LEAD = re.compile(
    rf"^(?:\s|并|且|要|应|须|将|力争|争取|确保|到|至|在|于|自|从|{SIGNS['DATE']}|前|起|底|，)+"
)
_OWNERS = re.compile(r"牵头|负责|配合|单位[：:]")
_BARE = re.compile(BARE_ACT)


class _Said:
    """What the words before an act say of it, when it is bare of all else: …前上线, …前完成."""

    def __init__(self) -> None:
        self.subject: Phrase | None = None
        """What it is done to leads in the paragraph, or opens its sentence or the one before."""
        self._leads_in = False
        self._number = 0
        self._unread: list[Phrase] = []
        self._counts = False

    def add(self, phrase: Phrase) -> None:
        """Go on to the next phrase."""
        if phrase.opens:
            self._unread, self._counts = [], False
            self._leads_in |= self._number == 1 and self.subject is not None
            if not self._leads_in and not _OWNERS.search(phrase.text):
                self.subject = phrase
        self._number += 1
        self._unread.append(phrase)

    def counts(self) -> bool:
        """Whether the sentence has a number to be reached; 新建码头5座，…前完成 dates that."""
        self._counts = self._counts or any(_has_target(phrase) for phrase in self._unread)
        self._unread = []
        return self._counts


def _milestones(phrases: list[Phrase]) -> Iterator[Mention]:
    pending: tuple[Phrase, Moment] | None = None
    said = _Said()
    for phrase in phrases:
        moment = _date(phrase)
        start = phrase.start
        if moment is not None and _ONLY_DATE.match(phrase.text):
            pending = (phrase, moment)
        else:
            if moment is None and pending is not None and not phrase.opens:
                start, moment = pending[0].start, pending[1]
            pending = None
            if moment is not None:
                yield from _milestone(phrase, start, moment, said)
        said.add(phrase)


def _date(phrase: Phrase) -> Moment | None:
    """The phrase's date, when something is to be done by then or from then on."""
    if phrase.setting in ("goals", "history", "rules"):
        return None
    moments = [m for m in phrase.folded.moments(phrase.start, phrase.end) if _is_dated(phrase, m)]
    return next((m for m in moments if m.sense in ("deadline", "since")), None)


def _is_dated(phrase: Phrase, moment: Moment) -> bool:
    """A five-year plan's name is no date."""
    words = phrase.folded.survey.text[moment.start : moment.end]
    return bool(moment.day) and not words.startswith(("十", "“十"))


def _milestone(phrase: Phrase, start: int, moment: Moment, said: _Said) -> Iterator[Mention]:
    words = phrase.text
    if _has_target(phrase) or _NO_ACT.search(words):
        return
    bare = _BARE.fullmatch(words) is not None
    if bare and not phrase.opens and said.counts():
        return
    dated = phrase.folded.survey.text[moment.start : moment.end]
    exact = _BEFORE.search(dated) or "-" in moment.day or moment.sense == "since"
    if not exact and _GOAL_WORDS.search(words):
        return
    lead = _LEAD.match(words)
    begin = lead.end() if lead else 0
    act = words[begin:].strip()
    if len(act) < 2 or not any(True for _ in ACT.find(act)):
        return
    span = phrase.folded.span(start, phrase.end)
    name = _name(phrase, begin)
    if bare and said.subject is not None:
        name = f"{measure_name(_name(said.subject))}，{name}"
    yield Mention("Milestone", ACT.name, (span,), {"name": name, "date": moment.day})


def _has_target(phrase: Phrase) -> bool:
    """Whether a number of the phrase is one to be reached; 三年百万青年见习计划 has none."""
    folded, start, end = phrase.folded, phrase.start, phrase.end
    return any(
        not reason_against(piece_at(folded, at, start, end)) for at in folded.quantities(start, end)
    )


def _name(phrase: Phrase, begin: int = 0) -> str:
    act = phrase.folded.written(phrase.start + begin, phrase.end).strip()
    return re.sub(rf"(?:[要应将并]?[于在]|到|至)?{SIGNS['DATE']}", "", act)
