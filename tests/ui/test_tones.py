"""Tones: no two alike, none too often, none unheard without a word, the urgent never too soft."""

import io
import itertools
import sys
import threading
import wave
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from command_center.commands.alarms import RANKS
from command_center.domain.errors import OperatorError
from command_center.domain.room import AlarmType, Role
from command_center.runtime import tone_player
from command_center.runtime.tone_player import FAILED, UNPLAYABLE, ProgramPlayer, Silence
from command_center.ui.tones.badge import MuteBadge
from command_center.ui.tones.choice import FLOOR, ToneChoice
from command_center.ui.tones.ringer import Ringer
from command_center.ui.tones.schedule import AGAIN_S, GAP_S, TYPE_GAP_S, Schedule
from command_center.ui.tones.sheet import ToneSheet
from command_center.ui.tones.synthesis import RATE, silence, wav
from command_center.ui.topbar import TopBar
from tests.ui.conftest import MakeDesk
from tests.ui.scene import alarm
from tests.ui.seats import Desk

Sound = NDArray[np.float64]
FRAME = RATE // 25


class HandTone:
    """Keeps what it is given to play."""

    def __init__(self, fault: str = "") -> None:
        self.fault = fault
        self.played: list[bytes] = []

    def play(self, wav: bytes) -> None:
        self.played.append(wav)

    def close(self) -> None:
        self.fault = "closed"


def sounding(new_desk: MakeDesk, rows: list[Any] | None = None, **options: Any) -> Desk:
    desk = new_desk(rows, **options)
    desk.seat = replace(desk.seat, tone=HandTone())
    return desk


def played(desk: Desk) -> list[bytes]:
    desk.settle()
    tone = desk.seat.tone
    assert isinstance(tone, HandTone)
    return tone.played


# --- what they sound like --------------------------------------------------------------------


def decoded(data: bytes) -> Sound:
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        raw = file.readframes(file.getnframes())
    return np.frombuffer(raw, "<i2").astype(np.float64) / 32768


def picture(made: Sound) -> Sound:
    """How loud each band is in each 40 ms."""
    whole = made[: len(made) // FRAME * FRAME].reshape(-1, FRAME)
    bands: Sound = np.abs(np.fft.rfft(whole * np.hanning(FRAME), axis=1))
    return bands


def likeness(one: Sound, other: Sound) -> float:
    """1: the same; compared from their beginnings, the shorter one followed by silence."""
    a, b = picture(one), picture(other)
    frames = max(len(a), len(b))
    a, b = (np.pad(x, ((0, frames - len(x)), (0, 0))) for x in (a, b))
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum()))


@pytest.fixture(scope="module")
def sounds() -> dict[AlarmType, Sound]:
    return {kind: decoded(wav(kind, 80)) for kind in AlarmType}


def test_every_kind_has_a_short_tone_that_is_heard(sounds: dict[AlarmType, Sound]) -> None:
    for kind, made in sounds.items():
        assert 0.2 <= len(made) / RATE <= 1.6, kind
        assert np.sqrt((made**2).mean()) > 0.03, kind
        assert np.abs(made).max() < 0.99, kind
        assert abs(made[0]) < 0.01, kind  # no click at either end
        assert abs(made[-1]) < 0.01, kind


def test_no_two_tones_are_alike(sounds: dict[AlarmType, Sound]) -> None:
    alike = {
        (a.value, b.value): round(found, 3)
        for a, b in itertools.combinations(AlarmType, 2)
        if (found := likeness(sounds[a], sounds[b])) > 0.9
    }
    assert alike == {}


def test_the_volume_is_in_the_file() -> None:
    soft, loud = (np.abs(decoded(wav(AlarmType.PANIC, percent))).max() for percent in (20, 80))
    assert loud == pytest.approx(4 * soft, rel=0.01)
    assert not decoded(silence()).any()


# --- when they ring --------------------------------------------------------------------------


def test_the_most_urgent_rings_first_and_none_follows_at_once() -> None:
    schedule = Schedule()
    low, high = alarm("a", AlarmType.CAMERA_DOWN, 3, 9), alarm("b", AlarmType.PANIC, 1, 1)
    assert schedule.due([low, high], (), 0.0) is AlarmType.PANIC
    assert schedule.due([low, high], (), GAP_S - 0.1) is None
    assert schedule.due([low, high], (), GAP_S) is AlarmType.CAMERA_DOWN
    assert schedule.due([low, high], (), GAP_S * 2) is None


