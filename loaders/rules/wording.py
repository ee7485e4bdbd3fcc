"""How hard a measure is worded: 必须 and 确保, plain, 力争, 支持, 鼓励 and 探索."""

from __future__ import annotations

from loaders.rules.rule import Rule, compile_verbose

STRENGTHS = {
    "必须": 4, "确保": 4, "不得": 4, "严禁": 4, "务必": 4, "坚决": 4,
    "力争": 2, "争取": 2, "努力": 2, "原则上": 2,
    "推动": 1, "支持": 1, "引导": 1, "促进": 1, "扶持": 1, "推广": 1,
    "鼓励": 0, "探索": 0, "研究": 0, "倡导": 0,
}  # fmt: skip
PLAIN = 3

_ADVERB = (
    "大力|积极|着力|加快|全面|深入|持续|继续|进一步|重点|优先"
    "|统筹|稳步|有序|依法|切实|充分|要|将|应"
)

MODALITY = Rule(
    name="modality",
    means="the word that opens a measure and says how binding it is",
    pattern=compile_verbose(
        r"\A {adverb}* (?P<word> {words} ) (?! 院 | 所 | 生 )",
        adverb=_ADVERB,
        words="|".join(STRENGTHS),
    ),
    make=lambda match: match["word"],
    yes=(("支持渔民转产", ("支持",)), ("积极探索海域分层确权", ("探索",))),
    no=("建设海洋牧场", "研究院改革"),
)


def modality(words: str) -> tuple[str, int]:
    """The word that a measure opens with and its strength; "" and 3 where it is plain."""
    for _, word in MODALITY.find(words):
        return word, STRENGTHS[word]
    return "", PLAIN
