"""How large the package is, packed and installed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator

from tests.benchmarks.figure import Figure
from tests.benchmarks.install_built import package

MB = 1e6
PACKED_MB, INSTALLED_MB = 160.0, 420.0


def install_size() -> Iterator[Figure]:
    """The baseline of the packed size is the installed one."""
    begun = time.perf_counter()
    if (built := package()) is None:
        return
    packed = built.stat().st_size / MB
    field = subprocess.run(
        ["dpkg-deb", "--field", built, "Installed-Size"], capture_output=True, text=True, check=True
    )
    installed = int(field.stdout) * 1024 / MB
    seconds = time.perf_counter() - begun
    yield Figure("install", "deb", packed, "MB", "lower", 1, seconds, installed, PACKED_MB)
    yield Figure("install", "installed", installed, "MB", "lower", 1, seconds, target=INSTALLED_MB)
