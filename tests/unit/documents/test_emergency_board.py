"""The paper says everything, and nothing on it is markup of somebody else's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from command_center.documents.emergency_board import (
    LONGEST,
    ROLE,
    STATUS,
    Paper,
    PaperIncident,
    PaperPerson,
    PaperUnit,
    as_html,
    write_board,
)
from command_center.domain.incident import IncidentStatus, Priority
from command_center.domain.room import Role
from command_center.domain.unit import UnitStatus

AT = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
HOSTILE = '<img src="https://x/y.png" onerror=alert(1)>&"\'\x00\u202e<script>'
INCIDENT = PaperIncident(
    "#0147",
    Priority.P1,
    IncidentStatus.HANDLED,
    "Massa mendorong pagar",
    "Jl. Tugu 1",
    AT - timedelta(minutes=75),
    "Aiptu Rahmad",
    ("SAMAPTA 12",),
)
UNIT = PaperUnit("SAMAPTA 12", "SMP", 4, UnitStatus.ON_SCENE, AT, AT, "#0147 Jl. Tugu 1")
PERSON = PaperPerson("Aiptu Rahmad", "RS", Role.SHIFT_LEAD, "Meja 2")
PAPER = Paper("Malang", "meja-2", UTC, "WIB", AT, AT, 0, (INCIDENT,), (UNIT,), (PERSON,))


class Read(HTMLParser):
    """The texts and tags a browser would see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_it_says_who_is_where_since_when() -> None:
    texts = Read(as_html(PAPER)).texts
    for word in ("#0147", "P1", "1 j 15 m", "Massa mendorong pagar", "Aiptu Rahmad", "SAMAPTA 12"):
        assert word in texts
    assert {"Di TKP", "Kepala regu", "#0147 Jl. Tugu 1", "Meja 2"} <= set(texts)
    assert any("21-11-2026 07:00:00" in text for text in texts)


def test_every_status_and_every_person_has_a_word() -> None:
    assert set(STATUS) == set(UnitStatus)
    assert set(ROLE) == set(Role) - {Role.SYSTEM, Role.CONSOLE}


def test_text_from_outside_is_never_markup() -> None:
    bad = replace(
        PAPER,
        room=HOSTILE,
        workstation=HOSTILE,
        incidents=(replace(INCIDENT, title=HOSTILE, address=HOSTILE, units=(HOSTILE,)),),
        units=(replace(UNIT, call_sign=HOSTILE, place=HOSTILE, agency=HOSTILE),),
        people=(replace(PERSON, name=HOSTILE, seat=HOSTILE),),
    )
    good, read = Read(as_html(PAPER)), Read(as_html(bad))
    assert read.tags == good.tags
    assert not {"img", "script", "link", "iframe"} & {tag for tag, _ in read.tags}
    assert not [a for _, attrs in read.tags for a in attrs if a in ("src", "href", "onerror")]
    assert any('<img src="https://x/y.png"' in text for text in read.texts)
    assert "\x00" not in as_html(bad)
    assert "\u202e" not in as_html(bad)


def test_a_long_text_does_not_push_the_rest_off_the_paper() -> None:
    long = replace(PAPER, incidents=(replace(INCIDENT, title="x" * 10_000),))
    (cell,) = [text for text in Read(as_html(long)).texts if text.startswith("xxx")]
    assert cell == "x" * LONGEST + "…"


def test_what_only_this_workstation_knows_is_marked() -> None:
    kept = replace(INCIDENT, sign="B-03", kept=True)
    texts = Read(as_html(replace(PAPER, waiting=2, incidents=(kept,)))).texts
    assert "B-03*" in texts
    assert any(text.startswith("2 catatan hanya ada di komputer ini") for text in texts)


def test_it_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a" / "board.html"
    write_board(PAPER, path)
    before = path.read_text(encoding="utf-8")
    assert before == as_html(PAPER)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="space"):
        write_board(replace(PAPER, room="Lain"), path)
    assert path.read_text(encoding="utf-8") == before
