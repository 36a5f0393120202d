"""The manual page command-center(1), made of the program's own table of verbs.

usage: PYTHONPATH=packaging python -m man >command-center.1
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from command_center import __version__
from command_center.cli import VERBS, parser

FILES = (
    ("$XDG_DATA_HOME/pusat-komando/", "Databases, evidence, logs. COMMAND_CENTER_DATA overrides."),
    (
        "$XDG_CONFIG_HOME/pusat-komando/settings.toml",
        "Settings of this machine. COMMAND_CENTER_CONFIG overrides its folder.",
    ),
    ("/etc/pusat-komando/", "Settings and passwords of the intake service; only root reads them."),
    ("/var/lib/pusat-komando/", "What the intake service stores."),
)
STATUS = (
    ("0", "Done."),
    ("2", "Wrong usage."),
    ("3", "Nothing was stored, or what was checked is not good."),
    ("4", "Something around the program is at fault."),
)


def escaped(text: str) -> str:
    """Safe in roff: no line begins a request, hyphens can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line[:1] in ".'" else line for line in text.split("\n"))


def _words(action: argparse.Action) -> str:
    if not action.option_strings:
        shown = action.metavar or action.dest
        return f"\\fI{escaped(str(shown))}\\fR"
    names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in action.option_strings)
    if action.nargs == 0:
        return names
    choices = "|".join(map(str, action.choices)) if action.choices else ""
    return f"{names} \\fI{escaped(str(action.metavar or choices or action.dest.upper()))}\\fR"


def _help(action: argparse.Action) -> str:
    text = (action.help or "").replace("%%", "%")
    if not action.option_strings and action.choices:
        text = f"{text} {', '.join(map(str, action.choices))}".strip()
    return escaped(text)


def _entry(head: str, text: str) -> str:
    return f".TP\n{head}\n" + (text or "\\&")


def _arguments(one: argparse.ArgumentParser) -> Iterator[str]:
    for action in one._actions:
        if isinstance(action, argparse._HelpAction):
            continue
        if isinstance(action, argparse._SubParsersAction):
            told = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, deed in action.choices.items():
                yield _entry(f"\\fB{escaped(name)}\\fR", escaped(told.get(name, "")))
                yield ".RS"
                yield from _arguments(deed)
                yield ".RE"
            continue
        yield _entry(_words(action), _help(action))


def _list(rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, text in rows:
        yield _entry(f"\\fB{escaped(name)}\\fR", escaped(text))


def page() -> str:
    """roff of the macros man(7)."""
    verbs = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    lines = [
        f'.TH COMMAND\\-CENTER 1 "" "Pusat Komando {__version__}" "Pusat Komando"',
        ".SH NAME",
        "command\\-center \\- command centre of a city police operations room",
        ".SH SYNOPSIS",
        ".B command\\-center\n[\\fIVERB\\fR] [\\fIARGUMENT\\fR ...]",
        ".SH DESCRIPTION",
        "Incident queue, unit board, map and camera wall over one log. Without a verb the live",
        "room opens.",
        ".SH VERBS",
    ]
    for name, verb in VERBS.items():
        lines += [f".SS {escaped(name)}", escaped(verb.help[0].upper() + verb.help[1:]) + "."]
        lines += _arguments(verbs.choices[name])
    lines += [".SH FILES", *_list(FILES), ".SH EXIT STATUS", *_list(STATUS)]
    lines += [".SH SEE ALSO", "/usr/share/doc/pusat\\-komando/"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())
