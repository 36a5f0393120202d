"""Every connector of a system of the city has all that its list promises."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from command_center import connectors
from command_center.connectors.checklist import Checklist
from command_center.connectors.says import ALERTS, BEDS, REPORTS, SAYS
from command_center.contract.examples import RECORDS
from command_center.contract.mapping import load_mapping
from command_center.runtime.paths import resources_dir

HERE = Path(connectors.__file__).parent
PROJECT = HERE.parent.parent
# what carries messages in and out for all of them
CARRIERS = {"gateway", "deliver", "attachments", "public_feed"}
# what people of the room fill in and bring as files
LISTS = {"places", "roster"}
SYSTEMS = sorted(
    path.name
    for path in HERE.iterdir()
    if (path / "__init__.py").is_file() and path.name not in CARRIERS | LISTS
)


def checklist_of(system: str) -> Checklist:
    found = importlib.import_module(f"command_center.connectors.{system}.checklist").CHECKLIST
    assert isinstance(found, Checklist)
    return found


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_system_has_its_list(system: str) -> None:
    assert (HERE / system / "checklist.py").is_file()


@pytest.mark.parametrize("system", SYSTEMS)
def test_what_the_list_promises_is_there(system: str) -> None:
    listed = checklist_of(system)
    assert listed.profile == system
    assert listed.name
    assert listed.health
    assert listed.untested
    assert (PROJECT / listed.docs).is_file()
    assert listed.tests
    for test in listed.tests:
        assert (PROJECT / test).is_file(), test


@pytest.mark.parametrize("system", SYSTEMS)
def test_its_mapping_can_be_read(system: str) -> None:
    mapping = checklist_of(system).mapping
    if mapping:
        path = resources_dir() / "mappings" / "sources" / f"{mapping}.toml"
        assert load_mapping(path).records


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_exercise_plays_it(system: str) -> None:
    simulator = checklist_of(system).simulator
    if simulator:
        assert hasattr(importlib.import_module(simulator), "make")


def test_each_is_known_by_a_name_of_its_own() -> None:
    lists = [checklist_of(system) for system in SYSTEMS]
    assert len({one.name for one in lists}) == len(lists)


def test_what_each_may_say_is_written_down() -> None:
    """A folder of files is read with a mapping, which says it; two profiles are of no system."""
    assert {*SAYS, "file_drop"} == {*SYSTEMS, REPORTS, BEDS, ALERTS}
    assert frozenset().union(*SAYS.values()) <= RECORDS.keys()
