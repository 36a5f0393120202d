"""What is said later of a report whose reporter asked to stay hidden."""

from __future__ import annotations

import re
from typing import Any

import pytest

from command_center.commands.room import ConnectSource
from command_center.connectors.hidden import is_somebodys, without_number
from command_center.connectors.personal import RoomSealer
from tests.room.desk import Desk
from tests.room.test_personal import AT, PERSON, log_of, report, send

OTHER = "0857 1111 2222"
NUMBER = r"(?<![0-9a-f])3456(?![0-9a-f])"
"""The middle of the reporter's number; a digest may well hold the same digits."""
SAID = "ini Sulastri Kenari, nomor saya 0812 3456-7890 atau +6281234567890; pelaku 0857 1111 2222"


def update(id: str, text: str = SAID, **given: Any) -> dict[str, Any]:
    return {"type": "report_update", "id": id, "report": "w1", "at": AT, "text": text, **given}


@pytest.fixture
def taking(desk: Desk) -> Desk:
    desk.do(ConnectSource("jmp", "Jogo Malang Presisi", ""), act=desk.room.console)
    return desk


def notes(desk: Desk) -> list[str]:
    return [one.text for one in desk.look().all("note")]


@pytest.mark.parametrize("reporter", ["rahasia", "anonim"])
def test_who_asked_to_stay_hidden_stays_so_in_what_follows(taking: Desk, reporter: str) -> None:
    send(taking, report(reporter=reporter, person=PERSON))
    send(taking, update("u1", attachments=[{"url": "https://x.id/Sulastri-Kenari.jpg"}]))
    (said,) = notes(taking)
    assert OTHER in said
    for part in ("Sulastri", "Kenari", NUMBER, "81234567890"):
        assert not re.search(part, said)
        assert not re.search(part, log_of(taking))
    assert list(taking.look().all("attachment")) == []


def test_the_number_is_known_to_a_program_that_was_started_anew(taking: Desk) -> None:
    send(taking, report(reporter="rahasia", person=PERSON))
    taking.room._sealer = RoomSealer(taking.room.vault, taking.room.clock)
    result = send(taking, update("u1"))
    assert (result.stored, result.conflicting) == (1, 0)
    for part in (NUMBER, "81234567890"):
        assert not re.search(part, log_of(taking))
    assert OTHER in notes(taking)[0]


@pytest.mark.parametrize("reporter", ["rahasia", "anonim"])
@pytest.mark.parametrize(
    "said",
    [
        "Nama saya Sulastri Kenari, mereka kembali",
        "mereka kembali. a.n. sulastri kenari",
        "Atas nama: SULASTRI Kenari. mereka kembali",
        "mereka kembali\nttd Sulastri Kenari",
        "Nama saya Hj. Sulastri Kenari, mereka kembali",
        'nama saya, "Sulastri Kenari". mereka kembali',
        "a.n. Ny. Sulastri Kenari; mereka kembali",
    ],
)
def test_who_says_their_name_is_not_named_by_a_program_that_was_started_anew(
    taking: Desk, reporter: str, said: str
) -> None:
    send(taking, report(reporter=reporter, person=PERSON))
    taking.room._sealer = RoomSealer(taking.room.vault, taking.room.clock)
    send(taking, update("u1", said))
    assert "mereka kembali" in notes(taking)[0]
    for part in ("sulastri", "kenari"):
        assert part not in notes(taking)[0].casefold()
        assert part not in log_of(taking).casefold()


def test_of_who_is_not_known_at_all_every_number_of_somebody_goes(taking: Desk) -> None:
    """Nothing is kept of an anonymous reporter: a program that was started anew has nothing to
    tell theirs by."""
    send(taking, report(reporter="anonim", person=PERSON))
    taking.room._sealer = RoomSealer(taking.room.vault, taking.room.clock)
    files = [{"url": "https://x.id/081234567890.jpg"}, {"url": "https://x.id/1.jpg"}]
    said = f"nomor {PERSON['phone']}, plat N 1234 AB, 3 orang, 21-11-2026 20.15, Jl. Ijen 12"
    send(taking, update("u1", said, attachments=files))
    expected = "nomor [disembunyikan], plat N 1234 AB, 3 orang, 21-11-2026 20.15, Jl. Ijen 12"
    assert notes(taking) == [expected]
    assert [one.reference for one in taking.look().all("attachment")] == ["https://x.id/1.jpg"]
    assert not re.search(NUMBER, log_of(taking))


