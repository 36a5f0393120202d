"""Asks Sijalinmaja for the cases after the last number."""

from __future__ import annotations

from command_center.connectors.reader import MappedReader
from command_center.contract.mapping import SourceMapping
from command_center.ports import Clock

PATH, AFTER, MOST = "/kasus.xml", "setelah", "jumlah"


def make_reader(url: str, mapping: SourceMapping, clock: Clock) -> MappedReader:
    return MappedReader(url, mapping, clock, PATH, AFTER, MOST)
