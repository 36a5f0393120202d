"""What simulated crews and receivers keep from the board, and that the truth stays whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from command_center.domain.unit import UnitStatus
from command_center.exercise.city.air import Receiver, Voice
from command_center.exercise.city.calendar import City
from command_center.exercise.city.habits import HUMAN, PROMPT, Fixes, Habits, Words
from command_center.geo.packs import load_pack
from command_center.runtime.paths import resources_dir
from tests.unit.exercise_city.cities import KPU, Row, opening, order, said, statuses, units

START = opening().starts
NOW = datetime(2026, 11, 16, tzinfo=UTC)
WORD: Row = {"type": "unit_status", "call_sign": "SAMAPTA 12", "status": "on_scene"}
FIX: Row = {"type": "position", "call_sign": "A", "lat": -7.97, "lon": 112.63,
            "accuracy_m": 6.0, "speed_mps": 9.0}  # fmt: skip
MUTE = Habits(Words(forgets=dict.fromkeys(set(UnitStatus) - {UnitStatus.ORDERED}, 1.0)))


def running(habits: Habits, seed: int = 1) -> City:
    plan = opening()
    made = City(plan, units(), load_pack(resources_dir() / "packs" / plan.pack), seed, habits)
    made.advance(START)
    return made


def test_a_crew_that_says_nothing_drives_all_the_same() -> None:
    made = running(MUTE)
    made.hear(order(START, "SAMAPTA 12"))
    assert made.truth()["SAMAPTA 12"].status is UnitStatus.ORDERED
    made.advance(START + timedelta(minutes=12))
    true = made.truth()["SAMAPTA 12"]
    assert (true.status, true.lat, true.lon) == (UnitStatus.ON_SCENE, *KPU)
    assert statuses(said(made, "SAMAPTA 12", START)) == ["accepted"]


def test_who_is_asked_says_what_is_true_even_if_nothing_was_said() -> None:
    made = running(MUTE)
    made.hear(order(START, "SAMAPTA 12"))
    then = START + timedelta(minutes=12)
    made.advance(then)
    made.ask("SAMAPTA 12", then)
    made.advance(then + timedelta(seconds=1))
    assert statuses(said(made, "SAMAPTA 12", START)) == ["accepted", "on_scene"]


def test_an_order_that_was_not_heard_is_heard_when_it_is_asked_about() -> None:
    made = running(Habits(Words(unheard=1.0)))
    made.hear(order(START, "SAMAPTA 12"))
    then = START + timedelta(minutes=2)
    made.advance(then)
    assert statuses(said(made, "SAMAPTA 12", START)) == []
    made.ask("SAMAPTA 12", then)
    made.advance(then + timedelta(minutes=1))
    assert statuses(said(made, "SAMAPTA 12", START))[:2] == ["accepted", "en_route"]


def test_an_order_said_again_to_who_is_on_it_is_only_answered() -> None:
    made = running(PROMPT)
    made.hear(order(START, "SAMAPTA 12"))
    then = START + timedelta(minutes=2)
    made.advance(then)
    driving = made.truth()["SAMAPTA 12"]
    made.hear(order(then, "SAMAPTA 12", id="o-2"))
    made.advance(then + timedelta(seconds=1))
    after = made.truth()["SAMAPTA 12"]
    assert (driving.status, driving.since) == (after.status, after.since)
    assert after.status is UnitStatus.EN_ROUTE


def test_a_patrol_that_is_ordered_arrives_at_the_incident() -> None:
    made = running(Habits(shift=replace(HUMAN.shift, patrol_s=(1.0, 2.0), break_s=(0.0, 0.0))))
    made.advance(START + timedelta(seconds=30))
    made.hear(order(START + timedelta(seconds=30), "SAMAPTA 12"))
    made.advance(START + timedelta(minutes=15))
    assert made.truth()["SAMAPTA 12"].status is UnitStatus.ON_SCENE


def test_the_same_seed_leaves_the_same_words_and_the_same_truth() -> None:
    days = []
    for _ in range(2):
        made = running(HUMAN, seed=5)
        made.hear(order(START, "SAMAPTA 12"))
        made.advance(START + timedelta(hours=1))
        days.append((made.truth(), said(made, "SAMAPTA 12", START)))
    assert days[0] == days[1]


def shares(words: Words, count: int = 4000) -> tuple[float, float, float]:
    """(said at all, mean seconds to the board, by the right call sign) of many words."""
    voice = Voice(words, ("LANTAS 07",), Random(1))
    sent = [
        None if voice.forgets(UnitStatus.ON_SCENE) else voice.says(WORD, NOW) for _ in range(count)
    ]
    there = [one for one in sent if one is not None]
    right = sum(one.record["call_sign"] == "SAMAPTA 12" for one in there)
    return len(there) / count, sum(one.after_s for one in there) / len(there), right / len(there)


def test_words_are_forgotten_late_and_misheard_as_often_as_it_says() -> None:
    said_share, after_s, right = shares(HUMAN.words)
    assert abs(said_share - (1 - 0.16) * (1 - 0.06 * 0.2)) < 0.02
    assert abs(after_s - (8 + 0.06 * 0.8 * 25 + 12)) < 1
    assert 0.99 < right < 1.0
    assert shares(Words()) == (1.0, 0.0, 1.0)
    voice = Voice(HUMAN.words, (), Random(1))
    lags = [voice.lags_s() for _ in range(4000)]
    assert abs(sum(lag > 0 for lag in lags) / 4000 - 0.10) < 0.02
    assert all(60 <= lag <= 300 for lag in lags if lag > 0)


def test_a_late_word_carries_the_time_it_was_said() -> None:
    sent = Voice(Words(air_s=(5.0, 5.0), entry_s=(10.0, 10.0)), (), Random(1)).says(WORD, NOW)
    assert sent is not None
    assert sent.after_s == 15.0
    assert datetime.fromisoformat(sent.record["at"]) == NOW + timedelta(seconds=5)


def test_nobody_says_late_what_is_over_by_now() -> None:
    made = running(Habits(Words(late=1.0, late_s=(200.0, 200.0))))
    made.hear(order(START, "SAMAPTA 12"))
    made.advance(START + timedelta(minutes=20))
    found = statuses(said(made, "SAMAPTA 12", START))
    assert found[-1] == "on_scene"
    assert "accepted" not in found


def fixes(given: Fixes, seconds: int = 40_000) -> list[tuple[int, float, Row]]:
    receiver, found = Receiver(given, Random(2)), []
    for second in range(0, seconds, 10):
        sent = receiver.takes({**FIX, "lat": second * 1e-5}, NOW + timedelta(seconds=second))
        if sent is not None:
            found.append((second, sent.after_s, sent.record))
    return found


def test_a_receiver_has_gaps_held_fixes_and_fixes_that_stray() -> None:
    found = fixes(HUMAN.fixes)
    assert 0.90 < len(found) / 4000 < 0.99
    held = sum(after_s > 0 for _, after_s, _ in found) / len(found)
    assert 0.01 < held < 0.03
    strayed = [record for second, _, record in found if abs(record["lat"] - second * 1e-5) > 1e-4]
    assert 0 < len(strayed) < 40
    assert {record["accuracy_m"] for record in strayed} == {6.0, 500.0}


def test_a_frozen_receiver_says_its_last_place_as_if_it_were_now() -> None:
    receiver = Receiver(Fixes(frozen=1.0, frozen_s=(60.0, 60.0)), Random(1))
    receiver.takes(FIX, NOW)
    receiver.sets_off(NOW)
    later = receiver.takes({**FIX, "lat": -7.9}, NOW + timedelta(seconds=30))
    assert later is not None
    assert (later.record["lat"], later.record["speed_mps"]) == (FIX["lat"], 0.0)
    assert datetime.fromisoformat(later.record["at"]) == NOW + timedelta(seconds=30)
    free = receiver.takes({**FIX, "lat": -7.9}, NOW + timedelta(seconds=90))
    assert free is not None
    assert free.record["lat"] == -7.9
