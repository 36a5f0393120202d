"""Early warnings on screen, over a real room: seen, judged with the keyboard, on map and strip."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from command_center.bootstrap.early_watch import FIRST, EarlyWatch
from command_center.commands.alarms import RaiseAlarm
from command_center.commands.early import (
    CloseEpisode,
    Evidence,
    JudgeEpisode,
    KeepCalibration,
    RaiseEpisode,
)
from command_center.domain.early import Episode, Method, Verdict
from command_center.domain.room import Alarm, AlarmType, Role
from command_center.duty.early import early_warnings
from command_center.situation.early import open_episodes, recent_episodes
from command_center.situation.situation import Touched
from command_center.ui.actions.alarm import answer
from command_center.ui.alarms.summary import alarm_text
from command_center.ui.early.panel import EarlyPanel
from command_center.ui.format import decimal
from command_center.ui.map.early_areas import EarlyAreas
from command_center.ui.map.viewport import Ground
from command_center.ui.strip.chart import ChartPanel
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["real_desk"]
PURWANTORO, BUNULREJO = "35.73.01.1007", "35.73.01.1008"


@dataclass
class Early:
    desk: RealDesk
    panel: EarlyPanel

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel.view, key)

    def judged(self, verdict: Verdict) -> Episode:
        def found() -> list[Episode]:
            rows = recent_episodes(self.desk.seat.situation)
            return [row for row in rows if row.verdict is verdict]

        self.desk.until(found)
        return found()[0]

    def stands(self, word: str) -> bool:
        return word in self.panel.standing.text()

    def card(self) -> str:
        return "\n".join(label.text() for pair in self.panel.card.parts for label in pair)


def raised(desk: RealDesk, **given: Any) -> Episode:
    now = desk.seat.live.now()
    members = given.pop("members", None) or tuple(
        desk.report(f"laporan kecil {n}", area=given.get("area", "Purwantoro")) for n in range(4)
    )
    given.pop("area", None)
    told = {
        "stream": "violence",
        "method": Method.SCAN,
        "areas": (PURWANTORO, BUNULREJO),
        "since": now - timedelta(minutes=20),
        "seen_at": now,
        "window_s": 3600.0,
        "count": 4,
        "expected": 0.3,
        "rate_a_day": 1 / 40,
        "power": 0.8,
        "real_a_day": 1 / 30,
        "learning": False,
        "members": members,
        **given,
    }
    lane = desk.room.lane.submit(RaiseEpisode(Evidence(**told)), act=desk.room.system)
    outcome = lane.result(20)
    desk.seen(outcome.seq or 0)
    return next(
        row for row in open_episodes(desk.seat.situation) if row.id == outcome.result["episode_id"]
    )


@pytest.fixture
def early(real_desk: RealDesk, qtbot: QtBot) -> Early:
    real_desk.sit(Role.SHIFT_LEAD)
    panel = EarlyPanel(real_desk.seat)
    qtbot.addWidget(panel)
    panel.resize(470, 860)
    panel.show()
    panel.activateWindow()
    return Early(real_desk, panel)


def test_an_empty_list_says_so_and_that_the_room_is_learning(early: Early) -> None:
    assert "Tidak ada yang menonjol" in early.panel.view.empty
    assert "Masa belajar" in early.panel.standing.text()
    assert not early.panel.card.isVisible()
    night = early.desk.seat.live.now()
    for days, word in ((3.0, "dari 14 hari dikenal"), (14.0, "hari terakhir")):
        told = KeepCalibration(night + timedelta(seconds=days), {"days": days})
        outcome = early.desk.room.lane.submit(told, act=early.desk.room.system).result(20)
        early.desk.seen(outcome.seq or 0)
        early.desk.until(partial(early.stands, word))


def test_a_warning_says_what_where_how_rare_how_sure_and_shows_its_evidence(early: Early) -> None:
    episode = raised(early.desk)
    early.desk.until(lambda: early.panel.model.rows)
    (row,) = early.panel.model.rows
    assert row.first == "Purwantoro dan sekitar · kekerasan dan massa"
    assert row.right == "1× dalam 40 hari"
    assert "menunggu penilaian" in row.second
    assert f"4 kejadian dalam 60 menit, yang lazim {decimal(0.3)}" in row.second
    card = early.card()
    assert "Purwantoro, Bunulrejo · " in card
    assert "biasanya sekali dalam 40 hari" in card
    assert "diperkirakan 52 nyata" in card
    assert "4 kejadian, yang terbaru di atas" in card
    assert "sekali dalam 30 hari" in card
    assert "Membunyikan alarm" in card
    assert [r.id for r in early.panel.evidence_model.rows] == list(episode.members[::-1])


def test_the_evidence_opens_incidents_by_keyboard(early: Early) -> None:
    episode = raised(early.desk)
    early.desk.until(lambda: early.panel.model.rows)
    early.press(Qt.Key.Key_Return)
    QTest.keyClick(early.panel.evidence, Qt.Key.Key_Return)
    assert early.desk.seat.selection.incident_id == episode.members[-1]
    early.panel.evidence.setCurrentIndex(early.panel.evidence_model.index(1, 0))
    QTest.keyClick(early.panel.evidence, Qt.Key.Key_Return)
    assert early.desk.seat.selection.incident_id == episode.members[-2]


@pytest.mark.parametrize(
    ("key", "verdict", "said"),
    [
        (Qt.Key.Key_T, Verdict.FOLLOW, "ditindaklanjuti"),
        (Qt.Key.Key_A, Verdict.WATCH, "diamati sampai"),
    ],
)
def test_it_is_judged_with_one_key_and_can_be_taken_back(
    early: Early, key: Qt.Key, verdict: Verdict, said: str
) -> None:
    raised(early.desk)
    early.desk.until(lambda: early.panel.model.rows)
    early.press(key)
    judged = early.judged(verdict)
    assert judged.judged_by == "staff:shift_lead"
    early.desk.until(lambda: said in early.panel.model.rows[0].second)
    early.desk.until(lambda: early.desk.notices)
    notice = early.desk.notices[-1]
    assert notice.code == "early.judged"
    early.desk.do(notice.undo)
    early.desk.until(lambda: "menunggu penilaian" in early.panel.model.rows[0].second)


def test_usual_asks_why_in_the_panel(early: Early) -> None:
    raised(early.desk)
    early.desk.until(lambda: early.panel.model.rows)
    early.press(Qt.Key.Key_W)
    question = early.panel.question
    assert question.field is not None
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    assert [n.code for n in early.desk.notices if n.error] == ["early_needs_reason"]
    question.field.setText("karnaval <b>Agustusan</b>")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    early.judged(Verdict.USUAL)
    early.desk.until(lambda: "wajar: karnaval <b>Agustusan</b>" in early.panel.model.rows[0].second)
    early.press(Qt.Key.Key_T)
    assert early.desk.notices[-1].code == "early_is_over"


def asked_why(early: Early, reason: str) -> QLineEdit:
    early.press(Qt.Key.Key_W)
    field = early.panel.question.field
    assert field is not None
    field.setText(reason)
    return field


def test_what_grows_while_the_reason_is_typed_takes_it_from_nobody(early: Early) -> None:
    episode = raised(early.desk)
    early.desk.until(lambda: early.panel.model.rows)
    early.press(Qt.Key.Key_A)
    early.judged(Verdict.WATCH)
    field = asked_why(early, "karnaval")
    raised(early.desk, members=(*episode.members, early.desk.report("lagi")))
    early.desk.until(lambda: len(early.panel.evidence_model.rows) == 5)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert early.panel.question.field is field, "not left before it is stored"
    assert early.judged(Verdict.USUAL).reason == "karnaval"
    early.desk.until(early.panel.question.isHidden)
    assert [n.code for n in early.desk.notices if n.error] == []


def test_the_reason_stays_for_whoever_was_second_and_insists(early: Early) -> None:
    episode = raised(early.desk)
    early.desk.until(lambda: early.panel.model.rows)
    field = asked_why(early, "karnaval")
    early.desk.do(JudgeEpisode(episode.id, Verdict.FOLLOW))
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    early.desk.until(lambda: [n.code for n in early.desk.notices if n.error] == ["conflict"])
    assert early.panel.question.field is field
    assert field.text() == "karnaval"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert early.judged(Verdict.USUAL).reason == "karnaval"
    early.desk.until(early.panel.question.isHidden)
    assert [n.code for n in early.desk.notices if n.error] == ["conflict"], "sent once"


def test_what_is_mostly_chance_and_what_a_young_room_sees_is_only_watched(early: Early) -> None:
    raised(early.desk, rate_a_day=0.15)
    early.desk.until(lambda: early.panel.model.rows)
    assert "Di bawah 30 dari 100: hanya diamati" in early.card()
    raised(early.desk, stream="crime", areas=(), method=Method.CHART, learning=True)
    early.desk.until(lambda: len(early.panel.model.rows) == 2)
    early.panel.view.setCurrentIndex(early.panel.model.index(0, 0))
    assert early.panel.model.rows[0].first == "seluruh kota · kejahatan"
    assert "Masa belajar: ruang ini belum cukup" in early.card()


def test_who_may_not_judge_is_told_so(early: Early) -> None:
    raised(early.desk)
    early.desk.until(lambda: early.panel.model.rows)
    early.desk.sit(Role.OBSERVER)
    early.panel.follow()
    assert not early.panel.buttons["follow"].isEnabled()
    early.press(Qt.Key.Key_T)
    assert early.desk.notices[-1].code == "not_allowed"
    assert early.panel.buttons["open"].isEnabled()


def test_the_strip_and_the_map_show_what_stands_and_let_go_of_it(
    early: Early, qtbot: QtBot
) -> None:
    seat = early.desk.seat
    strip = ChartPanel(seat)
    qtbot.addWidget(strip)
    strip.show()
    ground = Ground.around(seat.city.centre)
    layer = EarlyAreas(ground, seat)
    layer.take(seat.situation)
    bare = layer.version
    assert strip.early.isHidden()
    episode = raised(early.desk)
    early.desk.until(lambda: not strip.early.isHidden())
    wanted = "deteksi dini: Purwantoro dan sekitar, biasanya sekali dalam 40 hari"
    assert strip.early.text() == wanted
    layer.take(seat.situation)
    assert layer.version != bare
    (found,) = layer.at(*ground.to_m(-7.95406, 112.64623), 10.0)
    assert found.id == episode.id
    assert "kekerasan dan massa" in found.text
    assert layer.at(0.0, 90_000.0, 10.0) == []
    raised(early.desk, stream="crime", rate_a_day=0.1)
    early.desk.until(lambda: strip.early.text() == f"{wanted} · 1 lagi")
    for row in open_episodes(seat.situation):
        early.desk.room.lane.submit(CloseEpisode(row.id), act=early.desk.room.system).result(20)
    early.desk.until(strip.early.isHidden)
    layer.take(seat.situation)
    assert layer.version == bare
    early.desk.until(lambda: all("berakhir" in row.second for row in early.panel.model.rows))


def test_the_alarm_says_it_in_one_sentence(early: Early) -> None:
    episode = raised(early.desk)
    params = {
        "stream": "violence",
        "areas": PURWANTORO,
        "count": "4",
        "minutes": "60",
        "days": "40",
    }
    now = early.desk.seat.live.now()
    alarm = Alarm(
        "a",
        1,
        AlarmType.EARLY_WARNING,
        3,
        "early_episode",
        episode.id,
        params,
        now,
        None,
        None,
        None,
    )
    assert alarm_text(alarm, early.desk.seat) == (
        "Deteksi dini: 4 kejadian dalam 60 menit, Purwantoro dan sekitar (kekerasan dan massa);"
        " biasanya sekali dalam 40 hari"
    )


def test_answering_the_alarm_shows_the_warning_it_is_about(early: Early) -> None:
    desk, seat = early.desk, early.desk.seat
    raised(desk, rate_a_day=0.001)
    episode = raised(desk, stream="crime")
    early.desk.until(lambda: len(early.panel.model.rows) == 2)
    due = next(
        d for d in early_warnings(seat.situation, seat.live.now()) if d.subject_id == episode.id
    )
    told = RaiseAlarm(due.type, due.subject_kind, due.subject_id, due.params)
    outcome = desk.room.lane.submit(told, act=desk.room.system).result(20)
    desk.seen(outcome.seq or 0)
    early.panel.view.setCurrentIndex(early.panel.model.index(0, 0))
    answer(seat, str(outcome.result["alarm_id"]))
    row = early.panel.view.current()
    assert row is not None
    assert row.id == episode.id
    desk.until(lambda: "alarm.acknowledged" in desk.kinds())
    assert list(early_warnings(seat.situation, seat.live.now())), "seen is not judged"


class _Duty:
    on_duty = False


def test_the_workstation_on_duty_watches_for_the_room(early: Early) -> None:
    """A room that is young raises what is glaring, keeps its night, and never rings."""
    desk, duty = early.desk, _Duty()
    watch = EarlyWatch(desk.room, desk.seat, duty)  # type: ignore[arg-type]
    desk.seat.live.changed.connect(watch.hear)

    def busy() -> bool:
        return watch._busy

    now = desk.seat.live.now()
    watch.tick(now)
    assert "early.calibrated" not in desk.kinds(), "another workstation is on duty"
    duty.on_duty = True
    watch.tick(now)
    assert not busy(), "the window comes first"
    watch.tick(now + FIRST)
    desk.until(lambda: "early.calibrated" in desk.kinds())
    desk.until(lambda: not busy())
    for n in range(14):
        desk.report(f"tawuran {n}", category="tawuran", area="Purwantoro")
    desk.until(lambda: len(watch._news) >= 14)
    watch.tick(now + FIRST)
    desk.until(lambda: open_episodes(desk.seat.situation))
    (episode,) = open_episodes(desk.seat.situation)
    assert PURWANTORO in episode.areas
    assert episode.learning
    assert not episode.rings
    assert desk.kinds().count("early.calibrated") == 1
    desk.until(lambda: not busy())
    watch.hear(Touched(everything=True))
    watch.tick(now + FIRST)
    assert busy(), "after a new load the past is read again"
    desk.until(lambda: not busy())
    assert desk.kinds().count("early.raised") == 1
    duty.on_duty = False
    watch.tick(now + FIRST)
    assert watch._started is None
