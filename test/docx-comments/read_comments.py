"""Prints what python-docx and lxml see of a document's comments: JSON with each comment's id, author, text and marked text."""
import json
import sys

from docx import Document
from docx.oxml.ns import qn

document = Document(sys.argv[1])
part = next(r.target_part for r in document.part.rels.values() if r.reltype.endswith("/comments"))

from lxml import etree

root = etree.fromstring(part.blob)
comments = {
    comment.get(qn("w:id")): {
        "author": comment.get(qn("w:author")),
        "date": comment.get(qn("w:date")),
        "lines": ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in comment.iter(qn("w:p"))],
        "marked": "",
    }
    for comment in root.iter(qn("w:comment"))
}
opened = set()
for element in document.element.body.iter():
    if element.tag == qn("w:commentRangeStart"):
        opened.add(element.get(qn("w:id")))
    elif element.tag == qn("w:commentRangeEnd"):
        opened.remove(element.get(qn("w:id")))
    elif element.tag == qn("w:t"):
        for identifier in opened:
            comments[identifier]["marked"] += element.text or ""
paragraphs = [p.text for p in document.paragraphs] + [c.text for t in document.tables for r in t.rows for c in r.cells]
print(json.dumps({"comments": comments, "paragraphs": paragraphs}, ensure_ascii=False))
