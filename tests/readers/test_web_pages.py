"""Web pages: the page around the document goes, nothing of the document does."""

from __future__ import annotations

from pathlib import Path

from small_files import cells, lines, read

from loaders.issues import Code

PROSE = "为加快建设海洋强市，推动渔港升级，培育龙头企业，制定本方案；各区要抓好落实。"


def test_menus_meta_lists_tools_side_bars_and_footers_are_left_out(tmp_path: Path) -> None:
    page = f"""<html><head><title>云岚市海洋方案_云岚市门户网站</title>
    <script>var a = "甲，乙。丙，丁。"</script></head><body>
    <ul class="nav"><li><a href="#">首页</a></li><li><a href="#">政务公开</a></li></ul>
    <div class="crumbs">当前位置：<a href="#">首页</a> &gt; <a href="#">政策</a></div>
    <ul class="meta"><li>索引号：YL-01</li><li>发文机关：云岚市人民政府</li></ul>
    <h1>云岚市海洋方案</h1><div class="tools">字号：大 中 小 打印 浏览次数：3026</div>
    <div id="zoom"><p>云政发〔2031〕8号　　发布日期：2031-05-08　　浏览次数：12次</p>
    <p>各区人民政府：</p><p>{PROSE}</p><p style="display:none">看不见的字，不该读到。</p>
    <h2>一、目标</h2><p>{PROSE}<br>{PROSE}</p></div>
    <div class="side"><h4>热点</h4><p><a href="#">招聘会，3月28日开幕，欢迎参加。</a></p></div>
    <div>上一篇：某某解读</div>
    <div class="footer"><p>主办：云岚市人民政府　网站标识码：0000</p></div></body></html>"""
    assert lines(read(tmp_path, "page.html", page)) == [
        "云岚市海洋方案", "云政发〔2031〕8号", "各区人民政府：", PROSE, "一、目标", PROSE, PROSE,
    ]  # fmt: skip


def test_links_to_other_pages_below_the_text_are_left_out(tmp_path: Path) -> None:
    page = f"""<div><p>{PROSE}</p><p>{PROSE}</p><p><a href="#">附件：任务表.docx</a></p>
    <div>相关文章</div><ul><li><a href="#">市政府开会，部署海洋工作，要求落实。</a></li></ul>
    <p>扫一扫在手机打开当前页</p></div>"""
    assert lines(read(tmp_path, "page.html", page)) == [PROSE, PROSE, "附件：任务表.docx"]


def test_a_text_in_two_editors_or_around_a_great_table_is_whole(tmp_path: Path) -> None:
    editors = "".join(
        f'<div class="TRS_Editor"><p>{words}</p><p>{PROSE}</p></div>' for words in ("甲", "乙")
    )
    assert lines(read(tmp_path, "a.html", f"<div>{editors}</div>")) == ["甲", PROSE, "乙", PROSE]
    row = f"<tr><td>1</td><td>{PROSE}</td></tr>"
    page = f"<div><p>{PROSE}</p><table>{row * 9}</table><p>{PROSE}</p></div>"
    found = lines(read(tmp_path, "b.html", page))
    assert (found[0], found[-1], len(found)) == (PROSE, PROSE, 11)


def test_headings_keep_their_level(tmp_path: Path) -> None:
    page = (
        f"<body><div><h2>一、目标</h2><p>{PROSE}</p><h3>（一）近期</h3><p>{PROSE}</p></div></body>"
    )
    document = read(tmp_path, "page.html", page)
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 2), ("paragraph", 0), ("heading", 3), ("paragraph", 0),
    ]  # fmt: skip


def test_an_annex_in_a_box_beside_the_main_one_is_kept(tmp_path: Path) -> None:
    page = (
        f"<body><div><div class='a'>{f'<p>{PROSE}</p>' * 6}</div>"
        f"<div class='b'><p>附件</p><p>任务清单</p>{f'<p>{PROSE}</p>' * 3}</div></div></body>"
    )
    assert (
        lines(read(tmp_path, "page.html", page)) == [PROSE] * 6 + ["附件", "任务清单"] + [PROSE] * 3
    )


