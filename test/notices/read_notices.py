"""Tells what python-docx and openpyxl read in a folder of notices.

    read_notices.py FOLDER [PATTERN]    JSON on standard output: {"notices": {file: {paragraphs, tables}}, "index": {rows, types}}
"""

import json
import pathlib
import sys

import docx
import openpyxl

folder = pathlib.Path(sys.argv[1])
notices = {}
for path in sorted(folder.glob(sys.argv[2] if len(sys.argv) > 2 else "*.docx")):
    document = docx.Document(str(path))
    notices[path.name] = {
        "paragraphs": [line for paragraph in document.paragraphs for line in paragraph.text.split("\n") if line],
        "tables": [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables],
    }
sheet = openpyxl.load_workbook(str(folder / "目录.xlsx"))["目录"]
rows = list(sheet.iter_rows(min_row=2))
index = {
    "rows": [[cell.value for cell in row] for row in rows],
    "types": [[cell.data_type for cell in row] for row in rows[1:]],
}
json.dump({"notices": notices, "index": index}, sys.stdout, ensure_ascii=False)
