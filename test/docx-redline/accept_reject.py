"""Accepts and rejects all tracked changes of .docx files and compares the results with the two drafts, as python-docx reads them.

Knows nothing of the program that wrote the files, only ISO/IEC 29500-1, 17.13.5: each argument is a folder with `before.docx`,
`after.docx` and `redline.docx`. Prints a JSON list, for each folder a list of what differs.
"""

import copy
import hashlib
import io
import json
import os
import sys
import zipfile

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

# Paragraphs that nobody sees, one point high, where a table or a section needs one.
UNSEEN = {"间隔", "表间"}


def resolved(path, accept):
    """The file as python-docx opens it after all changes are accepted or rejected."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    check_ids(root)
    resolve(root.find(qn("w:body")), accept)
    left = [each.tag for each in root.iter(*map(qn, ("w:ins", "w:del", "w:delText", "w:pPrChange", "w:sectPrChange")))]
    assert not left, left
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    result.seek(0)
    return docx.Document(result)


def check_ids(root):
    ids = [each.get(qn("w:id")) for each in root.iter() if each.get(qn("w:author")) is not None]
    assert len(ids) == len(set(ids)), "the ids of tracked changes repeat"


def resolve(body, accept):
    goes, stays = ("w:del", "w:ins") if accept else ("w:ins", "w:del")
    for row in list(body.iter(qn("w:tr"))):
        properties = row.find(qn("w:trPr"))
        if properties is not None and properties.find(qn(goes)) is not None:
            row.getparent().remove(row)
        elif properties is not None and properties.find(qn(stays)) is not None:
            properties.remove(properties.find(qn(stays)))
    for table in list(body.iter(qn("w:tbl"))):
        if table.find(qn("w:tr")) is None and table.getparent() is not None:
            table.getparent().remove(table)
    for each in list(body.iter(qn(goes))):
        if each.getparent().tag == qn("w:p"):
            each.getparent().remove(each)
    for each in list(body.iter(qn(stays))):
        parent = each.getparent()
        if parent.tag != qn("w:p"):
            continue
        place = parent.index(each)
        for child in reversed(list(each)):
            parent.insert(place, child)
        parent.remove(each)
    for each in body.iter(qn("w:delText")):
        each.tag = qn("w:t")
    for name, properties_name in (("w:pPrChange", "w:pPr"), ("w:sectPrChange", "w:sectPr")):
        for change in list(body.iter(qn(name))):
            former_properties(change, properties_name, accept)
    for container in [body, *body.iter(qn("w:tc"))]:
        merge_paragraphs(container, qn(goes))
    for properties in body.iter(qn("w:rPr")):
        for each in list(properties.iter(qn("w:ins"), qn("w:del"))):
            properties.remove(each)


def former_properties(change, name, accept):
    current = change.getparent()
    current.remove(change)
    if accept:
        return
    kept = [child for child in current if child.tag in (qn("w:rPr"), qn("w:sectPr"), qn("w:headerReference"), qn("w:footerReference"))]
    former = list(change.find(qn(name)))
    for child in list(current):
        current.remove(child)
    references = [child for child in kept if child.tag.endswith("Reference")]
    for child in [*references, *former, *(child for child in kept if child not in references)]:
        current.append(child)


def merge_paragraphs(container, goes):
    """A paragraph whose mark goes becomes one with the next paragraph, which keeps its own properties."""
    carried = []
    for paragraph in list(container):
        if paragraph.tag == qn("w:tbl"):
            assert not carried, "text would have to become one with a table"
            continue
        if paragraph.tag != qn("w:p"):
            continue
        properties = paragraph.find(qn("w:pPr"))
        content = [child for child in paragraph if child.tag != qn("w:pPr")]
        if properties is not None and properties.find(f"{qn('w:rPr')}/{goes}") is not None:
            carried += content
            container.remove(paragraph)
            continue
        for place, child in enumerate(carried):
            paragraph.insert((0 if properties is None else 1) + place, child)
        carried = []
    assert not carried, "text would be lost at the end"


def reading(document):
    """What python-docx sees: paragraphs with their style, text and pictures, and the grids of tables."""
    body = document.element.body
    blocks = []
    for child in body:
        if child.tag == qn("w:p"):
            blocks += paragraph(Paragraph(child, document))
        elif child.tag == qn("w:tbl"):
            blocks += table(Table(child, document))
    return {"blocks": blocks, "sections": [each.orientation for each in document.sections]}


def paragraph(each):
    pictures = [
        hashlib.sha256(each.part.related_parts[blip.get(qn("r:embed"))].blob).hexdigest()
        for blip in each._p.iter(qn("a:blip"))
    ]
    if each.style.name in UNSEEN and each.text == "" and not pictures:
        return []
    return [["paragraph", each.style.name, each.text, *pictures]]


def table(each):
    if not each.rows:
        return []
    first = {}
    grid = []
    for r, row in enumerate(cells_of(each)):
        grid.append([[cell.text, first.setdefault(cell._tc, f"{r},{c}")] for c, cell in enumerate(row)])
    header = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in each.rows]
    return [["table", each.style.name, header, grid]]


def cells_of(each):
    """`row.cells` of all rows: python-docx works out the whole table for each row."""
    cells, width = each._cells, each._column_count
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def differences(folder):
    found = []
    for name, accept in (("after", True), ("before", False)):
        expected = reading(docx.Document(os.path.join(folder, f"{name}.docx")))
        try:
            actual = reading(resolved(os.path.join(folder, "redline.docx"), accept))
        except AssertionError as problem:
            found.append({"draft": name, "problem": str(problem)})
            continue
        for index in range(max(len(expected["blocks"]), len(actual["blocks"]))):
            wanted = expected["blocks"][index] if index < len(expected["blocks"]) else None
            got = actual["blocks"][index] if index < len(actual["blocks"]) else None
            if wanted != got:
                found.append({"draft": name, "block": index, "expected": wanted, "actual": got})
                break
        if accept and expected["sections"] != actual["sections"]:
            found.append({"draft": name, "expected": expected["sections"], "actual": actual["sections"]})
    return found


json.dump([differences(folder) for folder in sys.argv[1:]], sys.stdout, ensure_ascii=True)
