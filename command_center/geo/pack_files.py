"""The files of a city pack, read with caps; what is wrong is collected, not raised."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.tables import Row, decode, read_rows


class PackFiles:
    """Reads by name out of one directory; `faults` grows as files are read."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.faults: list[Fault] = []

    def table(self, name: str, required: Sequence[str], optional: bool = False) -> list[Row]:
        text = self.text(name, optional)
        return [] if text is None else list(read_rows(text, name, required, self.faults))

    def toml(self, name: str) -> dict[str, Any]:
        text = self.text(name)
        try:
            return tomllib.loads(text or "")
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            self.faults.append(Fault(name, None, None, FaultCode.UNREADABLE, str(error)[:80]))
            return {}

    def toml_row(self, name: str, number: int | None, entry: Any) -> Row:
        """A TOML table as a row of texts."""
        cells = entry if isinstance(entry, dict) else {}
        return Row(name, number, {k: str(v) for k, v in cells.items()}, self.faults)

    def text(self, name: str, optional: bool = False) -> str | None:
        try:
            data = (self._directory / name).read_bytes()
        except FileNotFoundError:
            if not optional:
                self.faults.append(Fault(name, None, None, FaultCode.MISSING_FILE))
            return None
        except OSError:
            self.faults.append(Fault(name, None, None, FaultCode.UNREADABLE))
            return None
        return decode(data, name, self.faults)
