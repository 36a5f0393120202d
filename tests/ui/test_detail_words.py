"""Every kind of entry has its sentence, in both languages; values never rewrite a sentence."""

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

import command_center.commands
from command_center.commands.registry import VERBS
from command_center.domain.incident import Disposition, ReporterKind
from command_center.domain.log import Fields
from command_center.domain.place import LocatedBy
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names, shown_title
from command_center.ui.detail.timeline_words import SENTENCES, sentence
from command_center.ui.detail.words import (
    disposition_text,
    fill,
    located_text,
    order_text,
    reporter_text,
)
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import RESOURCES, Desk

for module in pkgutil.iter_modules(command_center.commands.__path__):
    importlib.import_module(f"command_center.commands.{module.name}")

ENGLISH = RESOURCES / "translations" / "en.ts"
KINDS = sorted({verb.kind for verb in VERBS.values()})
PARAMS: Fields = {
    "report": {"source_id": "jmp", "text": "massa mulai dorong pagar"},
    "incident": {"priority": "P1", "disposition": "resolved", "alias": "B-03"},
    "dispatch_order": {"text": "SAMAPTA 12, merapat KPU."},
    "merge_link": {"loser_id": "incident-148", "winner_id": "incident-147"},
    "note": {"text": "tertib lagi"},
    "unit": {"status": "on_scene"},
    "snapshot": {"camera_id": "camera-14"},
    "assignments": ["unit-samapta-12", "assignment-unit-dalmas-1"],
    "evidence": {"size": 7_480_000, "sha256": "4f2a91c7" + "0" * 56, "hold_reason": "penyidikan"},
    "result": {
        "undone": "units.ordered",
        "step": "verified",
        "camera_id": "camera-14",
        "unit_id": "unit-samapta-12",
        "incident_id": "incident-148",
        "other_id": "incident-147",
        "agency_id": "dlh",
        "hospital_id": "rssa",
        "dead": 0,
        "serious": 2,
        "light": 5,
    },
    "attachment": {"media_type": "image/jpeg", "reason": "attachment_type"},
    "reason": "",
}


