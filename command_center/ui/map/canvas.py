"""The map's surface: paints what is seen and tells what was clicked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from command_center.geo.city import CityPack
from command_center.ui.map.age import Moment
from command_center.ui.map.backdrop import Backdrop
from command_center.ui.map.items import Chosen, Item
from command_center.ui.map.labels import Box
from command_center.ui.map.layer import Layer
from command_center.ui.map.layout import Kept, Layout, lay_out
from command_center.ui.map.legend import Legend
from command_center.ui.map.marks import Marks
from command_center.ui.map.outlines import outlines
from command_center.ui.map.painting import (
    Look,
    Pointer,
    paint_area,
    paint_chosen,
    paint_pin,
    paint_pointer,
    pointer_to,
)
from command_center.ui.map.sprites import Sprites
from command_center.ui.map.surface import Surface
from command_center.ui.map.view import MapView
from command_center.ui.map.viewport import Ground
from command_center.ui.map.words import MOST_NAMES, Writing
from command_center.ui.theme import Theme

CLICK_PX = 10
LATER_MS = 150
AROUND = 0.5
"""So much of the map's width and height beside it units are named, too."""


class MapCanvas(MapView):
    """`picked` carries the Item that was clicked, `read` what layers know where none is. The view
    moves by this person's hand only."""

    picked = Signal(object)
    read = Signal(list)

    def __init__(
        self,
        city: CityPack,
        ground: Ground,
        marks: Marks,
        theme: Theme,
        moment: Callable[[], Moment],
        parent: QWidget | None = None,
    ) -> None:
        drawn = outlines(city, ground)
        super().__init__(ground, drawn.box, theme, parent)
        self._marks = marks
        self._sprites = Sprites(theme)
        self._kept = Kept()
        self._legend = Legend(theme)
        self._layout: Layout | None = None
        self._layout_of: tuple[object, ...] = ()
        self._within: tuple[Box | None, float] = (None, 0.0)
        self._chosen = Chosen()
        self._layers: list[Layer] = []
        self._hidden_layers: frozenset[str] = frozenset()
        self.backdrop = Backdrop(drawn, theme)
        self.surface = Surface(self.backdrop, self._kept, self.layout_now, moment, self)
        self._laying = QTimer(self)
        self._laying.setSingleShot(True)
        self._laying.timeout.connect(self._lay_out)
        self.pointed.connect(self.pick)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(theme.px(200), theme.px(120))

    # --- state ---------------------------------------------------------------------------------

    def add_layer(self, layer: Layer) -> None:
        """Over those of its level that are there already."""
        self._layers.append(layer)
        self._use_layers()

    def leave_out(self, ground: frozenset[str], layers: frozenset[str]) -> None:
        """Parts of the ground and layers, by id, that are not shown."""
        if ground != self.backdrop.hidden:
            self.backdrop.hidden = ground
            self._layout = None
            self.surface.renew_ground()
        self._hidden_layers = layers
        self._use_layers()

    def show_credit(self, text: str) -> None:
        """Whose map the rest lies on, in the legend. From outside: plain."""
        if text != self._legend.credit:
            self._legend.credit = text
            self.update()

    def _use_layers(self) -> None:
        self.surface.use_layers(self.layers)

    @property
    def layers(self) -> list[Layer]:
        """Those that are shown, from the back to the front."""
        return [layer for layer in self._layers if layer.id not in self._hidden_layers]

    def choose(self, chosen: Chosen) -> None:
        """Ringed at once, named a moment later."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()
            self.renew()

    def restyle(self) -> None:
        self.backdrop.forget()
        self._sprites.forget()
        self._legend.forget()
        self._layout = None
        self.surface.forget()
        self.setMinimumSize(self._theme.px(200), self._theme.px(120))
        self.update()

    def layout_now(self) -> Layout:
        """Another one only when marks, scale, choice or letters changed: not by panning."""
        self._sprites.use_ratio(self.devicePixelRatioF())
        scale, within = self.viewport.scale, self._named_within()
        sprites = self._sprites
        current = (self._marks.version, scale, self._chosen, sprites.generation, within)
        if self._layout is None or self._layout_of != current:
            headings = [(w.name.text, w.box) for w in self.backdrop.headings(scale)]
            ground = Writing(self.backdrop.taken(scale), headings)
            px = self._theme.scale
            self._layout = lay_out(
                self._marks, ground, sprites, scale, px, self._chosen, self._kept, within
            )
            self._layout_of = current
        return self._layout

    def _named_within(self) -> Box | None:
        """Of a crowd of units those are named that can be seen, and some around them, so that most
        panning moves no name."""
        if len(self._marks.units) <= MOST_NAMES:
            return None
        viewport = self.viewport
        left, top = (-edge for edge in viewport.origin)
        wide, high = viewport.width, viewport.height
        kept, scale = self._within
        if kept is None or scale != viewport.scale or not kept.holds(Box(left, top, wide, high)):
            more_x, more_y = wide * AROUND, high * AROUND
            kept = Box(left - more_x, top - more_y, wide + 2 * more_x, high + 2 * more_y)
            self._within = kept, viewport.scale
        return kept

    def renew(self) -> None:
        """Marks have changed, or what is chosen: laid out in one turn of the event loop, painted in
        the next, so that keys are answered in between. First comes what somebody waits for."""
        if not self._laying.isActive():
            self._laying.start(LATER_MS)

    def _lay_out(self) -> None:
        if self.isVisible():
            self.layout_now()
            self.surface.wake(show=True)

    def age(self) -> None:
        """The clock has moved on."""
        if self.isVisible():
            self.surface.wake()

    def items_at(self, x: float, y: float) -> list[Item]:
        left, top = self.viewport.origin
        return self.layout_now().near(x - left, y - top, self._theme.px(CLICK_PX))

    def pick(self, x: float, y: float) -> None:
        """Announce what is there; where several are, the one after what is chosen already."""
        found = self.items_at(x, y)
        if not found:
            self._read(x, y)
            return
        current = next((i for i, m in enumerate(found) if self._chosen.has(m.kind, m.id)), -1)
        self.picked.emit(found[(current + 1) % len(found)])

    def _read(self, x: float, y: float) -> None:
        """Where nothing stands, what the layers know of the place; the uppermost first."""
        reach_m = self._theme.px(CLICK_PX) / self.viewport.scale
        at = self.viewport.to_m(x, y)
        found = [one for layer in reversed(self.layers) for one in layer.at(*at, reach_m)]
        self.read.emit(found)

    def pointer(self) -> Pointer | None:
        """The arrow to a chosen incident that is out of view."""
        item = self.layout_now().item(self._chosen.incident_id)
        return pointer_to(item, self.viewport, self._theme)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        tiles, hurry = self.surface.tiles, self._turning.isActive()
        if not hurry:
            self.surface.begin(self.viewport, ratio)
        painter = QPainter(self)
        if hurry or not tiles.is_complete:
            painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        if hurry:
            tiles.paint_stretched(painter, self.viewport)
        else:
            tiles.paint_ground(painter, self.viewport)
            tiles.paint_marks(painter)
        painter.restore()
        self._paint_over(painter, ratio)
        painter.end()

    def _paint_over(self, painter: QPainter, ratio: float) -> None:
        """What belongs to this seat alone, and how to read the map."""
        theme, viewport = self._theme, self.viewport
        look = Look(theme, self._sprites)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chosen(painter, self.layout_now(), viewport, self._chosen, theme)
        legend = self._legend.picture(viewport, self._marks.silent_units, ratio)
        painter.drawPixmap(QPointF(0, 0), legend)
        if self.area is not None:
            paint_area(painter, self.area, theme)
        if self.pin is not None:
            paint_pin(painter, self.pin, viewport, look)
        self._paint_pointer(painter, look)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_pointer(self, painter: QPainter, look: Look) -> None:
        pointer = self.pointer()
        mark = self._marks.incidents.get(self._chosen.incident_id or "")
        if pointer is not None and mark is not None:
            paint_pointer(painter, pointer, mark.label, self.viewport, look)

    def _paint_focus(self, painter: QPainter) -> None:
        """An edge, and a cross where Space picks."""
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        x, y, arm = self.width() // 2, self.height() // 2, theme.px(5)
        painter.drawLine(x - arm, y, x + arm, y)
        painter.drawLine(x, y - arm, x, y + arm)

    def hideEvent(self, event: QHideEvent) -> None:
        self.surface.rest()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._legend.forget()
            self.update()
        super().changeEvent(event)