@pytest.mark.parametrize(
    ("said", "somebodys"),
    [
        ("+62 812-3456-7890", True),
        ("081234567890", True),
        ("3573 0141 0785 0017", True),
        ("0341 123456", True),
        ("a.b@c.id", True),
        ("21-11-2026 20.15", False),
        ("01.12.2026 1015", False),
        ("8 21 11 2026", False),
        ("110", False),
        ("031-5551234", True),
        ("+62 341 123456", True),
        ("62341123456", True),
        ("+65 9123 4567", True),
        ("8123 4567 890", True),
        ("850.000.000", False),
        ("20261121", False),
    ],
)
def test_a_number_is_somebody_s_by_its_form(said: str, somebodys: bool) -> None:
    assert is_somebodys(said) is somebodys


@pytest.mark.parametrize(
    ("file", "asked"),
    [
        ("019aa5a0-0000-7000-8000-000000000004.jpg", True),
        ("1234567890993456.jpg", True),
        ("a/n/7.jpg", True),
        ("3573014107850017.jpg", False),
        ("wa/6281234567890.jpg", False),
    ],
)
def test_a_file_is_asked_for_unless_its_address_is_somebody_s(
    taking: Desk, file: str, asked: bool
) -> None:
    send(taking, report(reporter="anonim", person=PERSON))
    taking.room._sealer = RoomSealer(taking.room.vault, taking.room.clock)
    send(taking, update("u1", "mereka kembali", attachments=[{"url": f"https://x.id/{file}"}]))
    assert len(list(taking.look().all("attachment"))) == asked


def test_a_date_with_its_time_is_nobody_s_number(taking: Desk) -> None:
    send(taking, report(reporter="anonim", person=PERSON))
    taking.room._sealer = RoomSealer(taking.room.vault, taking.room.clock)
    said = "kembali 08-11-2026 21.30 di gang a.nangka"
    send(taking, update("u1", said))
    assert notes(taking) == [said]


def test_the_same_update_is_known_whether_or_not_the_name_is(taking: Desk) -> None:
    send(taking, report(reporter="rahasia", person=PERSON))
    assert send(taking, update("u1")).stored == 1
    taking.room._sealer = RoomSealer(taking.room.vault, taking.room.clock)
    again = send(taking, update("u1"))
    assert (again.known, again.conflicting) == (1, 0)
    other = send(taking, update("u1", text=f"lain: {PERSON['phone']}"))
    assert other.conflicting == 1
    assert not re.search(NUMBER, log_of(taking))


def test_an_open_reporter_is_quoted(taking: Desk) -> None:
    send(taking, report(person=PERSON))
    send(taking, update("u1"))
    assert notes(taking) == [SAID]


def test_only_numbers_that_are_theirs_go() -> None:
    theirs = {"0812 3456", "a.b@c.id"}
    text = "0812 3456 5 orang, a.b@c.id, 99 dan 12"
    told = without_number(text, theirs.__contains__)
    assert told == "[disembunyikan] 5 orang, [disembunyikan], 99 dan 12"


def test_a_text_of_digits_is_not_tried_for_ever() -> None:
    asked: list[str] = []

    def ask(one: str) -> bool:
        asked.append(one)
        return False

    assert without_number("1 " * 2000, ask) == "1 " * 2000
    assert 0 < len(asked) <= 300


def test_a_number_within_a_number_goes_once() -> None:
    theirs = {"62 8123456", "8123456"}
    assert without_number("ke 62 8123456, ya", theirs.__contains__) == "ke [disembunyikan], ya"
