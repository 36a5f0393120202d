"""The feed: every entry once, in order, whoever wrote it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

import pytest

from command_center.domain.errors import OperatorError
from command_center.domain.incident import (
    Disposition,
    Incident,
    IncidentReport,
    IncidentStatus,
    MergeLink,
)
from command_center.domain.log import StoredEntry
from command_center.domain.unit import Unit
from command_center.storage import log, statements
from command_center.storage.database import Database, open_database
from command_center.storage.link import Link
from tests.postgres import Server
from tests.storage import rows
from tests.storage.rows import acting

PATIENCE_S = 30.0


class Ear:
    """Hears entries and lets a test wait for them."""

    def __init__(self) -> None:
        self.heard: list[StoredEntry] = []
        self._news = threading.Condition()

    def __call__(self, entries: Sequence[StoredEntry]) -> None:
        with self._news:
            self.heard.extend(entries)
            self._news.notify_all()

    def wait_for(self, count: int) -> list[int]:
        with self._news:
            self._news.wait_for(lambda: len(self.heard) >= count, PATIENCE_S)
            return [entry.seq for entry in self.heard]


@pytest.fixture
def ear(database: Database) -> Iterator[Ear]:
    yield Ear()
    database.feed.stop()


def change_crew(database: Database, times: int) -> None:
    for _ in range(times):
        with acting(database.storage) as work:
            unit = work.get(Unit, "bravo")
            work.change(unit, crew=unit.crew + 1)


def test_entries_arrive_in_order(database: Database, ear: Ear) -> None:
    rows.seed(database.storage)
    database.feed.start(0, ear)
    change_crew(database, 20)
    assert ear.wait_for(21) == list(range(1, 22))
    assert ear.heard == list(database.history.entries())


def test_it_starts_after_the_snapshot(database: Database, ear: Ear) -> None:
    rows.seed(database.storage)
    change_crew(database, 3)
    snapshot = database.feed.snapshot(rows.NOW)
    assert snapshot.seq == 4
    assert snapshot.rows["unit"][0]["crew"] == 5
    database.feed.start(snapshot.seq, ear)
    change_crew(database, 2)
    assert ear.wait_for(2) == [5, 6]
    assert ear.heard[0].entry.changes[0].was == {"crew": 5}


def test_commits_of_another_process_arrive(database: Database, database_url: str, ear: Ear) -> None:
    rows.seed(database.storage)
    database.feed.start(1, ear)
    other = open_database(database_url)
    change_crew(other, 3)
    other.close()
    assert ear.wait_for(3) == [2, 3, 4]


def test_a_group_is_delivered_whole(database: Database, ear: Ear) -> None:
    rows.seed(database.storage)
    database.feed.start(1, ear)
    with database.storage.begin() as work:
        for number in range(3):
            work.outcome_of(f"op{number}")
            work.change(work.get(Unit, "bravo"), crew=10 + number)
            work.append(rows.head(f"op{number}"))
        assert ear.heard == []
    assert ear.wait_for(3) == [2, 3, 4]


def test_what_is_rolled_back_is_never_heard(database: Database, ear: Ear) -> None:
    rows.seed(database.storage)
    database.feed.start(1, ear)
    with pytest.raises(KeyError):
        fail_late(database)
    change_crew(database, 1)
    ear.wait_for(1)
    assert [entry.entry.changes[0].set for entry in ear.heard] == [{"crew": 3}]


def fail_late(database: Database) -> None:
    with database.storage.begin() as work:
        work.outcome_of("late")
        work.change(work.get(Unit, "bravo"), crew=50)
        work.append(rows.head("late"))
        raise KeyError


def heard_broken(database: Database, after: int, ear: Ear) -> int | None:
    broken: list[int] = []
    told = threading.Event()

    def on_broken(seq: int) -> None:
        broken.append(seq)
        told.set()

    database.feed.on_broken = on_broken
    database.feed.start(after, ear)
    told.wait(PATIENCE_S)
    return broken[0] if broken else None


def test_a_log_that_went_back_is_noticed(database: Database, ear: Ear) -> None:
    rows.seed(database.storage)
    assert heard_broken(database, 7, ear) == 7
    assert ear.heard == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_changed_entry_is_not_delivered(database: Database, ear: Ear) -> None:
    rows.seed(database.storage)
    change_crew(database, 2)
    link = Link(database.engine)
    link.run("DROP TRIGGER event_log_updated")
    link.run("UPDATE event_log SET body = CAST('{}' AS BLOB) WHERE seq = 2")
    link.close()
    assert heard_broken(database, 1, ear) == 1
    assert ear.heard == []


def test_it_can_start_again(database: Database, ear: Ear) -> None:
    rows.seed(database.storage)
    database.feed.start(0, ear)
    with pytest.raises(RuntimeError, match="already"):
        database.feed.start(0, ear)
    assert ear.wait_for(1) == [1]
    database.feed.stop()
    change_crew(database, 1)
    database.feed.start(1, ear)
    assert ear.wait_for(2) == [1, 2]


@pytest.mark.parametrize("engine_name", ["postgresql"])
@pytest.mark.postgres
def test_it_comes_back_after_the_server(
    database: Database, ear: Ear, postgres: Server, caplog: pytest.LogCaptureFixture
) -> None:
    rows.seed(database.storage)
    database.feed.start(0, ear)
    assert ear.wait_for(1) == [1]
    postgres.stop()
    with pytest.raises(OperatorError, match="database_unreachable"):
        change_crew(database, 1)
    postgres.start()
    change_crew(database, 2)
    assert ear.wait_for(3) == [1, 2, 3]
    assert caplog.text.count("change feed lost its database") == 1


def close(database: Database, id: str, at_s: float) -> None:
    with acting(database.storage) as work:
        work.change(
            work.get(Incident, id),
            status=IncidentStatus.CLOSED,
            disposition=Disposition.RESOLVED,
            closed_at=rows.later(at_s),
        )


def ids(database: Database, since_s: float | None, entity: str = "incident") -> list[str]:
    since = None if since_s is None else rows.later(since_s)
    return [row["id"] for row in database.feed.snapshot(since).rows[entity]]


def attach(report: str, incident: str) -> Callable[[], IncidentReport]:
    return lambda: IncidentReport(
        f"{incident}-{report}", 1, incident, report, rows.NOW, "rina", None
    )


def test_a_snapshot_holds_open_work_and_what_closed_since(database: Database) -> None:
    rows.seed(database.storage)
    with acting(database.storage) as work:
        for number, id in enumerate(("old", "new", "open"), 2):
            work.add(rows.incident(id=id, number=number))
            work.add(rows.report(id=f"{id}-call"))
            work.add(attach(f"{id}-call", id)())
    close(database, "old", 10)
    close(database, "new", 20)
    assert ids(database, 20) == ["fire", "new", "open"]
    assert ids(database, 20, "report") == ["new-call", "open-call"]
    assert ids(database, 20, "incident_report") == ["new-new-call", "open-open-call"]
    assert ids(database, 21) == ["fire", "open"]
    assert ids(database, None) == ["fire", "new", "old", "open"]
    assert len(ids(database, None, "report")) == 4


def test_a_snapshot_holds_what_was_merged_into_open_work(database: Database) -> None:
    rows.seed(database.storage)
    with acting(database.storage) as work:
        for number, (loser, winner) in enumerate((("a", "fire"), ("b", "a")), 2):
            work.add(rows.incident(id=loser, number=number))
            work.add(
                MergeLink(f"{loser}-link", 1, winner, loser, IncidentStatus.NEW, {},
                          rows.NOW, "rina", None)
            )  # fmt: skip
            work.change(
                work.get(Incident, loser),
                status=IncidentStatus.MERGED,
                merged_into=winner,
                closed_at=rows.later(1),
            )
    assert ids(database, 1000) == ["a", "b", "fire"]
    assert ids(database, 1000, "merge_link") == ["a-link", "b-link"]


@pytest.mark.parametrize("body", [b"{", b"{}", b'"x"', b"[" * 100_000], ids=len)
def test_what_is_no_entry_asks_for_a_snapshot(
    database: Database, ear: Ear, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    rows.seed(database.storage)
    broken = threading.Event()
    database.feed.on_broken = lambda _seq: broken.set()
    snapshot = database.feed.snapshot(rows.NOW)
    database.feed.start(snapshot.seq, ear)
    link = Link(database.engine)
    with link.transaction(link.dialect.begin_write):
        values = (snapshot.seq + 1, log.chained(snapshot.hash, body), "x", "x", 0, body)
        link.run(statements.INSERT_ENTRY, values)
    link.close()
    assert broken.wait(PATIENCE_S)
    assert ear.heard == []
    assert "cannot be read" in caplog.text
    database.feed.stop()
    after = database.feed.snapshot(rows.NOW).seq
    database.feed.start(after, ear)
    change_crew(database, 1)
    assert ear.wait_for(1) == [after + 1]
