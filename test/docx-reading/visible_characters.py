"""Prints, for each .docx file in a folder, the visible characters of its body as an independent reader sees them: one JSON object.

Every w:t outside deleted and hidden runs counts; of alternatives only the first choice does.
"""

import json
import sys
from pathlib import Path
from docx import Document
from docx.oxml.ns import qn

SKIPPED = {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}


def visible(element, found):
    if element.tag in SKIPPED:
        return
    if element.tag == qn("w:r") and element.find(qn("w:rPr") + "/" + qn("w:vanish")) is not None:
        return
    if element.tag == qn("w:t"):
        found.append(element.text or "")
    for child in element:
        visible(child, found)


result = {}
for path in sorted(Path(sys.argv[1]).glob("*.docx")):
    texts = []
    visible(Document(path).element.body, texts)
    result[path.name] = "".join(texts)
json.dump(result, sys.stdout, ensure_ascii=True)
