"""Which words go onto which paper."""

from __future__ import annotations

from pathlib import Path

from command_center.documents.handbook import Handbook
from command_center.documents.reference_card import read_card
from command_center.runtime.paths import resources_dir
from command_center.ui.commandline.vocabulary import english
from command_center.ui.handbook.card import write_card
from command_center.ui.handbook.paper import write_book

FOLDER = "handbook"
TITLES = {"id": "Buku panduan Pusat Komando", "en": "Pusat Komando, handbook"}


def folder() -> Path:
    return resources_dir() / FOLDER


def screen_language() -> str:
    return "en" if english() else "id"


def card(language: str, path: Path) -> int:
    """How many sides it has."""
    return write_card(read_card(folder() / "card.toml", language), path)


def book(language: str, role: str | None, path: Path) -> None:
    """All pages of a language, or those of one role."""
    handbook = Handbook(folder())
    own = [one for one in handbook.chapters if one.language == language]
    chosen = [one for one in own if role in (None, one.role)]
    write_book(chosen or own, handbook.folder, TITLES[language], path)
