"""Chinese numerals below 万, and text with plain digits."""

from __future__ import annotations


def plain(text: str) -> str:
    """The text with full-width digits and signs as plain ones; the length stays."""
    return text.translate(_PLAIN)


def chinese_number(text: str) -> float:
    """The value of a numeral below 万: 三百五十 -> 350, 百 -> 100, 两 -> 2."""
    total = digit = 0
    for char in text:
        if char in _TENS:
            total += max(digit, 1) * _TENS[char]
            digit = 0
        else:
            digit = digit * 10 * (char != "零") + DIGITS[char]
    return float(total + digit)


DECIMAL = r"\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,9})?"
"""A number in digits, as a pattern."""
DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_PLAIN = str.maketrans("０１２３４５６７８９％．～－＋／", "0123456789%.~-+/")