def test_many_alarms_of_one_type_are_one_ring() -> None:
    schedule = Schedule()
    many = [alarm(f"c{n}", AlarmType.CAMERA_DOWN, 3, n) for n in range(20)]
    rung = [schedule.due(many, (), float(second)) for second in range(120)]
    assert [kind for kind in rung if kind] == [AlarmType.CAMERA_DOWN]
    more = [*many, alarm("new", AlarmType.CAMERA_DOWN, 3, 0)]
    assert schedule.due(more, (), 121.0) is AlarmType.CAMERA_DOWN


def test_one_type_never_rings_faster_than_its_limit() -> None:
    schedule, at = Schedule(), []
    for second in range(200):  # a new panic every second
        waiting = [alarm(f"p{n}", AlarmType.PANIC, 1, 0) for n in range(second + 1)]
        if schedule.due(waiting, (), float(second)):
            at.append(second)
    assert len(at) > 5
    assert min(b - a for a, b in itertools.pairwise(at)) >= TYPE_GAP_S


def test_an_urgent_one_comes_again_until_somebody_answers() -> None:
    schedule, one = Schedule(), alarm("p", AlarmType.PANIC, 1, 0)
    at = [second for second in range(61) if schedule.due([one], (), float(second))]
    assert at == [0, AGAIN_S[1], 2 * AGAIN_S[1], 3 * AGAIN_S[1]]
    assert schedule.due([], (), 200.0) is None
    assert schedule.due([one], (), 201.0) is AlarmType.PANIC  # it was put aside and is back


def test_what_is_mute_does_not_ring_and_does_not_catch_up() -> None:
    schedule, one = Schedule(), alarm("c", AlarmType.CAMERA_DOWN, 3, 0)
    assert schedule.due([one], {AlarmType.CAMERA_DOWN}, 0.0) is None
    assert schedule.due([one], (), 100.0) is None


# --- at a seat -------------------------------------------------------------------------------


def test_an_unowned_p1_rings_at_every_seat_and_the_leads_ring_only_there(
    new_desk: MakeDesk,
) -> None:
    everybody = alarm("e", AlarmType.UNOWNED_P1, 1, 5)
    lead_only = alarm("l", AlarmType.UNOWNED_P1_LEAD, 1, 5)
    for role in (Role.OPERATOR, Role.OBSERVER, Role.SHIFT_LEAD):
        desk = sounding(new_desk, [lead_only], role=role)
        ringer = Ringer(desk.seat, ToneChoice(desk.seat), monotonic=lambda: 0.0)
        assert (ringer.played is AlarmType.UNOWNED_P1_LEAD) is (role is Role.SHIFT_LEAD)
        assert len(played(desk)) == (role is Role.SHIFT_LEAD)
        desk = sounding(new_desk, [everybody], role=role)
        Ringer(desk.seat, ToneChoice(desk.seat), monotonic=lambda: 0.0)
        assert played(desk) == [wav(AlarmType.UNOWNED_P1, 80)]


def test_a_new_alarm_is_heard_when_the_log_has_it(new_desk: MakeDesk) -> None:
    desk = sounding(new_desk, [])
    ringer = Ringer(desk.seat, ToneChoice(desk.seat), monotonic=lambda: 0.0)
    assert played(desk) == []
    desk.add(alarm("p", AlarmType.PANIC, 1, 0))
    assert played(desk) == [wav(AlarmType.PANIC, 80)]
    assert ringer.played is AlarmType.PANIC


def test_the_urgent_have_a_floor_and_cannot_be_muted(new_desk: MakeDesk) -> None:
    desk = sounding(new_desk)
    choice = ToneChoice(desk.seat)
    choice.set_volume(10)
    for kind in AlarmType:
        assert choice.volume_of(kind) == (FLOOR if RANKS[kind] == 1 else 10)
    with pytest.raises(OperatorError, match="tone_rank_one"):
        choice.mute(AlarmType.PANIC, True)
    choice.mute(AlarmType.CAMERA_DOWN, True)
    again = ToneChoice(desk.seat)
    assert again.volume == 10
    assert again.muted == frozenset({AlarmType.CAMERA_DOWN})


