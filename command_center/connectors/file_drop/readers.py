"""A file as rows, by how its name ends. PageFault for a file that is none as a whole."""

from __future__ import annotations

from dataclasses import replace

from command_center.connectors.file_drop.xlsx import read_xlsx
from command_center.contract.foreign import Document, read_document
from command_center.contract.mapping import Format, SourceMapping
from command_center.contract.page import PageFault

_FORMATS = {".csv": Format.CSV, ".json": Format.JSON, ".xml": Format.XML}
ENDINGS = frozenset({*_FORMATS, ".xlsx"})


def ending_of(name: str) -> str:
    """With its point, "" of a file that is not for us."""
    ending = "." + name.rpartition(".")[2].lower()
    return ending if ending in ENDINGS else ""


def document_of(name: str, data: bytes, mapping: SourceMapping) -> Document:
    """Rows of the file's own format, whatever the mapping is usually asked with."""
    ending = ending_of(name)
    if not ending:
        raise PageFault("file_kind_unknown")
    if not data.strip():
        raise PageFault("file_empty")
    if ending == ".xlsx":
        return Document(tuple(read_xlsx(data)))
    return read_document(data, replace(mapping, format=_FORMATS[ending]))
