"""Writes a circular with python-docx as somebody types it: no styles and no fonts, only what stands in the middle or on the right."""

import json
import sys

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK

ALIGNED = {"title": WD_ALIGN_PARAGRAPH.CENTER, "signature": WD_ALIGN_PARAGRAPH.RIGHT}

document = Document()
for line in json.load(open(sys.argv[1], encoding="utf-8")):
    if line["kind"] == "table":
        rows = line["rows"]
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is None:
                    continue
                first = table.cell(number, column)
                if cell["columns"] > 1 or cell["rows"] > 1:
                    first = first.merge(table.cell(number + cell["rows"] - 1, column + cell["columns"] - 1))
                first.paragraphs[0].add_run(cell["text"])
        continue
    if line["kind"] == "label":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    paragraph = document.add_paragraph(line["text"] + line.get("rest", ""))
    if line["kind"] in ALIGNED:
        paragraph.alignment = ALIGNED[line["kind"]]
    elif line["kind"] in ("paragraph", "heading", "runIn", "listed"):
        paragraph.paragraph_format.first_line_indent = 406400
document.save(sys.argv[2])
