"""Chinese pages say every refusal and every doubt in Chinese; the code stays English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import get_args

import pytest

from graph.errors import BadParameter, QueryError, SourceError, StrategyError
from loaders.issues import Code, Issue, Level
from loaders.readers import formats
from queries.catalog import Parameter, get_query
from queries.parameters import convert
from queries.reading import allowed
from tests.ui.messages_in_source import HOLE, Message, messages
from ui.explorer import errors, uploads
from ui.explorer.errors import chinese, in_words, pieces, translated
from ui.explorer.wording import words_of

ONLY_ON_THE_COMMAND_LINE = {
    "loaders/lexicon.py": "a lexicon of one's own; the explorer has ours",
    "loaders/plan_yaml.py": "a folder with a plan.yaml; one file is handed in",
    "queries/acceptance.py": "a file named with --accepted",
    "queries/catalog.py": "a folder of one's own questions; the explorer has ours",
    "ui/asking.py": "`plangraph ask`; the page shows what it guesses",
    "ui/briefing/commands.py": "the name of a file to write; the page offers a download",
    "ui/briefing/template.py": "a template of one's own; the explorer has ours",
    "ui/cli.py": "the last resort of the command line; the page has its own words",
    "ui/figures/catalog.py": "names and parameters that are typed; the page offers what there is",
    "ui/listing.py": "pairs such as -p year=2030",
    "ui/loading.py": "folders that are read and written",
    "ui/serve.py": "before the explorer runs",
}
ADDRESSES = {"{} database {}"}
"""They stay as they are."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def filled(text: str) -> str:
    """A sentence with a number for every hole."""
    numbers = count(101)
    return re.sub(re.escape(HOLE), lambda _: str(next(numbers)), text)


def says_something(text: str) -> bool:
    """Not only holes and what stands between them, as in a path with a line."""
    return bool(re.search("[A-Za-z]", text.replace(HOLE, "")))


def holes(text: str) -> list[str]:
    return [hole for _, hole in pieces(text) if hole]


def test_every_sentence_that_can_reach_the_explorer_is_said_in_chinese() -> None:
    missing = [
        message
        for message in sorted(messages())
        if message.path not in ONLY_ON_THE_COMMAND_LINE
        and says_something(message.text)
        and message.text not in ADDRESSES
        and not CHINESE.search(chinese(filled(message.text)))
    ]
    assert missing == []


def test_the_code_says_nothing_in_chinese() -> None:
    assert [message for message in sorted(messages()) if CHINESE.search(message.text)] == []


def test_what_only_the_command_line_says_is_still_there() -> None:
    assert ONLY_ON_THE_COMMAND_LINE.keys() - {message.path for message in messages()} == set()


def test_the_sentences_are_found_in_the_source_also_behind_functions_and_names() -> None:
    expected = {
        Message("queries/reading.py", "“{}” is not allowed here"),
        Message("queries/reading.py", "line {}"),
        Message("queries/parameters.py", "did you mean “{}”? it takes {}"),
        Message("loaders/readers/assembly.py", "only the first {} of {} pages were read"),
        Message("loaders/headings.py", "the number before {} is missing"),
        Message("graph/embedded.py", "the process that holds the store (pid {}) does not answer"),
        Message("loaders/repair/steps/shifted.py", "bytes are lost here: read as “{}”, or {}"),
        Message("ui/explorer/reading.py", "reading this file failed"),
    }
    assert expected - messages() == set()


def test_no_sentence_of_the_dictionary_is_left_over() -> None:
    said = {filled(message.text) for message in messages()}
    unused = [s.english for s in errors.sentences() if not any(map(s.pattern.fullmatch, said))]
    assert unused == []


def test_chinese_and_english_have_the_same_holes() -> None:
    differing = [
        sentence.english
        for sentence in errors.sentences()
        if sorted(h for h in holes(sentence.english) if not h.startswith("_"))
        != sorted(set(holes(sentence.chinese)))
    ]
    assert differing == []


