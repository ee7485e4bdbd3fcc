"""Content never raises: whatever stands in a text, the places found lie in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.lexicon import DEFAULT_LEXICON
from loaders.mentions import Mention
from loaders.rules.indicator_tables import find_table_targets
from loaders.rules.milestones import find_milestones
from loaders.rules.qualitative import find_qualitative_targets
from loaders.rules.targets import find_targets
from tests.targets.made_documents import HEAD, document

FINDERS = (find_targets, find_qualitative_targets, find_milestones, find_table_targets)
WORDS = st.lists(
    st.sampled_from(
        [*"到至由从比较前底，。；：、（）“”《》— 5年月个%", "2031年", "2033年底前", "三年内",
         "翻一番", "达到", "提高到", "分别", "其中", "每个县", "建成", "渔港", "9座", "十", "万",
         "亿元", "以上"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(WORDS, WORDS, WORDS)
def test_every_place_lies_in_the_text(one: str, other: str, cell: str) -> None:
    made = document(
        *HEAD, "三、重点任务" + one, "——" + other, ("指标", "单位", "2033年"), (one, "个", cell)
    )
    for finder in FINDERS:
        for mention in finder(made, DEFAULT_LEXICON):
            assert isinstance(mention, Mention)
            for start, end in mention.spans:
                assert 0 <= start < end <= len(made.text)
            for value in (*mention.properties.values(), *(link.name for link in mention.links)):
                assert not any("\ue000" <= char <= "\ue0ff" for char in str(value))
                assert value != ""
