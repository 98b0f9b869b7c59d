"""Writes a workbook with much in it that must survive, through openpyxl. Usage: write_workbook.py FILE"""

import datetime
import sys

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

book = Workbook()
sheet = book.active
sheet.title = "网站"
sheet.append(["2024年第二季度检查结果"])
sheet.merge_cells("A1:E1")
sheet.append(["网站名称", "得分", "检查日期", "结果", "备注"])
for row in range(3, 9):
    sheet.append([f"网站{row}", row * 1.5, datetime.date(2024, 6, row), "合格", None])
    sheet.cell(row, 2).number_format = "0.00"
    sheet.cell(row, 3).number_format = 'yyyy"年"m"月"d"日"'
for cell in sheet[2]:
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="1F4E78")
    cell.border = Border(bottom=Side(style="double"))
    cell.alignment = Alignment(horizontal="center", wrap_text=True)
sheet["B9"] = "=SUM(B3:B8)"
sheet["E5"] = "见附件"
sheet["E5"].hyperlink = "https://example.com/"
sheet["D4"].comment = Comment("老李：要核实", "老李", width=120, height=60)
sheet["A6"].protection = Protection(locked=False)
sheet.merge_cells("E6:E8")
rule = DataValidation(type="list", formula1='"合格,不合格"', allow_blank=True)
rule.error, rule.errorTitle = "只能选", "结果"
sheet.add_data_validation(rule)
rule.add("D3:D50")
sheet.conditional_formatting.add("B3:B8", ColorScaleRule("min", None, "FF0000", "max", None, "00FF00"))
sheet.conditional_formatting.add("D3:D8", CellIsRule("equal", ['"不合格"'], fill=PatternFill(bgColor="FF0000")))
sheet.column_dimensions["A"].width = 33
sheet.column_dimensions["C"].hidden = True
sheet.row_dimensions[4].height = 31.5
sheet.row_dimensions[7].hidden = True
sheet.freeze_panes = "B3"
sheet.print_title_rows = "1:2"
sheet.print_area = "A1:E9"
sheet.page_setup.orientation = "landscape"
sheet.page_setup.paperSize = 9
sheet.oddFooter.center.text = "第 &P 页"
sheet.protection.sheet = True
chart = BarChart()
chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=8), titles_from_data=True)
sheet.add_chart(chart, "G2")
second = book.create_sheet("it's 另一张")
second.append(["甲", "乙"])
second.append([1, 2])
second.add_table(Table(displayName="表1", ref="A1:B2"))
second.auto_filter.ref = "A1:B2"
hidden = book.create_sheet("藏")
hidden["A1"] = "藏着"
hidden.sheet_state = "veryHidden"
name = DefinedName("得分", attr_text="网站!$B$3:$B$8")
# openpyxl 3.1 made a dictionary of what was a list.
if hasattr(book.defined_names, "append"):
    book.defined_names.append(name)
else:
    book.defined_names.add(name)
book.save(sys.argv[1])
