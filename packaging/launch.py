"""The program's first line inside the bundle."""

import sys
from multiprocessing import freeze_support

from command_center.cli import main

if __name__ == "__main__":
    # Child processes of the bundle start this same file; this call turns them into workers.
    freeze_support()
    sys.exit(main())
