import numpy as np
import pytest

from command_center.storage import met_incidents
from command_center.storage.first_reports import LATE, TIMELY, first_reports
from command_center.storage.met_incidents import MetIncidents
from command_center.storage.packed import BETWEEN, END, Raw


def said(*rows: tuple[str, str, str]) -> Raw:
    """As the database puts them together: of an incident the newest report first."""
    incidents = END.join(incident for incident, _, _ in rows)
    words = END.join(f"{late}{BETWEEN}{source}" for _, late, source in rows)
    return Raw(rows[-1][0], len(rows), [incidents, words])


def test_the_source_is_that_of_the_first_report() -> None:
    found = first_reports(said(("a", TIMELY, "jmp"), ("a", TIMELY, "110"), ("b", LATE, "jmp")))
    assert found == {"a": f"{TIMELY}{BETWEEN}110", "b": f"{LATE}{BETWEEN}jmp"}


def test_one_report_in_time_is_enough() -> None:
    found = first_reports(said(("a", TIMELY, "jmp"), ("a", LATE, "110"), ("b", LATE, "jmp"),
                               ("b", LATE, "110")))  # fmt: skip
    assert found == {"a": f"{TIMELY}{BETWEEN}110", "b": f"{LATE}{BETWEEN}110"}


def test_of_no_reports_nothing_is_said() -> None:
    assert first_reports(Raw(None, 0, [None, None])) == {}


def test_the_newest_incidents_are_known_and_no_wrong_one_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(met_incidents, "MOST", 50)
    met, part = MetIncidents(1), 20
    for first in range(0, 5 * part, part):
        numbers = np.arange(first, first + part)
        met.learn([f"i{number}" for number in numbers], numbers.reshape(-1, 1))
        found, unknown = met.of([f"i{number}" for number in range(first + part)])
        known = np.setdiff1d(np.arange(first + part), unknown)
        assert found[known, 0].tolist() == known.tolist()
        assert set(range(max(0, first + part - 50), first + part)) <= set(known.tolist())
