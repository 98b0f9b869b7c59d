"""Compares a workbook with its annotated copy as openpyxl reads them, and prints what it finds as JSON.

Usage: read_workbooks.py ORIGINAL COPY
"""

import json
import sys

from openpyxl import load_workbook


def alignment_of(alignment):
    """With what is left out written as what it means."""
    return [
        alignment.horizontal or "general",
        alignment.vertical or "bottom",
        bool(alignment.wrapText),
        bool(alignment.shrinkToFit),
        alignment.indent,
        alignment.textRotation,
    ]


def facts_of(cell):
    """Everything about a cell but its fill and its note."""
    return {
        "value": repr(cell.value),
        "format": cell.number_format,
        "font": repr(cell.font),
        "border": repr(cell.border),
        "alignment": alignment_of(cell.alignment),
        "protection": repr(cell.protection),
        "hyperlink": cell.hyperlink and [cell.hyperlink.ref, cell.hyperlink.location, cell.hyperlink.target],
    }


def names_of(owner):
    """Defined names of a workbook or a sheet; openpyxl 3.1 made a dictionary of what was a list."""
    names = owner.defined_names
    listed = names.definedName if hasattr(names, "definedName") else names.values()
    return sorted([name.name, str(name.localSheetId), name.attr_text] for name in listed)


def facts_of_sheet(sheet):
    return {
        "state": sheet.sheet_state,
        "merges": sorted(str(merge) for merge in sheet.merged_cells.ranges),
        "widths": {key: [column.width, column.hidden] for key, column in sheet.column_dimensions.items()},
        "heights": {key: [row.height, row.hidden] for key, row in sheet.row_dimensions.items() if row.height or row.hidden},
        "validations": [
            [str(rule.sqref), rule.type, rule.formula1, rule.formula2, rule.allow_blank, rule.errorTitle, rule.error]
            for rule in sheet.data_validations.dataValidation
        ],
        "conditional": [
            [str(formats.sqref), rule.type, rule.priority, rule.formula, repr(rule.dxf), repr(rule.colorScale)]
            for formats in sheet.conditional_formatting
            for rule in formats.rules
        ],
        "freeze": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "tables": {table.name: table.ref for table in sheet.tables.values()},
        "printing": [
            sheet.print_title_rows,
            str(sheet.print_area),
            sheet.page_setup.orientation,
            sheet.page_setup.paperSize,
            repr(sheet.page_margins),
            repr(sheet.HeaderFooter.oddFooter.center.text),
            repr(sheet.sheet_properties),
        ],
        "protection": repr(sheet.protection),
        "pictures": len(sheet._images),
        "charts": len(sheet._charts),
        "names": names_of(sheet) if hasattr(sheet, "defined_names") else None,
    }


def main():
    original, copy = (load_workbook(path) for path in sys.argv[1:3])
    stored, stored_copy = (load_workbook(path, data_only=True) for path in sys.argv[1:3])
    differences = []
    fills = {}
    notes = {}
    old_notes = {}
    for sheet in original.worksheets:
        other = copy[sheet.title]
        for key, (old, new) in {
            key: (facts_of_sheet(sheet)[key], facts_of_sheet(other)[key]) for key in facts_of_sheet(sheet)
        }.items():
            if old != new:
                differences.append([sheet.title, key, old, new])
        for row in range(1, max(sheet.max_row, other.max_row) + 1):
            for column in range(1, max(sheet.max_column, other.max_column) + 1):
                old, new = sheet.cell(row, column), other.cell(row, column)
                address = f"{sheet.title}!{old.coordinate}"
                if facts_of(old) != facts_of(new):
                    differences.append([address, facts_of(old), facts_of(new)])
                if stored[sheet.title].cell(row, column).value != stored_copy[sheet.title].cell(row, column).value:
                    differences.append([address, "stored value"])
                if repr(old.fill) != repr(new.fill):
                    fills[address] = new.fill.fgColor.rgb
                if old.comment:
                    old_notes[address] = old.comment.text
                if new.comment:
                    notes[address] = new.comment.text
    if names_of(original) != names_of(copy):
        differences.append(["defined names"])
    if original.active.title != copy.active.title:
        differences.append(["active sheet"])
    summary = copy.worksheets[-1]
    print(
        json.dumps(
            {
                "sheets": copy.sheetnames,
                "oldSheets": original.sheetnames,
                "differences": differences,
                "fills": fills,
                "notes": notes,
                "oldNotes": old_notes,
                "summary": [[cell.value for cell in row] for row in summary.iter_rows()],
                "links": {
                    cell.coordinate: cell.hyperlink.location for row in summary.iter_rows() for cell in row if cell.hyperlink
                },
            },
            ensure_ascii=False,
        )
    )


main()
