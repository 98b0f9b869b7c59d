"""Runs a program in a terminal of its own and answers its questions.

Standard input: JSON with `command`, `folder` and `steps`, a list of [text to wait for, keys to press].
Standard output: JSON with the program's `status` and what was on the `screen`, without the codes that move the cursor.
"""

import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
import time

LONGEST_WAIT = 20

task = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(task["folder"])
    os.environ.update({"TERM": "xterm", "NO_COLOR": "1"})
    for name in ("CI", "VITEST"):
        os.environ.pop(name, None)
    os.execv(task["command"][0], task["command"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 160, 0, 0))

received = b""
ended = False


def read(seconds):
    """Takes in what comes within the time; says whether anything came."""
    global received, ended
    ready, _, _ = select.select([terminal], [], [], seconds)
    if not ready:
        return False
    try:
        data = os.read(terminal, 65536)
    except OSError:
        data = b""
    received += data
    ended = ended or data == b""
    return data != b""


def screen():
    text = re.sub(r"\x1b\[[0-9;?]*[ -/]*[@-~]", "", received.decode("utf-8", "replace"))
    return text.replace("\r", "")


position = 0
for text, keys in task["steps"]:
    deadline = time.monotonic() + LONGEST_WAIT
    while text not in screen()[position:] and not ended and time.monotonic() < deadline:
        read(0.2)
    found = screen().find(text, position)
    if found < 0:
        sys.stderr.write(f"waited in vain for {text}: {screen()[position:]}")
        os.kill(pid, 9)
        sys.exit(1)
    # The question is drawn in pieces; the keys come when it rests.
    while read(0.15):
        pass
    position = len(screen())
    for key in re.findall(r"\x1b\[.|.", keys, re.S):
        os.write(terminal, key.encode())
        while read(0.03):
            pass

deadline = time.monotonic() + LONGEST_WAIT
while not ended and time.monotonic() < deadline:
    read(0.2)
if not ended:
    os.kill(pid, 9)
_, status = os.waitpid(pid, 0)
json.dump({"status": os.waitstatus_to_exitcode(status), "screen": screen()}, sys.stdout, ensure_ascii=False)
