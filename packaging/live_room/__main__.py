"""usage: PYTHONPATH=packaging python -m live_room found|kept ROOT HOME DISPLAY PICTURES

found: the program in ROOT makes a live room with its administrator, an operator, units and
incidents of a source. kept: the program in ROOT, by now another one, opens that room for a minute;
all of it is there, the copy from before lies beside it, and nothing is wrong with it. Exit status
0: so it is."""

from __future__ import annotations

import json
import socket
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from first_day.screen import Screen, Wrong, until
from first_day.seat import Seat

from live_room.city import HAPPENED, key_shown, post
from live_room.terminal import answered

NAME, LOGIN, PASSWORD = "Aipda Sari Wulandari", "sari", "lodeh terong sore"
OPERATOR, OPERATOR_LOGIN = "Bripda Andi", "andi"
DATABASE = (".local", "share", "pusat-komando", "room.db")
SESSIONS = "SELECT count(*) FROM session"
STANDS = {
    "people": "SELECT login, name, role FROM staff ORDER BY login",
    "incidents": "SELECT id, day, number, title, category, status FROM incident ORDER BY id",
    "reports": "SELECT id, text FROM report ORDER BY id",
    "units": "SELECT call_sign FROM unit ORDER BY call_sign",
    "log entries": "SELECT seq, hex(hash) FROM event_log WHERE seq <= {last} ORDER BY seq",
}
LOOK_S, MINUTE_S = 3.0, 60.0


class Room:
    def __init__(self, seat: Seat, screen: Screen) -> None:
        self._seat, self._screen = seat, screen
        self._told = seat.file("stands.json")

    def found(self) -> None:
        self._say_twice("db", "init", "--login", LOGIN, "--name", NAME)
        self._take_in()
        self._open()
        self._add_operator()
        self._screen.picture("sebelum")
        self._seat.close()
        last = self._seat.room("SELECT max(seq) FROM event_log")[0][0]
        told = {"schema": self._schema(), "last": last, "stands": self._stands(last)}
        self._told.write_text(json.dumps(told), encoding="utf-8")
        print(f"      schema {told['schema']}: {self._counted()}")

    def kept(self) -> None:
        told = json.loads(self._told.read_text(encoding="utf-8"))
        self._open()
        time.sleep(MINUTE_S)
        self._seat.demand_open()
        self._screen.picture("sesudah")
        self._seat.close()
        self._demand_same(told)
        self._demand_copy(told["schema"])
        self._demand_well()
        print(
            f"      schema {told['schema']} -> {self._schema()}: {self._counted()}, all as before"
        )

    # --- by the terminal ---------------------------------------------------------------------

    def _say_twice(self, *words: str) -> None:
        status, shown = answered(self._seat.words(*words), PASSWORD, PASSWORD)
        if status:
            raise Wrong(f"{words[0]} {words[1]} ended with {status}: {shown[-600:]}")

    def _ask(self, *words: str) -> str:
        status, told = self._seat.ask(*words)
        if status:
            raise Wrong(f"{words[0]} ended with {status}: {told[-900:]}")
        return told

    def _take_in(self) -> None:
        key = key_shown(self._ask("source", "add", "posko", "--push", "--profile", "all"))
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self._seat.open("intake", "--listen", address)
        post(f"http://{address}", key)
        many = [(len(HAPPENED),)]
        until("incidents", lambda: self._seat.room("SELECT count(*) FROM incident") == many)
        self._seat.close()

    # --- by the window -----------------------------------------------------------------------

    def _open(self) -> None:
        self._seat.open("live")
        until("no window came", lambda: not self._screen.is_dark(), 300)
        self._screen.settle()
        before = self._seat.room(SESSIONS)
        self._screen.fill(LOGIN, PASSWORD)
        self._screen.press("Return")
        until("nobody came in", lambda: self._seat.room(SESSIONS) > before)
        time.sleep(LOOK_S)

    def _add_operator(self) -> None:
        self._screen.press("ctrl+shift+o", "Insert")
        time.sleep(LOOK_S)
        self._screen.fill(OPERATOR, OPERATOR_LOGIN)
        self._screen.press("Return")
        asked = "SELECT role FROM staff WHERE login = 'andi'"
        until("nobody was added", lambda: self._seat.room(asked) == [("operator",)])
        time.sleep(LOOK_S)

    # --- what stands -------------------------------------------------------------------------

    def _schema(self) -> str:
        return str(self._seat.room("SELECT version_num FROM alembic_version")[0][0])

    def _stands(self, last: object) -> dict[str, list[object]]:
        room = self._seat.room
        return {
            what: json.loads(json.dumps(room(asked.format(last=last)), default=repr))
            for what, asked in STANDS.items()
        }

    def _counted(self) -> str:
        last = self._seat.room("SELECT max(seq) FROM event_log")[0][0]
        return ", ".join(f"{len(rows)} {what}" for what, rows in self._stands(last).items())

    def _demand_same(self, told: dict[str, object]) -> None:
        now = self._stands(told["last"])
        if now != told["stands"]:
            raise Wrong(f"not as before: {now} and {told['stands']}")

    def _demand_copy(self, schema: str) -> None:
        if schema == self._schema():
            print("      the same schema: nothing was brought up to date")
            return
        copy = self._seat.file(*DATABASE[:-1], f"room.before-{self._schema()}.db")
        if not copy.is_file():
            raise Wrong(f"no copy from before: {[one.name for one in copy.parent.iterdir()]}")
        with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as before:
            found = before.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        if found != schema:
            raise Wrong(f"the copy from before has the schema {found}")
        print(f"      the copy from before is there: {copy.name}, schema {found}")

    def _demand_well(self) -> None:
        self._ask("db", "check")
        told = self._ask("doctor", "--json")
        rows = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
        if not rows or any(row["state"] == "broken" for row in rows):
            raise Wrong(f"the doctor: {told}")
        if errors := self._seat.errors():
            raise Wrong(f"errors in the log: {errors[:3]}")
        well = sum(row["state"] == "ok" for row in rows)
        print(f"      db check found nothing; the doctor: {well} of {len(rows)} ok")


def main() -> int:
    deed, root, home, display, pictures = sys.argv[1:]
    folder = Path(pictures)
    folder.mkdir(parents=True, exist_ok=True)
    screen, seat = Screen(display, folder), Seat(Path(root), home, display)
    room = Room(seat, screen)
    try:
        {"found": room.found, "kept": room.kept}[deed]()
    except Wrong as wrong:
        print(f"FAILED: {wrong} ({screen.picture('salah')})", file=sys.stderr)
        return 1
    finally:
        seat.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
