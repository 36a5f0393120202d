"""Who asked to stay hidden is nowhere: every byte that the room leaves anywhere is searched."""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import inspect

from command_center.bootstrap.database.breach import export_breach
from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.mappings import mapping_of
from command_center.bootstrap.report import state_of
from command_center.commands.notice import ApproveNotice, DraftNotice
from command_center.commands.room import ConnectSource
from command_center.commands.sealed import OpenSealed
from command_center.commands.triage import VerifyIncident
from command_center.connectors import intake_page
from command_center.connectors.mapped import map_document, watch_shape
from command_center.documents.emergency_board import write_board
from command_center.domain.referral import NoticeKind
from command_center.domain.targets import Targets
from command_center.runtime.logs import JsonLine, catch_bugs
from command_center.runtime.settings import Settings, save_settings
from command_center.situation.paper import draft_of
from command_center.storage.backup import copy_to
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_gateway import LOOPBACK, MASTER
from tests.room.test_personal import send

NAME, PHONE, NIK = "Sulastri Kenariwati", "081298765432", "3573014107850017"
CONTACT = "sulastri.k@contoh.id"
SECRETS = (NAME, "Kenariwati", PHONE, PHONE[1:], NIK, CONTACT)
PERSON = {"name": NAME, "phone": PHONE, "national_id": NIK, "contact": CONTACT}
AT = "2026-11-21T14:00:00+07:00"
TEXT = f"saya {NAME.upper()} (NIK {NIK}), hubungi 0812-9876-5432 atau {CONTACT}: ada balap liar"
ROW = {
    "jenis": "kegiatan",
    "nomor": "L1",
    "waktu": "21-11-2026 20:15",
    "uraian": TEXT,
    "pelapor": {"nama": NAME, "hp": PHONE, "no_kta": NIK},
    "catatan_petugas": f"ibu {NAME}",
}

WRITTEN = {"live.log", "papan.html", "breach.csv", "breach.html", "table event_log",
           "table report", "table incident", "table sealed_item"}  # fmt: skip


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The log as the program writes it, and what catches bugs."""
    path = tmp_path / "live.log"
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(JsonLine())
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    catch_bugs()
    logging.getLogger().addHandler(handler)
    yield path
    logging.getLogger().removeHandler(handler)
    handler.close()


def report(id: str, **given: Any) -> dict[str, Any]:
    return {"type": "report", "id": id, "at": AT, "text": TEXT, "person": PERSON, **given}


def flood(desk: Desk, reporter: str) -> None:
    """Every way in and every fault on it."""
    desk.do(ConnectSource("jmp", "JMP", ""), act=desk.room.console)
    whole = report("w1", reporter=reporter, address=f"rumah {NAME}")
    send(desk, whole)
    send(desk, whole)
    send(desk, {**whole, "person": {**PERSON, "name": f"{NAME} Dua"}})
    send(desk, report("w2", reporter=reporter, lat="x"))
    send(desk, report("w3", reporter=reporter, lat=NAME))
    send(desk, report("w4", reporter=reporter, area=NAME, attachments=[{"url": NAME}]))
    send(desk, report("w5", reporter=reporter, at="x" + NAME))
    send(desk, {**report("w6", reporter=reporter), "nama_pelapor": NAME, "lat": []})
    for n in range(3):
        send(desk, report(f"p{n}", reporter=reporter, area="Dinoyo", category="keramaian"))
    said = {"type": "report_update", "report": "w1", "at": AT}
    send(desk, {**said, "id": "u1", "text": TEXT, "attachments": [{"url": NAME}]})
    send(desk, {"type": "call", "id": "c1", "at": AT, "call": "c", "event": "ringing",
                "caller": PHONE})  # fmt: skip
    shown = {"open": "terbuka"}.get(reporter, reporter)
    rows = [{**ROW, "nomor": f"L{n}", "kerahasiaan": shown} for n in range(25)]
    rows[24]["nama_baru"] = NAME
    rows[23]["koordinat"] = {"lintang": NAME}
    rows.append({**ROW, "jenis": "kekuatan", "anggota": NAME, "kerahasiaan": shown})
    for some in (rows[:22], rows[22:]):
        document = json.dumps({"data": some}).encode()
        mapped = map_document(document, mapping_of("simlinmas"), desk.room.clock.now())
        sealer = desk.room.sealer()
        watch_shape(desk.room.lane, "jmp", desk.room.system, mapped, sealer)
        page = mapped.page
        intake_page.send_page(desk.room.lane, "jmp", desk.room.system, page, sealer)


def crash(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug that nobody handles, in the middle of a record, which says all it has at hand."""

    def broken(source_id: str, record: Any, digest: str) -> None:
        raise ZeroDivisionError(repr(record))

    with monkeypatch.context() as patched:
        from command_center.connectors import translate

        table = dict.fromkeys(translate._TRANSLATORS, broken)
        patched.setattr(translate, "_TRANSLATORS", table)
        thread = threading.Thread(target=send, args=(desk, report("w9", reporter="rahasia")))
        thread.start()
        thread.join()


