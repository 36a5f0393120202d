"""The transaction: rows, versions, conflicts, and one entry per command."""

import dataclasses

import pytest

from command_center.domain.errors import Conflict, NotFound, OperatorError
from command_center.domain.incident import Incident, IncidentStatus
from command_center.domain.log import Change, StoredEntry
from command_center.domain.room import Source
from command_center.domain.unit import Assignment, AssignmentKind, Unit, UnitStatus
from command_center.ports import Among, Transaction
from command_center.storage.database import Database
from tests.storage import rows
from tests.storage.rows import acting, head


@pytest.fixture
def seeded(database: Database) -> Database:
    rows.seed(database.storage)
    return database


def change_incident_then_stale_unit(work: Transaction) -> None:
    with work.savepoint():
        work.change(work.get(Incident, "fire"), title="lost")
        work.change(rows.unit(), crew=9)


def append_and_fail(work: Transaction) -> None:
    with work.savepoint():
        work.change(work.get(Unit, "bravo"), crew=3)
        work.append(head("first"))
        raise KeyError


def take_number_and_fail(database: Database) -> None:
    with database.storage.begin() as work:
        assert work.next_number("2026-11-22") == 4
        raise KeyError


def take_numbers(work: Transaction, expected: list[int]) -> None:
    with work.savepoint():
        assert [work.next_number("2026-11-22") for _ in expected] == expected


@pytest.mark.parametrize("row", [rows.unit(), rows.incident(), rows.report(), rows.source()])
def test_a_row_comes_back_as_it_was_written(seeded: Database, row: object) -> None:
    with seeded.storage.begin() as work:
        assert work.get(type(row), row.id) == row  # type: ignore[attr-defined]


def change_and_fail(work: Transaction) -> None:
    with work.savepoint():
        work.change(work.recall(Incident, "fire"), title="lost")
        work.change(work.find(Source, id=rows.source().id)[0], name="lost")
        raise KeyError


def test_what_is_remembered_in_a_transaction_is_what_it_wrote_itself(seeded: Database) -> None:
    source = rows.source().id
    with acting(seeded.storage) as work:
        before = work.recall(Incident, "fire")
        assert work.find(Source, id=source)[0].name == rows.source().name
        work.change(work.find(Source, id=source)[0], name="Wadul")
        assert work.find(Source, id=source)[0].name == "Wadul"
        after = work.change(before, title="gudang")
        assert work.recall(Incident, "fire") == after == work.get(Incident, "fire")
    with acting(seeded.storage) as work:
        assert work.recall(Incident, "fire").title == "gudang"
        assert work.find(Source, id=source)[0].name == "Wadul"
        with pytest.raises(KeyError):
            change_and_fail(work)
        assert work.recall(Incident, "fire").title == "gudang"
        assert work.find(Source, id=source)[0].name == "Wadul"


def test_an_absent_row_is_not_found(seeded: Database) -> None:
    with pytest.raises(NotFound), seeded.storage.begin() as work:
        work.get(Unit, "nobody")


def test_find_takes_values_enums_and_none(seeded: Database) -> None:
    with acting(seeded.storage) as work:
        work.add(rows.unit(id="alpha", status=UnitStatus.BREAK))
    with seeded.storage.begin() as work:
        assert [u.id for u in work.find(Unit)] == ["alpha", "bravo"]
        assert [u.id for u in work.find(Unit, status=UnitStatus.BREAK)] == ["alpha"]
        assert [i.id for i in work.find(Incident, owner_id=None, number=1)] == ["fire"]
        assert work.find(Incident, owner_id="rina") == []


def test_find_takes_many_values_at_once(seeded: Database) -> None:
    with acting(seeded.storage) as work:
        for at, status in enumerate(UnitStatus):
            work.add(rows.unit(id=f"u{at}", status=status, crew=at, parent_id=None))
    busy, numbers = (UnitStatus.BREAK, UnitStatus.ORDERED), range(len(UnitStatus))
    with seeded.storage.begin() as work:
        found = work.find(Unit, status=Among(busy), parent_id=None)
        assert [u.status for u in found] == sorted(busy, key=list(UnitStatus).index)
        ids = [f"u{at}" for at in numbers]
        assert [u.id for u in work.find(Unit, id=Among([*ids, *ids, "none"]))] == sorted(ids)
        assert [u.id for u in work.find(Unit, crew=Among({1, 2}), id=Among({"u2"}))] == ["u2"]
        assert work.find(Unit, status=Among(())) == []
        assert work.find(Incident, owner_id=Among(["rina"])) == []