class English(QTranslator):
    """Answers every text of the source language with a marked one and keeps what was asked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context: str, text: str, *_: object) -> str:
        self.asked.add((context, text))
        return f"en({text})"


def translated() -> set[tuple[str, str]]:
    """(context, source) of every finished text of the English file."""
    root = ElementTree.parse(ENGLISH).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
        if (text := message.find("translation")) is not None and text.text and not text.keys()
    }


@pytest.fixture
def english(qapp: QApplication) -> Iterator[English]:
    translator = English(qapp)
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)
    translator.deleteLater()


def said(kind: str, desk: Desk, **params: object) -> str:
    line = TimelineLine(1, NOW, kind, "staff-rs", {**PARAMS, **params})
    return sentence(line, Names(desk.seat.situation))


def test_every_verb_has_a_sentence() -> None:
    assert set(KINDS) <= SENTENCES.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_has_no_code_and_no_hole_in_it(kind: str, desk: Desk) -> None:
    text = said(kind, desk)
    assert kind not in text
    assert "%" not in text
    assert "?" not in text


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"report.received", "note.added"}))
def test_a_sentence_goes_through_translation(kind: str, desk: Desk, english: English) -> None:
    assert "en(" in said(kind, desk)


def test_every_sentence_exists_in_english(desk: Desk, english: English) -> None:
    for kind in KINDS:
        said(kind, desk)
    assert english.asked
    assert english.asked <= translated()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("report.received", "JMP: “massa mulai dorong pagar”"),
        ("units.ordered", "SAMAPTA 12, DALMAS 1 diperintah: “SAMAPTA 12, merapat KPU.”"),
        ("order.acknowledged", "SAMAPTA 12, DALMAS 1 menerima perintah"),
        ("unit.status", "SAMAPTA 12, DALMAS 1: Di TKP"),
        ("incident.merged", "RS menggabung #0148 ke #0147"),
        ("incident.closed", "RS menyelesaikan: Tertangani"),
        ("snapshot.kept", "Gambar CAM-014 disimpan"),
        ("report.followed", "Diverifikasi di sumber: “tertib lagi”"),
        ("unit.followed", "SAMAPTA 12, DALMAS 1: Melapor"),
        ("entry.undone", "RS membatalkan: perintah"),
    ],
)
def test_sentences_say_who_and_what(kind: str, text: str, desk: Desk) -> None:
    assert said(kind, desk) == text


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        (["unit-amb-01"], "AMB 01 diminta: “merapat”"),
        (["unit-samapta-12", "unit-amb-01"], "SAMAPTA 12 diperintah, AMB 01 diminta: “merapat”"),
    ],
)
def test_another_agencys_unit_is_asked_and_not_ordered(
    sent: list[str], text: str, desk: Desk
) -> None:
    order = {"text": "merapat"}
    asked = ["unit-amb-01"]
    found = said("units.ordered", desk, assignments=sent, requested=asked, dispatch_order=order)
    assert found == text


def test_a_unit_known_by_the_commands_result_is_named(desk: Desk) -> None:
    text = said("unit.released", desk, assignments=[], result={"unit_id": "unit-amb-01"})
    assert text == "AMB 01 ditarik"


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("transporting", "AMB 01: Mengantar korban"),
        ("on_scene", "AMB 01: Di TKP"),
        ("ordered", "AMB 01: Diperintah"),
        ("accepted", "AMB 01: Menerima perintah"),
    ],
)
def test_a_units_own_steps_are_told(step: str, text: str, desk: Desk) -> None:
    result = {"unit_id": "unit-amb-01", "step": step}
    assert said("unit.followed", desk, assignments=[], result=result) == text


def test_an_entry_with_nothing_in_it_is_still_a_sentence(desk: Desk) -> None:
    for kind in KINDS:
        line = TimelineLine(1, NOW, kind, "staff-rs", {"assignments": [], "reason": ""})
        assert sentence(line, Names(desk.seat.situation)), kind


def test_long_text_from_outside_is_shortened_and_put_on_one_line(desk: Desk) -> None:
    text = said("note.added", desk, note={"text": "a\n" * 500})
    assert "\n" not in text
    assert len(text) < 300
    assert text.endswith("…”")


def test_a_value_with_a_hole_in_it_stays_as_it_is() -> None:
    assert fill("%1 lalu %2", "%2", "x") == "%2 lalu x"


def test_the_order_names_units_place_and_matter(desk: Desk) -> None:
    row = desk.row("incident", "incident-147")
    assert order_text(row, ["A 1", "B 2"]) == (
        "A 1, B 2, merapat Kantor KPU, Jl. Bantaran, Massa mendorong pagar."
    )


def test_an_order_is_indonesian_whatever_the_screen_speaks(desk: Desk, english: English) -> None:
    row = dataclasses.replace(
        desk.row("incident", "incident-147"), title="curanmor", category="curanmor"
    )
    signs = [f"S {n}" for n in range(13)]
    QLocale.setDefault(QLocale(QLocale.Language.English))
    assert shown_title(row.title, row.category) == "Vehicle theft"
    said = order_text(row, signs, "Museum Brawijaya", ["senjata tajam"])
    assert said.endswith(
        "S 11 dan 1 unit lain, merapat Kantor KPU, Jl. Bantaran, dekat Museum Brawijaya, "
        "Curanmor, AWAS senjata tajam."
    )


def test_every_code_of_the_domain_has_words() -> None:
    words = [
        *map(disposition_text, Disposition),
        *map(reporter_text, ReporterKind),
        *map(located_text, LocatedBy),
    ]
    assert all(words)
    assert len(set(words)) == len(words)


def test_the_scene_has_the_rows_the_sentences_are_about() -> None:
    ids = {row.id for row in picture_rows()}
    assert {"incident-148", "unit-samapta-12", "camera-14"} <= ids
