"""Closing a stretch from the map: points by pointer or by key, then why and until when."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from command_center.commands.roads import MOST_POINTS, NAME_LENGTH, REASON_LENGTH, CloseRoad
from command_center.domain.errors import OperatorError
from command_center.geo.distance import distance_m
from command_center.situation.situation import Touched
from command_center.ui.actions.action import submit
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.roads import CLOSE_ROAD, SHOW_CLOSURE
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.words import fill
from command_center.ui.due_time import read_due
from command_center.ui.format import metres
from command_center.ui.map.canvas import MapCanvas
from command_center.ui.map.painting import Pin
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.roads.lines import Begun, Line, Look, digest_of, standing_closures
from command_center.ui.roads.overlay import ClosureOverlay, Shut
from command_center.ui.roads.words import shut_text, translate, until_text
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

EDGE_PX, WIDEST_PX = 8, 880
APART_PX = 14
"""Of two points of a line that is dragged."""
_DIGITS = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClosureCard(QFrame):
    """Over the foot of the map while something is drawn, so that the map does not move: what it
    would shut, and what must be said."""

    def __init__(self, seat: Seat, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("raised")
        self._seat = seat
        theme = seat.theme
        self.title = PlainLabel(theme, bold=True)
        self.told = PlainLabel(theme, "text2", 13)
        self.faults = PlainLabel(theme, "warn", 13)
        for label in (self.title, self.told, self.faults):
            label.setWordWrap(True)
        self.form = FieldsForm(seat, ("name", "reason", "until"), {}, wide=("reason",))
        self.back = KeyButton(seat, "", "Backspace")
        self.centre = KeyButton(seat, "", "Space")
        for name, most in (("name", NAME_LENGTH), ("reason", REASON_LENGTH)):
            field = self.form.inside[name]
            if isinstance(field, QLineEdit):
                field.setMaxLength(most)
        tools = QWidget()
        self._tools = FlowLayout(tools, gap=6)
        for button in (self.centre, self.back):
            self._tools.addWidget(button)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(2)
        for part in (self.title, self.told, self.faults, tools, self.form):
            self._rows.addWidget(part)
        seat.theme.changed.connect(self.restyle)
        self.restyle()
        self.retranslate()
        self.hide()

    def say(self, text: str) -> None:
        self.faults.show_text(text)
        self.faults.setVisible(bool(text))
        self.place()

    def tell(self, text: str) -> None:
        self.told.show_text(text)
        self.place()

    def place(self) -> None:
        """As high as it must be."""
        px = self._seat.theme.px
        width = min(self._over.width() - 2 * px(EDGE_PX), px(WIDEST_PX))
        self._rows.invalidate()
        self._rows.activate()
        height = self._rows.totalHeightForWidth(width)
        self.setGeometry(
            px(EDGE_PX), max(0, self._over.height() - height - px(EDGE_PX)), width, height
        )
        self.raise_()

    def restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(2))
        self._tools.setContentsMargins(px(12), px(2), px(12), 0)

    def retranslate(self) -> None:
        self.title.show_text(
            translate("Roads", "Tutup jalan: klik atau seret di peta, paling sedikit dua titik")
        )
        self.setAccessibleName(translate("Roads", "Tutup jalan"))
        self.back.relabel(translate("Roads", "Hapus titik"))
        self.centre.relabel(translate("Roads", "Titik di tengah peta"))
        names = {
            "name": translate("Roads", "Nama ruas"),
            "reason": translate("Roads", "Alasan"),
            "until": translate("Roads", "Sampai, bila diketahui"),
        }
        self.form.rename(names, {})
        field = self.form.inside["until"]
        if isinstance(field, QLineEdit):
            field.setPlaceholderText("16:00 · besok 06:00 · +90")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ClosureDesk(QObject):
    """Paints what is closed over `canvas`, and draws more of it."""

    def __init__(self, seat: Seat, canvas: MapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._canvas = canvas
        self.overlay = ClosureOverlay(canvas, seat.theme)
        self.card = ClosureCard(seat, canvas)
        self.points: list[tuple[float, float]] = []
        self.drawing = False
        self._look: Look | None = None
        self._counting = False
        self._dragged: QPointF | None = None
        canvas.installEventFilter(self)
        self.overlay.installEventFilter(self)
        self.card.form.kept.connect(self._keep)
        self.card.form.left.connect(self._back_to_map)
        self.card.back.clicked.connect(self.remove_last)
        self.card.centre.clicked.connect(self.add_centre)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._show)
        seat.asking.asked.connect(self._asked)
        self._show()

    # --- what is closed ------------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "road_closure" in touched.entities:
            self._show()

    def _show(self, *_: object) -> None:
        seat, now = self._seat, self._seat.live.now()
        shut = []
        for row in standing_closures(seat.situation):
            until = until_text(row, now, seat)
            text = " · ".join(part for part in (row.name, until) if part)
            shut.append(Shut(row.id, row.line, fill(translate("Roads", "Ditutup: %1"), text)))
        self.overlay.show_closures(tuple(shut))

    def _asked(self, action_id: str, subject: object) -> None:
        if action_id == CLOSE_ROAD:
            self.begin(subject if isinstance(subject, Begun) else Begun())
        elif action_id == SHOW_CLOSURE:
            self._go_to(str(subject))

    def _go_to(self, id: str) -> None:
        row = self._seat.situation.get("road_closure", id)
        if row is not None:
            lat, lon = row.line[len(row.line) // 2]
            self._canvas.show_place(Pin(*self._canvas.ground.to_m(lat, lon), row.name))

    # --- drawing -------------------------------------------------------------------------------

    def begin(self, begun: Begun) -> None:
        """From what was said already; a line that is begun goes on."""
        why = ACTIONS[CLOSE_ROAD].reason(self._seat)
        if why is not None:
            self._seat.notices.failed(OperatorError(why))
            return
        if not self.drawing or begun.line:
            self.points = list(begun.line)
            values = {"name": begun.name, "reason": begun.reason, "until": begun.until}
            self.card.form.write(values)
            self.card.say("")
        self.drawing = True
        self.card.place()
        self.card.show()
        if begun.line:
            lat, lon = begun.line[0]
            x_m, y_m = self._canvas.ground.to_m(lat, lon)
            self._canvas.look_at(self._canvas.viewport.centred(x_m, y_m))
        self._renew()
        if len(self.points) < 2 or self._canvas.hasFocus():
            self._take_keys()

    def leave(self) -> None:
        self.drawing, self.points = False, []
        self._renew()
        self.card.hide()
        self.card.form.hide()
        self._take_keys()

    def _take_keys(self) -> None:
        """Focused anew where it was already: whose Enter is, is asked when the focus moves."""
        self._canvas.clearFocus()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, lat: float, lon: float) -> None:
        """One more point; the same twice is one."""
        point = round(lat, _DIGITS), round(lon, _DIGITS)
        if len(self.points) >= MOST_POINTS:
            self.card.say(sentence("road_line_too_long", {"limit": MOST_POINTS}))
        elif point not in self.points[-1:]:
            self.points.append(point)
            self._renew()

    def add_centre(self) -> None:
        canvas = self._canvas
        self.add(*self.overlay.at(canvas.width() / 2, canvas.height() / 2))

    def remove_last(self) -> None:
        if self.points:
            self.points.pop()
            self._renew()

    def _renew(self) -> None:
        self.overlay.show_drawn(self.points, aiming=self.drawing)
        self._tell()
        self._count()

    def _count(self) -> None:
        """One question at a time: a line that is dragged asks again and again."""
        line = tuple(self.points)
        if self.drawing and len(line) > 1 and not self._counting:
            self._counting = True
            work = partial(self._seat.roads.look, digest_of(self._seat.situation), [line])
            self._seat.tasks.run(work, partial(self._counted, line), self._seat.notices.failed)

    def _counted(self, line: Line, look: Look) -> None:
        self._look, self._counting = look, False
        self._tell()
        if line != tuple(self.points):
            self._count()

    def _tell(self) -> None:
        points = self.points
        long_m = sum(distance_m(*a, *b) for a, b in itertools.pairwise(points))
        text = fill(translate("Roads", "%1 titik · %2"), str(len(points)), metres(long_m))
        shut = shut_text(self._look, tuple(points)) if len(points) > 1 else ""
        self.card.tell(" · ".join(part for part in (text, shut) if part))

    def _back_to_map(self) -> None:
        """Esc in the form leaves it all: the map's own Esc does the same."""
        self.leave()

    def _keep(self, values: Mapping[str, Any]) -> None:
        seat, until = self._seat, str(values["until"]).strip()
        name, reason = str(values["name"]).strip(), str(values["reason"]).strip()
        try:
            if len(self.points) < 2:
                raise OperatorError("road_needs_line")
            if not name or not reason:
                raise OperatorError("road_needs_reason" if name else "road_needs_name")
            open_at = read_due(until, seat.live.now(), seat.zone) if until else None
        except OperatorError as error:
            self.card.say(sentence(error.code, error.params))
            return
        command = CloseRoad(name, tuple(self.points), reason, open_at)
        submit(seat, command, name=name)
        self.leave()

    # --- pointer and keys ----------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._canvas and event.type() is QEvent.Type.Resize:
            self.card.place()
        if not self.drawing:
            return False
        if watched is self.overlay and isinstance(event, QMouseEvent):
            return self._pointed(event)
        if watched is self._canvas and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._act(event) is not None:
                event.accept()
                return True
            act = self._act(event) if event.type() is QEvent.Type.KeyPress else None
            if act is not None:
                act()
                return True
        if watched is self._canvas and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.overlay.update()
        return False

    def _act(self, event: QKeyEvent) -> Any:
        key = Qt.Key(event.key())
        if key in _ENTER:
            return self._to_form
        return {
            Qt.Key.Key_Space: self.add_centre,
            Qt.Key.Key_Backspace: self.remove_last,
            Qt.Key.Key_Escape: self.leave,
        }.get(key)

    def _to_form(self) -> None:
        self.card.form.inside["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _pointed(self, event: QMouseEvent) -> bool:
        """A click is a point; what is dragged is a line of them. Another button moves the map."""
        if event.button() is Qt.MouseButton.LeftButton or self._dragged is not None:
            kind, at = event.type(), event.position()
            if kind is QEvent.Type.MouseButtonPress:
                self._dragged = at
                self.add(*self.overlay.at(at.x(), at.y()))
                self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            elif kind is QEvent.Type.MouseMove and self._dragged is not None:
                if (at - self._dragged).manhattanLength() >= self._seat.theme.px(APART_PX):
                    self._dragged = at
                    self.add(*self.overlay.at(at.x(), at.y()))
            elif kind is QEvent.Type.MouseButtonRelease:
                self._dragged = None
            return True
        return False