def found_in(data: bytes) -> list[str]:
    forms = [(secret, secret.casefold()) for secret in SECRETS]
    text = data.decode("utf-8", "replace").casefold()
    wide = data.decode("utf-16-le", "replace").casefold()
    return [secret for secret, folded in forms if folded in text or folded in wide]


def tables(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """Every value of every table, as its own bytes: a file may hold one in pieces."""
    with desk.room.database.engine.connect() as connection:
        for name in inspect(connection).get_table_names():
            rows = connection.exec_driver_sql(f'SELECT * FROM "{name}"')
            values = [value for row in rows for value in row]
            yield f"table {name}", b"\n".join(map(as_bytes, values))


def as_bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def public(desk: Desk, clock: HandClock) -> bytes:
    """What everybody may ask the gateway for, once what was verified is old enough to be told."""
    save_settings("live", Settings(public_feed=True))
    for incident in desk.look().all("incident"):
        desk.do(VerifyIncident(incident.id))
    clock.turn(50 * 60)
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    try:
        part.follow(desk.look())
        answer = requests.get(f"{part.url}/v1/public", timeout=20)
    finally:
        part.stop()
    assert answer.status_code == 200
    return answer.content


def everything(desk: Desk, tmp_path: Path) -> Iterator[tuple[str, bytes]]:
    """What the room wrote, by where."""
    url = str(desk.room.database.engine.url.render_as_string(hide_password=False))
    until = desk.room.clock.now() + timedelta(hours=1)
    export_breach(url, None, until - timedelta(days=1), until, tmp_path / "breach.csv")
    look, now = desk.look(), desk.room.clock.now()
    draft = draft_of(look, now, now, Targets(), "meja", UTC, "UTC", 0)
    write_board(draft.paper(), tmp_path / "papan.html")
    if desk.room.database.engine.dialect.name == "sqlite":
        copy_to(Path(str(desk.room.database.engine.url.database)), tmp_path / "backup.db")
    yield from tables(desk)
    yield "state", json.dumps(state_of(url, None), default=str).encode()
    yield "situation", repr(look.tables.rows).encode()
    for entry in desk.room.database.history.entries():
        yield f"entry {entry.entry.kind}", repr(entry.entry).encode()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            yield path.name, path.read_bytes()
    file = Path(str(desk.room.database.engine.url.database))
    if desk.room.database.engine.dialect.name == "sqlite":
        for path in file.parent.glob(file.name + "*"):
            yield path.name, path.read_bytes()


@pytest.mark.parametrize("reporter", ["rahasia", "anonim"])
def test_a_search_of_all_that_is_kept_finds_nobody(
    desk: Desk,
    clock: HandClock,
    tmp_path: Path,
    logs: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    reporter: str,
) -> None:
    flood(desk, reporter)
    crash(desk, monkeypatch)
    assert "ZeroDivisionError" in logs.read_text(encoding="utf-8")
    assert caplog.records
    feed = public(desk, clock)
    assert json.loads(feed)["counts"]
    places = [*everything(desk, tmp_path), ("public", feed)]
    assert {name for name, _ in places} >= WRITTEN
    assert {name: found for name, data in places if (found := found_in(data))} == {}


def test_the_search_would_find_them(desk: Desk, tmp_path: Path) -> None:
    """An open reporter's own words are in the room and are found there; what is said beside them of
    who it is lies sealed."""
    desk.do(ConnectSource("jmp", "JMP", ""), act=desk.room.console)
    send(desk, report("w1", reporter="open"))
    found = {name: found for name, data in everything(desk, tmp_path) if (found := found_in(data))}
    assert {"situation", "table event_log", "table report"} <= found.keys()
    assert "table sealed_item" not in found


def test_the_search_would_find_a_name_that_the_public_is_told(desk: Desk, clock: HandClock) -> None:
    desk.do(ConnectSource("jmp", "JMP", ""), act=desk.room.console)
    send(desk, report("w1", reporter="open"))
    assert found_in(public(desk, clock)) == []
    notice = desk.do(DraftNotice(NoticeKind.CROWD, f"Dicari: {NAME}", "Ada unjuk rasa"))
    desk.do(ApproveNotice(str(notice.result["notice_id"])))
    assert NAME in found_in(public(desk, clock))


def test_whoever_may_open_it_still_reads_all(desk: Desk) -> None:
    flood(desk, "rahasia")
    first = next(one for one in desk.look().all("report") if one.external_id == "w1")
    op_id = desk.do(OpenSealed(first.subject_id, "menelepon balik")).op_id
    read = {item.what: item.text for item in desk.room.vault.open(op_id)}
    assert read == {**PERSON, "text": TEXT, "address": f"rumah {NAME}"}


def test_of_an_anonymous_reporter_nothing_is_sealed_either(desk: Desk) -> None:
    flood(desk, "anonim")
    known = {one.subject_id for one in desk.look().all("report")}
    assert known == {None}
