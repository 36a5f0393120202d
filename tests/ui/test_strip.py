"""The foot of the window says what the rows say, and moves only by the feed and the clock."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QGraphicsView
from pytestqt.qtbot import QtBot

from command_center.domain.incident import IncidentStatus, Priority
from command_center.domain.room import Source, SourceKind
from command_center.ports import Health
from command_center.situation.readiness import ReadyUnits
from command_center.ui.health.dots import HealthDots
from command_center.ui.health.panel import HealthPanel
from command_center.ui.health.summary import source_lines, source_tally
from command_center.ui.strip.chart import ChartPanel
from command_center.ui.strip.figures import FiguresPanel
from command_center.ui.strip.today import room_figures
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, ago, incident, picture_rows, report
from tests.ui.seats import Desk


def values(panel: FiguresPanel) -> dict[str, str]:
    return {figure.name: figure.value for figure in panel.figures}


def test_figures_equal_the_rows_they_summarise(desk: Desk, qtbot: QtBot) -> None:
    panel = FiguresPanel(desk.seat)
    qtbot.addWidget(panel)
    situation = desk.seat.situation
    shown = values(panel)
    assert shown["Aktif"] == str(sum(1 for _ in situation.open_incidents())) == "8"
    assert shown["Hari ini"] == str(len(list(situation.all("incident")))) == "9"
    assert shown["Unit siap"] == "6/16"
    # Measured by hand from the scene: of #0139, #0146 and #0142 the middle one took 9 min 3 s.
    assert shown["P50 lapor→TKP"] == "9:03"


def test_a_stale_unit_is_not_counted_ready(desk: Desk, qtbot: QtBot) -> None:
    panel = FiguresPanel(desk.seat)
    qtbot.addWidget(panel)
    desk.tick(5 * 3600)
    assert values(panel)["Unit siap"] == "0/16"


def test_nothing_measured_is_a_dash_and_what_was_left_out_is_told(new_desk: MakeDesk) -> None:
    closed = incident(1, "x", Priority.P2, 900, status=IncidentStatus.CLOSED, closed_at=ago(10))
    desk = new_desk(rows=[closed])
    ready = ReadyUnits(desk.seat.situation)
    first = room_figures(desk.seat, NOW, ready)[0]
    assert first.value == "–"
    assert "tidak dihitung: 1 tanpa unit" in first.about
    assert "dari 0" in first.about


def test_figures_follow_the_feed_and_nothing_else(desk: Desk, qtbot: QtBot) -> None:
    panel = FiguresPanel(desk.seat)
    qtbot.addWidget(panel)
    desk.feed.cut = True
    desk.add(incident(150, "Baru", Priority.P2, 1))
    desk.settle()
    desk.tick()
    assert values(panel)["Aktif"] == "8"


def test_figures_follow_a_new_incident(desk: Desk, qtbot: QtBot) -> None:
    panel = FiguresPanel(desk.seat)
    qtbot.addWidget(panel)
    desk.add(incident(150, "Baru", Priority.P2, 1))
    desk.settle()
    desk.tick()
    assert values(panel)["Aktif"] == "9"


def test_bars_are_the_reports_of_the_hour(desk: Desk, qtbot: QtBot) -> None:
    panel = ChartPanel(desk.seat)
    qtbot.addWidget(panel)
    known = len(list(desk.seat.situation.all("report")))
    assert sum(panel.counts) == known
    desk.add(*report("report-new", "incident-147", "jmp", 0, "baru"))
    desk.settle()
    desk.tick()
    assert panel.counts[-1] == 1
    assert sum(panel.counts) == known + 1


def test_bars_move_on_with_the_minute(desk: Desk, qtbot: QtBot) -> None:
    panel = ChartPanel(desk.seat)
    qtbot.addWidget(panel)
    before = list(panel.counts)
    desk.tick(60)
    assert panel.counts == [*before[1:], 0]


def source_health(desk: Desk, id: str, state: str, code: str, **params: str) -> None:
    next_try = NOW + timedelta(seconds=20) if state == "down" else None
    desk.telemetry.put_health(Health("source", id, state, code, params, NOW, ago(400), next_try))


def test_the_dot_counts_what_the_panel_lists(desk: Desk, qtbot: QtBot) -> None:
    dots, panel = HealthDots(desk.seat), HealthPanel(desk.seat)
    qtbot.addWidget(dots)
    qtbot.addWidget(panel)
    for id in ("jmp", "simlinmas", "sijalinmaja"):
        source_health(desk, id, "ok", "source_ok")
    source_health(desk, "senkom", "down", "source_timeout", seconds="10")
    desk.tick(0)
    lines = source_lines(desk.seat)
    tally = source_tally(desk.seat)
    assert (tally.good, tally.total) == (4, 5)
    assert sum(1 for line in lines if line.state == "ok") == tally.good
    assert dots.sources.shown_text() == "4/5 sumber"
    assert panel.rows.lines[0].name == "Senkom"
    assert panel.rows.lines[0].sentence == "Sumber tidak menjawab 10 detik."


def test_a_source_never_heard_of_is_no_success(desk: Desk) -> None:
    states = {line.id: line.state for line in source_lines(desk.seat)}
    assert states["110"] == "ok"
    assert states["jmp"] == "degraded"


def test_one_that_sends_by_itself_waits_calmly_for_its_first_word(desk: Desk, qtbot: QtBot) -> None:
    desk.add(Source("ngalam", 1, "Ngalam 112", SourceKind.PUSH, "", True, ""))
    for id in ("jmp", "simlinmas", "sijalinmaja", "senkom"):
        source_health(desk, id, "ok", "source_ok")
    desk.settle()
    desk.tick(0)
    line = next(line for line in source_lines(desk.seat) if line.id == "ngalam")
    assert (line.state, line.sentence) == ("waiting", "Menunggu kiriman pertama.")
    tally = source_tally(desk.seat)
    assert (tally.good, tally.total, tally.state) == (5, 6, "ok")
    panel = HealthPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(280, 400)
    place = [line.id for line in panel.rows.lines].index("ngalam")
    assert place == 0  # before those of which there is nothing to say
    source_health(desk, "ngalam", "ok", "source_ok")
    desk.tick(0)
    assert source_tally(desk.seat).good == 6


def test_a_source_that_is_down_is_not_calmed_by_one_that_waits(desk: Desk) -> None:
    desk.add(Source("ngalam", 1, "Ngalam 112", SourceKind.PUSH, "", True, ""))
    desk.settle()
    assert source_tally(desk.seat).state == "degraded"


def test_sources_of_one_name_are_told_apart(desk: Desk) -> None:
    desk.add(
        Source("cc110", 1, "110", SourceKind.PULL, "", True, ""),
        Source("sentral", 1, "Sentral 110", SourceKind.PUSH, "", True, ""),
        Source("wa-1", 1, "WhatsApp", SourceKind.PULL, "", True, ""),
        Source("wa-2", 1, "whatsapp", SourceKind.PULL, "", True, ""),
    )
    desk.settle()
    names = {line.id: line.name for line in source_lines(desk.seat)}
    assert names["110"] == "110, dicatat di ruang"
    assert (names["cc110"], names["sentral"]) == ("110", "Sentral 110")
    assert (names["wa-1"], names["wa-2"]) == ("WhatsApp · wa-1", "whatsapp · wa-2")
    assert len({name.casefold() for name in names.values()}) == len(names)


def test_a_dot_that_needs_more_room_says_so(desk: Desk, qtbot: QtBot) -> None:
    dots = HealthDots(desk.seat)
    qtbot.addWidget(dots)
    with qtbot.waitSignal(dots.grew, timeout=1000):
        desk.telemetry.put_health(Health("database", "pg", "down", "db_gone", {}, NOW, None, None))
        desk.tick(0)
    with qtbot.assertNotEmitted(dots.grew):
        desk.tick(0)


def test_a_source_that_is_off_does_not_count(desk: Desk) -> None:
    source = desk.row("source", "jmp")
    desk.change(source, enabled=False)
    desk.settle()
    assert source_tally(desk.seat).total == 4


def test_no_row_of_the_picture_is_shared_between_tests() -> None:
    rows = picture_rows()
    assert replace(rows[0]) == rows[0]
    assert len({(type(row), row.id) for row in rows}) == len(rows)


def test_the_plot_is_made_after_the_window_stands(desk: Desk, qtbot: QtBot) -> None:
    panel = ChartPanel(desk.seat)
    qtbot.addWidget(panel)
    assert not panel.findChildren(QGraphicsView)
    panel.show()
    qtbot.waitUntil(lambda: bool(panel.findChildren(QGraphicsView)))
    plot = panel.plot
    assert plot is not None
    qtbot.waitUntil(plot.isVisible)  # Qt shows what is added to a visible layout one turn later