def test_every_hole_takes_its_own_value() -> None:
    english = "{count} characters could not be decoded, the first in line {line}"
    assert english in [sentence.english for sentence in errors.sentences()]
    assert chinese(english.format(count=3, line=17)) == "有 3 个字符不能识别，第一个在第 17 行"


@pytest.mark.parametrize(
    "text",
    ["", "市水务局", "a sentence of nobody", "line 3.txt", "Neo.ClientError.Statement.SyntaxError"],
)
def test_unknown_text_stays_as_it_is(text: str) -> None:
    assert chinese(text) == text


def test_a_value_in_quotes_is_nobodys_sentence() -> None:
    assert chinese("nothing is called “string”") == "没有名为“string”的内容"
    assert chinese("“a {b} picture” is no number") == "“a {b} picture”不是数"


def test_a_write_in_the_console() -> None:
    with pytest.raises(QueryError) as raised:
        allowed("MATCH (n)\nCREATE (m)")
    said = translated(raised.value, "zh")
    assert type(said) is QueryError
    assert (said.title, said.where, said.hint) == (
        "这里不能使用“CREATE”",
        "第 2 行",
        "控制台只能读取，可用：CALL、MATCH、OPTIONAL、RETURN、UNWIND、WITH",
    )
    assert translated(raised.value, "en") is raised.value


def test_a_parameter_is_named_as_in_the_form() -> None:
    query = get_query("responsibility.portfolio")
    parameter = query.params[0]
    with pytest.raises(BadParameter) as raised:
        convert(query, {})
    said = translated(raised.value, "zh")
    assert (said.title, said.where, said.hint) == (
        f"没有填写“{parameter.title}”",
        f"“{query.title}”",
        f"请填写“{parameter.title}”，例如：{parameter.example}",
    )


def named_in_formats() -> Iterator[str]:
    for _, name, _ in (*formats._OLE_KINDS, *formats._STARTS):
        yield name
    yield from get_args(Parameter.model_fields["type"].annotation)


@pytest.mark.parametrize("name", sorted(set(named_in_formats())))
def test_kinds_of_files_and_of_values_have_a_name(name: str) -> None:
    assert CHINESE.search(chinese(name))


def test_an_upload_of_a_kind_that_is_not_read() -> None:
    error = uploads.read_upload("旧.txt", b"{\\rtf1 x}").error
    assert isinstance(error, SourceError)
    said = translated(error, "zh")
    assert (said.title, said.where, said.hint) == (
        "不能读取这类文件：RTF 文件",
        "旧.txt",
        "请用 WPS、Word 或 LibreOffice 打开，另存为 .docx",
    )


def test_issues_in_both_languages() -> None:
    issue = Issue(
        Level.INFO, Code.UNKNOWN_ORGANIZATION, "云川办 is not in the lexicon", (0, 3), "云川办",
        fix="- {name: 云川办, aliases: []}",
    )  # fmt: skip
    assert uploads.issue_rows([issue], words_of("zh")) == [
        {
            "级别": "提示",
            "说明": "“云川办”不在单位词典中",
            "原文": "云川办",
            "建议": "如确是单位，请告诉维护者把“云川办”加入词典",
        }
    ]
    assert in_words(issue.message, "en") == issue.message


def test_a_doubtful_repair_and_all_that_it_could_be() -> None:
    read = "bytes are lost here: read as “湿地。”"
    assert chinese(read) == "此处缺字节，读作“湿地。”"
    assert (
        chinese(f"{read}, or “湿地、” or “湿地, or”")
        == "此处缺字节，读作“湿地。”，也可能是“湿地、”、“湿地, or”"
    )


def test_a_missing_file_of_the_system_is_said_in_chinese() -> None:
    error = StrategyError("this file cannot be opened: Permission denied", hint="check the path")
    assert translated(error, "zh").title == "文件打不开：没有权限"