def test_merged_cells_stand_once_and_are_seen_from_every_row(tmp_path: Path) -> None:
    page = f"""<body><p>{PROSE}</p><table><thead>
    <tr><th rowspan=2>指标</th><th colspan=2>目标值</th></tr>
    <tr><th>2031年</th><th>2033年</th></tr></thead>
    <tr><td rowspan=2>渔港<br>（座）</td><td>3</td><td>5</td></tr>
    <tr><td>4</td><td>6</td></tr></table></body>"""
    document = read(tmp_path, "page.html", page)
    assert lines(document)[1:] == [
        "指标 | 目标值",
        "2031年 | 2033年",
        "渔港（座） | 3 | 5",
        "4 | 6",
    ]
    assert cells(document) == [
        [(0, "指标"), (1, "目标值"), (2, "目标值")],
        [(0, "指标"), (1, "2031年"), (2, "2033年")],
        [(0, "渔港（座）"), (1, "3"), (2, "5")],
        [(0, "渔港（座）"), (1, "4"), (2, "6")],
    ]
    assert [block.head for block in document.blocks] == [False, True, True, False, False]


def test_a_table_that_lays_out_the_page_is_no_table(tmp_path: Path) -> None:
    page = (
        f"<table><tr><td><a href='#'>首页</a></td></tr><tr><td><table><tr><td><p>{PROSE}</p>"
        f"<table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>建港</td></tr></table>"
        f"<p>{PROSE}</p></td></tr></table></td></tr></table>"
    )
    document = read(tmp_path, "page.html", page)
    assert lines(document) == [PROSE, "序号 | 任务", "1 | 建港", PROSE]


def test_two_bodies_on_two_lines_of_a_cell_stay_apart(tmp_path: Path) -> None:
    page = (
        f"<p>{PROSE}</p><table><tr><th>任务</th><th>责任单位</th></tr>"
        "<tr><td>建设<br>渔港</td><td>市财政局<br>市水务局</td></tr></table>"
    )
    assert lines(read(tmp_path, "page.html", page))[-1] == "建设渔港 | 市财政局 市水务局"


def test_numbers_that_the_browser_makes_are_read(tmp_path: Path) -> None:
    page = f"<div><p>{PROSE}</p><ol start=2><li>建港。<li>2.修路。</ol></div>"
    assert lines(read(tmp_path, "page.html", page))[1:] == ["2.建港。", "2.修路。"]


def test_a_part_of_a_page_without_its_table_is_read(tmp_path: Path) -> None:
    part = f"<tbody>\n <tr>\n  <td><p>土 地 使 用 的 批 复</p> <p>{PROSE}</p></td></tr></tbody>"
    assert lines(read(tmp_path, "page.html", part)) == ["土地使用的批复", PROSE]


def test_a_page_nested_too_deep_for_a_tree_is_read_as_lines(tmp_path: Path) -> None:
    page = "<table><tr><td>" * 1000 + f"<p>{PROSE}</p>" + "</td></tr></table>" * 1000
    document = read(tmp_path, "page.html", page)
    assert lines(document) == [PROSE]
    assert [issue.code for issue in document.issues] == [Code.LOST_TEXT]


def test_a_page_in_gbk_that_calls_itself_text_is_read_as_a_page(tmp_path: Path) -> None:
    page = f"<html><body><p>{PROSE}</p></body></html>".encode("gb18030")
    assert lines(read(tmp_path, "page.txt", page)) == [PROSE]


def test_the_record_that_files_a_document_is_no_table_of_it(tmp_path: Path) -> None:
    page = f"""<body><div class="wrap"><table><tr><td>索 引 号：</td><td>YL-01</td></tr>
    <tr><td>发文机关：</td><td>云岚市人民政府</td><td>成文日期：</td><td>2031年5月8日</td></tr>
    <tr><td>标 题：</td><td>云岚市海洋方案</td><td>发布日期：</td><td>2031年5月9日</td></tr></table>
    <div><p>{PROSE}</p><p>{PROSE}</p></div></div></body>"""
    assert lines(read(tmp_path, "page.html", page)) == [PROSE, PROSE]
    short = page.replace(f"<p>{PROSE}</p><p>{PROSE}</p>", f"<p>{PROSE[:-1]}</p><p>短，短，句。</p>")
    assert lines(read(tmp_path, "short.html", short)) == [PROSE[:-1], "短，短，句。"]