def test_a_change_raises_the_version_and_says_what_was(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        work.outcome_of("op")
        old = work.get(Unit, "bravo")
        new = work.change(old, status=UnitStatus.BREAK, crew=2)
        stored = work.append(head("op"))
    assert new == dataclasses.replace(old, version=2, status=UnitStatus.BREAK)
    assert stored is not None
    was = {"status": "available"}
    assert stored.entry.changes == (Change("unit", "bravo", 2, {"status": "break"}, was),)
    with seeded.storage.begin() as work:
        assert work.get(Unit, "bravo") == new
        found = work.newest_change("unit", "bravo")
    assert found == StoredEntry(stored.seq, stored.hash, stored.entry)


def test_a_change_to_the_same_value_is_no_change(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        work.outcome_of("op")
        old = work.get(Unit, "bravo")
        assert work.change(old, crew=old.crew) is old
        assert work.append(head("op")) is None


def test_a_stale_change_conflicts_and_names_the_winner(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        stale = work.get(Unit, "bravo")
    with acting(seeded.storage) as work:
        work.change(stale, status=UnitStatus.BREAK)
    with pytest.raises(Conflict) as caught, acting(seeded.storage) as work:
        work.change(stale, crew=4)
    assert caught.value.params == {
        "entity": "unit",
        "id": "bravo",
        "by": "rina",
        "at": rows.NOW,
        "theirs": {"status": "break"},
    }


def test_a_second_active_assignment_conflicts_over_the_unit(seeded: Database) -> None:
    with acting(seeded.storage) as work:
        work.add(rows.assignment())
        work.change(work.get(Unit, "bravo"), status=UnitStatus.ORDERED)
    with pytest.raises(Conflict) as caught, acting(seeded.storage) as work:
        work.add(rows.assignment(id="again"))
    assert caught.value.params["id"] == "bravo"
    assert caught.value.params["theirs"] == {"status": "ordered"}
    with acting(seeded.storage) as work:
        work.add(rows.incident(id="crash", number=2))
        work.add(rows.assignment(id="next", incident_id="crash", kind=AssignmentKind.STACKED))
    with seeded.storage.begin() as work:
        assert [a.id for a in work.find(Assignment, unit_id="bravo")] == ["next", "sent"]


def test_a_command_acts_once(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        work.outcome_of("op")
        work.change(work.get(Unit, "bravo"), crew=5)
        stored = work.append(head("op", made="x"))
    with seeded.storage.begin() as work:
        found = work.outcome_of("op")
    assert stored is not None
    assert found is not None
    assert (found.seq, found.replayed) == (stored.seq, True)
    assert (found.result, found.inputs) == ({"made": "x"}, {"asked": "this"})


def test_a_group_keeps_what_succeeded_and_forgets_what_failed(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        work.outcome_of("first")
        with work.savepoint():
            work.change(work.get(Unit, "bravo"), crew=3)
            first = work.append(head("first"))
        work.outcome_of("second")
        with pytest.raises(Conflict) as caught:
            change_incident_then_stale_unit(work)
        assert caught.value.params["theirs"] == {"crew": 3}
        work.outcome_of("third")
        with work.savepoint():
            work.change(work.get(Unit, "bravo"), crew=4)
            third = work.append(head("third"))
    assert first is not None
    assert third is not None
    assert third.seq == first.seq + 1
    assert third.entry.changes == (Change("unit", "bravo", 3, {"crew": 4}, {"crew": 3}),)
    with seeded.storage.begin() as work:
        assert work.get(Incident, "fire").title == "Kebakaran"
        assert work.outcome_of("second") is None


def test_an_entry_rolled_back_leaves_no_gap(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        work.outcome_of("first")
        with pytest.raises(KeyError):
            append_and_fail(work)
        work.outcome_of("second")
        work.change(work.get(Unit, "bravo"), crew=4)
        kept = work.append(head("second"))
    assert kept is not None
    assert kept.seq == 2
    assert [e.entry.op_id for e in seeded.history.entries(1)] == ["second"]


def test_changes_without_an_entry_do_not_commit(seeded: Database) -> None:
    begun = seeded.storage.begin()
    work = begun.__enter__()
    work.outcome_of("op")
    work.change(work.get(Unit, "bravo"), crew=9)
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        begun.__exit__(None, None, None)
    with seeded.storage.begin() as work:
        assert work.get(Unit, "bravo").crew == 2


def test_changes_need_an_operation(seeded: Database) -> None:
    with pytest.raises(RuntimeError, match="outcome_of"), seeded.storage.begin() as work:
        work.change(work.get(Unit, "bravo"), crew=9)


def test_numbers_count_per_day_and_are_given_back(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        assert [work.next_number("2026-11-22") for _ in range(3)] == [1, 2, 3]
    with pytest.raises(KeyError):
        take_number_and_fail(seeded)
    with seeded.storage.begin() as work:
        assert work.next_number("2026-11-22") == 4
        assert work.next_number("2026-11-23") == 1


def test_a_number_taken_in_a_step_that_fails_is_given_back(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        take_numbers(work, [1, 2])
        with pytest.raises(KeyError), work.savepoint():
            take_numbers(work, [3, 4])
            raise KeyError
        take_numbers(work, [3])
    with seeded.storage.begin() as work:
        assert work.next_number("2026-11-22") == 4


def test_a_day_whose_first_number_was_given_back_begins_at_one(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        with pytest.raises(KeyError), work.savepoint():
            take_numbers(work, [1])
            raise KeyError
        take_numbers(work, [1, 2])


def test_a_lost_transaction_is_not_committed_in_parts(seeded: Database) -> None:
    begun = seeded.storage.begin()
    work = begun.__enter__()
    work.outcome_of("op")
    with work.savepoint():
        work.change(work.get(Unit, "bravo"), crew=9)
        work.append(head("op"))
    work._link.run("ROLLBACK")  # type: ignore[attr-defined]
    with pytest.raises(OperatorError, match="database_interrupted"), work.savepoint():
        work.find(Unit)
    with pytest.raises(OperatorError, match="database_interrupted"):
        begun.__exit__(None, None, None)
    with seeded.storage.begin() as work:
        assert work.get(Unit, "bravo").crew == 2


def test_incident_statuses_are_read_as_enums(seeded: Database) -> None:
    with seeded.storage.begin() as work:
        assert work.get(Incident, "fire").status is IncidentStatus.NEW
