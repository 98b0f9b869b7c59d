"""Fills in and describes workbooks with openpyxl, a library that this project does not write them with.

    openpyxl_tool.py fill FORM.xlsx FILLED.xlsx    rows as JSON on standard input: {sheet: [{heading: value}]}
    openpyxl_tool.py complete FORM.xlsx FILLED.xlsx  values for rows that are there: {sheet: {heading: value}}, or a list of values
    openpyxl_tool.py describe FILE.xlsx            JSON on standard output
"""

import json
import sys

import openpyxl

HEADING_ROW = 2
FIRST_ROW = 4


def columns_of(sheet):
    headings = {}
    for cell in sheet[HEADING_ROW]:
        if cell.value is not None:
            headings[str(cell.value).rstrip("*")] = cell.column
    return headings


def write(sheet, row, column, value):
    cell = sheet.cell(row, column)
    cell.value = value
    # openpyxl takes a text that begins with = for a formula.
    if isinstance(value, str):
        cell.data_type = "s"


def fill(workbook, tables):
    for name, rows in tables.items():
        sheet = workbook[name]
        columns = columns_of(sheet)
        for index, row in enumerate(rows):
            for heading, value in row.items():
                write(sheet, FIRST_ROW + index, columns[heading], value)


def complete(workbook, tables):
    for name, values in tables.items():
        sheet = workbook[name]
        columns = columns_of(sheet)
        number = FIRST_ROW
        while any(sheet.cell(number, column).value is not None for column in columns.values()):
            for heading, value in values.items():
                chosen = value[(number - FIRST_ROW) % len(value)] if isinstance(value, list) else value
                if chosen is not None:
                    write(sheet, number, columns[heading], chosen)
            number += 1


def describe(workbook):
    return [
        {
            "name": sheet.title,
            "state": sheet.sheet_state,
            "freeze": sheet.freeze_panes,
            "titleRows": sheet.print_title_rows,
            "filter": sheet.auto_filter.ref,
            "landscape": sheet.page_setup.orientation == "landscape",
            "cells": [[cell.value if cell.value is None else str(cell.value) for cell in row] for row in sheet.iter_rows()],
            "types": [[cell.data_type for cell in row] for row in sheet.iter_rows()],
            "formats": [[cell.number_format for cell in row] for row in sheet.iter_rows()],
            "columnFormats": {
                letters: dimension.number_format for letters, dimension in sheet.column_dimensions.items()
            },
            "widths": {letters: dimension.width for letters, dimension in sheet.column_dimensions.items()},
            "notes": {
                cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment is not None
            },
            "merges": [str(merge) for merge in sheet.merged_cells.ranges],
            "rules": [
                {
                    "cells": str(rule.sqref),
                    "type": rule.type,
                    # Without an operator a rule means between (ECMA-376 Part 1, 18.3.1.32).
                    "operator": rule.operator or "between",
                    "formula": rule.formula1,
                    "formula2": rule.formula2,
                    "style": rule.errorStyle or "stop",
                    "message": rule.error,
                    "shown": rule.showErrorMessage,
                }
                for rule in sheet.data_validations.dataValidation
            ],
            "conditional": [
                {"cells": str(ranges.sqref), "formulas": [formula for rule in rules for formula in rule.formula]}
                for ranges, rules in sheet.conditional_formatting._cf_rules.items()
            ],
        }
        for sheet in workbook.worksheets
    ]


def main():
    command, source = sys.argv[1], sys.argv[2]
    workbook = openpyxl.load_workbook(source)
    if command == "describe":
        json.dump(describe(workbook), sys.stdout, ensure_ascii=False)
        return
    tables = json.loads(sys.stdin.buffer.read().decode("utf-8"))
    (fill if command == "fill" else complete)(workbook, tables)
    workbook.save(sys.argv[3])


main()
