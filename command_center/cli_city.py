"""`command-center where` and `export`: what the room knows of its city, asked and handed on."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from command_center.runtime.paths import data_dir
from command_center.runtime.settings import load_settings

if TYPE_CHECKING:
    from command_center.geo.candidates import Candidate

DONE, NOTHING_FOUND = 0, 3


def add_where(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", help="a place as people say it")
    parser.add_argument("--json", action="store_true", help="all that is known of each candidate")
    parser.add_argument("--limit", type=int, choices=range(1, 21), default=6, metavar="1..20")
    parser.add_argument("--database", metavar="URL", help="with what this room imported")


def run_where(args: argparse.Namespace) -> int:
    """0 with candidates, 3 without any."""
    from command_center.bootstrap.read_city import (  # noqa: PLC0415 - loads geometry and storage
        city_of,
        read_room,
        shipped_city,
    )
    from command_center.runtime.clock import LiveClock  # noqa: PLC0415 - as above
    from command_center.runtime.secrets import database_password  # noqa: PLC0415 - as above

    url = args.database or _known_room()
    if url:
        city = city_of(read_room(url, LiveClock().now(), database_password(url)).rows)
    else:
        city = shipped_city()
    found = city.geocoder.find(args.text, args.limit)
    if args.json:
        _say(json.dumps({"said": args.text, "candidates": [c.row() for c in found]}))
    else:
        for candidate in found:
            _say(_line(candidate))
    return DONE if found else NOTHING_FOUND


LAYERS = ("incidents", "units", "cameras", "places", "boundaries")


def add_export(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True)
    geojson = deeds.add_parser("geojson", help="for other maps; nothing of any person")
    geojson.add_argument("file", type=Path)
    geojson.add_argument(
        "--what", type=_layers, default=LAYERS, metavar="LAYER,...", help=", ".join(LAYERS)
    )
    geojson.add_argument("--database", metavar="URL")


def run_export(args: argparse.Namespace) -> int:
    """0 written."""
    from command_center.bootstrap.export_geojson import (  # noqa: PLC0415 - as above
        export_geojson,
    )
    from command_center.runtime.clock import LiveClock  # noqa: PLC0415 - as above
    from command_center.runtime.secrets import database_password  # noqa: PLC0415 - as above

    url = args.database or _known_room() or f"sqlite:///{data_dir() / 'room.db'}"
    password = database_password(url)
    counts = export_geojson(url, args.file, args.what, LiveClock().now(), password)
    for layer, count in counts.items():
        _say(f"{count} {layer}")
    return DONE


def _layers(text: str) -> tuple[str, ...]:
    asked = dict.fromkeys(part.strip() for part in text.split(",") if part.strip())
    unknown = [part for part in asked if part not in LAYERS]
    if unknown or not asked:
        raise argparse.ArgumentTypeError(f"{text}: of {', '.join(LAYERS)}")
    return tuple(asked)


def _known_room() -> str:
    """The room this machine is set to, or has a file of; "" without one."""
    file = data_dir() / "room.db"
    return load_settings("live").database or (f"sqlite:///{file}" if file.is_file() else "")


def _line(candidate: Candidate) -> str:
    at = "no point" if candidate.at is None else "{:.5f}, {:.5f}".format(*candidate.at)
    if candidate.accuracy_m is not None:
        at += f" ±{candidate.accuracy_m:.0f} m"
    why = "; ".join(
        f"{why.reason.value.replace('_', ' ')}{f' {why.about}' if why.about else ''}"
        for why in candidate.why
    )
    place = candidate.place
    return f"{candidate.sure.value}: {place.name} ({place.kind.value}) {at} [{why}]"


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
