"""Writes circulars with python-docx as people make them by hand: no styles, spaces and fonts instead. One file per function."""

import sys
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor


def add(document, text, font="仿宋_GB2312", size=16, align=None, indent=0, bold=False, color=None, right=0):
    paragraph = document.add_paragraph()
    if align is not None:
        paragraph.alignment = align
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(size * indent)
    if right:
        paragraph.paragraph_format.right_indent = Pt(size * right)
    pieces = text if isinstance(text, list) else [(text, font, bold)]
    for words, own_font, own_bold in pieces:
        run = paragraph.add_run(words)
        run.font.size = Pt(size)
        run.font.bold = own_bold
        run.font.name = own_font
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), own_font)
        if color is not None:
            run.font.color.rgb = color
    return paragraph


CENTRE = WD_ALIGN_PARAGRAPH.CENTER
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT


def table(document, rows, header=1):
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for index, row in enumerate(rows):
        for column, value in enumerate(row):
            cell = made.cell(index, column)
            run = cell.paragraphs[0].add_run(value)
            run.font.size = Pt(12)
            if index < header:
                run.font.bold = True
                cell.paragraphs[0].alignment = CENTRE
    return made


SITES = [
    ["序号", "网站名称", "存在问题", "得分"],
    ["1", "示例市人民政府网站", "无", "98.5"],
    ["2", "新区政府网站", "栏目更新不及时", "87"],
    ["合计", "", "", "185.5"],
]


def by_hand(document):
    """Type, alignment and indents set on every paragraph, as in most offices."""
    add(document, "示例市人民政府办公室文件", "方正小标宋简体", 36, CENTRE, color=RGBColor(255, 0, 0))
    add(document, "")
    add(document, "示府办函〔2024〕12号", align=CENTRE)
    add(document, "")
    add(document, "示例市人民政府办公室关于2024年第二季度", "方正小标宋简体", 22, CENTRE)
    add(document, "政府网站检查情况的通报", "方正小标宋简体", 22, CENTRE)
    add(document, "")
    add(document, "各县、区人民政府，市府直属各单位：")
    add(document, "按照有关要求，市政府办公室组织检查了全市政府网站。现将有关情况通报如下：", indent=2)
    add(document, "一、总体情况", "黑体", indent=2)
    add(document, "全市在运行政府网站2家，合格率100%。", indent=2)
    add(document, "二、发现的主要问题", "黑体", indent=2)
    add(document, [("（一）内容更新不及时。", "楷体_GB2312", False), ("新区政府网站有1个栏目没有更新。", "仿宋_GB2312", False)], indent=2)
    add(document, [("（二）", "楷体_GB2312", True), ("链接不可访问", "楷体_GB2312", True)], indent=2)
    add(document, "1.首页链接。涉及1家网站。", indent=2)
    add(document, "（1）友情链接", indent=2)
    add(document, "请于7月20日前报送整改情况。", indent=2)
    add(document, "")
    add(document, "附件：1.政府网站检查情况统计表", indent=2)
    add(document, "2.政府网站检查发现问题清单及其整改要求和", indent=5)
    add(document, "完成时限", indent=6)
    add(document, "")
    add(document, "")
    add(document, "示例市人民政府办公室", align=RIGHT, right=2)
    add(document, "2024年7月10日", align=RIGHT, right=4)
    add(document, "公开方式：主动公开", indent=2)
    add(document, "（联系人：×××，联系电话：×××）", indent=2)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    add(document, "附件1", "黑体")
    add(document, "")
    add(document, "政府网站检查情况统计表", "方正小标宋简体", 22, CENTRE)
    add(document, "（2024年4—6月）", align=CENTRE)
    table(document, SITES)
    add(document, "注：采样时间截至2024年6月30日。", size=14)
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    add(document, "附件2：", "黑体")
    add(document, "政府网站检查发现问题清单", "方正小标宋简体", 22, CENTRE)
    made = table(document, [["序号", "单位", "问题", "问题"], ["", "", "类别", "内容"], ["1", "新区", "更新", "栏目没有更新"], ["2", "新区", "链接", "友情链接不可访问"]], 2)
    made.cell(0, 0).merge(made.cell(1, 0)).text = "序号"
    made.cell(0, 1).merge(made.cell(1, 1)).text = "单位"
    made.cell(0, 2).merge(made.cell(0, 3)).text = "问题"
    made.cell(2, 1).merge(made.cell(3, 1)).text = "新区"
    add(document, "抄送：市委办公室，市人大常委会办公室，市政协办公室。", size=14)
    add(document, "示例市人民政府办公室                2024年7月10日印发", size=14)


def by_blanks(document):
    """Plain text with full-width blanks, as it comes out of a web page or a chat: no alignment, no fonts at all."""
    for text in [
        "　　　　　　示例市人民政府办公室关于2024年第二季度",
        "　　　　　　　　　政府网站检查情况的通报",
        "",
        "各县、区人民政府，市府直属各单位:",
        "　　按照有关要求，市政府办公室组织检查了全市政府网站。现将有关情况通报如下：",
        "　　一、总体情况",
        "　　全市在运行政府网站2家，合格率100%。",
        "　　二、发现的主要问题",
        "　　（一）内容更新不及时。新区政府网站有1个栏目没有更新。",
        "　　请于7月20日前报送整改情况。",
        "",
        "　　附件:1、政府网站检查情况统计表",
        "　　　　 2、政府网站检查发现问题清单",
        "",
        "　　　　　　　　　　　　　　　　示例市人民政府办公室",
        "　　　　　　　　　　　　　　　　　2024年7月10日",
        "",
        "附件一",
        "政府网站检查情况统计表",
    ]:
        document.add_paragraph(text)
    made = table(document, SITES)
    made.cell(3, 0).merge(made.cell(3, 2))
    document.add_paragraph("附件二")
    document.add_paragraph("政府网站检查发现问题清单")
    document.add_paragraph("1.新区政府网站栏目没有更新。")


if __name__ == "__main__":
    name, target = sys.argv[1:]
    written = Document()
    globals()[name](written)
    written.save(target)
