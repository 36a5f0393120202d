"""The map's surface: paints, pans, zooms and tells what was clicked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from command_center.geo.city import CityPack
from command_center.ui.map.backdrop import Backdrop
from command_center.ui.map.labels import Box
from command_center.ui.map.layout import (
    MOST_NAMES,
    Chosen,
    Item,
    Kept,
    Layout,
    Writing,
    lay_out,
)
from command_center.ui.map.legend import Legend
from command_center.ui.map.marks import Marks
from command_center.ui.map.outlines import outlines
from command_center.ui.map.painting import (
    Look,
    Moment,
    Pin,
    Pointer,
    paint_chosen,
    paint_headings,
    paint_names,
    paint_pin,
    paint_pointer,
    paint_units,
    pointer_to,
)
from command_center.ui.map.sprites import Sprites
from command_center.ui.map.standing import Standing
from command_center.ui.map.viewport import Ground, Viewport
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
STEP = 1.25
PAN_PX = 60
DRAG_FROM_PX = 4
CLICK_PX = 10
FIT_MARGIN_PX = 14
TURNING_MS = 120
"""How long after a turn of the wheel the ground is painted anew."""
PLACE_PX_PER_M = 0.12
LATER_MS = 150
AROUND = 0.5
"""So much of the map's width and height beside it units are named, too."""


