"""Prints what python-docx sees in the .docx named by the first argument, as JSON."""

import json
import sys

import docx
from docx.oxml.ns import qn


def table(each):
    """The grid as text; a merged cell shows its text in every place that it covers."""
    return {
        "style": each.style.name,
        "rows": [[cell.text for cell in row.cells] for row in each.rows],
        # The place of the first cell that shares its content: tells merged cells from cells of equal text.
        "origins": origins(each),
        "headerRows": sum(1 for row in each.rows if row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None),
    }


def origins(each):
    first = {}
    result = []
    for r, row in enumerate(each.rows):
        line = []
        for c, cell in enumerate(row.cells):
            line.append(first.setdefault(cell._tc, f"{r},{c}"))
        result.append(line)
    return result


def paragraph(each):
    return {
        "style": each.style.name,
        "text": each.text,
        "outline": outline(each),
        "runs": [{"text": run.text, "style": run.style.name} for run in each.runs],
    }


def outline(each):
    """The outline level that the style or one below it says, from 1."""
    style = each.style
    while style is not None:
        level = style.element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if level is not None:
            return int(level.get(qn("w:val"))) + 1
        style = style.base_style
    return None


document = docx.Document(sys.argv[1])
properties = document.core_properties
json.dump(
    {
        "paragraphs": [paragraph(each) for each in document.paragraphs],
        "tables": [table(each) for each in document.tables],
        "sections": [
            {
                "orientation": "landscape" if each.orientation == docx.enum.section.WD_ORIENT.LANDSCAPE else "portrait",
                "width": round(each.page_width.mm),
                "height": round(each.page_height.mm),
                "margins": [
                    round(edge.mm) for edge in (each.top_margin, each.right_margin, each.bottom_margin, each.left_margin)
                ],
                "footer": [each_paragraph.text for each_paragraph in each.footer.paragraphs],
                "ownFooter": not each.footer.is_linked_to_previous,
                "firstPageDiffers": each.different_first_page_header_footer,
            }
            for each in document.sections
        ],
        "oddAndEvenPagesDiffer": document.settings.odd_and_even_pages_header_footer,
        "title": properties.title,
        "author": properties.author,
        "created": properties.created.isoformat() if properties.created else None,
        "pictures": len(document.inline_shapes),
    },
    sys.stdout,
    ensure_ascii=False,
)
