"""Tried from every side: nothing of an exercise reaches outside, and all that leaves it says so."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import fromstring
from zoneinfo import ZoneInfo

import pytest

from command_center.bootstrap.deliveries import rules_of
from command_center.bootstrap.mail import head_of, mailer_of
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.bootstrap.streams import policy_of
from command_center.connectors.agency.mail_words import body_of, subject_of
from command_center.connectors.deliver.cot import CotSender, event_of
from command_center.connectors.deliver.post import Poster
from command_center.connectors.deliver.rules import Rules
from command_center.documents.letter import Letter, as_html
from command_center.domain.errors import OperatorError
from command_center.domain.mail import MailServer
from command_center.domain.room import Camera, RoomKind
from command_center.runtime.settings import Settings
from command_center.video.model import StreamError
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.hearing import Hearing
from tests.room.test_order_out import message

OUTSIDE = "8.8.8.8"
SAID = {"number": "2026-11-21/0001", "text": "mohon bantuan", "category": "banjir"}


@pytest.fixture
def exercise(database_url: str, clock: HandClock) -> Iterator[Desk]:
    opened = open_room(database_url, clock, RoomPlan(RoomKind.EXERCISE))
    yield Desk(opened)
    opened.close()


@pytest.fixture
def heard() -> Iterator[Hearing]:
    hearing = Hearing()
    yield hearing
    hearing.stop()


def poster(desk: Desk) -> Poster:
    return Poster(rules_of(desk.room), desk.room.clock, lambda _: None)


def test_no_message_leaves_the_machine(exercise: Desk) -> None:
    fault = poster(exercise)(message(), f"https://{OUTSIDE}/hook")
    assert fault is not None
    assert fault.code == "delivery_leaves_exercise"
    cot = CotSender(rules_of(exercise.room), lambda _: f"{OUTSIDE}:8087")
    fault = cot(message(), "")
    assert fault is not None
    assert fault.code == "delivery_leaves_exercise"
    server = MailServer(OUTSIDE, 587, "ruang@malang.example")
    mailer = mailer_of(RoomKind.EXERCISE, head_of(exercise.room), lambda: server)
    fault = mailer.send(dataclasses.replace(message(), reach="pln@malang.example"))
    assert fault is not None
    assert fault.code == "mail_only_loopback"


def test_no_camera_of_the_real_city_is_opened(exercise: Desk) -> None:
    url = f"rtsp://{OUTSIDE}/1"
    camera = Camera("K", 1, "K", "Alun-alun", url, "", "rtsp", 0.0, 0.0, enabled=True)
    with pytest.raises(StreamError):
        policy_of([camera], RoomKind.EXERCISE, Settings()).admit(url)
    assert policy_of([camera], RoomKind.LIVE, Settings()).admit(url).host == OUTSIDE


def test_every_message_says_exercise_in_its_own_words(exercise: Desk, heard: Hearing) -> None:
    assert poster(exercise)(message(), heard.url) is None
    _, headers, body = heard.requests[0]
    assert headers["Room"] == "exercise"
    assert json.loads(body)["text"].startswith("LATIHAN: ")
    event = fromstring(event_of(message().body, "exercise"))
    assert event.get("opex") == "e"
    remarks = event.find("detail/remarks")
    assert remarks is not None
    assert "LATIHAN: " in str(remarks.text)


def test_the_live_room_says_nothing_of_an_exercise(desk: Desk, heard: Hearing) -> None:
    live = Poster(Rules("live"), desk.room.clock, lambda _: None)
    assert live(message(), heard.url) is None
    assert b"LATIHAN" not in heard.requests[0][2]
    assert b"LATIHAN" not in event_of(message().body)
    assert fromstring(event_of(message().body)).get("opex") is None
    assert "LATIHAN" not in desk.room.room.name


def test_mail_and_letters_carry_the_word_of_their_room(exercise: Desk) -> None:
    head = head_of(exercise.room)
    body: dict[str, Any] = dict(SAID)
    assert "LATIHAN" in subject_of(body, head)
    assert "LATIHAN" in body_of(body, head)
    now = exercise.room.clock.now()
    letter = Letter(
        number="R-1",
        room=exercise.room.room.name,
        zone=ZoneInfo("Asia/Jakarta"),
        zone_name="WIB",
        written_at=now,
        referred_at=now,
        agency="PLN",
        address="",
        sign="#0001",
        category="Lainnya",
        place="",
        occurred_at=None,
        text="padam",
        law="",
        answer_due_at=None,
        outcome_due_at=None,
        signed_by="RS",
    )
    assert "LATIHAN" in as_html(letter)


@pytest.mark.parametrize("kind", list(RoomKind))
def test_a_database_is_of_one_kind_for_ever(
    database_url: str, clock: HandClock, kind: RoomKind
) -> None:
    other = next(one for one in RoomKind if one is not kind)
    open_room(database_url, clock, RoomPlan(kind)).close()
    with pytest.raises(OperatorError, match="room_of_other_kind"):
        open_room(database_url, clock, RoomPlan(other))
