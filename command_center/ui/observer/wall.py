"""The wall itself: one page after another, a heading, an honest age. Its keys turn pages only."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from command_center.domain.incident import Priority
from command_center.domain.room import RoomKind
from command_center.situation.observing import open_by_priority
from command_center.ui.detail.words import fill
from command_center.ui.format import clock, count, decimal, stopwatch
from command_center.ui.observer.exercise import paint_exercise
from command_center.ui.observer.figures_page import FiguresPage
from command_center.ui.observer.keys_page import KeysPage
from command_center.ui.observer.letters import Letters, letters, pixels_per_mm
from command_center.ui.observer.levels_page import LevelsPage
from command_center.ui.observer.map_page import MapPage
from command_center.ui.observer.page import MIDDLE, RIGHT, Brush, WallPage, translate
from command_center.ui.observer.strength_page import StrengthPage
from command_center.ui.observer.urgent_page import UrgentPage
from command_center.ui.observer.watched import Watched

STALE_S = 10.0
"""A database that has not answered for so long: what is shown is called old."""
_PAD_EM = 0.7
_FADED = 0.45


class ObserverWall(QWidget):
    """Reads `watched` once a second. Letters by `distance_m` metres on a screen of `diagonal_in`
    inches (0 = as the screen says); a page stays `seconds`."""

    def __init__(
        self, watched: Watched, distance_m: float, diagonal_in: int, seconds: float
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._watched = watched
        self._distance_m, self._diagonal_in, self._seconds = distance_m, diagonal_in, seconds
        self.pages: Sequence[WallPage] = (
            FiguresPage(watched),
            UrgentPage(watched),
            MapPage(watched),
            LevelsPage(watched),
            StrengthPage(watched),
        )
        self.about = KeysPage(watched)
        self.at, self.part, self.paused, self.told = 0, 0, False, False
        self._turn = QTimer(self)
        self._turn.setInterval(round(seconds * 1000))
        self._turn.timeout.connect(self.next)
        watched.live.ticked.connect(self._ticked)
        watched.theme.changed.connect(self.refresh)
        self.refresh()
        self._turn.start()
        self._keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: self.pause,
            Qt.Key.Key_Right: self.next,
            Qt.Key.Key_PageDown: self.next,
            Qt.Key.Key_Left: self.previous,
            Qt.Key.Key_PageUp: self.previous,
            Qt.Key.Key_F11: self.fill_screen,
            Qt.Key.Key_F1: self.tell,
        }

    # --- pages ---------------------------------------------------------------------------------

    @property
    def page(self) -> WallPage:
        return self.about if self.told else self.pages[self.at]

    def refresh(self, *_: object) -> None:
        for page in self.pages:
            page.refresh()
        if not self.pages[self.at].wanted():
            self._go(1)
        self.part = min(self.part, self._parts() - 1)
        said = f"{self.page.title()}. {self.age_text()}".strip()
        self.setAccessibleName(said)
        self.setWindowTitle(translate("Observer", "Dinding pengamat"))
        self.update()

    def _ticked(self, *_: object) -> None:
        """One that was closed rests until it is opened again."""
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._restart()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._turn.stop()

    def tell(self) -> None:
        """What the wall is and can, for as long as a page stays; then the page that was there."""
        self.told, self.part = not self.told, 0
        self._restart()

    def next(self) -> None:
        """The next screen of this page, else the next page."""
        if self.told:
            self.tell()
            return
        if self.part + 1 < self._parts():
            self.part += 1
        else:
            self._go(1)
        self._restart()

    def previous(self) -> None:
        if self.told:
            self.tell()
            return
        if self.part > 0:
            self.part -= 1
        else:
            self._go(-1)
            self.part = self._parts() - 1
        self._restart()

    def pause(self) -> None:
        """Stay on this page, or go on."""
        self.told, self.paused = False, not self.paused
        self._restart()

    def _restart(self) -> None:
        """Whoever turned a page has it for the whole time."""
        if self.paused and not self.told:
            self._turn.stop()
        else:
            self._turn.start()
        self.update()

    def _go(self, step: int) -> None:
        self.part = 0
        for _ in self.pages:
            self.at = (self.at + step) % len(self.pages)
            if self.page.wanted():
                return

    def _parts(self) -> int:
        painter = QPainter()
        return self.page.parts(self._brush(painter), self.body())

    # --- keys: nothing but turning pages -------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        act = self._keys.get(event.key()) if plain else None
        if act is not None and not event.isAutoRepeat():
            act()

    def fill_screen(self) -> None:
        """The whole screen, or a window again."""
        if self.isFullScreen():
            self.unsetCursor()
            self.showNormal()
        else:
            self.setCursor(Qt.CursorShape.BlankCursor)
            self.showFullScreen()

    # --- how old it is -------------------------------------------------------------------------

    def behind_s(self) -> float:
        """Seconds since the database answered, 0 while all is well."""
        link = self._watched.live.connection
        silent = time.monotonic() - link.heard_s
        if link.online and silent <= STALE_S:
            return 0.0
        return max(silent, 1.0)

    def age_text(self) -> str:
        """ "" while what is shown is as it is now."""
        behind = self.behind_s()
        if behind <= 0.0:
            return ""
        return fill(translate("Observer", "DATA BERHENTI %1 LALU"), stopwatch(behind))

    # --- painting ------------------------------------------------------------------------------

    def sizes(self) -> Letters:
        watched, screen = self._watched, self.screen()
        size = screen.size() if self._diagonal_in == 0 else self.size()
        dots = screen.physicalDotsPerInch()
        per_mm = pixels_per_mm(size.width(), size.height(), self._diagonal_in, dots)
        return letters(self._distance_m, per_mm, self.height(), watched.theme)

    def _brush(self, painter: QPainter) -> Brush:
        return Brush(painter, self._watched.theme, self.sizes())

    def _frame(self) -> float:
        """How thick the band around an exercise is."""
        return self.sizes().small * 1.25 if self._watched.kind is RoomKind.EXERCISE else 0.0

    def _inside(self) -> QRectF:
        frame = self._frame()
        pad = self.sizes().text * _PAD_EM
        return QRectF(self.rect()).adjusted(
            frame / 2 + pad, frame + pad * 0.4, -frame / 2 - pad, -frame - pad * 0.2
        )

    def body(self) -> QRectF:
        """Where the page stands: under the heading, over the foot."""
        sizes = self.sizes()
        return self._inside().adjusted(0, sizes.title * 1.9, 0, -sizes.small * 1.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._watched.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("window"))
        brush = self._brush(painter)
        stale = self.age_text()
        self._paint_heading(brush, stale)
        painter.setOpacity(_FADED if stale else 1.0)
        self.page.paint(brush, self.body(), self.part)
        painter.setOpacity(1.0)
        self._paint_foot(brush)
        if self._frame():
            paint_exercise(brush, QRectF(self.rect()), self._frame())
        painter.end()

    def _paint_heading(self, brush: Brush, stale: str) -> None:
        sizes, inside = brush.letters, self._inside()
        high = sizes.title * 1.7
        box = QRectF(inside.left(), inside.top(), inside.width(), high)
        now = clock(self._watched.now(), self._watched.zone)
        at = f"{now} {self._watched.city.time_zone_label}"
        wide = brush.width(at, px=sizes.title, bold=True)
        brush.write(box, at, px=sizes.title, bold=True, align=RIGHT)
        rest = box.adjusted(0, 0, -wide - sizes.text, 0)
        urgent = open_by_priority(self._watched.situation)[Priority.P1]
        if stale:
            tag = brush.width(stale, bold=True) + sizes.text
            alarm = QRectF(rest.right() - tag, rest.top() + high * 0.12, tag, high * 0.76)
            brush.painter.fillRect(alarm, brush.theme.color("alarm_band"))
            brush.write(alarm, stale, ink="alarm_text", bold=True, align=MIDDLE)
        else:
            text = count(urgent)
            tag = brush.width(text, px=sizes.title, bold=True) + sizes.title * 1.2
            side = sizes.title * 0.8
            glyph = QRectF(rest.right() - tag, rest.center().y() - side / 2, side, side)
            brush.priority(glyph, Priority.P1, urgent > 0)
            brush.write(rest, text, px=sizes.title, bold=True, align=RIGHT)
        title = rest.adjusted(0, 0, -tag - sizes.text, 0)
        parts = self.page.parts(brush, self.body())
        name = self.page.title() + (f"  {self.part + 1}/{parts}" if parts > 1 else "")
        brush.write(title, name, px=sizes.title, bold=True)

    def _paint_foot(self, brush: Brush) -> None:
        sizes, inside = brush.letters, self._inside()
        box = QRectF(
            inside.left(), inside.bottom() - sizes.small * 1.35, inside.width(), sizes.small * 1.35
        )
        room = self._watched.situation.room
        name = room.name if room is not None else ""
        shown = [page for page in self.pages if page.wanted()]
        at = f"{shown.index(self.page) + 1}/{len(shown)}" if self.page in shown else ""
        parts = [at]
        if self.paused:
            parts.insert(0, translate("Observer", "BERHENTI (spasi)"))
        if sizes.distance_m < self._distance_m - 0.05:
            far = translate("Observer", "terbaca dari %1 m")
            parts.insert(0, fill(far, decimal(sizes.distance_m)))
        right = "  ·  ".join(part for part in parts if part)
        wide = brush.width(right, px=sizes.small)
        brush.write(box, right, ink="text2", px=sizes.small, align=RIGHT)
        left = box.adjusted(0, 0, -wide - sizes.text, 0)
        brush.write(left, name, ink="text2", px=sizes.small)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
