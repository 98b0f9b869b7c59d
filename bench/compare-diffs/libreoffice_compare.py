"""Lets LibreOffice compare pairs of drafts and counts what it marks.

The first argument is how many seconds one comparison may take; each of the others is a folder with `before.docx` and `after.docx`.
Prints `{"version": …, "pairs": […]}`; a pair is what `measure` gives, null where LibreOffice took longer, or
`{"problem": …}` where it crashed.
"""

import json
import os
import shutil
import string
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
                f"-env:UserInstallation={uno.systemPathToFileUrl(self.profile)}",
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


def address(folder, name):
    return uno.systemPathToFileUrl(os.path.join(folder, name))


def each(container):
    members = container.createEnumeration()
    while members.hasMoreElements():
        yield members.nextElement()


def measure(office, folder):
    """How many tracked changes LibreOffice makes of the differences, and how many rows of tables in the text they mark."""
    # With "Hidden" the second comparison of a session brings LibreOffice 7.4 down.
    document = office.desktop.loadComponentFromURL(address(folder, "after.docx"), "_blank", 0, ())
    older = named("URL", address(folder, "before.docx"))
    office.dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, (older,))
    kinds = {}
    for change in each(document.Redlines):
        kind = change.getPropertyValue("RedlineType")
        kinds[kind] = kinds.get(kind, 0) + 1
    rows, marked = table_rows(document)
    document.close(True)
    return {"kinds": kinds, "rows": rows, "markedRows": marked}


def table_rows(document):
    """The rows of all tables of the text, those of deleted tables among them, and how many of them are marked.

    A change that begins or ends with a table names the table; one that does so within a paragraph is a portion of it.
    """
    at_tables = {}
    for change in each(document.Redlines):
        for end in (change.getPropertyValue("RedlineStart"), change.getPropertyValue("RedlineEnd")):
            if is_table(end):
                at_tables.setdefault(end.Name, []).append(change.getPropertyValue("RedlineIdentifier"))
    rows = marked = 0
    open_changes = set()
    for block in each(document.Text):
        if is_table(block):
            # Both ends stand before the table: what is open now covers it.
            open_changes.symmetric_difference_update(at_tables.get(block.Name, ()))
            rows += block.Rows.Count
            marked += block.Rows.Count if open_changes else len(rows_with_marks(block))
        else:
            for portion in marks(block):
                if portion.IsStart:
                    open_changes.add(portion.RedlineIdentifier)
                else:
                    open_changes.discard(portion.RedlineIdentifier)
    return rows, marked


def is_table(block):
    return block.supportsService("com.sun.star.text.TextTable")


def marks(paragraph):
    for portion in each(paragraph):
        if portion.TextPortionType == "Redline" and not portion.IsCollapsed:
            yield portion


def rows_with_marks(table):
    return {
        name.lstrip(string.ascii_letters)
        for name in table.CellNames
        for paragraph in each(table.getCellByName(name))
        if any(True for _ in marks(paragraph))
    }


def compare(folders, seconds):
    """Measures each pair with one LibreOffice; only where it crashes or takes too long is it started again."""
    results = []
    version = None
    office = None
    try:
        for folder in folders:
            if office is None:
                office = Office()
                version = office.version
            too_long = threading.Event()
            watch = threading.Timer(seconds, lambda running: (too_long.set(), running.kill()), (office,))
            watch.start()
            try:
                results.append(measure(office, folder))
            except Exception as error:
                results.append(None if too_long.is_set() else {"problem": str(error)})
                office.kill()
                office.close()
                office = None
            finally:
                watch.cancel()
    finally:
        if office is not None:
            office.close()
    return {"version": version, "pairs": results}


json.dump(compare(sys.argv[2:], float(sys.argv[1])), sys.stdout, ensure_ascii=True)
