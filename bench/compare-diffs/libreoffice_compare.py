"""Lets LibreOffice compare pairs of drafts and counts what it marks.

The first argument is how many seconds one comparison may take; each of the others is a folder with `before.docx` and `after.docx`.
Prints `{"version": …, "pairs": […]}`; a pair is what `measure` gives, or null where LibreOffice took longer.
"""

import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import uno
from com.sun.star.beans import PropertyValue


class Office:
    """A LibreOffice of its own, which neither sees nor changes anybody's settings."""

    def __init__(self):
        self.profile = tempfile.mkdtemp()
        pipe = f"compare{os.getpid()}"
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
            start_new_session=True,
        )
        context = self.connect(pipe)
        create = context.ServiceManager.createInstanceWithContext
        self.desktop = create("com.sun.star.frame.Desktop", context)
        self.dispatcher = create("com.sun.star.frame.DispatchHelper", context)
        settings = create("com.sun.star.configuration.ConfigurationProvider", context)
        self.version = settings.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess", (named("nodepath", "/org.openoffice.Setup/Product"),)
        ).ooSetupVersionAboutBox

    def connect(self, pipe):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except Exception:
                time.sleep(0.5)
        raise RuntimeError("LibreOffice does not answer")

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()
        shutil.rmtree(self.profile, ignore_errors=True)

    def kill(self):
        """soffice starts the program proper as a child: both are in a group of their own."""
        try:
            os.killpg(self.process.pid, 9)
        except ProcessLookupError:
            pass


def named(name, value):
    result = PropertyValue()
    result.Name = name
    result.Value = value
    return result


def each(container):
    members = container.createEnumeration()
    while members.hasMoreElements():
        yield members.nextElement()


def measure(office, folder):
    """How many tracked changes LibreOffice makes of the differences, and how many rows of tables in the text they mark."""
    # With "Hidden" the second comparison of a session brings LibreOffice 7.4 down.
    document = office.desktop.loadComponentFromURL(f"file://{folder}/after.docx", "_blank", 0, ())
    older = named("URL", f"file://{folder}/before.docx")
    office.dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, (older,))
    kinds = {}
    for change in each(document.Redlines):
        kind = change.getPropertyValue("RedlineType")
        kinds[kind] = kinds.get(kind, 0) + 1
    rows, marked = table_rows(document)
    document.close(True)
    return {"changes": sum(kinds.values()), "kinds": kinds, "rows": rows, "markedRows": marked}


def table_rows(document):
    """The rows of all tables of the text, those of deleted tables among them, and how many of them are marked."""
    rows = marked = 0
    open_changes = set()
    for block in each(document.Text):
        if block.supportsService("com.sun.star.text.TextTable"):
            starts = block.getPropertyValue("StartRedline")
            if starts:
                follow(open_changes, {one.Name: one.Value for one in starts})
            count = block.Rows.Count
            rows += count
            marked += count if open_changes else sum(is_marked(block, row) for row in range(count))
            ends = block.getPropertyValue("EndRedline")
            if ends:
                follow(open_changes, {one.Name: one.Value for one in ends})
        else:
            for portion in each(block):
                if portion.TextPortionType == "Redline":
                    follow(
                        open_changes,
                        {"IsStart": portion.IsStart, "RedlineIdentifier": portion.RedlineIdentifier, "IsCollapsed": portion.IsCollapsed},
                    )
    return rows, marked


def follow(open_changes, mark):
    if mark["IsCollapsed"]:
        return
    if mark["IsStart"]:
        open_changes.add(mark["RedlineIdentifier"])
    else:
        open_changes.discard(mark["RedlineIdentifier"])


def is_marked(table, row):
    # False for a row that was inserted or deleted as a whole.
    if not table.Rows.getByIndex(row).HasTextChangesOnly:
        return True
    return any(
        portion.TextPortionType == "Redline"
        for name in table.CellNames
        if name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") == str(row + 1)
        for paragraph in each(table.getCellByName(name))
        for portion in each(paragraph)
    )
