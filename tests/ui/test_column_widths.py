"""The columns of a table have room for what stands in them."""

from __future__ import annotations

from ui.explorer.columns import column_widths


def test_short_texts_have_their_room_long_ones_a_limit_and_the_longest_the_rest() -> None:
    table = {
        "编号": [1, 2],
        "任务": ["改造老旧管网", "把" * 40],
        "牵头": ["", "市水务局、市财政局"],
        "配合": ["市" * 30, ""],
        "期限": ["2027-12", ""],
    }
    widths = {name: config["width"] for name, config in column_widths(table).items()}
    assert widths == {"牵头": 146, "配合": 240, "期限": 75}
    assert column_widths({}) == {}
