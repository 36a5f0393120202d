"""A room whose first administrator was cut off between the person and the password."""

from __future__ import annotations

import pytest

from command_center.bootstrap.database import administration
from command_center.bootstrap.first_run.machine import ThisMachine
from command_center.domain.errors import OperatorError
from command_center.runtime.clock import LiveClock
from command_center.runtime.passwords import new_verifier
from command_center.storage.people import SqlPeople
from command_center.ui.first_run.setup import Choice, Machine, Mark, Step
from tests.fake_people import CHEAP

PASSWORD = "lodeh terong sore"


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> ThisMachine:
    """A room stands there already: its administrator was left for later."""
    cheap = new_verifier(PASSWORD, CHEAP)
    monkeypatch.setattr(administration, "new_verifier", lambda _: cheap)
    made = ThisMachine(LiveClock())
    made.choose(Choice(Machine.SINGLE, pack="malang"))
    made.sources()
    return made


def cut(*_: object) -> None:
    raise OperatorError("database_interrupted")


def test_another_login_is_told_which_one_finishes_it(
    machine: ThisMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(SqlPeople, "set_password", cut)
        with pytest.raises(OperatorError, match="database_interrupted"):
            machine.make_administrator("Sari Wulandari", "sari", PASSWORD)
    assert not machine.try_database().administrator
    with pytest.raises(OperatorError) as refused:
        machine.make_administrator("Budi", "budi", PASSWORD)
    assert (refused.value.code, refused.value.params["login"]) == (
        "administrator_unfinished",
        "sari",
    )
    assert not machine.try_database().administrator
    machine.make_administrator("Sari Wulandari", "sari", PASSWORD)
    assert machine.try_database().administrator
    with pytest.raises(OperatorError, match="administrator_exists"):
        machine.make_administrator("Budi", "budi", PASSWORD)
    assert machine.standing().mark(Step.ADMINISTRATOR) is Mark.DONE


def test_nobody_is_made_before_the_password_can_be_kept(
    machine: ThisMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The slow part comes first, so that there is hardly a moment to be cut off in."""
    with monkeypatch.context() as patch:
        patch.setattr(administration, "new_verifier", cut)
        with pytest.raises(OperatorError, match="database_interrupted"):
            machine.make_administrator("Sari Wulandari", "sari", PASSWORD)
    machine.make_administrator("Budi", "budi", PASSWORD)
    assert machine.try_database().administrator
