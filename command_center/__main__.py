"""`python -m command_center` is `command-center`."""

import sys

from command_center.cli import main

sys.exit(main())
