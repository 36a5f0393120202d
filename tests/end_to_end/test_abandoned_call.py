"""One abandoned call of 110 from the exchange's first word to the incident: real HTTP into the
gateway, the real window and its keys, and the number in the clear nowhere but on its screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from command_center.commands.call_rules import SetCallRules
from command_center.domain.calls import CallRules
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.room import AlarmType
from command_center.exercise.systems.exchange import NAME, PROFILE, SOURCE_ID, Exchange, make
from command_center.ui.call.form import CallForm
from command_center.ui.calls.panel import CallsPanel
from command_center.ui.calls.sections import Section
from tests.end_to_end.city import CTRL, City

NUMBER = "081233445566"
DUE = AlarmType.CALLBACK_DUE


@pytest.fixture
def exchange(city: City) -> Exchange:
    city.room.lane.submit(SetCallRules(CallRules(callback_s=1)), act=city.room.act).result(20)
    made = make(1, city.clock, "live")
    made.post_to(city.let_in(SOURCE_ID, NAME, PROFILE))
    city.play(made)
    return made


def only_call(city: City) -> PhoneCall:
    (found,) = city.situation.all("phone_call")
    assert isinstance(found, PhoneCall)
    return found


def test_who_hung_up_is_called_back_and_becomes_an_incident(
    city: City, exchange: Exchange, tmp_path: Path
) -> None:
    band = city.desk.window.ringing
    ringing = exchange.ring(NUMBER, "Klojen")
    city.until(band.isVisible)
    exchange.abandon(ringing)
    city.until(lambda: not band.isVisible())
    city.until(lambda: city.alarm(DUE))
    city.answer(DUE)
    calls, form = city.panel("calls", CallsPanel), city.panel("call", CallForm)
    city.until(calls.view.hasFocus)
    assert calls.section is Section.BACK
    city.press(Qt.Key.Key_N)
    city.until(lambda: calls.number.text() == NUMBER)
    city.press(Qt.Key.Key_Return)
    city.until(calls.question.hasFocus)
    city.press(Qt.Key.Key_1)
    city.until(form.category.field.hasFocus)
    assert form.draft.phone_call == only_call(city).id
    city.type("laka")
    city.press(Qt.Key.Key_Return)
    form.words.setFocus()
    city.type("dua motor, ada korban luka")
    city.press(Qt.Key.Key_Return, CTRL)
    city.until(lambda: only_call(city).incident_id is not None)
    city.until(lambda: DUE not in {alarm.type for alarm in city.situation.open_alarms()})
    call = only_call(city)
    assert (call.state, call.outcome) == (CallState.ABANDONED, "reached")
    assert call.called_back_by == city.seat.act.actor
    city.until(lambda: city.seat.selection.incident_id == call.incident_id)
    (report,) = city.situation.reports(str(call.incident_id))
    assert (report.channel, report.reporter_ref) == ("call", call.caller_ref)
    entries = city.logged()
    opened = [one.entry for one in entries if one.entry.kind == "sealed.opened"]
    assert [entry.inputs["result"]["reason"] for entry in opened] == ["telepon balik"]
    assert NUMBER not in repr(entries)
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("room.db*"))
    assert NUMBER.encode() not in stored
