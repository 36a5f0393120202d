"""A bundle in the guided page: nobody else's login, and this machine's own is asked for."""

from __future__ import annotations

from typing import Any

from command_center.domain.errors import OperatorError
from command_center.ui.first_run.setup import Step
from tests.ui.guided import Guide, up_to


def test_without_a_login_of_its_own_nothing_is_set_and_the_field_is_named(guide: Guide) -> None:
    guided = guide(up_to(Step.BUNDLE))
    form: Any = guided.form()
    form.file.setText("/mnt/ruang.bundle")
    guided.enter()
    form.phrase.setText("frasa")
    guided.paper.error = OperatorError("bundle_needs_login", host="db.polresta")
    guided.enter()
    assert guided.step() is Step.BUNDLE
    assert "ws_…) di server db.polresta" in guided.page.told.text()
    assert form.login.hasFocus()
    guided.paper.error = None
    form.login.setText(" ws_spkt-2 ")
    form.password.setText("sandi")
    guided.enter()
    assert guided.paper.asked[-1] == ("use", "frasa", "ws_spkt-2", "sandi")
    assert (form.phrase.text(), form.password.text()) == ("", "")


def test_what_an_earlier_program_brings_along_is_said_and_not_counted(guide: Guide) -> None:
    guided = guide(up_to(Step.BUNDLE))
    form: Any = guided.form()
    guided.paper.foreign_login = True
    form.file.setText("/mnt/ruang.bundle")
    guided.enter()
    assert "keduanya tidak dipakai" in guided.page.told.text()
    assert form.holds.text().splitlines()[-1] == "rahasia bersegel: relay"
