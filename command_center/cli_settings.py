"""`command-center settings`: what counts on this machine, who says so, and setting it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from getpass import getpass
from typing import Any

from command_center.cli_status import DONE, ENVIRONMENT
from command_center.cli_words import explained
from command_center.domain.errors import OperatorError
from command_center.runtime.option_disk import not_there
from command_center.runtime.option_forms import Wrong
from command_center.runtime.options import Kind, Option, Subject, Value
from command_center.runtime.redact import MASK, redact
from command_center.runtime.setting_layers import FLAG, Found, Layer, Standing, WrongSetting, look
from command_center.runtime.setting_secrets import forget_secret, keep_secret
from command_center.runtime.settings import OPTIONS, change_settings

ROOMS = ("live", "exercise")
HEADINGS = {
    Subject.ROOM: "The room",
    Subject.DESK: "This seat",
    Subject.CAMERAS: "Cameras",
    Subject.OBSERVERS: "The observers' wall",
    Subject.OUTSIDE: "To and from outside",
}


def add_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--room", choices=ROOMS, default="live", help="exercises have their own")
    parser.add_argument("--json", action="store_true", help="one list of objects")
    parser.add_argument("--markdown", action="store_true", help="the table of docs/settings.md")
    deeds = parser.add_subparsers(dest="deed")
    put = deeds.add_parser("set", help="into the file of this account; asks for a secret")
    put.add_argument("name", metavar="NAME")
    put.add_argument("value", metavar="VALUE", nargs="?")
    deeds.add_parser("unset", help="what the layer below says counts").add_argument("name")


def add_set(parser: argparse.ArgumentParser) -> None:
    """For every verb: what it says goes before all other layers."""
    parser.add_argument(
        FLAG,
        metavar="NAME=VALUE",
        action="append",
        default=[],
        type=_pair,
        help="an option of docs/settings.md, for this run",
    )


def _pair(text: str) -> str:
    name, equals, _ = text.partition("=")
    if not equals or name.removeprefix("exercise.") not in OPTIONS:
        raise argparse.ArgumentTypeError(f"{name[:60]!r} is no option; write NAME=VALUE")
    return text


def run_settings(args: argparse.Namespace) -> int:
    """0 done; 4: something is said that the program refuses to start with."""
    if args.deed:
        option = _named(args.name, args.deed)
        typed = _typed(option, args.value, args.room) if args.deed == "set" else None
        if option.secret and args.deed == "unset":
            forget_secret(option.name, args.room)
        change_settings(args.room, {option.name: typed})
        if args.deed == "set" and args.room == "live":
            from command_center.bootstrap.first_run.kept import end  # noqa: PLC0415 - see cli.py

            end()
        return _say_standing(look(args.room, OPTIONS).standing[option.name])
    if args.markdown:
        sys.stdout.write("\n".join(markdown()) + "\n")
        return DONE
    return _list(look(args.room, OPTIONS), args.json)


def _named(name: str, deed: str) -> Option:
    if name not in OPTIONS:
        wrong = Wrong("setting_unknown", {"close": ", ".join(OPTIONS)})
        raise WrongSetting(wrong, name[:40], f"settings {deed}", Layer.COMMAND_LINE)
    return OPTIONS[name]


def _typed(option: Option, text: str | None, room: str) -> Value | None:
    """What goes into the file; None: nothing, the keyring has it."""
    where, secret = "settings set", option.secret
    if secret and text is not None:
        raise WrongSetting(Wrong("setting_secret_typed"), option.name, where, Layer.COMMAND_LINE)
    text = getpass(f"{option.name}: ").strip() if secret else text or ""
    value = option.read(text)
    if isinstance(value, Wrong):
        raise WrongSetting(value, option.name, where, Layer.COMMAND_LINE)
    gone = not_there(option, value)
    if gone is not None:
        raise WrongSetting(gone, option.name, where, Layer.COMMAND_LINE)
    if not secret:
        return value
    if not keep_secret(option.name, text, room):
        raise OperatorError("setting_no_keyring", option=option.name)
    return None


def _say_standing(one: Standing) -> int:
    sys.stdout.write(_line(one) + "\n")
    return DONE


def shown(one: Standing) -> object:
    """Its value for somebody's eyes: of a secret only that there is one."""
    if one.option.secret:
        return MASK if one.value else ""
    return redact(one.value) if isinstance(one.value, str) else one.value


def _line(one: Standing) -> str:
    value = json.dumps(shown(one), ensure_ascii=False)
    return f"{one.option.name} = {value}  # {one.where or one.layer.value}"


def _row(one: Standing) -> dict[str, Any]:
    option = one.option
    return {
        "name": option.name,
        "value": shown(one),
        "layer": one.layer.value,
        "where": one.where,
        "default": option.default,
        "secret": option.secret,
        "meaning": option.meaning,
    }


def _list(found: Found, as_json: bool) -> int:
    if as_json:
        rows = [_row(one) for one in found.standing.values()]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(_line(one) + "\n" for one in found.standing.values())
    for fault in found.faults:
        sys.stderr.write(f"command-center: {explained(fault)}\n")
    return ENVIRONMENT if any(fault.refused for fault in found.faults) else DONE


def markdown() -> Iterator[str]:
    """The table of docs/settings.md, from the declarations."""
    for subject, heading in HEADINGS.items():
        yield f"### {heading}\n"
        yield "| name | takes | default | meaning | a wrong value |"
        yield "|---|---|---|---|---|"
        for option in OPTIONS.values():
            if option.subject is subject:
                default = json.dumps(option.default) if option.default != "" else ""
                fault = "refused" if option.refuse else "told, not used"
                cells = (f"`{option.name}`", _takes(option), default, option.meaning, fault)
                yield f"| {' | '.join(cells)} |"
        yield ""


def _takes(option: Option) -> str:
    if option.kind is Kind.NUMBER:
        return f"{option.low} to {option.high} {option.unit}"
    if option.kind is Kind.FILE:
        return f"a file ({', '.join(option.suffixes)})"
    return {
        Kind.SWITCH: "true or false",
        Kind.FOLDER: "a folder",
        Kind.CHOICE: "one of the shipped",
        Kind.SECRET: "a secret",
    }.get(option.kind, "text")
