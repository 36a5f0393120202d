"""What a person sets on the map: layers, a unit to follow, an area to count, a view that stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.map.backdrop import BORDERS, NAMES, ROADS
from command_center.ui.map.canvas import MapCanvas
from command_center.ui.map.counting import said
from command_center.ui.map.items import Kind
from command_center.ui.map.labels import Box
from command_center.ui.map.layer import Found, Layer
from command_center.ui.map.layer_list import LayerList
from command_center.ui.map.marks import Marks
from command_center.ui.map.switches import Switch, Switches
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
KINDS = {"incidents": Kind.INCIDENT, "units": Kind.UNIT, "cameras": Kind.CAMERA}
GROUND = (BORDERS, ROADS, NAMES)


class MapTools(QObject):
    """Over `canvas`. `hidden` are the kinds of marks that are not shown."""

    def __init__(self, seat: Seat, canvas: MapCanvas, marks: Marks, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._canvas = canvas
        self._marks = marks
        self._layers: list[Layer] = []
        self._top = 0
        self.followed: str | None = None
        self._said: dict[str, str] = {}
        self.switches = Switches(seat, self)
        self.list = LayerList(seat, self.switches, canvas)
        self.card = QFrame(canvas)
        self.card.setObjectName("raised")
        self.card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.told = PlainLabel(seat.theme, "text2", 13)
        QVBoxLayout(self.card).addWidget(self.told)
        self.card.hide()
        self.layers = KeyButton(seat, "", "O")
        self.follow = KeyButton(seat, "", "F")
        self.frame = KeyButton(seat, "", "X")
        self.lock = KeyButton(seat, "", "Z")
        self._connect()
        self._add_own()
        self.list.add_tools([self.follow, self.frame, self.lock])
        self.retranslate()

    def _connect(self) -> None:
        canvas = self._canvas
        canvas.installEventFilter(self)
        canvas.framed.connect(self._count)
        canvas.unframed.connect(lambda: self._say("area", ""))
        canvas.panned.connect(self.stop_following)
        canvas.read.connect(self._read)
        self.switches.changed.connect(self._use)
        self.list.left.connect(canvas.setFocus)
        self.layers.clicked.connect(self.toggle_list)
        self.follow.clicked.connect(self.toggle_following)
        self.frame.clicked.connect(self.count_view)
        self.lock.clicked.connect(self.toggle_lock)

    def _add_own(self) -> None:
        names: dict[str, Callable[[], str]] = {
            "incidents": lambda: translate("Map", "Kejadian"),
            "units": lambda: translate("Map", "Unit"),
            "cameras": lambda: translate("Map", "Kamera"),
            BORDERS: lambda: translate("Map", "Batas kelurahan dan kecamatan"),
            ROADS: lambda: translate("Map", "Jalan utama"),
            NAMES: lambda: translate("Map", "Nama wilayah dan tempat"),
        }
        for id, title in names.items():
            self.switches.add(Switch(id, title, lambda: "", first=True))

    def add(self, layer: Layer, *, first: bool = False) -> None:
        """`first`: whether it is shown to whoever never touched its switch."""
        self._layers.append(layer)
        self._canvas.add_layer(layer)
        self.switches.add(Switch(layer.id, layer.title, layer.note, first))

    # --- layers --------------------------------------------------------------------------------

    @property
    def hidden(self) -> frozenset[Kind]:
        return frozenset(kind for id, kind in KINDS.items() if not self.switches.is_on(id))

    def toggle_list(self) -> None:
        if self.list.isVisible():
            self.list.close_list()
        else:
            self.list.open()
            self.place()

    def _use(self) -> None:
        off = frozenset(s.id for s in self.switches.all if not self.switches.is_on(s.id))
        self._canvas.leave_out(off.intersection(GROUND), off)
        titles = [s.title() for s in self.switches.all if s.id in off.intersection(KINDS)]
        missing = translate("Map", "Tidak ditampilkan: %1").replace("%1", ", ".join(titles))
        self._say("hidden", missing if titles else "")

    def _read(self, found: Sequence[Found]) -> None:
        self._say("read", "\n".join(one.text for one in found))

    # --- following, counting, locking ----------------------------------------------------------

    def toggle_following(self) -> None:
        unit_id = self._seat.selection.unit_id
        if self.followed is not None:
            self.stop_following()
        elif unit_id is None or unit_id not in self._marks.units:
            self._say("follow", translate("Map", "Pilih dulu unit yang berposisi untuk diikuti"))
        else:
            self.followed = unit_id
            self.keep_up()

    def stop_following(self) -> None:
        self.followed = None
        self._say("follow", "")

    def keep_up(self) -> None:
        """The followed unit stays in the middle; what is counted is counted anew."""
        if self._said.get("area") and self._canvas.area is not None:
            self._count(self._canvas.area)
        if self.followed is None:
            return
        mark, canvas = self._marks.units.get(self.followed), self._canvas
        if mark is None:
            self.followed = None
            self._say("follow", translate("Map", "Unit yang diikuti tidak lagi di peta"))
            return
        view = canvas.viewport.centred(mark.x_m, mark.y_m)
        if view != canvas.viewport:
            canvas.look_at(view)
        text = translate("Map", "Mengikuti %1; geser peta untuk berhenti")
        if canvas.locked:
            text = translate("Map", "Mengikuti %1 dalam pandangan terkunci; F berhenti mengikuti")
        self._say("follow", text.replace("%1", mark.label))

    def count_view(self) -> None:
        """All that can be seen: what the pointer frames, without a pointer."""
        canvas = self._canvas
        canvas.frame(QRectF(canvas.rect()).adjusted(1, 1, -1, -1))
        self._count(QRectF(canvas.rect()))

    def _count(self, area: QRectF) -> None:
        left, top = self._canvas.viewport.origin
        box = Box(area.left() - left, area.top() - top, area.width(), area.height())
        right, bottom = box.left + box.width, box.top + box.height
        inside = [
            item
            for item in self._canvas.layout_now().within(box)
            if box.left <= item.x <= right and box.top <= item.y <= bottom
        ]
        self._say("area", said(inside, self._marks, self.hidden))

    def toggle_lock(self) -> None:
        self._canvas.locked = not self._canvas.locked
        held = translate("Map", "Pandangan dikunci; Z membukanya")
        self._say("lock", held if self._canvas.locked else "")
        self.keep_up()
        self.retranslate()

    # --- what is said, and keys ----------------------------------------------------------------

    def _say(self, about: str, text: str) -> None:
        if self._said.get(about, "") == text:
            return
        self._said[about] = text
        order = ("hidden", "lock", "follow", "area", "read")
        whole = "\n".join(self._said[name] for name in order if self._said.get(name))
        self.told.show_text(whole)
        self.card.setVisible(bool(whole))
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._say("area", "")
            self._say("read", "")
            if self.followed is None:
                self._say("follow", "")
            return False
        act = {
            Qt.Key.Key_O: self.toggle_list,
            Qt.Key.Key_F: self.toggle_following,
            Qt.Key.Key_X: self.count_view,
            Qt.Key.Key_Z: self.toggle_lock,
        }.get(key)
        if act is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        act()
        return True

    def place(self, top: int | None = None) -> None:
        """The card in one corner, the list in the other from `top` on, below the buttons."""
        px, canvas = self._seat.theme.px, self._canvas
        self._top = top if top is not None else self._top
        self.card.adjustSize()
        self.card.move(px(6), px(6))
        self.card.raise_()
        self.list.fit(canvas.width() - 2 * px(6), max(px(80), canvas.height() - self._top - px(6)))
        self.list.move(max(0, canvas.width() - self.list.width() - px(6)), self._top)

    def retranslate(self) -> None:
        self.layers.relabel(translate("Map", "Lapisan"))
        self.follow.relabel(translate("Map", "Ikuti unit terpilih"))
        self.frame.relabel(translate("Map", "Hitung yang terlihat"))
        locked = self._canvas.locked
        self.lock.relabel(
            translate("Map", "Buka kunci pandangan")
            if locked
            else translate("Map", "Kunci pandangan")
        )
        self.list.renew()
        self._use()
        self.place()
