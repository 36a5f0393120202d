"""A program at a terminal, where it asks for passwords."""

from __future__ import annotations

import os
import pty
import sys
from collections.abc import Sequence
from pathlib import Path

ASKS = b":"


def answered(words: Sequence[str], *answers: str) -> tuple[int, str]:
    """Exit status, and what the terminal showed. Each answer is typed when the program asks,
    with a line that ends in a colon."""
    process, terminal = pty.fork()
    if process == 0:
        os.execvp(words[0], list(words))  # noqa: S606 - the words are ours
    left, shown, line = list(answers), b"", b""
    while True:
        try:
            came = os.read(terminal, 4096)
        except OSError:  # the program has left its terminal
            came = b""
        if not came:
            break
        shown += came
        line = (line + came).splitlines()[-1]
        if left and line.rstrip().endswith(ASKS):
            os.write(terminal, left.pop(0).encode() + b"\n")
            line = b""
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode(errors="replace")


def main() -> int:
    """usage: python -m live_room.terminal ANSWERS COMMAND ...; answers are lines of a file."""
    answers = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    status, shown = answered(sys.argv[2:], *answers)
    print(shown, end="")
    return status


if __name__ == "__main__":
    sys.exit(main())
