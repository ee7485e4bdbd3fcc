"""A briefing as a report in the layout of an official document."""

from __future__ import annotations

from ui.briefing.contents import Briefing, figure_pages
from ui.briefing.template import Template
from ui.figures import font
from ui.figures.drawing import PAGE
from ui.figures.writers import report

_MANY = 7  # columns, for which an upright page is too narrow
_COUNTED = "一二三四五六七八九十"


def write_document(briefing: Briefing, template: Template) -> bytes:
    """DOCX: numbered headings, paragraphs, figures as pictures, tables that can be edited."""
    document = report.open_document(template.base("docx"), briefing.title)
    report.add_title(document, briefing.title)
    report.add_subtitle(document, briefing.about)
    figures = tables = 0
    for at, section in enumerate(briefing.sections):
        number = f"{_COUNTED[at]}、" if at < len(_COUNTED) else ""
        report.add_heading(document, number + section.heading)
        for paragraph in section.paragraphs:
            report.add_paragraph(document, paragraph)
        for name in section.figures:
            pages = figure_pages(briefing.scope, name, PAGE, figures + 1)
            figures += bool(pages)
            font.check(text for page in pages for text in page.texts())
            for page in pages:
                report.add_figure(document, page)
        for table in section.tables:
            tables += 1
            wide = len(table.heads) >= _MANY
            if wide:
                report.turn(document)
            report.add_caption(document, f"表{tables}　{table.title}")
            report.add_table(document, table.heads, table.rows, table.shares)
            if wide:
                report.turn(document)
    return report.document_bytes(document)
