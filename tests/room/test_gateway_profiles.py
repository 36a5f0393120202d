"""What a source may say that a person connects: reports, unless another profile is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from command_center.bootstrap import source_keys
from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.source_readers import reader_of
from command_center.cli import main
from command_center.commands.room import ConnectSource
from command_center.connectors import reader
from command_center.connectors.file_drop.folder import Folder
from command_center.connectors.file_drop.taking import Desk as FileDesk
from command_center.connectors.file_drop.taking import take
from command_center.connectors.says import PROFILES
from command_center.contract.examples import RECORDS
from command_center.contract.page import Accepted, write_page
from command_center.domain.room import RoomKind, Source, SourceKind
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_gateway import LOOPBACK, MASTER, Poster, ids, page, report

Adds = Callable[..., Source]


@pytest.fixture
def add(desk: Desk, database_url: str, capsys: pytest.CaptureFixture[str]) -> Adds:
    def do(*words: str) -> Source:
        status = main(["source", "add", "jmp", *words, "--database", database_url])
        assert status == 0, capsys.readouterr().err
        return next(one for one in source_keys.sources_of(desk.room) if one.id == "jmp")

    return do


@pytest.mark.parametrize(
    ("words", "profile"),
    [
        (("--push",), "reports"),
        (("http://h.example",), "reports"),
        (("--push", "--profile", "all"), "all"),
        (("--push", "--mapping", "jogo_malang"), "reports"),
        (("http://h.example", "--profile", "simlinmas"), "simlinmas"),
        (("http://h.example", "--mapping", "jogo_malang"), ""),
    ],
)
def test_a_new_source_says_reports_unless_more_is_named(
    add: Adds, words: tuple[str, ...], profile: str
) -> None:
    assert add(*words).profile == profile


def test_a_source_that_is_changed_keeps_its_profile(add: Adds) -> None:
    add("http://h.example", "--profile", "all")
    changed = add("http://other.example", "--off")
    assert (changed.profile, changed.enabled) == ("all", False)


@pytest.mark.parametrize("profile", ["jogo", ""])
def test_a_profile_that_is_none_is_refused_by_name(
    desk: Desk, database_url: str, capsys: pytest.CaptureFixture[str], profile: str
) -> None:
    words = ["source", "add", "jmp", "--push", "--profile", profile, "--database", database_url]
    assert main(words) == 2
    told = capsys.readouterr().err
    assert f"profile {profile};" in told
    assert all(profile in told for profile in PROFILES)


@pytest.mark.parametrize(("more", "moved"), [((), False), (("--profile", "all"), True)])
def test_a_unit_is_moved_by_who_was_let_to_only(
    desk: Desk, add: Adds, more: tuple[str, ...], moved: bool
) -> None:
    add("--push", *more)
    key = source_keys.give_key(desk.room, "jmp", MASTER)
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    try:
        part.follow(desk.look())
        answer = Poster(part.url, key).post(
            "/v1/records", page(RECORDS["position"], report("r1"), RECORDS["report_update"])
        )
    finally:
        part.stop()
    outcomes = {one["id"]: one["outcome"] for one in answer.json()["outcomes"]}
    assert (outcomes[RECORDS["position"]["id"]] == "stored") is moved
    assert (desk.room.database.telemetry.positions() != {}) is moved
    assert ids(desk) == ["r1"]


PAGE = write_page([RECORDS["position"], report("r1")], "", more=False)


@pytest.mark.parametrize(("profile", "taken"), [("reports", 1), ("none known", 1), ("all", 2)])
def test_who_is_asked_says_no_more_than_who_posts(
    clock: HandClock, monkeypatch: pytest.MonkeyPatch, profile: str, taken: int
) -> None:
    monkeypatch.setattr(reader, "get", lambda *_: PAGE)
    source = Source("x", 1, "X", SourceKind.PULL, "https://h.example", True, "", profile)
    read = reader_of(source, clock, RoomKind.LIVE).read(requests.Session(), "", 10)
    assert sum(isinstance(item, Accepted) for item in read.page.items) == taken


@pytest.mark.parametrize(("profile", "taken"), [("reports", 0), ("all", 1)])
def test_nor_does_who_lays_down_files(desk: Desk, tmp_path: Path, profile: str, taken: int) -> None:
    laid_down = tmp_path / "posko"
    laid_down.mkdir()
    source = Source("x", 1, "X", SourceKind.FILES, str(laid_down), True, "", profile)
    desk.do(ConnectSource("x", "X", source.url, kind=source.kind), act=desk.room.console)
    room, file = desk.room, laid_down / "a.json"
    file.write_bytes(write_page([RECORDS["unit"] | {"call_sign": "UJI 7"}], "", more=False))
    taking = FileDesk(room.lane, room.system, room.sealer(), room.clock, "live")
    folder = Folder(laid_down)
    before = len(list(desk.look().all("unit")))
    (laid,) = [one for _ in range(2) for one in folder.ready()]
    assert take(taking, source, None, folder, laid, lambda _: False) is bool(taken)
    assert len(list(desk.look().all("unit"))) - before == taken
