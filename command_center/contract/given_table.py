"""A table out of a file a person names, whatever program wrote it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from command_center.contract.delimited import read_delimited
from command_center.contract.table import Table, TableFault, table_of
from command_center.contract.xlsx import read_sheet

MOST_BYTES = 16 * 1024 * 1024
_ARCHIVE, _LOCKED = b"PK", b"\xd0\xcf\x11\xe0"


def read_table(
    data: bytes,
    required: Sequence[str],
    names: Mapping[str, str] | None = None,
    sheet: str = "",
    look: Callable[[], object] = lambda: None,
) -> Table:
    """Rows of a workbook's sheet, or of text with separators; told by its content, not its name.

    `required` columns and `names` as in `table_of`; `sheet` is the first shown one without a name.
    `look` is called time and again before a workbook's first row; what it raises ends the reading.
    TableFault.
    """
    if len(data) > MOST_BYTES:
        raise TableFault("table_too_large", limit=MOST_BYTES // 1024**2)
    workbook = data.startswith((_ARCHIVE, _LOCKED))
    lines = read_sheet(data, sheet, look) if workbook else read_delimited(data)
    return table_of(lines, required, names)
