"""A room on a PostgreSQL server with its real roles, and somebody who talks to it in bare SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import psycopg

from command_center.domain.log import Change, LogEntry
from command_center.domain.room import Role
from command_center.storage import roles
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from command_center.storage.log import encode
from command_center.storage.people_local import sealed
from command_center.storage.times import to_us
from tests.postgres import Server
from tests.storage import rows
from tests.storage.rows import acting

DESKS = ("meja-1", "meja-2")


@dataclass
class ServerRoom:
    """`staff` = {role: id}; `tokens` = {(staff id, desk): token of a session there}."""

    server: Server
    name: str
    staff: Mapping[Role, str]
    tokens: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def url(self, desk: str) -> str:
        login = roles.login_of(desk)
        return f"postgresql://{login}@127.0.0.1:{self.server.port}/{self.name}"

    @property
    def owner_url(self) -> str:
        return self.server.url(self.name)

    def session(self, who: str, desk: str = DESKS[0], **changed: Any) -> bytes:
        """The token of a session of its own, as the owner writes it."""
        token = f"{who} {desk} {len(self.tokens)} {changed}".encode().ljust(32, b".")
        now = to_us(datetime.now(UTC))
        fields = {
            "id": f"session {len(self.tokens)}", "token_hash": sealed(token), "staff_id": who,
            "workstation": desk, "db_role": roles.login_of(desk), "started_at": now,
            "ends_at": now + 3_600_000_000, "ended_at": None,
        } | changed  # fmt: skip
        self.tokens[who, f"{desk} {len(self.tokens)}"] = token
        names, marks = ", ".join(fields), ", ".join(["%s"] * len(fields))
        self.as_owner(f"INSERT INTO session ({names}) VALUES ({marks})", list(fields.values()))
        return token

    def as_owner(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        with psycopg.connect(self.owner_url) as connection:
            cursor = connection.execute(sql, parameters)
            return cursor.fetchall() if cursor.description else None

    def close(self) -> None:
        self.server.drop_database(self.name)


def make_room(server: Server, template: str) -> ServerRoom:
    name = server.new_database(template)
    engine = open_engine(server.url(name))
    roles.create_roles(engine)
    for desk in DESKS:
        roles.add_workstation(engine, desk, f"rahasia {desk}")
    engine.dispose()
    staff = {role: f"staff:{role.value}" for role in Role}
    opened = open_database(server.url(name))
    rows.seed(opened.storage)
    with acting(opened.storage) as work:
        work.add(rows.agency(id="damkar", code="DMK", ours=False))
        work.add(rows.unit(id="siaga", call_sign="SIAGA 1", agency_id="damkar"))
        for role, id in staff.items():
            own = "damkar" if role is Role.LIAISON else None
            work.add(rows.staff(id=id, login=role.value, role=role, agency_id=own))
    opened.close()
    return ServerRoom(server, name, staff)


class Bare:
    """One workstation's login, used without the program."""

    def __init__(self, room: ServerRoom, desk: str = DESKS[0]) -> None:
        self.desk = desk
        self._link = psycopg.connect(room.url(desk), autocommit=True)
        self._ops = 0

    def run(self, sql: str, *parameters: Any) -> Any:
        cursor = self._link.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else None

    def refusal(self, sql: str, *parameters: Any) -> tuple[str, str]:
        """(SQLSTATE, what was said) of a statement, and its transaction is over; ("", "") if it
        was done."""
        try:
            self.run(sql, *parameters)
        except psycopg.Error as error:
            if self._link.info.transaction_status:
                self._link.execute("ROLLBACK")
            return error.sqlstate or "", error.diag.message_primary or ""
        return "", ""

    def new_op(self) -> str:
        self._ops += 1
        return f"{self.desk} {id(self)} {self._ops}"

    def body(
        self, op_id: str, kind: str, who: str, forged: Mapping[str, Any] | None = None
    ) -> bytes:
        at = rows.NOW.isoformat().replace("+00:00", "Z")
        plain = LogEntry(kind, 1, op_id, who, self.desk, "pagi", at, at, "", ())
        fields = {name: getattr(plain, name) for name in LogEntry.__slots__} | dict(forged or {})
        return encode(LogEntry(**fields))

    def append(
        self, token: bytes, op_id: str, kind: str, body: bytes, about: Sequence[Change] = ()
    ) -> tuple[str, str]:
        """The refusal of an entry; `about`: what it is found under beside the unit bravo."""
        call = "SELECT * FROM append(%s, %s, %s, %s, %s, %s, %s)"
        found = sorted({("unit", "bravo"), *((change.entity, change.id) for change in about)})
        entities, ids = [entity for entity, _ in found], [id for _, id in found]
        return self.refusal(call, token, op_id, kind, to_us(rows.NOW), body, entities, ids)

    def act(self, token: bytes, who: str, kind: str, *changes: str) -> tuple[str, str]:
        """The first refusal of a whole operation: begun, rows changed, entered, committed. {op}
        in a change is its op_id."""
        op_id = self.new_op()
        steps: list[tuple[str, tuple[Any, ...]]] = [
            ("SELECT begin_op(%s, %s, %s)", (token, op_id, kind))
        ]
        steps += [(change.replace("{op}", op_id), ()) for change in changes]
        self.run("BEGIN")
        for sql, parameters in steps:
            refused = self.refusal(sql, *parameters)
            if refused != ("", ""):
                return refused
        written = self.run("SELECT id, version FROM unit WHERE op_id = %s", op_id)
        told = tuple(Change("unit", id, version, {}, {}) for id, version in written)
        body = self.body(op_id, kind, who, {"changes": told})
        refused = self.append(token, op_id, kind, body, told)
        return refused if refused != ("", "") else self.refusal("COMMIT")

    def close(self) -> None:
        self._link.close()
