"""Words of a gateway that also translates: 資訊 for 信息, 網路 for 网络."""

from __future__ import annotations

import re

from loaders.repair.draft import Draft
from loaders.repair.signs import Signs
from loaders.repair.steps.step import Step

_HINTS_NEEDED = 2
# 智慧, 線上 and 品質 alone are ordinary words of the mainland and stay.
_MAINLAND = {
    "人工智慧": "人工智能", "資訊化": "信息化", "資訊": "信息", "軟體": "软件",
    "硬體": "硬件", "網際網路": "互联网", "網路": "网络", "積體電路": "集成电路",
    "晶片": "芯片", "印表機": "打印机", "數位化": "数字化", "數位": "数字",
    "物聯網": "物联网", "智慧化": "智能化", "智慧製造": "智能制造", "智慧制造": "智能制造",
    "高品質": "高质量", "支援": "支持", "半導體": "半导体", "記憶體": "内存",
    "演算法": "算法", "伺服器": "服务器", "水準": "水平", "作業系統": "操作系统",
    "電腦": "计算机", "遠端": "远程", "資料庫": "数据库", "最佳化": "优化",
    "營運": "运营", "産品": "产品",
}  # fmt: skip
_WORD = re.compile("|".join(sorted(_MAINLAND, key=len, reverse=True)))
_HINT = re.compile(
    "人工智慧|資訊|軟體|硬體|網際網路|網路|積體電路|晶片|印表機|數位化|智慧製造|高品質發展|伺服器"
    "|演算法|作業系統|佈局"
)


def _apply(draft: Draft, signs: Signs) -> Draft:
    if not signs.is_traditional:
        return draft
    hints = sum(1 for _ in _HINT.finditer(draft.text))
    if hints < _HINTS_NEEDED:
        return draft
    return draft.sub("vocabulary", _WORD, lambda match: _MAINLAND[match[0]])


VOCABULARY = Step(
    name="vocabulary",
    means="the page uses words of Taiwan where the mainland has its own, two hints at least",
    apply=_apply,
    yes=(("建設人工智慧和資訊產業,推動軟體國產化", "建設人工智能和信息產業,推動软件國產化"),),
    no=("建設智慧城市,發展資訊產業", "建设人工智慧和資訊产业的说法见于对岸，这里仅作引用和说明"),
)