class MapCanvas(QWidget):
    """`picked` carries the Item that was clicked. The view moves by this person's hand only."""

    picked = Signal(object)

    def __init__(
        self,
        city: CityPack,
        ground: Ground,
        marks: Marks,
        theme: Theme,
        moment: Callable[[], Moment],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ground = ground
        self._marks = marks
        self._theme = theme
        self._moment = moment
        drawn = outlines(city, ground)
        self._box = drawn.box
        self.backdrop = Backdrop(drawn, theme)
        self._sprites = Sprites(theme)
        self._kept = Kept()
        self._standing = Standing(theme)
        self._legend = Legend(theme)
        self._layout: Layout | None = None
        self._layout_of: tuple[object, ...] = ()
        self._within: tuple[Box | None, float] = (None, 0.0)
        self._chosen = Chosen()
        self._fitted = True
        self.pin: Pin | None = None
        self._pressed: QPointF | None = None
        self._dragged = False
        self._turning = QTimer(self)
        self._turning.setSingleShot(True)
        self._turning.setInterval(TURNING_MS)
        self._turning.timeout.connect(self.update)
        self._laying = QTimer(self)
        self._laying.setSingleShot(True)
        self._laying.timeout.connect(self._lay_out)
        self.viewport = Viewport(0.0, 0.0, 0.02, 640, 400)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(theme.px(200), theme.px(120))

    # --- state ---------------------------------------------------------------------------------

    def choose(self, chosen: Chosen) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.renew()

    def look_at(self, viewport: Viewport, fitted: bool = False) -> None:
        self.viewport = viewport
        self._fitted = fitted
        self.update()

    def fit(self) -> None:
        """The whole city; it stays whole when the panel changes its size."""
        margin = self._theme.px(FIT_MARGIN_PX)
        self.look_at(self.viewport.fitted(self._box, margin), fitted=True)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        middle = QPointF(self.width() / 2, self.height() / 2)
        at = at or middle
        self.look_at(self.viewport.zoomed(factor, at.x(), at.y()))

    def show_place(self, pin: Pin) -> None:
        """Somebody asked where this is: go there, near enough to see its streets."""
        self.pin = pin
        scale = max(self.viewport.scale, PLACE_PX_PER_M)
        self.look_at(replace(self.viewport, x_m=pin.x_m, y_m=pin.y_m, scale=scale))

    def restyle(self) -> None:
        self.backdrop.forget()
        self._sprites.forget()
        self._standing.forget()
        self._legend.forget()
        self._layout = None
        self.setMinimumSize(self._theme.px(200), self._theme.px(120))
        self.update()

    def layout_now(self) -> Layout:
        """Laid out anew only when marks, scale, choice or letters changed: not by panning."""
        self._sprites.use_ratio(self.devicePixelRatioF())
        scale, within = self.viewport.scale, self._named_within()
        current = (self._marks.version, scale, self._chosen, self._sprites.ratio, within)
        if self._layout is None or self._layout_of != current:
            headings = [(w.name.text, w.box) for w in self.backdrop.headings(scale)]
            ground = Writing(self.backdrop.taken(scale), headings)
            px = self._theme.scale
            self._layout = lay_out(
                self._marks, ground, self._sprites, scale, px, self._chosen, self._kept, within
            )
            self._layout_of = current
        return self._layout

    def _layout_to_paint(self) -> Layout:
        """In a crowd the last one, while another is on its way: it comes in a turn of its own."""
        kept, laid = self._layout, self._layout_of
        crowded = len(self._marks.units) > MOST_NAMES
        if kept is None or not crowded or not self._laying.isActive():
            return self.layout_now()
        same_view = laid[1] == self.viewport.scale and laid[3:] == (
            self.devicePixelRatioF(), self._named_within(),
        )  # fmt: skip
        return kept if same_view else self.layout_now()

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
        self.update()

    def items_at(self, x: float, y: float) -> list[Item]:
        left, top = self.viewport.origin
        return self.layout_now().near(x - left, y - top, self._theme.px(CLICK_PX))

    def pointer(self) -> Pointer | None:
        """The arrow to a chosen incident that is out of view."""
        item = self._layout_to_paint().by_id.get(self._chosen.incident_id or "")
        return pointer_to(item, self.viewport, self._theme)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, viewport = self._theme, self.viewport
        layout = self._layout_to_paint()
        painter = QPainter(self)
        hurry = self._turning.isActive()
        self.backdrop.paint(painter, viewport, self.devicePixelRatioF(), hurry=hurry)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chosen(painter, layout, viewport, self._chosen, theme)
        paint_headings(painter, layout, viewport, theme)
        paint_units(painter, layout, viewport, theme, self._moment())
        ratio, generation = self.devicePixelRatioF(), self._sprites.generation
        painter.drawPixmap(0, 0, self._standing.picture(layout, viewport, generation, ratio))
        paint_names(painter, layout, viewport, theme)
        legend = self._legend.picture(viewport, self._marks.silent_units, ratio)
        painter.drawPixmap(0, 0, legend)
        look = Look(theme, self._sprites)
        if self.pin is not None:
            paint_pin(painter, self.pin, viewport, look)
        self._paint_pointer(painter, look)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.viewport = self.viewport.resized(event.size().width(), event.size().height())
        if self._fitted:
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._legend.forget()
            self.update()
        super().changeEvent(event)

    # --- pointer -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        away = event.position() - self._pressed
        if not self._dragged and away.manhattanLength() < DRAG_FROM_PX:
            return
        self._dragged = True
        self._pressed = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.look_at(self.viewport.panned(away.x(), away.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        self.unsetCursor()
        if not self._dragged:
            self.pick(event.position().x(), event.position().y())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self.look_at(self.viewport.centred(*self.viewport.to_m(at.x(), at.y())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        if turns:
            self._turning.start()
            self.zoom(STEP**turns, event.position())
        event.accept()

    def pick(self, x: float, y: float) -> None:
        """Announce what is there; where several are, the one after what is chosen already."""
        found = self.items_at(x, y)
        if not found:
            return
        current = next((i for i, m in enumerate(found) if self._chosen.has(m.kind, m.id)), -1)
        self.picked.emit(found[(current + 1) % len(found)])

    # --- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._theme.px(PAN_PX)
        pans = {
            Qt.Key.Key_Left: (step, 0),
            Qt.Key.Key_Right: (-step, 0),
            Qt.Key.Key_Up: (0, step),
            Qt.Key.Key_Down: (0, -step),
        }
        key = event.key()
        if key in pans:
            self.look_at(self.viewport.panned(*pans[Qt.Key(key)]))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key == Qt.Key.Key_Escape and self.pin is not None:
            self.pin = None
            self.update()
        elif key == Qt.Key.Key_Space:  # Enter orders units, wherever the focus is
            self.pick(self.width() / 2, self.height() / 2)
        else:
            super().keyPressEvent(event)
