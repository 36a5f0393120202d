"""The situation map as a panel."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.map.age import Moment
from command_center.ui.map.canvas import MapCanvas
from command_center.ui.map.heat import Heat
from command_center.ui.map.items import Chosen, Item, Kind
from command_center.ui.map.layer import Layer
from command_center.ui.map.marks import Marks
from command_center.ui.map.painting import Pin
from command_center.ui.map.raster import Raster
from command_center.ui.map.room_layers import SHOWN_FIRST, room_layers
from command_center.ui.map.tools import MapTools
from command_center.ui.map.view import STEP
from command_center.ui.map.viewport import Ground
from command_center.ui.roads.drawing import ClosureDesk
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
CROWD, CROWD_MS = 500, 2000


class MapPanel(QFrame):
    """Follows the room's signals; moves the view by itself only after a unit that is followed."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._now = seat.live.now()
        self._ground = Ground.around(seat.city.centre)
        self.marks = Marks(self._ground)
        self.canvas = MapCanvas(seat.city, self._ground, self.marks, seat.theme, self._moment)
        self.setFocusProxy(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.canvas)
        self.tools = MapTools(seat, self.canvas, self.marks, self)
        self.closures = ClosureDesk(seat, self.canvas, self)
        self._heat = Heat(self._ground, seat.theme, seat.tasks, self._painted_anew)
        self._raster = Raster(
            seat.map_tiles, self._ground, seat.theme, seat.tasks, self._painted_anew
        )
        self._own = room_layers(
            seat, self._ground, self.marks, self.canvas.backdrop, self._painted_anew
        )
        self._buttons = QWidget(self.canvas)
        self._grid = QGridLayout(self._buttons)
        self._closer, self._farther = KeyButton(seat, "+"), KeyButton(seat, "−")
        self._whole = KeyButton(seat, "", "Home")
        self._waiting = Touched()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._take_waiting)
        self._make_buttons()
        layers: list[Layer] = [self._raster, self._heat, *self._own]
        for layer in layers:
            self.tools.add(layer, first=layer.id in SHOWN_FIRST)
        self._connect()
        self._retranslate()
        self._switched()
        self._changed(Touched(everything=True))

    def _make_buttons(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._seat.theme.px(4))
        for column, button in enumerate(self._row()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._grid.addWidget(button, 0, column)
        self._closer.clicked.connect(lambda: self.canvas.zoom(STEP))
        self._farther.clicked.connect(lambda: self.canvas.zoom(1 / STEP))
        self._whole.clicked.connect(self.canvas.whole)

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.telemetry.connect(self._moved)
        seat.live.ticked.connect(self._ticked)
        seat.selection.incident_changed.connect(self._choose)
        seat.selection.unit_changed.connect(self._choose)
        seat.selection.camera_changed.connect(self._choose)
        seat.theme.changed.connect(self._restyle)
        seat.asking.asked.connect(self._asked)
        self.canvas.picked.connect(self._picked)
        self.tools.switches.changed.connect(self._switched)

    # --- the room's signals --------------------------------------------------------------------

    def _moment(self) -> Moment:
        return Moment(self._now, self._seat.targets.position_stale_s)

    def _changed(self, touched: Touched) -> None:
        """At once; in a crowd at most every CROWD_MS, because each mark may move the others."""
        self._waiting.merge(touched)
        if touched.everything or len(self.marks.incidents) < CROWD:
            self._take_waiting()
        elif not self._later.isActive():
            self._later.start(CROWD_MS)

    def _take_waiting(self) -> None:
        self._later.stop()
        touched, self._waiting = self._waiting, Touched()
        version = self.marks.version
        self.marks.take(self._seat.situation, touched, self._seat.live.now())
        self._take_layers(touched)
        if touched.everything or touched.judged or self.marks.version != version:
            self._renew()  # most changes of a room move nothing on the map

    def _take_layers(self, touched: Touched) -> None:
        news = [x for x in self._own if touched.everything or touched.entities & x.follows]
        for layer in news:
            layer.take(self._seat.situation)
        if news:
            self._painted_anew()

    def _painted_anew(self) -> None:
        """A layer has another picture, and perhaps another note."""
        self._show_credit()
        self.canvas.surface.wake()
        if self.tools.list.isVisible():
            self.tools.list.renew()

    def _switched(self) -> None:
        self._choose()
        self._take_heat()
        self._show_credit()

    def _show_credit(self) -> None:
        shown = self.tools.switches.is_on(self._raster.id)
        if shown:
            self._raster.open()
        self.canvas.show_credit(self._raster.credit if shown else "")

    def _take_heat(self) -> None:
        if self.tools.switches.is_on(self._heat.id):
            self._heat.take(self._seat.situation, self._now)

    def _moved(self) -> None:
        situation, version = self._seat.situation, self.marks.version
        self.marks.take_units(situation, self._seat.live.now())
        self.marks.take_cameras(situation)
        if self.marks.version != version:
            self._renew()

    def _ticked(self, now: datetime) -> None:
        """Positions pale with age, and silence makes a unit unknown."""
        self._now = now
        self._take_heat()
        if self.marks.has_turned(now):
            self.marks.take_units(self._seat.situation, now)
            self._renew()
        else:
            self.canvas.age()

    def _renew(self) -> None:
        self.canvas.renew()
        self.tools.keep_up()
        marks = self.marks
        text = translate("Map", "%1 kejadian, %2 unit, %3 kamera di peta")
        counts = (len(marks.incidents), len(marks.units), len(marks.cameras))
        for place, count in enumerate(counts, start=1):
            text = text.replace(f"%{place}", str(count))
        self.canvas.setAccessibleDescription(text)

    # --- selection -----------------------------------------------------------------------------

    def _choose(self) -> None:
        selection = self._seat.selection
        chosen = Chosen(
            selection.incident_id, selection.unit_id, selection.camera_id, self.tools.hidden
        )
        self.canvas.choose(chosen)

    def _picked(self, item: Item) -> None:
        selection = self._seat.selection
        if item.kind is Kind.INCIDENT:
            selection.select_incident(item.id)
        elif item.kind is Kind.UNIT:
            selection.select_unit(item.id)
        else:
            selection.select_camera(item.id)

    def _asked(self, action_id: str, place_code: object) -> None:
        """The command line found a place: show it."""
        if action_id != "map.place":
            return
        gazetteer = self._seat.city.gazetteer
        place = gazetteer.by_code(str(place_code))
        point = gazetteer.point_of(place) if place is not None else None
        if place is not None and point is not None:
            x_m, y_m = self._ground.to_m(point.lat, point.lon)
            self.canvas.show_place(Pin(x_m, y_m, place.name))

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        self.canvas.restyle()
        self.tools.list.restyle()
        self._place_buttons()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Map", "Peta situasi"))
        self.canvas.setAccessibleName(translate("Map", "Peta situasi"))
        self._closer.setAccessibleName(translate("Map", "Perbesar"))
        self._farther.setAccessibleName(translate("Map", "Perkecil"))
        self._whole.relabel(translate("Map", "Seluruh kota"))
        self.tools.retranslate()
        self._place_buttons()

    def _row(self) -> tuple[KeyButton, ...]:
        return self.tools.layers, self._closer, self._farther, self._whole

    def _place_buttons(self) -> None:
        """In one row, in two where the map is narrow."""
        pad, gap = self._seat.theme.px(6), self._grid.horizontalSpacing()
        wide = sum(button.sizeHint().width() + gap for button in self._row())
        below = wide > self.canvas.width() - 2 * pad
        *_, last = self._row()
        if below:
            self._grid.addWidget(last, 1, 0, 1, 3)
        else:
            self._grid.addWidget(last, 0, 3)
        self._grid.activate()
        self._buttons.adjustSize()
        self._buttons.move(self.canvas.width() - self._buttons.width() - pad, pad)
        self.tools.place(self._buttons.geometry().bottom() + pad)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout().activate()  # type: ignore[union-attr]
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._renew()
        super().changeEvent(event)
