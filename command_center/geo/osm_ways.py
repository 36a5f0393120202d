"""The ways of a file of OpenStreetMap, one after the other, with their points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.roadnet.assemble import Progress
from command_center.geo.roadnet.osm_pieces import pieces

MOST_BYTES = 100 * 1024 * 1024
"""The extract of a city is a tenth of it. Of a whole island, cut out the city first."""

LICENCE = "© OpenStreetMap contributors, Open Database License 1.0"
_HEAD = 64
Run = list[tuple[int, float, float]]
"""(node, lat, lon) of points one after the other."""


class Ways:
    """What a file is read into, way by way: `take` is each reader's own."""

    def __init__(self, progress: Progress | None, most_points: int) -> None:
        self.points = self.ways = 0
        self._progress = progress
        self._most_points = most_points

    def look(self) -> None:
        if self._progress is not None:
            self._progress(self.ways)

    def way(self, way: Any) -> None:
        if self.ways % 1_000 == 0:
            self.look()
        self.ways += 1
        self.take(way)
        self.points += len(way.nodes)
        if self.points > self._most_points:
            raise _TooMany

    def take(self, way: Any) -> None:
        raise NotImplementedError


class _TooMany(Exception):
    """More points than a town has."""


class _Nodes:
    """Of a file that is read in one piece some of its nodes are a chance to stop."""

    def __init__(self, ways: Ways) -> None:
        self._ways = ways
        self._nodes = 0

    def node(self, _: Any) -> None:
        self._nodes += 1
        if self._nodes % 10_000 == 0:
            self._ways.look()


def kind_of_file(path: Path) -> str:
    """ "pbf", "osm", or "" for anything else, by what is in it."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if b"OSMHeader" in head:
        return "pbf"
    return "osm" if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") else ""


def read_ways(path: Path, kind: str, keys: Sequence[str], ways: Ways, faults: list[Fault]) -> bool:
    """Every way that has one of the tags `keys`, from a file of `kind` "pbf" or "osm". False for a
    file that is too large, breaks off or is none of OpenStreetMap's: one fault, nothing to use."""
    if path.stat().st_size > MOST_BYTES:
        faults.append(Fault(path.name, None, None, FaultCode.TOO_LARGE, f"{path.stat().st_size}"))
        return False
    try:
        _read(path, kind, keys, ways)
    except _TooMany:
        faults.append(Fault(path.name, None, None, FaultCode.TOO_LARGE, f"{ways.points}"))
        return False
    except (RuntimeError, OSError, ValueError) as error:
        faults.append(Fault(path.name, None, None, FaultCode.UNREADABLE, str(error)[:80]))
        return False
    return True


def _read(path: Path, kind: str, keys: Sequence[str], ways: Ways) -> None:
    import osmium  # noqa: PLC0415 - only where a map is imported

    index = osmium.index.create_map("flex_mem")
    placed = osmium.NodeLocationsForWays(index)
    placed.ignore_errors()
    if kind == "pbf":
        parts: Iterator[Any] = (osmium.io.FileBuffer(part, kind) for part in pieces(path))
        steps: tuple[Any, ...] = (placed,)
    else:
        parts = iter((osmium.io.File(str(path), kind),))
        steps = (placed, _Nodes(ways))
    for part in parts:
        ways.look()
        reader = osmium.io.Reader(part)
        try:
            osmium.apply(reader, *steps, osmium.filter.KeyFilter(*keys), ways)
        finally:
            reader.close()


def runs(way: Any) -> Iterator[Run]:
    """The way, or its stretches between points that the extract was cut off from."""
    run: Run = []
    for node in way.nodes:
        if node.location.valid():
            run.append((node.ref, node.location.lat, node.location.lon))
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run
