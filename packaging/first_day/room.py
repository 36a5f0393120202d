"""*Di dalam ruang*: the first people, the first call, and whether all is well."""

from __future__ import annotations

import json
import time
from collections.abc import Collection

from first_day.guided import LOGIN, PASSWORD
from first_day.screen import Screen, Wrong, until
from first_day.seat import Seat
from first_day.words import Chapter

OPERATOR, OPERATOR_LOGIN, OWN = "Bripda Andi", "andi", "rawon nguling pagi"
TEMPORARY = r"\b[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}\b"
PANEL = (1102, 1350, (602, 596, 608, 590, 614, 584, 620, 578))
"""Where the people's panel tells a temporary password at 1366x768: from, to, lines; in pixels."""
LOOK_S = 3.0
SESSIONS = """SELECT count(*) FROM session JOIN staff ON staff.id = staff_id
WHERE login = ? AND ended_at IS NULL"""
MUST_CHANGE = "SELECT must_change FROM credential JOIN staff ON staff.id = staff_id WHERE login = ?"
CALL = "SELECT category, lat IS NOT NULL FROM incident WHERE address LIKE 'Alun-alun Merdeka%'"
MAY_STAY = frozenset({"keyring", "time", "updates", "witness"})
"""What a doctor rightly points at in a bare root: no keyring, its time zone, no updates, no second
folder."""


class FirstHour:
    def __init__(self, chapter: Chapter, screen: Screen, seat: Seat) -> None:
        self._chapter, self._screen, self._seat = chapter, screen, seat

    def go(self) -> None:
        self.opened()
        self.sign_in(LOGIN, PASSWORD)
        given = self.add_operator()
        self._look_at_readiness()
        self._chapter.says("Begitu ada operator", "**Telepon 110** (`F3`)")
        self.sign_out()
        self.sign_in_first_time(given)
        self.take_a_call()
        self._look_at_health()
        self._ask_the_doctor()

    def opened(self) -> None:
        until("the room took no report of its source", lambda: self._reports() == [(1,)], 300)
        time.sleep(LOOK_S)
        self._screen.picture("ruang")
        self._seat.demand_open()

    def _reports(self) -> list[tuple[object, ...]]:
        return self._seat.room("SELECT count(*) FROM incident WHERE title LIKE '%dorong pagar%'")

    def sign_in(self, login: str, password: str) -> None:
        self._chapter.says("Masuk dengan nama masuk tadi")
        before = self._seat.room(SESSIONS, login)
        self._screen.fill(login, password)
        self._screen.press("Return")
        until(f"{login} did not come in", lambda: self._seat.room(SESSIONS, login) != before)
        time.sleep(LOOK_S)
        self._screen.picture(f"masuk-{login}")

    def add_operator(self) -> str:
        """The temporary password they are given."""
        screen = self._screen
        self._chapter.says("**Orang dan peran** (`Ctrl+Shift+O`)")
        screen.press("ctrl+shift+o", "Insert")
        time.sleep(1)
        screen.fill(OPERATOR, OPERATOR_LOGIN)
        screen.press("Return")
        asked = "SELECT role FROM staff WHERE login = 'andi'"
        until("nobody was added", lambda: self._seat.room(asked) == [("operator",)])
        time.sleep(LOOK_S)
        screen.picture("orang")
        return screen.find_text(TEMPORARY, *PANEL)

    def _look_at_readiness(self) -> None:
        self._chapter.says("**Persiapan ruang** (`Ctrl+Shift+F12`)")
        self._screen.press("ctrl+shift+F12")
        time.sleep(LOOK_S)
        self._screen.picture("persiapan")

    def sign_out(self) -> None:
        self._screen.press("ctrl+shift+q")
        time.sleep(LOOK_S)

    def sign_in_first_time(self, given: str) -> None:
        """The operator, who then has a password of their own."""
        self._screen.fill(OPERATOR_LOGIN, given)
        self._screen.press("Return")
        time.sleep(2 * LOOK_S)
        self._screen.picture("sandi-sementara")
        self._screen.fill(OWN, OWN)
        self._screen.press("Return")
        until("the own password is not kept", lambda: self._must_change() == [(0,)])
        time.sleep(LOOK_S)

    def take_a_call(self) -> None:
        screen, seat = self._screen, self._seat
        screen.press("F3")
        time.sleep(LOOK_S)
        screen.write("motor hilang")
        screen.press("Return")
        screen.write("Alun-alun Merdeka")
        time.sleep(LOOK_S)
        screen.press("Return")
        screen.write("motor matic hitam di depan masjid")
        screen.picture("telepon")
        screen.press("ctrl+Return")
        taken = [("curanmor", 1)]
        until("the call is no incident of its kind and place", lambda: seat.room(CALL) == taken)
        time.sleep(LOOK_S)
        screen.picture("kejadian")

    def _must_change(self) -> list[tuple[object, ...]]:
        return self._seat.room(MUST_CHANGE, OPERATOR_LOGIN)

    def _look_at_health(self) -> None:
        self._chapter.says("**Kesehatan sumber** (`F7`)")
        self._screen.press("F7")
        time.sleep(LOOK_S)
        self._screen.picture("kesehatan")
        _, told = self._seat.ask("source", "list", "--json")
        rows = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
        if bad := [row for row in rows if row["url"] and row["state"] != "ok"]:
            raise Wrong(f"sources are not well: {bad}")

    def _ask_the_doctor(self) -> None:
        self._chapter.says("command-center doctor")
        demand_well(self._seat, MAY_STAY)


def demand_well(seat: Seat, may_stay: Collection[str]) -> None:
    """By the doctor's word, and by what the program wrote down of itself."""
    status, told = seat.ask("doctor", "--json")
    rows = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    other = [row for row in rows if row["state"] != "ok" and row["check"] not in may_stay]
    if status or not rows or other:
        raise Wrong(f"the doctor ended with {status}: {other or told}")
    well = sum(row["state"] == "ok" for row in rows)
    print(f"      {seat.name}, the doctor: {well} of {len(rows)} ok")
    if errors := seat.errors():
        raise Wrong(f"errors in the log: {errors[:3]}")
