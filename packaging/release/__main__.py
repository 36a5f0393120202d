"""usage: PYTHONPATH=packaging python -m release VERB ...

key FILE                                            a new key, sealed with a pass phrase
begin REPOSITORY --root K K K --targets K --snapshot K --timestamp K
add REPOSITORY BUNDLE --version V --schema N --platform P [--notes FILE] --targets K
    --snapshot K --timestamp K
refresh REPOSITORY --timestamp K                    once a month, and before a stick is carried
sign-all REPOSITORY --targets K --snapshot K --timestamp K
                                                    twice a year, and after renew-root
renew-root REPOSITORY --root K K [K] --targets K --snapshot K --timestamp K
"""

from __future__ import annotations

import argparse
import getpass
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from release.archive import PLATFORMS, archive_name, pack
from release.keys import make_key, open_key
from release.notes import news
from release.repository import (
    Keys,
    Repository,
    begin,
    demand_signed,
    index,
    publish,
    refresh,
    renew_root,
)


def main() -> int:
    args = _parser().parse_args()
    try:
        print(_DEEDS[args.verb](args))
    except (OSError, ValueError) as error:
        print(f"release: {error}", file=sys.stderr)
        return 4
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="release", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("key").add_argument("file", type=Path)
    for name in ("begin", "add", "refresh", "sign-all", "renew-root"):
        verb = verbs.add_parser(name)
        verb.add_argument("repository", type=lambda text: Repository(Path(text)))
        verb.add_argument("--timestamp", type=Path, required=True)
        if name != "refresh":
            verb.add_argument("--targets", type=Path, required=True)
            verb.add_argument("--snapshot", type=Path, required=True)
        if name in ("begin", "renew-root"):
            verb.add_argument("--root", type=Path, nargs="+", required=True)
        if name == "add":
            verb.add_argument("bundle", type=Path)
            verb.add_argument("--version", required=True)
            verb.add_argument("--schema", required=True, help="what its self-check says")
            verb.add_argument("--platform", choices=PLATFORMS, required=True)
            verb.add_argument("--notes", type=Path, help="what changed, plain text of a few lines")
    return parser


def _key(args: argparse.Namespace) -> str:
    first = _ask(args.file)
    if _ask(args.file) != first:
        raise ValueError("the two pass phrases differ")
    make_key(args.file, first)
    return f"{args.file}: a new key; keep it and its pass phrase apart, and off the network"


def _begin(args: argparse.Namespace) -> str:
    file = begin(args.repository, _keys(args), _now())
    return f"{file}: put a copy at resources/updates/root.json before the program is built"


def _add(args: argparse.Namespace) -> str:
    name, listed = archive_name(args.version, args.platform), f"newest-{args.platform}.json"
    told = {listed: news(args.notes, _now())}
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / name
        unpacked = pack(args.bundle, archive)
        newest = index(args.version, name, args.schema, unpacked)
        files: dict[str, bytes | Path] = {name: archive, listed: newest}
        publish(args.repository, _keys(args), files, _now(), told)
        return f"{name}: {archive.stat().st_size >> 20} MB, {unpacked >> 20} MB unpacked"


def _refresh(args: argparse.Namespace) -> str:
    demand_signed(args.repository)
    refresh(args.repository, open_key(args.timestamp, _ask), _now())
    return "good for another month"


def _sign_all(args: argparse.Namespace) -> str:
    publish(args.repository, _keys(args), {}, _now())
    return "what is offered stays; all of it is signed for another half year"


def _renew(args: argparse.Namespace) -> str:
    return f"{renew_root(args.repository, _keys(args), _now())}: now sign-all, with the same keys"


def _keys(args: argparse.Namespace) -> Keys:
    return Keys(
        root=[open_key(file, _ask) for file in getattr(args, "root", [])],
        targets=open_key(args.targets, _ask),
        snapshot=open_key(args.snapshot, _ask),
        timestamp=open_key(args.timestamp, _ask),
    )


def _ask(file: Path) -> str:
    """From the terminal, never an argument: everybody on the machine may read those."""
    return getpass.getpass(f"Pass phrase of {file.name}: ")


def _now() -> datetime:
    return datetime.now(UTC)


_DEEDS = {
    "key": _key,
    "begin": _begin,
    "add": _add,
    "refresh": _refresh,
    "sign-all": _sign_all,
    "renew-root": _renew,
}

if __name__ == "__main__":
    sys.exit(main())
