"""The table of points as a panel: read by everybody, edited by who leads a shift."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from command_center.advice.triage import Row, Table
from command_center.advice.triage.faults import RowFault, TableWrong
from command_center.advice.triage.review import ReviewLine
from command_center.advice.triage.writing import as_csv, as_toml, cells_of
from command_center.commands.suggesting import SETTING, Standing, standing_of
from command_center.commands.triage_table import SetTriageTable
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.situation.situation import Touched
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.dropped_file import local_file
from command_center.ui.format import moment
from command_center.ui.leaving import demand_of_here, leaving_path, leaving_text
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.triage_table.draft import Draft, difference
from command_center.ui.triage_table.files import read_table, write_table
from command_center.ui.triage_table.frame import TableFrame, translate
from command_center.ui.triage_table.overruled import overruled
from command_center.ui.triage_table.preview import Preview, Previewer
from command_center.ui.triage_table.reasons import row_text
from command_center.ui.triage_table.versions import Version, versions
from command_center.ui.triage_table.words import (
    condition_text,
    difference_text,
    effect_text,
    fault_text,
    preview_text,
)

ACTION = "view.triage"
FAULTS_SHOWN = 8
_OPEN_TO_ALL = frozenset({"preview", "history", "review", "export"})
_OF_A_ROW = frozenset({"change", "remove"})


class TriagePanel(TableFrame):
    """Edits gather in a draft; saving shows first what it would change."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        standing = self._standing()
        self.draft = Draft(standing.table, standing.version)
        self.versions: list[Version] | None = None
        self.reviewed: list[ReviewLine] | None = None
        self._editing = ""
        self._previewer = Previewer(seat, self)
        self.setAcceptDrops(True)
        self.asked.connect(self.ask)
        self.filter.textChanged.connect(self.refresh)
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._close_form)
        seat.person.changed.connect(self._follow)
        seat.theme.changed.connect(self.restyle)
        seat.live.changed.connect(self._changed)
        self.restyle()
        self._retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def _standing(self) -> Standing:
        return standing_of(self._seat.situation.get("room_setting", SETTING))

    def _changed(self, touched: Touched) -> None:
        """A table somebody else has set is shown at once, unless a draft would be lost."""
        if not (touched.everything or "room_setting" in touched.entities):
            return
        standing = self._standing()
        if standing.version != self.draft.version and not self.draft.changed:
            self.draft = Draft(standing.table, standing.version)
            self.say(self.outlook, "")
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self, *_: object) -> None:
        current = self.view.current()
        wanted = self.filter.text().casefold().split()
        rows = [row for row in self._rows() if _says(row, wanted)]
        if self.model.show_rows(rows) and current is not None:
            at = self.model.place_of(current.id)
            if at is not None:
                self.view.setCurrentIndex(self.model.index(at, 0))
        self._say_standing()
        self._follow()

    def _rows(self) -> list[TextRow]:
        if self.versions is not None:
            return [self._version_row(version) for version in self.versions]
        if self.reviewed is not None:
            return [self._review_row(line) for line in self.reviewed]
        changed = difference(self.draft.base, self.draft.table)
        marked = {*changed.added, *changed.changed}
        return [_row(row, marked) for row in self.draft.table.rows]

    def _version_row(self, version: Version) -> TextRow:
        name = fill(translate("TriageTable", "versi %1"), str(version.number))
        if not version.number:
            return TextRow("0", translate("TriageTable", "tabel bawaan program"), "", "")
        when = moment(version.at, self._seat.zone) if version.at else ""
        author = Names(self._seat.situation).person(version.author)
        return TextRow(
            str(version.number), f"{name} · {author}", when, difference_text(version.since)
        )

    def _review_row(self, line: ReviewLine) -> TextRow:
        row = self.draft.table.by_code.get(line.code)
        text = translate("TriageTable", "%1 dinaikkan, %2 diturunkan dari %3")
        often = fill(text, str(line.raised), str(line.lowered), str(line.fired))
        return TextRow(line.code, row_text(row) if row else line.code, often, ", ".join(line.words))

    def _say_standing(self) -> None:
        standing, draft = self._standing(), self.draft
        setting = self._seat.situation.get("room_setting", SETTING)
        text = translate("TriageTable", "Berlaku: tabel bawaan program.")
        if setting is not None:
            author = Names(self._seat.situation).person(str(setting.value.get("author", "")))
            at = moment(str(setting.value.get("at", "")), self._seat.zone)
            text = fill(
                translate("TriageTable", "Berlaku: versi %1, %2, %3."),
                str(setting.version),
                author,
                at,
            )
        if not standing.readable:
            text = translate("TriageTable", "Tabel ruangan tidak terbaca; tabel bawaan dipakai.")
        self.standing.show_text(text)
        pending = ""
        if draft.changed:
            what = difference_text(difference(draft.base, draft.table))
            pending = fill(translate("TriageTable", "Belum disimpan · %1"), what)
            if standing.version != draft.version:
                newer = translate("TriageTable", "Orang lain sudah menyimpan versi %1.")
                pending = f"{fill(newer, str(standing.version))} {pending}"
        self.say(self.pending, pending)

    def _follow(self, *_: object) -> None:
        """Every button says why it cannot be pressed."""
        for name, button in self.buttons.items():
            why = self._reason(name)
            button.setEnabled(why is None)
            button.setToolTip("" if why is None else sentence(why, {}))

    def _reason(self, asked: str) -> str | None:
        if asked not in _OPEN_TO_ALL and not self._seat.may(Permission.REASSIGN):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if asked in _OF_A_ROW and self.view.current() is None:
            return "select_triage_row"
        if asked == "undo" and not self.draft.can_undo:
            return "triage_nothing_to_undo"
        if asked == "save" and not self.draft.changed:
            return "triage_nothing_changed"
        return None

    # --- what is asked -------------------------------------------------------------------------

    def ask(self, asked: str) -> None:
        """A name of `KEYS`, or in one sentence why not."""
        why = self._reason(asked)
        if why is not None:
            self._seat.notices.failed(OperatorError(why))
            return
        acts: dict[str, Callable[[], None]] = {
            "add": partial(self._open_form, ""),
            "change": self._change,
            "remove": self._remove,
            "undo": self._undo,
            "preview": self._preview,
            "save": self._ask_save,
            "history": self._history,
            "review": self._review,
            "import": self._ask_file,
            "export": self._export,
        }
        acts[asked]()

    def _change(self) -> None:
        row = self.view.current()
        if row is None:
            return
        if self.versions is None:
            self._open_form(row.id if row.id in self.draft.table.by_code else "")
            return
        found = next(v for v in self.versions if str(v.number) == row.id)
        self._leave_history()
        self._take(found.table)

    def _open_form(self, code: str) -> None:
        self._leave_history()
        self._editing = code
        row = self.draft.table.by_code.get(code)
        self.foot.hide()
        self.form.write(cells_of(row) if row else {"points": "1"})

    def _close_form(self) -> None:
        self.form.hide()
        self.foot.show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, values: Mapping[str, Any]) -> None:
        try:
            self.draft.put(self._editing, values)
        except TableWrong as error:
            self._say_faults(error.faults)
            return
        self._close_form()
        self._drawn()

    def _remove(self) -> None:
        row = self.view.current()
        if row is not None and self.versions is None and self.reviewed is None:
            self.draft.remove(row.id)
            self._drawn()

    def _undo(self) -> None:
        self.draft.undo()
        self._drawn()

    def _take(self, table: Table) -> None:
        self.draft.take(table)
        self._drawn()

    def _drawn(self) -> None:
        """The draft is another one: what was said of the last one holds no more."""
        self._say_faults(())
        self.say(self.outlook, "")
        self.refresh()

    # --- previewing and saving -----------------------------------------------------------------

    def _preview(self) -> None:
        self._previewer.ask(self.draft.table, self._show_preview)

    def _show_preview(self, found: Preview) -> None:
        self.say(self.outlook, preview_text(found))

    def _ask_save(self) -> None:
        def shown(found: Preview) -> None:
            self._show_preview(found)
            title = translate("TriageTable", "Simpan tabel? %1 kejadian berganti prioritas.")
            yes = Answer(translate("TriageTable", "Simpan"), "Return", self._save)
            self.question.ask(fill(title, str(len(found.moves))), [yes])

        self._previewer.ask(self.draft.table, shown)

    def _save(self) -> None:
        self.question.leave()
        saved = self.draft.table

        def done(outcome: Outcome) -> None:
            version = int(outcome.result.get("table", self.draft.version + 1))
            self.draft = Draft(saved, version)
            self._seat.notices.done(outcome.kind, **outcome.result)
            self._drawn()

        def failed(error: OperatorError) -> None:
            self._seat.notices.failed(error)
            self.refresh()

        self._seat.submit(SetTriageTable(as_toml(saved), self.draft.version), done, failed)

    # --- versions ------------------------------------------------------------------------------

    def _history(self) -> None:
        shown = self.versions is not None
        self._leave_history()
        if shown:
            return
        seat = self._seat
        work = partial(versions, seat.history, seat.situation.seq)
        seat.tasks.run(work, self._show_versions, seat.notices.failed)

    def _show_versions(self, found: list[Version]) -> None:
        self.versions = found
        self.refresh()

    def _review(self) -> None:
        shown = self.reviewed is not None
        self._leave_history()
        if not shown:
            seat = self._seat
            work = partial(overruled, seat.history, seat.live.now())
            seat.tasks.run(work, self._show_review, seat.notices.failed)

    def _show_review(self, found: list[ReviewLine]) -> None:
        if not found:
            text = translate("TriageTable", "Belum ada yang diubah petugas dalam 30 hari.")
            self.say(self.outlook, text)
            return
        self.reviewed = found
        self.refresh()

    def _leave_history(self) -> None:
        """Back to the rows of the table."""
        if self.versions is not None or self.reviewed is not None:
            self.versions = self.reviewed = None
            self.refresh()

    # --- files ---------------------------------------------------------------------------------

    def _ask_file(self) -> None:
        title = translate("TriageTable", "Berkas TOML atau CSV mana? Tulis jalurnya, atau seret.")
        answer = Answer(translate("TriageTable", "Baca"), "Return", self._read_typed)
        self.question.ask(title, [answer], typed="")

    def _read_typed(self) -> None:
        typed = self.question.field.text().strip() if self.question.field is not None else ""
        self.question.leave()
        if typed:
            self.read_file(Path(typed).expanduser())

    def read_file(self, path: Path) -> None:
        """Into the draft, if nothing is wrong with it; the draft stays as it is else."""
        work = partial(read_table, path, self.draft.table, partial(demand_of_here, self._seat))
        self._seat.tasks.run(work, self._was_read, self._seat.notices.failed)

    def _was_read(self, found: Table | tuple[RowFault, ...]) -> None:
        if isinstance(found, Table):
            self._take(found)
        else:
            self._say_faults(found)

    def _export(self) -> None:
        seat, table = self._seat, self.draft.table

        def written(path: Path) -> None:
            seat.notices.done("triage_exported", file=str(path))

        path = leaving_path(seat, f"triase-v{self.draft.version}.toml")
        toml = leaving_text(seat, as_toml(table), "# ")
        work = partial(write_table, toml, leaving_text(seat, as_csv(table)), path)
        seat.tasks.run(work, written, seat.notices.failed)

    def _say_faults(self, faults: Sequence[RowFault]) -> None:
        lines = [fault_text(fault) for fault in faults[:FAULTS_SHOWN]]
        if len(faults) > FAULTS_SHOWN:
            more = translate("TriageTable", "dan %1 lagi")
            lines.append(fill(more, str(len(faults) - FAULTS_SHOWN)))
        self.say(self.faults, "\n".join(lines))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_file(event.mimeData()) is not None and self._reason("import") is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = local_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    # --- appearance ----------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.relabel()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _row(row: Row, marked: set[str]) -> TextRow:
    mark = "• " if row.code in marked else ""
    return TextRow(row.code, f"{mark}{row_text(row)}", effect_text(row), condition_text(row))


def _says(row: TextRow, words: Sequence[str]) -> bool:
    text = f"{row.id} {row.first} {row.right} {row.second}".casefold()
    return all(word in text for word in words)
