"""The templates, edited with a preview; what counts is what was saved, and every version stays."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from command_center.advice.report_templates import (
    FIELDS,
    About,
    Template,
    columns,
    demand_sound,
    filled,
    in_force,
    shipped_templates,
)
from command_center.commands.report_templates import SetReportTemplate
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.situation.lapsit import Desk, of_incident, of_situation
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import moment
from command_center.ui.paged_panel import PanelPage
from command_center.ui.plain_label import PlainLabel
from command_center.ui.reports.templates import template_of
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.setting_history import Written, written

_SOON_MS = 200
_BUTTONS = ("save", "undo", "shipped")
_PREVIEWED = 3


class TemplatesPage(PanelPage):
    """The draft is this page's until it is saved: a typo costs nothing but its sentence."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._drafts: dict[str, tuple[str, int]] = {}
        self._versions: list[Written] = []
        self.kinds, self.versions = QComboBox(), QComboBox()
        self.standing = PlainLabel(seat.theme, "text2")
        self.fault = PlainLabel(seat.theme, "warn")
        self.fields = PlainLabel(seat.theme, "text2", 11)
        self.text, self.preview = QPlainTextEdit(), QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.buttons = {name: KeyButton(seat, "", primary=name == "save") for name in _BUTTONS}
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self._connect()
        self.restyle()
        self.retranslate()
        self.setFocusProxy(self.text)

    def _lay_out(self) -> None:
        head, foot = FlowLayout(gap=8), FlowLayout(gap=6)
        for part in (self.kinds, self.versions, self.standing):
            head.addWidget(part)
        for button in self.buttons.values():
            foot.addWidget(button)
        self.parts = QSplitter()
        self.parts.addWidget(self.text)
        self.parts.addWidget(self.preview)
        self.parts.setChildrenCollapsible(False)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.fields)
        self._column.addWidget(self.parts, 1)
        self._column.addWidget(self.fault)
        self._column.addLayout(foot)
        for label in (self.fault, self.fields):
            label.setWordWrap(True)

    def _connect(self) -> None:
        seat = self._seat
        self.kinds.currentIndexChanged.connect(self._turned)
        self.versions.activated.connect(self._take_version)
        self.text.textChanged.connect(self._typed)
        self._soon.timeout.connect(self.refresh)
        self.buttons["save"].clicked.connect(self.save)
        self.buttons["undo"].clicked.connect(self.drop)
        self.buttons["shipped"].clicked.connect(self._take_shipped)
        seat.live.changed.connect(self._read_soon)
        seat.person.changed.connect(self.refresh)
        seat.theme.changed.connect(self.restyle)

    # --- the draft -----------------------------------------------------------------------------

    @property
    def code(self) -> str:
        return str(self.kinds.currentData())

    @property
    def draft(self) -> Template:
        """What stands in the editor, on the version that it was begun from."""
        base = self._standing()
        text, version = self._drafts.get(self.code, (base.text, base.version))
        return replace(base, text=text, version=version)

    @property
    def changed(self) -> bool:
        return self.code in self._drafts

    def _standing(self) -> Template:
        return template_of(self._seat, self.code)

    def _typed(self) -> None:
        base = self._standing()
        begun = self._drafts.get(self.code, ("", base.version))[1]
        text = self.text.toPlainText()
        if text.strip("\n") == base.text.strip("\n"):
            self._drafts.pop(self.code, None)
        else:
            self._drafts[self.code] = text, begun
        self._soon.start()

    def _turned(self) -> None:
        self._fill()
        self._read_versions()
        self.refresh()

    def _fill(self) -> None:
        text = self.draft.text
        if self.text.toPlainText() != text:
            self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(False)

    def drop(self) -> None:
        """Back to what is in force."""
        self._drafts.pop(self.code, None)
        self._fill()
        self.refresh()

    def _take_shipped(self) -> None:
        self.text.setPlainText(shipped_templates()[self.code].text)

    # --- what it shows -------------------------------------------------------------------------

    def _read_soon(self, _: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self, *_: object) -> None:
        if not self.isVisible():
            return
        standing = self._standing()
        if self._drafts.get(self.code, ("", 0))[0].strip("\n") == standing.text.strip("\n"):
            self._drafts.pop(self.code)
        if not self.changed:
            self._fill()
        draft = self.draft
        self.fields.show_text(", ".join(FIELDS[draft.about]))
        said = self._said(standing)
        if self.changed and standing.version != draft.version:
            newer = translate("Reports", "orang lain sudah menyimpan versi %1")
            said = f"{said} · {fill(newer, str(standing.version))}"
        self.standing.show_text(said)
        try:
            demand_sound(draft)
        except OperatorError as error:
            self.fault.show_text(sentence(error.code, error.params))  # the last good one stays
        else:
            self.fault.show_text("")
            self._preview(draft)
        self._follow_buttons()

    def _said(self, standing: Template) -> str:
        setting = self._seat.situation.get("room_setting", standing.setting)
        if setting is None:
            return translate("Reports", "Berlaku: bawaan program")
        author = Names(self._seat.situation).person(str(setting.value.get("author", "")))
        at = moment(str(setting.value.get("at", "")), self._seat.zone)
        text = translate("Reports", "Berlaku: versi %1, %2, %3")
        return fill(text, str(setting.version), author, at)

    def _preview(self, draft: Template) -> None:
        seat = self._seat
        desk = Desk(seat.situation, seat.city, seat.live.now(), seat.act.actor)
        incidents = sorted(seat.situation.all("incident"), key=lambda row: row.opened_at)
        chosen = seat.situation.incident(seat.selection.incident_id or "")
        text = ""
        if draft.about is About.SITUATION:
            text = filled(draft, of_situation(desk))
        elif draft.about is About.TABLE:
            told = columns(draft.text)
            rows = [of_incident(desk, one, "") for one in incidents[-_PREVIEWED:]]
            lines = [[name for name, _ in told]]
            lines += [[row.get(field, "").partition("\n")[0] for _, field in told] for row in rows]
            text = "\n".join("; ".join(line) for line in lines)
        elif chosen is not None or incidents:
            text = filled(draft, of_incident(desk, chosen or incidents[-1]))
        if self.preview.toPlainText() != text.rstrip("\n"):
            self.preview.setPlainText(text.rstrip("\n"))

    def _follow_buttons(self) -> None:
        may = self._seat.may(Permission.REASSIGN)
        self.buttons["save"].setEnabled(may and self.changed and not self.fault.text())
        self.buttons["undo"].setEnabled(self.changed)
        self.buttons["shipped"].setEnabled(may)
        self.text.setReadOnly(not may)

    # --- saving, and versions ------------------------------------------------------------------

    def save(self) -> None:
        seat, sent = self._seat, self.draft
        if not self.changed:
            seat.notices.failed(OperatorError("template_unchanged"))
            return

        def done(outcome: Outcome) -> None:
            kept = self._drafts.get(sent.code)
            if kept is not None:  # it stands until the log has brought what was saved
                self._drafts[sent.code] = kept[0], int(outcome.result["version"])
            seat.notices.done(outcome.kind, **outcome.result)
            self._read_versions()
            self.refresh()

        command = SetReportTemplate(sent.code, sent.text, sent.version)
        seat.submit(command, done, seat.notices.failed)

    def _read_versions(self) -> None:
        seat, code, setting = self._seat, self.code, shipped_templates()[self.code].setting
        up_to = seat.situation.seq

        def found(rows: list[Written]) -> None:
            if code == self.code:
                self._versions = rows
                self._name_versions()

        work = partial(_versions, seat, setting, up_to)
        seat.tasks.run(work, found, seat.notices.failed)

    def _name_versions(self) -> None:
        names, zone = Names(self._seat.situation), self._seat.zone
        self.versions.clear()
        self.versions.addItem(translate("Reports", "Versi…"))
        for row in self._versions:
            self.versions.addItem(f"{row.number} · {names.person(row.author)} · "
                                  f"{moment(row.at, zone)}")  # fmt: skip
        self.versions.setEnabled(bool(self._versions))

    def _take_version(self, at: int) -> None:
        if 1 <= at <= len(self._versions):
            row = self._versions[at - 1]
            self.text.setPlainText(in_force(self.code, row.value, row.number).text)

    # --- appearance ----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turned()

    def restyle(self) -> None:
        px, font = self._seat.theme.px, self._seat.theme.font(13)
        self._column.setContentsMargins(px(12), px(6), px(12), px(8))
        self._column.setSpacing(px(6))
        for part in (self.text, self.preview, self.kinds, self.versions):
            part.setFont(font)

    def retranslate(self) -> None:
        self.kinds.blockSignals(True)
        chosen = max(0, self.kinds.currentIndex())
        self.kinds.clear()
        for template in shipped_templates().values():
            self.kinds.addItem(template.name, template.code)
        self.kinds.setCurrentIndex(chosen)
        self.kinds.blockSignals(False)
        self.kinds.setAccessibleName(translate("Reports", "Templat"))
        self.versions.setAccessibleName(translate("Reports", "Versi templat"))
        self.text.setAccessibleName(translate("Reports", "Isi templat"))
        self.preview.setAccessibleName(translate("Reports", "Pratinjau"))
        self.buttons["save"].relabel(translate("Reports", "Simpan templat"))
        self.buttons["undo"].relabel(translate("Reports", "Buang perubahan"))
        self.buttons["shipped"].relabel(translate("Reports", "Ambil bawaan"))
        self._name_versions()
        self.refresh()


def _versions(seat: Seat, setting: str, up_to: int) -> list[Written]:
    """The newest first. Waits for the database."""
    return list(written(seat.history, setting, up_to))[::-1]
