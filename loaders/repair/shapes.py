"""The shapes of noise as regular expressions.

Every repetition in them is bounded, so that a search takes linear time.
"""

from __future__ import annotations

import re
from functools import lru_cache

LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿêɑɡ"
SYLLABLE = f"[{LETTERS}]{{1,7}}"
_VOWEL = re.compile("[aeiouvāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜɑ]|^(n|ng|m|hm|hng|ń|ň|ǹ|ḿ)$")
_OPEN, _CLOSE = "[(（]", "[)）]"
_TAGS = (
    "p|strong|br|span|div|b|font|a|h[1-6]|td|tr|th|tbody|table|li|ul|ol|em|i|u|center|section"
    "|img|sup|sub"
)
HAN = "\u4e00-\u9fff"
LOST = "\ufffd"
"""What a decoder writes for a byte that it does not understand."""

ANNOTATION = re.compile(
    rf"""
    [ \u3000]? {_OPEN} [ ]? (?P<syllable>{SYLLABLE}) [ ]? {_CLOSE}  # 產(chǎn) · 產 (chan)
    (?: [ \u3000]? {_OPEN} [ ]? (?P=syllable) [ ]? {_CLOSE} )*+       # 產(chan)(chan)
    """,
    re.VERBOSE,
)
ANNOTATION_OR_HALF = re.compile(
    rf"""
    {ANNOTATION.pattern}
    | {_OPEN} (?P<half>{SYLLABLE}) (?=[{HAN}，。、])  # its closing parenthesis was lost
    """,
    re.VERBOSE,
)
SWALLOWED = re.compile(rf"[?？{LOST}](?P<syllable>{SYLLABLE}) ?{_CLOSE}")
"""'?' swallowed the opening parenthesis: ?jié)"""
TAG_REST = re.compile(
    rf"[?？{LOST}](?P<rest>/?(?:{_TAGS})(?:\s[^<>{HAN}]{{0,120}})?/?>)", re.IGNORECASE
)
"""'?' swallowed the '<': ?/p>"""
TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,300}})?/?>", re.IGNORECASE)
LINE_BREAK_TAG = re.compile(r"<br\s?/?>", re.IGNORECASE)
BARE_TAG = re.compile(
    r"(?<![<A-Za-z0-9])/(?:p|strong|span|div|font|h[1-6]|td|tr|li|em|center|section)>",
    re.IGNORECASE,
)
UNMARKED_CUT = re.compile(rf"(?<=[{HAN}])[,，](?=F(?:\(xiàn\))?[{HAN}])")
"""。現 cut without any mark left, the only frequent case of that kind: 產品,F在"""
CUT_BEFORE_MARK = re.compile(f"[?{LOST}][！；，。？]")
DAMAGE = re.compile(f"[?？{LOST}]|{UNMARKED_CUT.pattern}")
"""What a line has where bytes were lost, real question marks included."""
DOUBLED_COMMA = re.compile(r",[,。、;；：:]|，[，。、；：]")
EXTRA_COMMAS = re.compile(r"[,，]+(?=[,，。、;；：:!！?？])")


@lru_cache(10_000)
def is_syllable(text: str) -> bool:
    """Whether these letters could be one syllable of pinyin."""
    return re.fullmatch(SYLLABLE, text) is not None and _VOWEL.search(text) is not None
