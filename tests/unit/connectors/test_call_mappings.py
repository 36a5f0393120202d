"""The example files of mapping: what an exchange, Ngalam 112 and a WhatsApp gateway would write."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from command_center.connectors.call_110.translate import call_event
from command_center.connectors.mapped import map_document
from command_center.contract.mapping import load_mapping
from command_center.contract.page import Accepted, Refused
from command_center.contract.records import CallRecord, ReportRecord
from command_center.domain.calls import CallStep
from command_center.runtime.paths import resources_dir

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
TS = 1_795_316_400
FILES = resources_dir() / "mappings" / "sources"


def mapped(name: str, document: dict[str, Any]) -> list[Any]:
    page = map_document(json.dumps(document).encode(), load_mapping(FILES / f"{name}.toml"), NOW)
    return [item.record if isinstance(item, Accepted) else item for item in page.page.items]


def event(step: str, **more: Any) -> dict[str, Any]:
    said = {"event": step, "call_id": "9f2", "event_ts": TS, "caller_number": "081233445566"}
    return {**said, "called_number": "110", "caller_name": "-", **more}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ringing", CallStep.RINGING),
        ("answered", CallStep.CLAIMED_EXTERNALLY),
        ("claimed_externally", CallStep.CLAIMED_EXTERNALLY),
        ("hangup", CallStep.ENDED),
        ("missed", CallStep.ABANDONED),
    ],
)
def test_an_exchange_s_words_are_ours(said: str, meant: CallStep) -> None:
    (record,) = mapped("call_110", {"events": [event(said)], "next": "1", "more": False})
    assert isinstance(record, CallRecord)
    assert record.at == datetime.fromtimestamp(TS, UTC)
    command = call_event("sentral-110", record, "digest")
    assert (command.event, command.call_id, command.called) == (meant, "9f2", "110")
    assert (command.caller_ref, command.subject_id) == ("", None)
    assert "0812" not in repr(command)


def test_each_event_of_a_call_is_a_record_of_its_own() -> None:
    records = mapped("call_110", {"events": [event("ringing"), event("missed")]})
    assert len({record.id for record in records}) == 2


def test_a_word_nobody_knows_is_refused_by_itself() -> None:
    records = mapped("call_110", {"events": [event("parked"), event("ringing")]})
    assert isinstance(records[0], Refused)
    assert isinstance(records[1], CallRecord)


def test_a_ticket_of_112() -> None:
    ticket = {
        "nomor_tiket": "112-7", "diterima": "2026-11-22 09:30:00", "jenis": "Ambulans",
        "uraian": "sesak napas", "lokasi": {"lat": -7.98, "lng": 112.63, "kelurahan": "Klojen"},
        "penelepon": {"nama": "Sri", "nomor": "0857"}, "operator": "7",
    }  # fmt: skip
    (record,) = mapped("ngalam_112", {"panggilan": [ticket]})
    assert isinstance(record, ReportRecord)
    assert (record.category, record.channel, record.at.hour) == ("ambulans", "112", 2)
    assert record.person is not None
    assert record.person.phone == "0857"


def test_a_chat_with_a_picture_and_a_pin() -> None:
    pin = {"latitude": -7.98, "longitude": 112.63}
    image = {"caption": "kebakaran", "link": "https://example.invalid/1.jpg"}
    chats = [
        {"id": "w1", "timestamp": str(TS), "from": "62812", "text": {"body": "ada asap"}},
        {"id": "w2", "timestamp": str(TS), "from": "62812", "image": image, "location": pin},
    ]
    first, second = mapped("whatsapp", {"messages": chats})
    assert isinstance(first, ReportRecord)
    assert isinstance(second, ReportRecord)
    assert (first.text, second.text, second.lat) == ("ada asap", "kebakaran", -7.98)
    assert second.attachments[0].url == image["link"]
    assert second.person is not None
    assert (first.channel, second.person.phone) == ("whatsapp", "62812")
