"""Prints the oldest C library that every file of a bundle runs with.

usage: PYTHONPATH=packaging python -m bundle.libc FOLDER
"""

import sys
from pathlib import Path

from bundle.elf import is_elf, least_glibc

if __name__ == "__main__":
    files = [path for path in sorted(Path(sys.argv[1]).rglob("*")) if is_elf(path)]
    print(".".join(map(str, max(least_glibc(path) for path in files))))
