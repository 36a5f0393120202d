"""The window. The only room that knows Qt."""

import sys
from typing import Any

import PySide6.QtCore  # noqa: F401 - brings what is answered for below

_optional_names: Any = sys.modules.get("shibokensupport.feature")
if hasattr(_optional_names, "_mod_uses_pyside"):
    # To know which modules may ask for its methods under other names, Qt for Python reads the
    # source of each that is imported after it and keeps it all: 2,100 files, a second of the start
    # and 50 MB. None of ours asks. An installed program has no sources and is told the same.
    _optional_names._mod_uses_pyside = lambda _module: False
