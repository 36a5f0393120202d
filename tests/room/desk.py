"""Does commands in a room and looks at what the room then knows."""

from dataclasses import replace
from typing import Any

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.intake import ReceiveReport
from command_center.domain.incident import Incident
from command_center.domain.room import Role, Staff
from command_center.domain.unit import Assignment, Unit
from command_center.ports import Act, Outcome
from command_center.situation.situation import Situation
from command_center.situation.state import state
from tests.storage.rows import acting


class Desk:
    def __init__(self, room: OpenedRoom) -> None:
        self.room = room
        self._reports = 0

    def do(self, command: Any, *, act: Act | None = None, op_id: str | None = None) -> Outcome:
        return self.room.lane.submit(command, act=act, op_id=op_id).result(20)

    def person(self, role: Role, id: str = "", workstation: str = "") -> Act:
        """Somebody of that role at work; known to the room from the first time on."""
        id = id or f"staff:{role.value}"
        with acting(self.room.database.storage) as work:
            if not work.find(Staff, id=id):
                work.add(Staff(id, 1, id, "XX", role, "meja"))
        act = replace(self.room.act, actor=id, role=role.value)
        return replace(act, workstation=workstation or act.workstation)

    def report(self, text: str = "massa mendorong pagar", **given: Any) -> str:
        """A report from outside; returns the incident's id."""
        self._reports += 1
        given.setdefault("external_id", f"r{self._reports}")
        command = ReceiveReport(source_id="110", category="unjuk_rasa", text=text, **given)
        return str(self.do(command).result["incident_id"])

    def look(self) -> Situation:
        """Folded from the log, as any window would."""
        situation = Situation()
        for entry in self.room.database.history.entries():
            situation.apply(entry)
        return situation

    def hash(self) -> str:
        return str(state(self.look())["hash"])

    def incident(self, id: str) -> Incident:
        found = self.look().incident(id)
        assert found is not None
        return found

    def unit(self, call_sign: str) -> Unit:
        found: Unit = next(u for u in self.look().all("unit") if u.call_sign == call_sign)
        return found

    def held(self, call_sign: str) -> Assignment | None:
        look = self.look()
        return look.active_assignment(self.unit(call_sign).id)

    def kinds(self) -> list[str]:
        return [e.entry.kind for e in self.room.database.history.entries()]
