"""Every text of the screens is translated, and the language changes while the window runs."""

import re
import string
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from command_center.ui.actions.buttons import action_button
from command_center.ui.format import age, count, decimal
from command_center.ui.i18n import LANGUAGES, SOURCE, Language
from tests.ui.seats import RESOURCES, Desk

ROOT = RESOURCES.parent
FOLDER = RESOURCES / "translations"
HOLE = re.compile(r"%\d|\{\w+\}")
OTHERS = [code for code in LANGUAGES if code != SOURCE]
Texts = dict[tuple[str, str], str]


def texts_of(file: Path) -> Texts:
    """(context, source) to translation; unfinished ones are empty."""
    found: Texts = {}
    for context in ElementTree.parse(file).getroot().findall("context"):
        name = context.findtext("name", "")
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None
            text = (translation.text or "") if done else ""
            found[name, message.findtext("source", "")] = text
    return found


def qt_tool(name: str) -> Path:
    tool = Path(sys.executable).with_name(f"pyside6-{name}")
    if not tool.exists():
        pytest.skip(f"pyside6-{name} is not installed beside this Python")
    return tool


@pytest.fixture(scope="module")
def in_code(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """What pyside6-lupdate finds in the product now."""
    file = tmp_path_factory.mktemp("texts") / "code.ts"
    sources = sorted(str(path) for path in (ROOT / "command_center" / "ui").rglob("*.py"))
    command = [str(qt_tool("lupdate")), *sources, "-silent", "-ts", str(file)]
    subprocess.run(command, check=True, timeout=50)
    return texts_of(file)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with fresh .qm files."""
    folder = tmp_path_factory.mktemp("compiled")
    for code in OTHERS:
        source, target = FOLDER / f"{code}.ts", folder / f"{code}.qm"
        command = [str(qt_tool("lrelease")), "-silent", str(source), "-qm", str(target)]
        subprocess.run(command, check=True, timeout=50)
    return folder


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_in_the_code_is_translated(code: str, in_code: Texts) -> None:
    known = texts_of(FOLDER / f"{code}.ts")
    assert sorted(key for key in in_code if not known.get(key)) == []


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_translated_that_is_no_longer_shown(code: str, in_code: Texts) -> None:
    assert sorted(set(texts_of(FOLDER / f"{code}.ts")) - set(in_code)) == []


@pytest.mark.parametrize("code", OTHERS)
def test_translations_keep_the_places_for_values(code: str) -> None:
    broken = [
        source
        for (_, source), text in texts_of(FOLDER / f"{code}.ts").items()
        if sorted(HOLE.findall(source)) != sorted(HOLE.findall(text))
    ]
    assert broken == []


def test_sources_are_words_not_markup(in_code: Texts) -> None:
    assert [source for _, source in in_code if "<" in source or "&" in source] == []
    assert all(set(source) - set(string.whitespace) for _, source in in_code)


@pytest.fixture
def language(qapp: QApplication, compiled: Path, desk: Desk) -> Language:
    return Language(compiled, desk.seat.live)


def test_the_language_changes_at_run_time_and_back(
    language: Language, desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    button = action_button(desk.seat, "incident.take")
    qtbot.addWidget(button)
    assert button.text() == "Ambil"
    try:
        assert language.use("en")
        qapp.processEvents()
        assert (button.text(), button.accessibleName()) == ("Take", "Take")
        assert (age(4320), count(2452), decimal(0.2)) == ("1 h 12 m", "2,452", "0.2")
    finally:
        language.use(SOURCE)
        qapp.processEvents()
    assert button.text() == "Ambil"
    assert (age(4320), count(2452), decimal(0.2)) == ("1 j 12 m", "2.452", "0,2")


def test_a_missing_file_changes_nothing(qapp: QApplication, tmp_path: Path) -> None:
    language = Language(tmp_path)
    assert not language.use("en")
    assert language.code == SOURCE
