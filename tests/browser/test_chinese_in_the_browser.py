"""What a Chinese planner reads when something is refused, in the pages themselves."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.conftest import Explorer, at_rest


def test_a_link_fills_the_console_and_does_not_run_it(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/console?cypher={quote('CREATE (m:Measure)')}")
    expect(tab.get_by_label("Cypher 语句")).to_have_value("CREATE (m:Measure)")
    expect(tab.get_by_text("链接带来的语句只填入框中，点“查询”后才执行。")).to_be_visible()
    at_rest(tab)
    expect(tab.get_by_role("alert")).to_have_count(0)
    tab.get_by_role("button", name="查询").click()
    expect(tab.get_by_role("alert")).to_have_text(
        [
            "这里不能使用“CREATE”位置：第 1 行"
            "建议：控制台只能读取，可用：CALL、MATCH、OPTIONAL、RETURN、UNWIND、WITH"
        ]
    )


def test_the_same_in_english(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/console?lang=en&cypher={quote('CREATE (m:Measure)')}")
    expect(tab.get_by_text("A link fills the box; it runs when you press “Ask”.")).to_be_visible()
    at_rest(tab)
    tab.get_by_role("button", name="Ask").click()
    expect(tab.get_by_role("alert")).to_have_text(
        [
            "“CREATE” is not allowed herewhere: line 1"
            "hint: the console only reads: CALL, MATCH, OPTIONAL, RETURN, UNWIND, WITH"
        ]
    )


def test_a_condition_that_is_missing_and_one_of_the_wrong_type(
    tab: Page, explorer: Explorer
) -> None:
    tab.goto(f"{explorer.url}/questions?question=responsibility.portfolio")
    expect(tab.get_by_text("请先填写必填项，再点“查询”。")).to_be_visible()
    tab.goto(f"{explorer.url}/questions?question=targets.list&year={quote('明年')}")
    expect(tab.get_by_role("alert")).to_have_text(
        ["“年份”应填整数，不能是“明年”位置：“目标清单”建议：“年份”例如：2030"]
    )


def test_a_file_of_another_kind_than_its_ending(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/documents")
    file = {"name": "通知.txt", "mimeType": "text/plain", "buffer": b"{\\rtf1 x}"}
    tab.locator("input[type=file]").set_input_files(file)
    expect(tab.get_by_role("alert")).to_have_text(
        [
            "不能读取这类文件：RTF 文件位置：通知.txt"
            "建议：请用 WPS、Word 或 LibreOffice 打开，另存为 .docx"
        ]
    )


def test_a_file_without_a_plan(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/documents")
    file = {"name": "信.txt", "mimeType": "text/plain", "buffer": "今天天气很好。".encode()}
    tab.locator("input[type=file]").set_input_files(file)
    told = "文中没有规划内容：既无举措，也无目标。请载入规划、附有规划的通知，或任务分工表。"
    expect(tab.get_by_text(told).first).to_be_visible()


def test_streamlits_own_words_are_chinese_too(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/console")
    expect(tab.locator("html")).to_have_attribute("lang", "zh-CN")
    at_rest(tab)
    box = tab.get_by_label("Cypher 语句")
    box.fill("RETURN 'Search' AS word")
    expect(tab.get_by_test_id("InputInstructions")).to_have_text("按 Ctrl+回车键提交")
    tab.get_by_role("button", name="查询").click()
    expect(tab.get_by_text("共 1 行").first).to_be_visible()
    at_rest(tab)
    table = tab.get_by_test_id("stDataFrame").last
    expect(table).to_be_visible()
    table.hover()
    tools = tab.get_by_test_id("stElementToolbarButton").get_by_role("button")
    tools.last.hover()
    expect(tab.get_by_role("tooltip")).to_have_text("全屏")
    expect(box).to_have_value("RETURN 'Search' AS word")


def test_in_english_they_are_left_alone(tab: Page, explorer: Explorer) -> None:
    tab.goto(f"{explorer.url}/console?lang=en")
    expect(tab.locator("html")).to_have_attribute("lang", "en")
    at_rest(tab)
    tab.get_by_label("Cypher").fill("RETURN 1 AS one")
    expect(tab.get_by_test_id("InputInstructions")).to_have_text("Press Ctrl+Enter to submit form")
