"""usage: PYTHONPATH=packaging python -m first_day ROOT HOME DISPLAY PICTURES

Does what the chapter *Hari pertama administrator* says for one computer, with real keys, in the
program that is installed in ROOT, step by step, and holds each step against what the program says
of itself. Exit status 0: all of it is as the chapter says.
"""

from __future__ import annotations

import sys
from pathlib import Path

from first_day.guided import GuidedPage
from first_day.room import FirstHour
from first_day.screen import Screen, Wrong
from first_day.seat import Seat
from first_day.source import system
from first_day.words import Chapter


def main() -> int:
    root, home, display, pictures = sys.argv[1:]
    folder = Path(pictures)
    folder.mkdir(parents=True, exist_ok=True)
    screen, seat, chapter = Screen(display, folder), Seat(Path(root), home, display), Chapter()
    with system() as source:
        try:
            GuidedPage(chapter, screen, seat, source).go()
            FirstHour(chapter, screen, seat).go()
        except Wrong as wrong:
            picture = screen.picture("salah")
            print(f"FAILED: {wrong} ({picture})", file=sys.stderr)
            return 1
        finally:
            seat.close()
    print(f"The first day is as the chapter says: {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
