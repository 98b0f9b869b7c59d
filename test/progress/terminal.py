"""Runs a program in a terminal of its own and interrupts it if wanted.

Standard input: JSON with `command`, `folder`, `columns`, `environment`, and `interrupt`: null, or [text to wait for, "key" or a signal].
Standard output: JSON with the `status` (negative for a signal), what was `received` as it came, and whether it was `interrupted`.
"""

import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

LONGEST_WAIT = 40

task = json.load(sys.stdin)
ready_to_read, ready_to_write = os.pipe()
news_to_read, news_to_write = os.pipe()
session, terminal = pty.fork()
if session == 0:
    # Takes the part of the shell: when the first process of a terminal ends, what has just been printed there may be lost.
    os.close(ready_to_write)
    os.read(ready_to_read, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    program = os.fork()
    if program != 0:
        _, ended = os.waitpid(program, 0)
        time.sleep(0.1)
        os.write(news_to_write, b"%d\n" % ended)
        os._exit(0)
    os.write(news_to_write, b"%d\n" % os.getpid())
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.chdir(task["folder"])
    for name in ("CI", "VITEST", "NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)
    os.environ.update({"TERM": "xterm", **task["environment"]})
    os.execv(task["command"][0], task["command"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, task["columns"], 0, 0))
os.write(ready_to_write, b"x")
os.close(news_to_write)
news = os.fdopen(news_to_read)
pid = int(news.readline())

received = b""
interrupted = False
deadline = time.monotonic() + LONGEST_WAIT
while time.monotonic() < deadline:
    if not select.select([terminal], [], [], 0.2)[0]:
        continue
    try:
        data = os.read(terminal, 65536)
    except OSError:
        data = b""
    if data == b"":
        break
    received += data
    if task["interrupt"] and not interrupted and task["interrupt"][0].encode() in received:
        interrupted = True
        if task["interrupt"][1] == "key":
            os.write(terminal, b"\x03")
        else:
            os.kill(pid, getattr(signal, task["interrupt"][1]))
else:
    os.kill(pid, 9)
os.waitpid(session, 0)
status = int(news.read().split()[-1])
answer = {
    "status": os.waitstatus_to_exitcode(status),
    "received": received.decode("utf-8", "replace"),
    "interrupted": interrupted,
}
json.dump(answer, sys.stdout, ensure_ascii=False)
