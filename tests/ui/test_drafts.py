"""What was typed and not sent comes back, to whom it belongs, and is sent by nobody."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Priority, ReporterKind
from command_center.ui.call.form import CallForm
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.drafts import Drafts
from tests.ui.conftest import MakeDesk
from tests.ui.doors import signed_in_desk
from tests.ui.scene import NOW
from tests.ui.seats import Desk

INCIDENT, OTHER = "incident-147", "incident-148"


class Window:
    """The two panels that are typed in, and what keeps their words."""

    def __init__(self, desk: Desk, folder: Path, qtbot: QtBot) -> None:
        self.desk = desk
        self.call, self.detail = CallForm(desk.seat), DetailPanel(desk.seat)
        qtbot.addWidget(self.call)
        qtbot.addWidget(self.detail)
        self.drafts = Drafts(desk.seat, {"call": self.call, "detail": self.detail}, folder)
        self.settle()

    def settle(self) -> None:
        self.desk.settle()
        QApplication.processEvents()

    def type_all(self) -> None:
        self.call.category.choose(next(iter(self.call._find_category("kebakaran"))).__class__(
            "", "Kebakaran", "kebakaran"
        ))  # fmt: skip
        self.call.place.field.setText("depan pasar")
        self.call.words.setPlainText("asap tebal\nbaris kedua")
        self.call._given(Priority.P1)
        self.desk.seat.selection.select_incident(INCIDENT)
        self.settle()
        self.detail.box.words.setPlainText("Segera ke gerbang timur")
        self.ask_note()
        assert self.detail.bar.field is not None
        self.detail.bar.field.setText("pelapor menunggu di warung")
        self.settle()

    def ask_note(self) -> None:
        incident = self.desk.seat.situation.incident(INCIDENT)
        assert incident is not None
        self.detail._asked.note(incident)

    def crash(self) -> None:
        """Nothing is written any more."""
        self.drafts._timer.stop()
        self.desk.seat.person.changed.disconnect(self.drafts._person_changed)


Open = Callable[..., Window]


@pytest.fixture
def opened(qtbot: QtBot, new_desk: MakeDesk, tmp_path: Path) -> Iterator[Open]:
    windows: list[Window] = []

    def open_it(desk: Desk | None = None) -> Window:
        windows.append(Window(desk or new_desk(), tmp_path / "settings", qtbot))
        return windows[-1]

    yield open_it
    for window in windows:
        window.drafts._timer.stop()


def files(folder: Path) -> list[Path]:
    return sorted((folder / "settings").glob("unsent-*.json"))


def test_after_a_crash_everything_stands_where_it_was_typed(opened: Open) -> None:
    before = opened()
    before.type_all()
    before.drafts.keep()
    before.settle()
    before.crash()
    after = opened()
    assert after.call.draft == before.call.draft
    assert after.call.draft.given is Priority.P1
    assert after.call.draft.reporter is ReporterKind.OPEN
    assert after.call.words.toPlainText() == "asap tebal\nbaris kedua"
    assert after.call._since == NOW
    assert after.desk.seat.selection.incident_id == INCIDENT
    assert after.detail.box.text == "Segera ke gerbang timur"
    after.ask_note()
    assert after.detail.bar.field is not None
    assert after.detail.bar.field.text() == "pelapor menunggu di warung"
    assert after.desk.commands == [], "nothing is sent by itself"
    assert not after.call.isVisible()
    assert [notice.code for notice in after.desk.notices] == ["unsent_put_back"]


def test_the_file_is_for_this_account_only_and_goes_with_its_words(
    opened: Open, tmp_path: Path
) -> None:
    window = opened()
    window.type_all()
    window.drafts.keep()
    window.settle()
    (file,) = files(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "staff" not in file.name
    window.call.forget_unsent()
    window.detail.forget_unsent()
    window.desk.seat.selection.select_incident(None)
    window.drafts.keep()
    window.settle()
    assert files(tmp_path) == []


def test_who_left_nothing_is_told_nothing(opened: Open) -> None:
    assert opened().desk.notices == []


def test_what_was_sent_is_not_put_back(opened: Open) -> None:
    window = opened()
    window.type_all()
    window.drafts.keep()
    window.desk.recorder.result = {"number": 151, "incident_id": OTHER}
    window.call.save()
    window.settle()
    window.drafts.keep()
    window.settle()
    window.crash()
    assert opened().call.unsent() == {}


def test_closing_keeps_the_last_words_too(opened: Open) -> None:
    window = opened()
    window.call.words.setPlainText("belum disimpan")
    window.drafts.stop()
    window.crash()
    assert opened().call.draft.text == "belum disimpan"


def test_an_order_nobody_typed_is_not_kept(opened: Open) -> None:
    window = opened()
    window.desk.seat.selection.select_incident(INCIDENT)
    window.settle()
    assert window.detail.unsent() == {}


def test_words_belong_to_who_typed_them(opened: Open, new_desk: MakeDesk, tmp_path: Path) -> None:
    first = opened(signed_in_desk(new_desk, "staff-rs"))
    first.type_all()
    first.drafts.keep()
    first.settle()
    person = first.desk.seat.person
    person.leave()
    first.settle()
    assert first.call.unsent() == {}
    assert first.detail.unsent() == {}
    assert first.call.words.toPlainText() == ""
    first.crash()
    second = opened(signed_in_desk(new_desk, "staff-it"))
    assert second.call.unsent() == {}
    second.crash()
    again = opened(signed_in_desk(new_desk, "staff-rs"))
    assert again.call.draft.text == "asap tebal\nbaris kedua"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "null",
        '{"at": 5}',
        '{"at": "2026-11-21T07:00:00"}',
        '{"call": {"text": "x"}}',
        '{"call": 5, "detail": [], "selected": {}, "at": "%s"}',
        '{"call": {"category": "no such", "given": "P9", "reporter": 3, "since": "x",'
        ' "place": null, "text": ["a"]}, "detail": {"orders": {"i": 5}, "notes": "x"},'
        ' "selected": "gone", "at": "%s"}',
    ],
)
def test_a_file_that_is_not_ours_changes_nothing(
    opened: Open, tmp_path: Path, content: str
) -> None:
    window = opened()
    window.type_all()
    window.drafts.keep()
    window.settle()
    window.crash()
    (file,) = files(tmp_path)
    file.write_text(content.replace("%s", NOW.isoformat()))
    after = opened()
    assert after.call.unsent() == {}
    assert after.detail.unsent() == {}


def test_words_of_another_day_stay_away(opened: Open, tmp_path: Path) -> None:
    window = opened()
    window.type_all()
    window.drafts.keep()
    window.settle()
    window.crash()
    (file,) = files(tmp_path)
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({**kept, "at": (NOW - timedelta(hours=25)).isoformat()}))
    assert opened().call.unsent() == {}


def test_a_full_disk_is_tried_again(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from command_center.ui import drafts

    window = opened()
    window.call.words.setPlainText("tetap ada")
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        patch.setattr(drafts, "write_private", full)
        window.drafts.keep()
        window.settle()
    assert files(tmp_path) == []
    window.drafts.keep()
    window.settle()
    assert len(files(tmp_path)) == 1
