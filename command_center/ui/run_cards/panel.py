"""The run cards as a panel: what is sent to what, where, when and at which alarm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from command_center.advice.categories import categories
from command_center.advice.run_cards import ANY, MAX_ALARM, RUN_CARDS_SETTING, Known, cells_of
from command_center.commands.run_cards import SetRunCards, unit_words
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import SituationLevel
from command_center.geo.drawn import MOST_LETTERS
from command_center.geo.faults import Fault
from command_center.ports import Outcome
from command_center.situation.situation import Touched
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.dropped_file import local_file
from command_center.ui.fault_words import faults_text
from command_center.ui.format import moment
from command_center.ui.leaving import demand_of_here, leaving_path, leaving_text
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.run_cards.draft import Draft, difference, standing_of
from command_center.ui.run_cards.files import Read, read_cards, read_polygon, write_cards
from command_center.ui.run_cards.versions import Version, versions
from command_center.ui.run_cards.words import (
    COLUMN_WORDS,
    alarm_text,
    category_text,
    columns,
    difference_text,
    level_text,
    translate,
    wants_text,
    when_text,
)
from command_center.ui.seat import Seat

ACTION = "view.run_cards"
FAULTS_SHOWN = 8
_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "change": ("Return", Qt.Key.Key_Return),
    "remove": ("Del", Qt.Key.Key_Delete),
    "undo": ("Z", Qt.Key.Key_Z),
    "save": ("S", Qt.Key.Key_S),
    "history": ("H", Qt.Key.Key_H),
    "import": ("O", Qt.Key.Key_O),
    "export": ("E", Qt.Key.Key_E),
}
_POLYGONS = frozenset({".geojson", ".json"})
_OPEN_TO_ALL = frozenset({"history", "export"})
_OF_A_ROW = frozenset({"change", "remove"})
_LEVELS = ("", *(level.value for level in SituationLevel))
_ALARMS = tuple(str(alarm) for alarm in range(1, MAX_ALARM + 1))


class RunCardsPanel(ListPage):
    """Edits gather in a draft; saving says first what it changes. An older version is taken into
    the draft like a file."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        self._codes = (ANY, *categories())
        choices = {"category": self._codes, "level": _LEVELS, "alarm": _ALARMS}
        self.entry = FieldsForm(seat, tuple(COLUMN_WORDS), choices, wide=("wants", "note"))
        self._place.setMaxLength(MOST_LETTERS)
        self.draft = Draft(standing_of(seat.situation.get("room_setting", RUN_CARDS_SETTING)))
        self.versions: list[Version] | None = None
        self._editing = 0
        super().__init__(seat, _KEYS, "change", self.entry, parent)
        self.setAcceptDrops(True)
        self.entry.kept.connect(self._keep)
        seat.live.changed.connect(self._changed)
        self.restyle()
        self.retranslate()

    @property
    def _place(self) -> QLineEdit:
        """Where a name is typed, or a polygon comes to stand."""
        field = self.entry.inside["place"]
        assert isinstance(field, QLineEdit), "places are not a choice"
        return field

    # --- what it shows -------------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        """Cards somebody else has set are shown at once, unless a draft would be lost."""
        if not (touched.everything or "room_setting" in touched.entities):
            return
        standing = standing_of(self._seat.situation.get("room_setting", RUN_CARDS_SETTING))
        if standing.version != self.draft.version and not self.draft.changed:
            self.draft = Draft(standing)
        if self.isVisible():
            self.refresh()

    def rows(self) -> list[TextRow]:
        if self.versions is not None:
            return [self._version_row(version) for version in self.versions]
        changed = difference(self.draft.base, self.draft.cards)
        marked = {card.key for card in (*changed.added, *changed.changed)}
        return [
            TextRow(
                str(card.row),
                f"{'• ' if card.key in marked else ''}{when_text(card)}",
                alarm_text(card),
                wants_text(card),
            )
            for card in self.draft.cards
        ]

    def _version_row(self, version: Version) -> TextRow:
        if not version.number:
            return TextRow("0", translate("RunCards", "kartu bawaan program"), "", "")
        name = fill(translate("RunCards", "versi %1"), str(version.number))
        author = Names(self._seat.situation).person(version.author)
        when = moment(version.at, self._seat.zone)
        told = difference_text(version.since)
        return TextRow(str(version.number), f"{name} · {author}", when, told)

    def refresh(self, *args: object) -> None:
        self._say_standing()
        super().refresh(*args)

    def _say_standing(self) -> None:
        setting, draft = self._seat.situation.get("room_setting", RUN_CARDS_SETTING), self.draft
        version = setting.version if setting is not None else 0
        text = translate("RunCards", "Berlaku: kartu bawaan program.")
        if setting is not None:
            author = Names(self._seat.situation).person(str(setting.value.get("author", "")))
            at = moment(str(setting.value.get("at", "")), self._seat.zone)
            said = translate("RunCards", "Berlaku: versi %1, %2, %3.")
            text = fill(said, str(version), author, at)
        if not draft.readable and draft.version == version:
            text = translate(
                "RunCards", "Kartu ruangan tidak terbaca; simpan yang bawaan ini atau impor lagi."
            )
        self.say(self.standing, text)
        pending = ""
        if draft.changed:
            what = difference_text(difference(draft.base, draft.cards))
            pending = fill(translate("RunCards", "Belum disimpan · %1"), what)
        if draft.changed and version != draft.version:
            newer = translate("RunCards", "Orang lain sudah menyimpan versi %1.")
            pending = f"{fill(newer, str(version))} {pending}"
        self.say(self.pending, pending)

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        if asked not in _OPEN_TO_ALL and not self._seat.may(Permission.REASSIGN):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if asked in _OF_A_ROW and self.view.current() is None:
            return "select_run_card"
        if asked == "undo" and not self.draft.can_undo:
            return "run_cards_nothing_to_undo"
        return "run_cards_nothing_changed" if asked == "save" and not self.draft.changed else None

    def answer(self, asked: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "add": partial(self._open_card, 0),
            "change": self._change,
            "remove": self._remove,
            "undo": self._undo,
            "save": self._ask_save,
            "history": self._history,
            "import": self._ask_file,
            "export": self._export,
        }
        acts[asked]()

    def _change(self) -> None:
        row = self.view.current()
        if row is None:
            return
        if self.versions is None:
            self._open_card(int(row.id))
            return
        found = next(one for one in self.versions if str(one.number) == row.id)
        self._leave_history()
        self.draft.take(found.cards)
        self._drawn()

    def _open_card(self, row: int) -> None:
        self._leave_history()
        self._editing = row
        card = next((card for card in self.draft.cards if card.row == row), None)
        empty = {"category": ANY, "alarm": "1", "wants": "patroli:1"}
        self.open_form(self.entry, cells_of(card) if card is not None else empty)

    def _keep(self, values: Mapping[str, Any]) -> None:
        cells = {name: str(value or "") for name, value in values.items()}
        faults = self.draft.put(self._editing, cells, self._known())
        if faults:
            self.say(self.faults, faults_text(faults, FAULTS_SHOWN, columns()))
            return
        self.close_form()
        self._drawn()

    def _known(self) -> Known:
        """Names of areas as people call them; words that units of the room answer to."""
        areas = [(area.name, *area.nicknames) for area in self._seat.city.areas]
        return Known(
            units=unit_words(list(self._seat.situation.all("unit"))),
            categories=categories().keys(),
            places={name for names in areas for name in names},
        )

    def _remove(self) -> None:
        row = self.view.current()
        if row is not None and self.versions is None:
            self.draft.remove(int(row.id))
            self._drawn()

    def _undo(self) -> None:
        self._leave_history()
        self.draft.undo()
        self._drawn()

    def _drawn(self) -> None:
        """The draft is another one: what was said of the last one holds no more."""
        self.say(self.faults, "")
        self.refresh()

    # --- saving --------------------------------------------------------------------------------

    def _ask_save(self) -> None:
        what = difference_text(difference(self.draft.base, self.draft.cards))
        title = fill(translate("RunCards", "Simpan kartu rencana? %1"), what)
        yes = Answer(translate("RunCards", "Simpan"), "Return", self._save)
        self.question.ask(title, [yes])

    def _save(self) -> None:
        self.question.leave()
        draft, command = self.draft, SetRunCards(self.draft.table, self.draft.version)

        def done(outcome: Outcome) -> None:
            draft.saved(int(outcome.result.get("version", draft.version + 1)))
            self._seat.notices.done(outcome.kind, **outcome.result)
            self._drawn()

        def failed(error: OperatorError) -> None:
            self._seat.notices.failed(error)
            self.refresh()

        self._seat.submit(command, done, failed)

    # --- versions ------------------------------------------------------------------------------

    def _history(self) -> None:
        if self.versions is not None:
            self._leave_history()
            return
        seat = self._seat
        work = partial(versions, seat.history, seat.situation.seq)
        seat.tasks.run(work, self._show_versions, seat.notices.failed)

    def _show_versions(self, found: list[Version]) -> None:
        self.versions = found
        self.refresh()

    def _leave_history(self) -> None:
        if self.versions is not None:
            self.versions = None
            self.refresh()

    # --- files ---------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        title = translate("RunCards", "Berkas CSV atau GeoJSON mana? Tulis jalurnya atau seret.")
        self.question.ask(
            title, [Answer(translate("RunCards", "Baca"), "Return", self._read_typed)], typed=""
        )

    def _read_typed(self) -> None:
        typed = self.typed()
        if typed:
            self.read_file(Path(typed).expanduser())

    def read_file(self, path: Path) -> None:
        """What it would change is shown before it is in the draft; one with a fault never is."""
        if path.suffix.casefold() in _POLYGONS:
            drawn = partial(read_polygon, path)
            self._seat.tasks.run(drawn, self._polygon_read, self._seat.notices.failed)
            return
        work = partial(read_cards, path, self._known(), partial(demand_of_here, self._seat))
        self._seat.tasks.run(work, self._was_read, self._seat.notices.failed)

    def _was_read(self, read: Read) -> None:
        cards, faults = read
        self.say(self.faults, faults_text(faults, FAULTS_SHOWN, columns()))
        if faults:
            return
        what = difference_text(difference(self.draft.cards, cards))
        text = translate("RunCards", "%1 kartu di berkas. Ganti rancangan ini? %2")

        def take() -> None:
            self.question.leave()
            self._leave_history()
            self.draft.take(cards)
            self._drawn()

        yes = Answer(translate("RunCards", "Ganti"), "Return", take)
        self.question.ask(fill(text, str(len(cards)), what), [yes])

    def _polygon_read(self, read: tuple[str, list[Fault]]) -> None:
        """It becomes the place of the card that is edited, of the marked one, or of a new one."""
        text, faults = read
        self.say(self.faults, faults_text(faults, FAULTS_SHOWN, columns()))
        if faults:
            return
        if self.question.isVisible():
            self.question.leave()
        if self.entry.isHidden():
            row = self.view.current() if self.versions is None else None
            self._open_card(int(row.id) if row is not None else 0)
        self._place.setText(text)
        self._place.setCursorPosition(0)

    def _export(self) -> None:
        seat, version = self._seat, self.draft.version

        def written(path: Path) -> None:
            seat.notices.done("run_cards_exported", file=str(path))

        path = leaving_path(seat, f"kartu-rencana-v{version}.csv")
        work = partial(write_cards, leaving_text(seat, self.draft.table), path)
        seat.tasks.run(work, written, seat.notices.failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_file(event.mimeData()) is not None and self.reason("import") is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = local_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.title.show_text(translate("RunCards", "KARTU RENCANA"))
        self.setAccessibleName(translate("RunCards", "Kartu rencana"))
        self.view.setAccessibleName(translate("RunCards", "Daftar kartu rencana"))
        self.view.empty = translate("RunCards", "Tidak ada kartu yang cocok.")
        self.filter.setPlaceholderText(translate("RunCards", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("RunCards", "Saring menurut kata"))
        names = {
            "add": translate("RunCards", "Tambah"),
            "change": translate("RunCards", "Ubah"),
            "remove": translate("RunCards", "Hapus"),
            "undo": translate("RunCards", "Urungkan"),
            "save": translate("RunCards", "Simpan"),
            "history": translate("RunCards", "Versi"),
            "import": translate("RunCards", "Impor"),
            "export": translate("RunCards", "Ekspor"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        labels = {name: translate("RunCards", text) for name, text in COLUMN_WORDS.items()}
        levels = [level_text(SituationLevel(value) if value else None) for value in _LEVELS]
        shown = {
            "category": [category_text(code) for code in self._codes],
            "level": levels,
            "alarm": list(_ALARMS),
        }
        self.entry.rename(labels, shown)
        self.refresh()
