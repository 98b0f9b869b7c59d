"""Dumps what python-docx sees in a .docx file as JSON: read-docx.py FILE.docx

    blocks      paragraphs and tables in their order
    tables      grids: the anchor of every cell with the rows and columns that it covers, as python-docx resolves them
    sections    paper and margins in millimetres
    footers     by kind, one text a paragraph
    properties  of the file
"""

import json
import sys

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def characters(element):
    """Everything printed in an element, the stored results of fields too, which Paragraph.text leaves out."""
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def breaks_page(paragraph):
    own = paragraph.paragraph_format.page_break_before
    style = paragraph.style
    while own is None and style is not None:
        own = style.paragraph_format.page_break_before
        style = style.base_style
    return bool(own)


def ends_section(paragraph):
    properties = paragraph._p.pPr
    return properties is not None and properties.find(qn("w:sectPr")) is not None


def read_paragraph(paragraph, after_section):
    return {
        "kind": "paragraph",
        "style": paragraph.style.name,
        "text": paragraph.text,
        "startsPage": after_section or breaks_page(paragraph),
        "pictures": [
            {"name": picture.get("name"), "description": picture.get("descr")}
            for picture in paragraph._p.iter(qn("wp:docPr"))
        ],
    }


def is_header(row):
    properties = row._tr.trPr
    return properties is not None and properties.find(qn("w:tblHeader")) is not None


def read_table(table):
    anchors = {}
    for row, cells in enumerate([row.cells for row in table.rows]):
        for column, cell in enumerate(cells):
            # A merged cell comes up at each position that it covers.
            anchors.setdefault(cell._tc, {"cell": cell, "covered": []})["covered"].append((row, column))
    cells = []
    for anchor in anchors.values():
        rows = [row for row, _ in anchor["covered"]]
        columns = [column for _, column in anchor["covered"]]
        row_span = max(rows) - min(rows) + 1
        column_span = max(columns) - min(columns) + 1
        if row_span * column_span != len(anchor["covered"]):
            raise ValueError(f"the cell {anchor['cell'].text!r} covers no rectangle: {anchor['covered']}")
        cells.append(
            {
                "text": anchor["cell"].text,
                "row": min(rows),
                "column": min(columns),
                "rowSpan": row_span,
                "columnSpan": column_span,
            }
        )
    return {
        "style": table.style.name,
        "columns": len(table.columns),
        "rows": len(table.rows),
        "headerRows": [index for index, row in enumerate(table.rows) if is_header(row)],
        "cells": sorted(cells, key=lambda cell: (cell["row"], cell["column"])),
    }


def millimetres(length):
    return round(length.mm, 2)


def read_section(section):
    return {
        "orientation": "landscape" if section.orientation == 1 else "portrait",
        "width": millimetres(section.page_width),
        "height": millimetres(section.page_height),
        "margins": {
            "top": millimetres(section.top_margin),
            "bottom": millimetres(section.bottom_margin),
            "left": millimetres(section.left_margin),
            "right": millimetres(section.right_margin),
        },
    }


def read_footer(footer):
    return [characters(paragraph._p) for paragraph in footer.paragraphs]


def main(path):
    document = Document(path)
    blocks = []
    tables = []
    after_section = False
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            paragraph = Paragraph(element, document)
            blocks.append(read_paragraph(paragraph, after_section))
            after_section = ends_section(paragraph)
        elif element.tag == qn("w:tbl"):
            blocks.append({"kind": "table", "table": len(tables)})
            tables.append(read_table(Table(element, document)))
        elif element.tag != qn("w:sectPr"):
            raise ValueError(f"what is {element.tag}?")
    first = document.sections[0]
    result = {
        "blocks": blocks,
        "tables": tables,
        "sections": [read_section(section) for section in document.sections],
        "footers": {"odd": read_footer(first.footer), "even": read_footer(first.even_page_footer)},
        "differentEvenPages": document.settings.odd_and_even_pages_header_footer,
        "properties": {"title": document.core_properties.title, "author": document.core_properties.author},
    }
    json.dump(result, sys.stdout, ensure_ascii=True)


main(sys.argv[1])
