"""Prints what a reader of ours has nothing to do with: every cell of a workbook with its value (the formula, where it is one) and format."""

import json
import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1])
cells = {}
for sheet in workbook.worksheets:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None or cell.has_style:
                look = [cell.font.name, cell.font.b, cell.fill.fgColor.rgb, cell.number_format, cell.alignment.wrap_text]
                cells[f"{sheet.title}!{cell.coordinate}"] = [str(cell.value), look]
    cells[f"{sheet.title} merged"] = sorted(str(merge) for merge in sheet.merged_cells.ranges)
    cells[f"{sheet.title} validations"] = sorted(str(rule.sqref) for rule in sheet.data_validations.dataValidation)
json.dump(cells, sys.stdout, ensure_ascii=False)
