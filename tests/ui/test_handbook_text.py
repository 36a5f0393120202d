"""What the handbook says of keys, actions and commands is what the program does."""

import argparse
import re
import shlex
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from command_center import cli
from command_center.documents.handbook import Handbook
from command_center.documents.reference_card import read_card
from command_center.runtime.paths import resources_dir
from command_center.ui import layouts
from command_center.ui.actions.printed import English
from command_center.ui.actions.table import ACTIONS
from command_center.ui.handbook.card import filled_in
from command_center.ui.handbook.places import ENTRY, FIRST, LINE, PAGES

PROGRAM = "command-center"
BOOK = Handbook(resources_dir() / "handbook")
UI = Path(cli.__file__).parent / "ui"
PAIR = re.compile(r"\*\*([^*]+?)\*\* \(`([^`]+)`\)")
CODE = re.compile(r"`([^`]+)`")
KEY = re.compile(
    r"^(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d+|Enter|Esc|Tab|Space|Home|End|Del|Ins|Up|Down|Left"
    r"|Right|Backspace|Shift|\+|-)$"
)
# Keys that belong to a part of the window and stand in no table: where they are bound.
OWN = {
    "hari-pertama": ("first_run",),
    "mulai": ("curtain", "call"),
    "layar": (),
    "baris-perintah": ("commandline",),
    "laporan-110": ("call",),
    "antrean": ("queue",),
    "verifikasi-gabung": ("detail",),
    "perintah-unit": ("wall",),
    "perintah-jawaban": ("answers", "units", "detail"),
    "papan-unit": ("units",),
    "radio": ("radio",),
    "kamera": ("wall", "ptz"),
    "prosedur": ("detail", "procedures"),
    "jadwal": ("planned",),
    "diteruskan": ("referrals",),
    "peta": ("map",),
    "jalan": ("map", "roads"),
    "alarm": ("alarms",),
    "terputus": ("detail", "offline"),
    "riwayat": ("history",),
    "memimpin-shift": ("offline",),
    "apel": ("roster",),
    "menggeser-unit": ("reassign",),
    "operasi": ("operations",),
    "deteksi-dini": ("early",),
    "tempat": ("places",),
    "pemilu": ("election",),
    "perintah-pimpinan": ("instructions",),
    "serah-terima": ("handover",),
    "buku-mutasi": ("handover",),
    "waktu-tanggap": ("figures",),
    "triase": ("triage_table",),
    "latihan": ("exercise",),
    "putar-ulang": ("playback",),
    "pengamat": ("observer",),
    "operator": ("call",),
}
# What Qt's own lists, check boxes and fields do with a key, on pages that say so.
BUILT_IN = {
    "prosedur": {"Space"},
    "riwayat": {"Enter"},
    "waktu-tanggap": {"Enter"},
}
QT_NAMES = {
    "Shift": "ShiftModifier",
    "Enter": "Key_Return",
    "Esc": "Key_Escape",
    "Ins": "Key_Insert",
    "Del": "Key_Delete",
    "+": "Key_Plus",
    "-": "Key_Minus",
}


def flowing(text: str) -> str:
    """Without the ends of lines, in which a pair may be broken."""
    return re.sub(r"\s+", " ", text)


def portable(key: str) -> str:
    return key.replace("Enter", "Return")


@cache
def labels(language: str) -> dict[tuple[str, str], str]:
    """{(label, key): id} of all actions in that language."""
    english = English()
    return {
        (action.text if language == "id" else english.of("Actions", action.text), action.key): id
        for id, action in ACTIONS.items()
    }


