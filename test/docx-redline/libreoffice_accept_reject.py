"""Lets LibreOffice accept and reject all tracked changes and compares the results with the two drafts.

Each argument is a folder with `before.docx`, `after.docx` and `redline.docx`. LibreOffice loads them, accepts or rejects everything
by its own commands and writes them again; python-docx reads what it wrote. Prints a JSON list, for each folder a list of what
differs.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import docx
import uno
from com.sun.star.beans import PropertyValue
from docx.oxml.ns import qn
from docx.table import Table

# LibreOffice puts it into empty cells of rows that it marks as inserted or deleted.
ZERO_WIDTH_JOINER = "\u200d"


class Office:
    def __enter__(self):
        self.profile = tempfile.mkdtemp()
        pipe = f"redline{os.getpid()}"
        self.process = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation=file://{self.profile}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.context = self.connect(pipe)
        create = self.context.ServiceManager.createInstanceWithContext
        self.desktop = create("com.sun.star.frame.Desktop", self.context)
        self.dispatcher = create("com.sun.star.frame.DispatchHelper", self.context)
        return self

    def connect(self, pipe):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except Exception:
                time.sleep(0.5)
        raise RuntimeError("LibreOffice does not answer")

    def __exit__(self, *_):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)

    def rewrite(self, source, target, command=None):
        document = self.desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (named("Hidden", True),))
        if command is not None:
            self.dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
            assert not document.Redlines.createEnumeration().hasMoreElements(), f"{command} left changes"
        document.storeToURL(f"file://{target}", (named("FilterName", "MS Word 2007 XML"),))
        document.close(True)


def named(name, value):
    result = PropertyValue()
    result.Name = name
    result.Value = value
    return result


def reading(path):
    """The text of paragraphs that have any, and the cells of tables with the place of the first cell that each belongs to."""
    document = docx.Document(path)
    blocks = []
    for child in document.element.body:
        if child.tag == qn("w:p"):
            text = "".join(
                each.text or "" if each.tag == qn("w:t") else "\n" if each.tag == qn("w:br") else "\t"
                for each in child.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
                if each.getparent().tag == qn("w:r")
            )
            if text.strip():
                blocks.append(text.strip())
        elif child.tag == qn("w:tbl"):
            table = Table(child, document)
            first = {}
            cells, width = table._cells, table._column_count
            blocks.append(
                [
                    [cell.text.replace(ZERO_WIDTH_JOINER, ""), first.setdefault(cell._tc, divmod(place, width))]
                    for place, cell in enumerate(cells)
                ]
            )
    return blocks


def differences(office, folder):
    found = []
    for name, command in (("after", ".uno:AcceptAllTrackedChanges"), ("before", ".uno:RejectAllTrackedChanges")):
        expected_file = os.path.join(folder, f"office-{name}.docx")
        actual_file = os.path.join(folder, f"office-redline-{name}.docx")
        office.rewrite(os.path.join(folder, f"{name}.docx"), expected_file)
        office.rewrite(os.path.join(folder, "redline.docx"), actual_file, command)
        expected, actual = reading(expected_file), reading(actual_file)
        for index in range(max(len(expected), len(actual))):
            if expected[index : index + 1] != actual[index : index + 1]:
                found.append({"draft": name, "expected": expected[index:][:1], "actual": actual[index:][:1]})
                break
    return found


with Office() as running:
    json.dump([differences(running, folder) for folder in sys.argv[1:]], sys.stdout, ensure_ascii=True)
