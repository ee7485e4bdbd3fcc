"""Entities that a page shows as text: &ldquo; &nbsp;"""

from __future__ import annotations

import html
import re

from loaders.repair.draft import Draft
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_ENTITY = re.compile(
    "&(?:nbsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|amp|lt|gt|quot|ensp|emsp"
    r"|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)


def _apply(draft: Draft, signs: Signs) -> Draft:
    return draft.sub("entities", _ENTITY, _character) if signs.noisy else draft


def _character(match: re.Match[str]) -> str:
    return html.unescape(match[0]).replace("\xa0", " ")


ENTITIES = Step(
    name="entities",
    means="an entity of the page's source stands in the text of a noisy page",
    apply=_apply,
    yes=(("建設(shè)&ldquo;一網通辦&rdquo;&nbsp;體系", "建設(shè)“一網通辦” 體系"),),
    no=("网页模板中的&nbsp;实体应当成对出现", "建設&ldquo;一網通辦&rdquo;體系"),
)
