"""The handbook in the window: F1, words, links and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from command_center.ui.actions.handbook import CARD, HANDBOOK
from command_center.ui.actions.table import ACTIONS
from command_center.ui.curtain.fields import Line
from command_center.ui.handbook import browser
from command_center.ui.handbook.book import BookView
from command_center.ui.handbook.browser import picture_file
from command_center.ui.handbook.panel import HandbookPanel
from command_center.ui.handbook.places import ENTRY, FIRST, LINE, PAGES, page_for
from command_center.ui.handbook.printer import BOOK_NAME, CARD_NAME, PRINT, HandbookPrinter
from command_center.ui.handbook.trail import TOP, Spot, Trail
from command_center.ui.i18n import Language
from command_center.ui.panel_dock import PanelDock
from command_center.ui.seat import Seat
from command_center.ui.window import Window
from tests.ui.seats import RESOURCES, Desk


def field(seat: Seat) -> QWidget:
    return QLineEdit("panel")


def window_with_book(desk: Desk, language: Language, folder: Path) -> Window:
    makers = dict.fromkeys(("queue", "wall", "map", "roster", "units"), field)
    return Window(desk.seat, {**makers, "handbook": HandbookPanel}, language, folder)


@pytest.fixture
def book(desk: Desk, qapp: QApplication, qtbot: QtBot) -> BookView:
    made = BookView(desk.seat)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.open_spoken(FIRST)
    return made


def read(book: BookView) -> str:
    """The id of the page that is open."""
    assert book.view.page is not None
    return book.view.page.id


def test_f1_opens_the_page_of_the_panel_and_esc_gives_the_keyboard_back(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    language = Language(RESOURCES / "translations", desk.seat.live)
    window = window_with_book(desk, language, tmp_path)
    qtbot.addWidget(window)
    window.resize(1600, 900)
    with qtbot.waitActive(window):
        window.start()
    dock, queue = window.docks["handbook"], window.docks["queue"].panel
    desk.settle()
    assert isinstance(dock.panel, HandbookPanel)
    assert dock.panel.book is None, "a start makes no book"
    assert dock.isHidden(), "and covers nothing"
    queue.setFocus()
    ACTIONS[HANDBOOK].perform(desk.seat)
    desk.settle()
    book = dock.panel.opened()
    assert read(book) == "antrean"
    assert book.view.hasFocus()
    ACTIONS[HANDBOOK].perform(desk.seat)
    assert book.contents.hasFocus()
    QTest.keyClick(book.contents, Qt.Key.Key_Escape)
    desk.settle()
    assert dock.isHidden()
    assert qapp.focusWidget() is queue
    for panel in (window.docks["roster"], window.docks["map"]):
        panel.show()
        panel.raise_()
        assert page_for(panel.panel) == PAGES[panel.objectName()]
    assert page_for(window.top_bar.search) == LINE
    assert page_for(Line("login", hidden=False)) == ENTRY, "who cannot get in reads how to"
    assert page_for(window) == FIRST


@pytest.mark.parametrize("width", [1600, 1050])
def test_esc_shows_the_panel_that_the_book_covered(
    desk: Desk, qapp: QApplication, qtbot: QtBot, tmp_path: Path, width: int
) -> None:
    """Also where all panels but the queue are one stack."""
    language = Language(RESOURCES / "translations", desk.seat.live)
    window = window_with_book(desk, language, tmp_path)
    qtbot.addWidget(window)
    window.resize(width, 800)
    with qtbot.waitActive(window):
        window.start()
    docks = window.docks
    desk.settle()
    book, stack = docks["handbook"], [docks[name] for name in ("wall", "units", "map")]
    for one in stack[1:]:
        window.tabifyDockWidget(stack[0], one)
        one.show()
    for front in stack:
        front.raise_()
        desk.settle()
        assert isinstance(front, PanelDock)
        front.panel.setFocus()
        for _ in range(2):
            ACTIONS[HANDBOOK].perform(desk.seat)
            desk.settle()
        assert front.visibleRegion().isEmpty()
        assert isinstance(book.panel, HandbookPanel)
        QTest.keyClick(book.panel.opened().contents, Qt.Key.Key_Escape)
        desk.settle()
        assert qapp.focusWidget() is front.panel
        assert not front.visibleRegion().isEmpty()


def test_links_lead_to_pages_only_and_there_is_a_way_back(book: BookView) -> None:
    book.open("antrean")
    book.view.anchorClicked.emit(QUrl("balas-pelapor.md"))
    assert read(book) == "balas-pelapor"
    for elsewhere in ("https://example.org/x.md", "file:///etc/passwd", "nothing.md", "a.html"):
        book.view.anchorClicked.emit(QUrl(elsewhere))
        assert read(book) == "balas-pelapor"
    book.back.click()
    assert read(book) == "antrean"
    book.forward.click()
    assert read(book) == "balas-pelapor"
    assert not book.forward.isEnabled()


def test_pictures_come_from_the_handbook_and_are_never_wider_than_the_page(book: BookView) -> None:
    view, kind = book.view, QTextDocument.ResourceType.ImageResource.value
    shown = view.loadResource(kind, QUrl("pictures/ruang.png"))
    assert shown is not None
    assert 0 < shown.width() <= view.viewport().width()
    for name in ("../theme/tokens.toml", "pictures/../contents.toml", "/etc/hostname", "ruang.png"):
        assert picture_file(book.handbook.folder, name) is None
        assert view.loadResource(kind, QUrl(name)) is None


def test_a_page_is_dressed_before_it_is_shown_and_anew_only_for_who_sees_it(
    book: BookView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the screen each of its changes is laid out by itself: longer than a window may wait."""
    view = book.view
    dressed: list[bool] = []
    read_files: list[Path] = []
    picture = browser._picture

    def read_file(file: Path, size: QSize) -> QImage:
        read_files.append(file)
        return picture(file, size)

    monkeypatch.setattr(
        browser, "dress", lambda document, *_: dressed.append(document is view.document())
    )
    monkeypatch.setattr(browser, "_picture", read_file)
    for id in ("layar", "alarm", "layar"):
        book.open(id)
    assert dressed == [False] * 3
    assert len(read_files) == len(set(read_files)) > 0
    book.hide()
    view.refresh()
    assert len(dressed) == 3
    book.show()
    QTest.qWait(0)
    assert view._rest.isActive()
    view._lay_again()
    assert len(dressed) == 4


