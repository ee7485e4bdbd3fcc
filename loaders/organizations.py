"""When two names mean one body: 发改委 and 国家发展改革委; 市财政局 of one city, not of another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.identity import name_key
from loaders.lexicon import Lexicon
from loaders.rules.bodies import is_collective

_UNIT = r"[\u4e00-\u9fff]{1,7}?(?:自治区|自治州|特别行政区|省|市|州|盟|地区|县|区|旗)"
_PLACE_OF_ISSUER = re.compile(
    rf"(?:中共|中国共产党)?(?P<place>(?:{_UNIT})+)"
    r"(?=人民政府|政府|委|[\u4e00-\u9fff]*[局厅委办会室]$)"
)
_PLACE_OF_TITLE = re.compile(
    r"(?:中共|中国共产党)?(?P<place>[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|省|市|州|盟|县|区|旗))"
)
_CENTRAL = re.compile(r"国务院|中共中央|中华人民共和国|国家|最高人民|全国")
_LEVEL = re.compile(r"(?P<level>自治区|全市|[省市县区州盟旗])(?=..)")
_ENDING = re.compile(
    r"(?:管理|工作|监督管理)?(?:委员会|局|厅|委|办公室|办|部|中心|总队|支队|分局)$"
)
_GOVERNMENT = re.compile(
    r"(?:[省市区县州盟旗镇乡]|街道|开发区|新城|新区|高新区|园区)"
    r"(?:人民政府|政府|管委会|管理委员会|办事处|党委|[市区县]?委)?$"
)


@dataclass(frozen=True, slots=True)
class BodyIdentity:
    """What a body is hashed over, and whether the lexicon knows it."""

    key: tuple[str, ...]
    aliases: tuple[str, ...]
    collective: bool
    known: bool


def place_of(issuer: str, title: str) -> str:
    """The place that a document speaks for: 江屿市; "" for the centre or where none is named."""
    for pattern, words in ((_PLACE_OF_ISSUER, issuer), (_PLACE_OF_TITLE, title)):
        if _CENTRAL.match(words):
            return ""
        if match := pattern.match(words):
            return match["place"]
    return ""


def identify_body(name: str, place: str, document_id: str, lexicon: Lexicon) -> BodyIdentity:
    """The identity of a body that a document of `place` names."""
    if is_collective(name):
        return BodyIdentity((name_key(name), document_id), (), True, True)
    is_central = name in lexicon.organization_names and not re.search("[局办委]$", name)
    if place and not is_central and (own := _own_department(name, place, lexicon)):
        return own
    if canonical := lexicon.organization_names.get(name):
        aliases = () if canonical == name else (canonical,)
        return BodyIdentity((name_key(canonical),), aliases, False, True)
    if _GOVERNMENT.search(name):
        local = name if not place or name.startswith(place) else f"{place}{name}"
        return BodyIdentity((name_key(re.sub("人民政府$", "政府", local)),), (), False, True)
    if department := _department(name, lexicon):
        level = _LEVEL.match(name)  # 省财政厅 in a city's text is the province's, whichever it is
        above = level["level"] if level else ""
        return BodyIdentity((place or document_id, above, name_key(department)), (), False, True)
    return BodyIdentity((name_key(name),), (), False, False)


def _own_department(name: str, place: str, lexicon: Lexicon) -> BodyIdentity | None:
    """市财政局, 财政局 and 江屿市财政局 in a document of 江屿市."""
    short = name.removeprefix(place)
    level = _LEVEL.match(short)
    if short == name and level and level["level"] != place[-1] and level["level"] != "全市":
        return None
    bare = short[level.end() :] if level and short == name else short
    department = _department(bare, lexicon)
    if department is None:
        return None
    full = f"{place}{bare}"
    aliases = () if full == name else (full,)
    return BodyIdentity((place, name_key(department)), aliases, False, True)


def _department(name: str, lexicon: Lexicon) -> str | None:
    """The canonical department that a name without its place means: 财政局 -> 财政."""
    for words in (name, _LEVEL.sub("", name, count=1)):
        for candidate in (words, _ENDING.sub("", words), re.sub(r"[局厅委办部]$", "", words)):
            if candidate in lexicon.department_names:
                return lexicon.department_names[candidate]
    return None
