"""Edits a .docx as somebody with an office program would, through python-docx: edit_in_word.py SOURCE TARGET < edits.json

Knows nothing of the program that wrote the file. The edits are a JSON list of objects with one key each:
`replace: [old, new]`, `add_after: [words, new paragraph]`, `delete: words`, `cell: [table, words in its row, column, text]`,
`delete_row: [table, words]`, `add_row_after: [table, words, [texts]]`, `header: text`.
"""

import copy
import json
import sys

import docx
from docx.text.paragraph import Paragraph


def main(source, target):
    document = docx.Document(source)
    for edit in json.load(sys.stdin):
        ((name, argument),) = edit.items()
        EDITS[name](document, argument)
    document.save(target)


def paragraph_with(document, words):
    return next(each for each in document.paragraphs if words in each.text)


def set_text(paragraph, text):
    """Into the first run, as when the whole paragraph is typed anew."""
    first, *rest = paragraph.runs
    first.text = text
    for run in rest:
        run.text = ""


def replace(document, argument):
    old, new = argument
    paragraph = paragraph_with(document, old)
    for run in paragraph.runs:
        if old in run.text:
            run.text = run.text.replace(old, new, 1)
            return
    set_text(paragraph, paragraph.text.replace(old, new, 1))


def add_after(document, argument):
    words, text = argument
    paragraph = paragraph_with(document, words)
    added = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(added)
    set_text(Paragraph(added, paragraph._parent), text)


def delete(document, words):
    element = paragraph_with(document, words)._p
    element.getparent().remove(element)


def row_with(document, table, words):
    return next(row for row in document.tables[table].rows if words in [cell.text for cell in row.cells])


def cell(document, argument):
    table, words, column, text = argument
    set_text(row_with(document, table, words).cells[column].paragraphs[0], text)


def delete_row(document, argument):
    row = row_with(document, *argument)
    row._tr.getparent().remove(row._tr)


def add_row_after(document, argument):
    table, words, texts = argument
    row = row_with(document, table, words)
    added = copy.deepcopy(row._tr)
    row._tr.addnext(added)
    rows = document.tables[table].rows
    index = [each._tr for each in rows].index(added)
    for column, text in enumerate(texts):
        set_text(rows[index].cells[column].paragraphs[0], text)


def header(document, text):
    document.sections[0].header.paragraphs[0].text = text


EDITS = {each.__name__: each for each in (replace, add_after, delete, cell, delete_row, add_row_after, header)}

main(*sys.argv[1:])