def test_pictures_come_from_a_worker_into_places_that_do_not_move(
    book: BookView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is there at once; what takes long to read is painted into it."""
    view, later = book.view, list[tuple[Callable[[], QImage], Callable[[QImage], None]]]()
    monkeypatch.setattr(view._tasks, "run", lambda work, done, failed: later.append((work, done)))
    book.open("antrean")
    url = QUrl("pictures/antrean.png")
    kind = QTextDocument.ResourceType.ImageResource.value
    high, place = view.document().size().height(), view.document().resource(kind, url)
    assert len(later) > 0
    for work, done in later:
        done(work())
    picture = view.document().resource(kind, url)
    assert (picture.size(), picture != place) == (place.size(), True)
    assert view.document().size().height() == high
    old, done = later[0][0](), later[0][1]
    book.resize(420, 700)
    view.loadResource(kind, url)
    done(old)
    now = view.loadResource(kind, url)
    assert now is not None
    assert now.size() != old.size(), "one of another width came too late"


def test_the_reader_stays_at_the_words_in_another_width(book: BookView) -> None:
    view = book.view
    book.open("hari-pertama")
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    spot = view.spot
    assert spot.letter > 0
    book.resize(420, 700)
    view.refresh()
    assert view.spot.letter == pytest.approx(spot.letter, abs=60), "within a line"
    book.open("alarm")
    assert view.spot == TOP
    book.back.click()
    assert view.spot.letter == pytest.approx(spot.letter, abs=60)


def test_a_page_that_gives_way_to_the_list_is_found_at_its_beginning(
    book: BookView, qtbot: QtBot
) -> None:
    """Hidden with the keyboard in it, Qt would look for its next link."""
    book.resize(420, 300)
    with qtbot.waitActive(book):
        book.activateWindow()
    book.open("hari-pertama")
    for way in (book.open_contents, book._to_search):
        book.view.setFocus()
        way()
        assert not book.view.isVisible()
        book.open("alarm")
        book.back.click()
        assert (read(book), book.view.spot) == ("hari-pertama", TOP)


def test_words_are_looked_for_in_all_pages(book: BookView) -> None:
    QTest.keyClicks(book.field, "kentongan")
    QTest.keyClick(book.field, Qt.Key.Key_Return)
    assert read(book) == "radio"
    book.field.setText("katayangtidakada")
    assert book.said.isVisible()
    assert book.contents.first_page() is None
    QTest.keyClick(book.field, Qt.Key.Key_Escape)
    assert (book.field.text(), book.contents.first_page()) == ("", "mulai")


def test_the_screen_in_english_opens_english_pages(book: BookView) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English))
    book.open_spoken("apel")
    assert read(book) == "shift-lead"
    book.open("apel")
    assert read(book) == "apel"


def test_a_narrow_book_shows_the_list_or_the_page(book: BookView) -> None:
    assert (book.view.isVisible(), book.contents.isVisible()) == (True, True)
    book.resize(420, 700)
    assert (book.view.isVisible(), book.contents.isVisible()) == (True, False)
    book.open_contents()
    assert (book.view.isVisible(), book.contents.isVisible()) == (False, True)
    book.open("alarm")
    assert (book.view.isVisible(), book.contents.isVisible()) == (True, False)


def test_card_and_book_are_written_as_paper(desk: Desk, tmp_path: Path) -> None:
    printer = HandbookPrinter(desk.seat, tmp_path)
    ACTIONS[CARD].perform(desk.seat)
    desk.settle()
    (card,) = tmp_path.glob(f"{CARD_NAME}-*.pdf")
    data = card.read_bytes()
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == 2
    desk.seat.asking.ask(PRINT, "shift_lead")
    desk.settle()
    (book,) = tmp_path.glob(f"{BOOK_NAME}-*.pdf")
    assert book.read_bytes().startswith(b"%PDF-")
    assert [notice.code for notice in desk.notices] == ["card_printed", "handbook_printed"]
    printer.deleteLater()


def test_a_trail_forgets_what_was_ahead() -> None:
    trail = Trail()
    for page in ("a", "b", "b", "c"):
        trail.go_to(page)
    trail.leave_at(Spot(7, 3))
    first = trail.step(-1)
    assert first is not None
    assert first.page == "b"
    back = trail.step(1)
    assert back is not None
    assert (back.page, back.spot) == ("c", Spot(7, 3))
    trail.step(-1)
    trail.go_to("d")
    assert not trail.can_go_forward
    assert trail.step(1) is None