@cache
def sources(folder: str) -> str:
    files = sorted((UI / folder).rglob("*.py"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def program() -> argparse.ArgumentParser:
    return cli.parser()


def bound_in(folders: tuple[str, ...], key: str) -> bool:
    """Whether a source of these folders names the key, as Qt's or as a text."""
    alone = key.rpartition("+")[2] if key not in {"+", "-"} else key
    name = QT_NAMES.get(alone, f"Key_{alone}")
    word = re.compile(rf"\b{name}\b|[\"']{re.escape(portable(key))}[\"']")
    ranged = re.compile(r"Ctrl\+Alt\+\{") if re.match(r"Ctrl\+(?:Alt|Shift)\+\d$", key) else None
    texts = [sources(folder) for folder in folders]
    if any("PagedPanel" in text for text in texts):
        texts.append((UI / "paged_panel.py").read_text(encoding="utf-8"))
    return any(word.search(text) or (ranged and ranged.search(text)) for text in texts)


@pytest.mark.parametrize("id", sorted(BOOK.pages))
def test_every_key_on_a_page_is_a_key_of_the_program(id: str, qapp: QApplication) -> None:
    page, wrong = BOOK.pages[id], []
    text, table = flowing(page.text), labels(page.language)
    for label, key in PAIR.findall(text):
        if (label, portable(key)) not in table:
            wrong.append(f"{label} ({key})")
    for code in CODE.findall(PAIR.sub("", text)):
        if KEY.match(code) and code not in BUILT_IN.get(id, ()):
            wrong += [] if bound_in(OWN.get(id, ()), code) else [code]
    assert wrong == []


def test_every_action_is_told_of_with_its_key(qapp: QApplication) -> None:
    text = [flowing(page.text) for page in BOOK.pages.values()]
    pairs = {(label, portable(key)) for page in text for label, key in PAIR.findall(page)}
    bold = {words for page in text for words in re.findall(r"\*\*([^*]+?)\*\*", page)}
    untold = [
        id
        for id, action in ACTIONS.items()
        if (action.text not in bold if not action.key else (action.text, action.key) not in pairs)
    ]
    assert untold == []


def test_the_keys_of_the_first_page_are_keys_of_actions() -> None:
    text = flowing((resources_dir().parent / "README.md").read_text(encoding="utf-8"))
    keys = set(re.findall(r"\*[^*]+\* \(((?:Ctrl\+|Alt\+|Shift\+)*(?:F\d+|[A-Z,]))[,)]", text))
    assert len(keys) > 15, "they are found"
    assert keys - {action.key for action in ACTIONS.values()} == set()


def unknown(parser: argparse.ArgumentParser, words: list[str]) -> list[str]:
    """Of a command line the options and verbs that the program has not."""
    wrong = []
    for word in words:
        verbs = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
        choices = verbs[0].choices if verbs else {}
        if word in choices:
            parser = choices[word]
        elif word.startswith("--"):
            if word not in parser._option_string_actions:
                wrong.append(word)
        elif verbs:
            wrong.append(word)
    return wrong


@pytest.mark.parametrize("id", sorted(BOOK.pages))
def test_every_command_on_a_page_is_one_of_the_program(id: str) -> None:
    text = BOOK.pages[id].text
    said = [one for one in CODE.findall(flowing(text)) if one.startswith(PROGRAM)]
    said += re.findall(rf"^ {{4,}}({PROGRAM} .+)$", text, re.MULTILINE)
    words = [shlex.split(one.removeprefix(PROGRAM)) for one in said]
    assert [bad for one in words for bad in unknown(program(), one)] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_administrator_is_told_of_the_verbs_that_set_up_and_mend(language: str) -> None:
    pages = [p for p in BOOK.pages.values() if (p.role, p.language) == ("administrator", language)]
    told = re.findall(rf"{PROGRAM} ([a-z]+)", " ".join(flowing(page.text) for page in pages))
    assert {"doctor", "settings", "bundle", "update", "db"} - set(told) == set()


def test_the_check_of_commands_can_fail() -> None:
    assert unknown(program(), ["db", "restor"]) == ["restor"]
    assert unknown(program(), ["db", "restore", "F", "--forced"]) == ["--forced"]


def test_every_panel_has_a_page_and_every_page_is_there() -> None:
    assert layouts.TITLES.keys() - PAGES.keys() == set()
    assert set(PAGES.values()) | {ENTRY, FIRST, LINE} <= BOOK.pages.keys()


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_card_names_actions_that_are_there(language: str, qapp: QApplication) -> None:
    card = read_card(resources_dir() / "handbook" / "card.toml", language)
    assert [id for group in card.keys for id in group.actions if id not in ACTIONS] == []
    assert all("{" not in filled_in(one.text) for one in card.advice)
    with pytest.raises(KeyError):
        filled_in("{incident.nothing}")


def test_both_cards_say_the_same_things() -> None:
    file = resources_dir() / "handbook" / "card.toml"
    indonesian, english = read_card(file, "id"), read_card(file, "en")
    assert [one.actions for one in indonesian.keys] == [one.actions for one in english.keys]
    assert indonesian.titles.keys() == english.titles.keys()
    for ours, theirs in zip(indonesian.advice, english.advice, strict=True):
        assert re.findall(r"\{[^}]+\}", ours.text) == re.findall(r"\{[^}]+\}", theirs.text)
