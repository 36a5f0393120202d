"""Guards the upper bound on PySide6: one of its releases loses a reference per emit."""

import subprocess
import sys

EMITS = 5_000
LOOP = f"""
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rang = Signal(int)

bell = Bell()
heard = []
bell.rang.connect(heard.append)
for number in range({EMITS}):
    bell.rang.emit(number)
print(len(heard))
"""


def test_many_signal_emits_do_not_end_the_process() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LOOP], capture_output=True, text=True, check=False, timeout=50
    )
    assert (run.returncode, run.stdout.strip()) == (0, str(EMITS)), run.stderr
