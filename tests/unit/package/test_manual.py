"""The manual page is the table of verbs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

import pytest

from command_center import cli


def options(one: argparse.ArgumentParser) -> set[str]:
    found = {name for action in one._actions for name in action.option_strings}
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            found |= {name for deed in action.choices.values() for name in options(deed)}
    return found - {"-h", "--help"}


def test_the_page_has_every_verb_with_what_it_does_and_every_option(
    packaged: Callable[[str], Any],
) -> None:
    page = packaged("man").page().replace("\\-", "-")
    heads = [line.removeprefix(".SS ") for line in page.splitlines() if line.startswith(".SS ")]
    assert heads == list(cli.VERBS)
    assert all(verb.help[1:] + "." in page for verb in cli.VERBS.values())
    verbs = next(a for a in cli.parser()._actions if isinstance(a, argparse._SubParsersAction))
    missing = {
        name
        for verb in verbs.choices.values()
        for name in options(verb)
        if f"\\fB{name}\\fR" not in page
    }
    assert missing == set()


def test_a_new_verb_is_on_the_page_by_itself(
    packaged: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    new = cli.Verb("do what no other does", lambda parser: None, lambda args: 0)
    monkeypatch.setitem(cli.VERBS, "newest", new)
    assert ".SS newest\nDo what no other does." in packaged("man").page()


def test_no_word_of_a_help_becomes_a_request(packaged: Callable[[str], Any]) -> None:
    escaped = packaged("man").escaped
    assert escaped(".SH x\n'y a-b \\c") == "\\&.SH x\n\\&'y a\\-b \\ec"
