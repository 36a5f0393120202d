"""What a page quotes of the screen is there: **an action**, *any other text of the program*."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from command_center.documents.handbook import Handbook
from command_center.runtime.paths import resources_dir
from command_center.ui.actions.table import ACTIONS

BOOK = Handbook(resources_dir() / "handbook")
MENUS = Path(__file__).resolve().parents[3] / "packaging" / "debian"
# Texts of the program, each a source of the translation; a page quotes a whole one or a clause.
TEXTS = [
    one.text or ""
    for one in ElementTree.parse(resources_dir() / "translations/en.ts").iter("source")
]
WINDOWS = {"Command Prompt", "Run as administrator"}
CODE = re.compile(r"`[^`]*`|^ {4,}.*$", re.MULTILINE)
BOLD, ITALIC = re.compile(r"\*\*([^*]+)\*\*"), re.compile(r"\*([^*]+)\*")
CLAUSE = re.compile(r"\s*[.:;,()·✓→?!/“”]\s*")
AMOUNT = re.compile(r"(?:\d+(?:[.,]\d+)*|%\w|\{\w+\})(?: (?:detik|menit|jam|hari))?")
# Italic and no text of the program: what a report on paper says, and a sign before a number.
OTHERS = {
    "lapsit": {"perkiraan", "sementara", "belum ada data"},
    "layar": {"≥"},
}


def plain(text: str) -> str:
    """Numbers and what stands for one alike, without the marks and the holes at its ends."""
    return AMOUNT.sub("#", text).casefold().strip(" .:;,()·✓→?!/“”#")


def clauses(text: str) -> frozenset[str]:
    parts = CLAUSE.split(AMOUNT.sub("#", text))
    return frozenset(map(plain, (text, *parts))) - {""}


def known(texts: list[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(clauses, texts))


def is_said(words: str, said: frozenset[str]) -> bool:
    """Whole, or each of its clauses; … stands for whatever the screen has there."""
    if "…" in words:
        pattern = ".*".join(re.escape(plain(part)) for part in words.split("…"))
        return any(re.fullmatch(pattern, one) for one in said)
    return plain(words) in said or frozenset() < clauses(words) - {plain(words)} <= said


def quoted(text: str) -> tuple[list[str], list[str]]:
    """(bold, italic) words of a page."""
    flowing = re.sub(r"\s+", " ", CODE.sub("", text))
    return BOLD.findall(flowing), ITALIC.findall(BOLD.sub("", flowing))


@pytest.fixture(scope="module")
def said() -> frozenset[str]:
    menus = "\n".join(file.read_text(encoding="utf-8") for file in sorted(MENUS.glob("*.desktop")))
    return known([*TEXTS, *re.findall(r"^Name\[id\]=(.+)$", menus, re.MULTILINE)])


@pytest.mark.parametrize("id", sorted(p.id for p in BOOK.pages.values() if p.language == "id"))
def test_what_a_page_quotes_is_what_the_program_says(id: str, said: frozenset[str]) -> None:
    bold, italic = quoted(BOOK.pages[id].text)
    actions = {action.text for action in ACTIONS.values()}
    wrong = [words for words in bold if words not in actions]
    own = OTHERS.get(id, set()) | WINDOWS
    wrong += [words for words in italic if words not in own and not is_said(words, said)]
    assert wrong == []


@pytest.mark.parametrize("id", OTHERS)
def test_no_word_is_excused_that_no_page_has_or_the_screen_says(
    id: str, said: frozenset[str]
) -> None:
    _, italic = quoted(BOOK.pages[id].text)
    assert set(italic) >= OTHERS[id]
    assert [words for words in OTHERS[id] if is_said(words, said)] == []


def test_the_check_of_words_can_fail(said: frozenset[str]) -> None:
    screen = known(
        ["Simpan %1 baris", "✓ Dapat dipakai; ruang akan didirikan.", "%1 siap, %2 basi"]
    )
    for right in ("Simpan 12 baris", "Simpan … baris", "Dapat dipakai", "8 siap, 2 basi"):
        assert is_said(right, screen), right
    for wrong in ("Simpan baris", "dipakai", "8 siap, 2 lama", "Buang … baris"):
        assert not is_said(wrong, screen), wrong
    for wrong in ("Saluran", "injeksi", "Halaman naskah", "tidak sanggup"):
        assert not is_said(wrong, said), wrong
