"""The gateway asked everything its own document lets one ask, and more: no 5xx, no hang, and
nothing half stored. Signed by a key that is known, or hardly anything would get past the door."""

import itertools
import json
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.bootstrap.source_keys import give_key
from command_center.commands.room import ConnectSource
from command_center.connectors.gateway import limits
from command_center.connectors.gateway.keys import SourceKey, new_master, signed
from command_center.connectors.gateway.server import Listen
from command_center.contract.openapi import document
from command_center.domain.room import SourceKind
from command_center.runtime.clock import LiveClock
from command_center.situation.situation import Situation

SHORT, LONG = 30, 5_200
PATIENCE_S = 20.0
Answered = tuple[str, str, int | None]
"""The id of a record, what became of it, the number of its incident."""
OURS = {"source-key", "signed-at", "signature", "content-length", "host"}
SCHEMA = schemathesis.openapi.from_dict(json.loads(document()))
POSTS = [SCHEMA[path]["POST"] for path in ("/v1/reports", "/v1/records")]


@pytest.fixture
def served(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[OpenedRoom, str, SourceKey]]:
    monkeypatch.setattr(limits, "RECORDS_PER_S", 1e9)
    monkeypatch.setattr(limits, "RECORDS_BURST", 1e9)
    monkeypatch.setattr(limits, "STRANGERS_BURST", 1e9)
    room = open_room(f"sqlite:///{tmp_path / 'fuzzed.db'}", LiveClock(), RoomPlan())
    command = ConnectSource("jmp", "JMP", "", kind=SourceKind.PUSH)
    room.lane.submit(command, act=room.console).result(20)
    master = new_master()
    key = give_key(room, "jmp", master)
    part = GatewayPart(room, Listen("127.0.0.1", 0), master)
    part.start()
    part.follow(_situation(room))
    yield room, part.url, key
    part.stop()
    room.close()


def _situation(room: OpenedRoom) -> Any:
    situation = Situation()
    situation.load(room.database.feed.snapshot(None))
    return situation


@pytest.mark.parametrize(
    "count",
    [
        pytest.param(SHORT, marks=pytest.mark.timeout(300)),
        pytest.param(LONG, marks=[pytest.mark.long, pytest.mark.timeout(7200)]),
    ],
)
def test_no_request_of_the_document_or_against_it_breaks_anything(
    served: tuple[OpenedRoom, str, SourceKey], count: int
) -> None:
    """Two addresses, as the document says and against it: four times `count` cases."""
    room, url, key = served
    told: Counter[int] = Counter()
    answered: set[Answered] = set()
    with requests.Session() as session:
        session.trust_env = False
        for operation in POSTS:
            for mode in schemathesis.GenerationMode:
                _ask(operation, mode, count, (session, url, key), told, answered)
    assert sum(told.values()) >= 4 * count
    assert not [status for status in told if status >= 500], told
    assert {202, 422} <= set(told), told
    _demand_whole(room, answered)


def _ask(
    operation: Any,
    mode: Any,
    count: int,
    where: tuple[requests.Session, str, SourceKey],
    told: Counter[int],
    answered: set[Answered],
) -> None:
    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Any) -> None:
        answer = _post(case, *where)
        told[answer.status_code] += 1
        assert answer.status_code < 500, answer.text
        said = answer.json()
        if "outcomes" in said:
            answered.update(
                (one["id"], one["outcome"], one.get("number")) for one in said["outcomes"]
            )

    ask()


def _post(case: Any, session: requests.Session, url: str, key: SourceKey) -> Any:
    """As it was made up, but for the address and the signature."""
    words = case.as_transport_kwargs(base_url=url)
    words.pop("cookies", None)
    words["headers"] = {
        name: value for name, value in words["headers"].items() if name.lower() not in OURS
    }
    made = session.prepare_request(
        requests.Request(**{name: value for name, value in words.items() if name in _TAKEN})
    )
    # of the same body within the same second the signature would be the same
    made.prepare_url(str(made.url), {"n": str(next(_NUMBERS))})
    body: Any = made.body or b""
    made.body = data = body.encode() if isinstance(body, str) else bytes(body)
    made.headers["Content-Length"] = str(len(data))
    given: Any = made.headers.get("Idempotency-Key", "")
    shown = given.decode("latin-1") if isinstance(given, bytes) else given
    at_s, path = int(time.time()), made.path_url
    made.headers.update(signed(key, str(made.method), path, data, at_s, shown))
    return session.send(made, timeout=PATIENCE_S, allow_redirects=False)


_TAKEN = {"method", "url", "headers", "params", "data", "json"}
_NUMBERS = itertools.count()


def _demand_whole(room: OpenedRoom, answered: set[Answered]) -> None:
    """Every report has its incident and its entry, and every one that was promised is there, in the
    incident of the number that was told. Only reports are told one."""
    rows = room.database.feed.snapshot(None).rows
    reports = {row["id"]: row["external_id"] for row in rows["report"]}
    linked = {row["report_id"]: row["incident_id"] for row in rows["incident_report"]}
    incidents = {row["id"]: row["number"] for row in rows["incident"]}
    assert set(linked) == set(reports)
    assert set(linked.values()) == set(incidents)
    entries = [e.entry for e in room.database.history.entries()]
    assert sum(e.kind == "report.received" for e in entries) == len(reports)
    stored = {(id, number) for id, outcome, number in answered if outcome == "stored"}
    assert set(reports.values()) <= {id for id, _ in stored}
    promised = {(id, number) for id, number in stored if number is not None}
    kept = {(external_id, incidents[linked[id]]) for id, external_id in reports.items()}
    assert promised
    assert promised <= kept
