"""The lexicon is checked when it is read; an error names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import RuleError
from loaders.lexicon import DEFAULT_LEXICON, Lexicon, read_lexicon
from loaders.organizations import BodyIdentity, identify_body, place_of


@pytest.mark.parametrize(
    ("text", "line", "title"),
    [
        ("organizations:\n  - {name: 水利部, alias: []}\n", 2, "organizations.0.alias: Extra"),
        ("organizations:\n  - {aliases: [水利部]}\n", 2, "organizations.0.name: Field required"),
        ("departments: []\nsector: []\n", 2, "sector: Extra inputs"),
        ("slogans:\n  - 三农\n  - 7\n", 3, "slogans.1: Input should be a valid string"),
        ("slogans: [三农\n", 2, "this is not YAML"),
    ],
)
def test_a_broken_lexicon_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, title: str
) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(RuleError) as error:
        read_lexicon(path)
    assert error.value.where == f"{path}:{line}"
    assert error.value.title.startswith(title)


def test_a_lexicon_of_ones_own_may_be_given(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text("organizations:\n  - {name: 海晏渔业协会, aliases: [渔协]}\n", "utf-8")
    assert read_lexicon(path).organization_names == {
        "海晏渔业协会": "海晏渔业协会",
        "渔协": "海晏渔业协会",
    }


def test_no_name_means_two_bodies() -> None:
    for bodies in (
        DEFAULT_LEXICON.organizations,
        DEFAULT_LEXICON.departments,
        DEFAULT_LEXICON.sectors,
    ):
        names = [name for body in bodies for name in body.names]
        assert sorted(name for name in set(names) if names.count(name) > 1) == []


@pytest.mark.parametrize(
    ("issuer", "title", "place"),
    [
        ("江屿市人民政府办公室", "", "江屿市"),
        ("北京市朝阳区人民政府", "", "北京市朝阳区"),
        ("江屿市发展和改革委员会", "", "江屿市"),
        ("国务院办公厅", "江苏省发展规划", ""),
        ("", "内蒙古自治区渔业规划", "内蒙古自治区"),
        ("", "国务院关于渔业的意见", ""),
        ("海晏集团", "五年规划", ""),
    ],
)
def test_the_place_that_a_document_speaks_for(issuer: str, title: str, place: str) -> None:
    assert place_of(issuer, title) == place


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("市财政局", BodyIdentity(("江屿市", "财政"), ("江屿市财政局",), False, True)),
        ("江屿市财政局", BodyIdentity(("江屿市", "财政"), (), False, True)),
        ("财政局", BodyIdentity(("江屿市", "财政"), ("江屿市财政局",), False, True)),
        ("科技部", BodyIdentity(("科技部",), (), False, True)),
        ("发改委", BodyIdentity(("江屿市", "发展改革"), ("江屿市发改委",), False, True)),
        ("省财政厅", BodyIdentity(("江屿市", "省", "财政"), (), False, True)),
        ("汐江区人民政府", BodyIdentity(("江屿市汐江区政府",), (), False, True)),
        ("各区", BodyIdentity(("各区", "document-1"), (), True, True)),
        ("海晏渔业协会", BodyIdentity(("海晏渔业协会",), (), False, False)),
    ],
)
def test_what_a_name_means_in_a_text_of_the_city(name: str, expected: BodyIdentity) -> None:
    assert identify_body(name, "江屿市", "document-1", DEFAULT_LEXICON) == expected


def test_an_empty_lexicon_knows_no_department() -> None:
    found = identify_body("市财政局", "江屿市", "document-1", Lexicon())
    assert found == BodyIdentity(("市财政局",), (), False, False)