def test_nothing_heard_is_shown_with_its_reason(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = sounding(new_desk)
    choice = ToneChoice(desk.seat)
    badge = MuteBadge(desk.seat, choice, Ringer(desk.seat, choice))
    qtbot.addWidget(badge)
    assert not badge.wanted
    tone = desk.seat.tone
    assert tone is not None
    for fault in (UNPLAYABLE, FAILED, "tone_off"):
        tone.fault = fault
        desk.tick()
        assert badge.text() == "bisu"
        assert len(badge.toolTip()) > 20
    tone.fault = ""
    desk.tick()
    choice.mute(AlarmType.CAMERA_DOWN, True)
    assert (badge.text(), badge.toolTip()) == ("1 nada bisu", "Kamera terputus")


def test_the_top_bar_never_drops_what_nobody_can_hear(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk()  # without any player
    lead, over = QWidget(), QWidget()
    bar = TopBar(desk.seat, lead, over)
    for widget in (bar, lead, over):
        qtbot.addWidget(widget)
    bar.resize(700, 44)
    bar.show()
    desk.settle()
    assert bar.mute.isVisible()
    assert bar.mute.text() == "bisu"


def test_the_sheet_mutes_a_kind_and_refuses_the_urgent(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = sounding(new_desk)
    choice = ToneChoice(desk.seat)
    over = QWidget()
    qtbot.addWidget(over)
    sheet = ToneSheet(desk.seat, choice, Ringer(desk.seat, choice), over)
    items = [sheet.kinds.item(row) for row in range(sheet.kinds.count())]
    assert len(items) == len(AlarmType)
    urgent, calm = items[0], items[-1]
    urgent.setCheckState(Qt.CheckState.Unchecked)
    assert urgent.checkState() is Qt.CheckState.Checked
    assert [notice.code for notice in desk.notices] == ["tone_rank_one"]
    calm.setCheckState(Qt.CheckState.Unchecked)
    assert choice.muted == {AlarmType(calm.data(Qt.ItemDataRole.UserRole))}
    before = len(played(desk))
    sheet.kinds.setCurrentItem(calm)
    sheet.hear.click()
    assert len(played(desk)) == before + 1


# --- the platform's players ------------------------------------------------------------------


def program(folder: Path, body: str) -> tuple[str, str]:
    script = folder / "player.py"
    script.write_text(f"import sys, time\nfrom pathlib import Path\n{body}\n", encoding="utf-8")
    return sys.executable, str(script)


def until(qtbot: QtBot, true: Any) -> None:
    qtbot.waitUntil(true, timeout=10_000)


def test_a_program_is_given_a_file_and_what_it_says_is_believed(
    tmp_path: Path, qtbot: QtBot
) -> None:
    heard = tmp_path / "heard"
    body = f"Path({str(heard)!r}).open('ab').write(Path(sys.argv[1]).read_bytes()[:4])"
    player = ProgramPlayer(program(tmp_path, body), silence())
    try:
        until(qtbot, heard.exists)
        player.play(wav(AlarmType.PANIC, 80))
        until(qtbot, lambda: heard.read_bytes() == b"RIFFRIFF")
        assert player.fault == ""
    finally:
        player.close()


def test_a_device_that_is_not_there_is_a_fault(tmp_path: Path, qtbot: QtBot) -> None:
    player = ProgramPlayer(program(tmp_path, "sys.exit(1)"), silence())
    try:
        until(qtbot, lambda: player.fault == FAILED)
    finally:
        player.close()
    player = ProgramPlayer((str(tmp_path / "nothing"),), silence())
    try:
        until(qtbot, lambda: player.fault == FAILED)
    finally:
        player.close()


def test_a_player_that_hangs_ends_with_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    began = tmp_path / "began"
    body = f"Path({str(began)!r}).touch(); time.sleep(60)"
    player = ProgramPlayer(program(tmp_path, body), silence())
    until(qtbot, began.exists)
    for _ in range(5):
        player.play(silence())  # none of these waits
    player.close()
    assert not [t for t in threading.enumerate() if t.name == "tones" and t.is_alive()]


def test_only_what_the_administrator_put_there_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "paplay"
    mine.write_text("#!/bin/sh\n", encoding="utf-8")
    mine.chmod(0o777)
    monkeypatch.setattr(tone_player, "PLAYERS", ((str(mine), ()), (str(tmp_path / "no"), ())))
    found = tone_player.open_player(silence())
    assert isinstance(found, Silence)
    assert found.fault == UNPLAYABLE
