"""usage: PYTHONPATH=packaging python -m first_day.several HOME PICTURES ROOT DISPLAY ROOT DISPLAY

Does what the chapter *Hari pertama administrator* says for several machines, with real keys: the
first one founds the room at a server, the second one joins it by a bundle, and a call that is taken
there stands in the room and on the first one's screen. Exit status 0: it is as the chapter says.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from first_day.guided import LOGIN, PASSWORD, GuidedPage
from first_day.room import LOOK_S, FirstHour, demand_well
from first_day.screen import Screen, Wrong, until
from first_day.seat import Seat
from first_day.server import OWNER, SeatOfRoom, Server, room_server
from first_day.server import PASSWORD as OWNERS_PASSWORD
from first_day.source import System, system
from first_day.words import Chapter

FIRST, SECOND = "meja-1", "meja-2"
LOGINS = {FIRST: "kopi tubruk malam", SECOND: "teh tarik siang"}
PHRASE = "bakso malang di pasar besar"
BUNDLE = "setelan.bundle"
MAY_STAY = frozenset({"updates", "witness"})
"""Nobody gave these machines updates or a second folder."""
FINGERPRINT = re.compile(r"fingerprint: (.+)")


class Founding(GuidedPage):
    """The first machine, at the server."""

    def __init__(
        self, several: Chapter, screen: Screen, seat: Seat, source: System, server: Server
    ) -> None:
        super().__init__(Chapter(), screen, seat, source)
        self._several, self._server = several, server

    def _choose(self) -> None:
        role = ("*Peran komputer ini*", "*Mendirikan ruang di server*")
        self._several.says(*role, "alamat pusat data", "kata sandinya", "sama seperti di atas")
        screen = self._screen
        screen.press("Down", "Down", "Tab")
        screen.fill(self._server.address(), OWNERS_PASSWORD)
        screen.picture("peran-server")
        screen.press("Return")
        self.marked("machine")


class Joining(GuidedPage):
    """Every further machine, by the first one's bundle."""

    def __init__(
        self, several: Chapter, screen: Screen, seat: Seat, source: System, login: str
    ) -> None:
        super().__init__(Chapter(), screen, seat, source)
        self._several, self._login = several, login

    def go(self) -> None:
        self.begin()
        self._take_the_bundle()
        self.test_database()
        self.end()

    def _take_the_bundle(self) -> None:
        says, screen = self._several.says, self._screen
        says("*Setelan dari komputer lain*", "*Baca berkas*", "frasa sandi", "nama masuk ws_NAMA")
        screen.settle()
        screen.write(f"{self._seat.home}/{BUNDLE}")
        screen.press("Return")
        screen.settle()
        screen.picture("setelan-dibaca")
        if self._seat.settings.exists():
            raise Wrong("set before somebody agreed")
        says("*Sidiknya sama, pakai setelan ini*", "*Tersambung dengan ruang …*")
        screen.fill(PHRASE, f"ws_{self._login}", LOGINS[self._login])
        screen.picture("setelan-diisi")
        screen.press("Return")
        self.marked("bundle")
        self.marked("machine")


class SeveralDays:
    def __init__(self, server: Server, source: System, pictures: Path, *machines: str) -> None:
        self._server, self._source = server, source
        home, *places = machines
        self._seats, self._screens = [], []
        for name in (FIRST, SECOND):
            root, display, *places = places
            folder = pictures / name
            folder.mkdir(parents=True, exist_ok=True)
            self._screens.append(Screen(display, folder))
            self._seats.append(SeatOfRoom(server, Path(root), home, display, name))
        self._several = Chapter()
        self._several.says("## Beberapa komputer")

    def go(self) -> None:
        for seat in self._seats:
            self._server.introduce_to(seat)
            seat.begin_session()
        given = self._found()
        self._let_in()
        self._carry_a_bundle()
        self._step_down()
        self._join()
        self._take_a_call(given)
        self._back_up()
        self._ask_the_doctors()

    def end(self) -> None:
        for seat in self._seats:
            seat.end_session()

    def pictures(self, name: str) -> list[Path]:
        return [screen.picture(name) for screen in self._screens]

    def _found(self) -> str:
        """The temporary password of an operator."""
        screen, seat = self._screens[0], self._seats[0]
        Founding(self._several, screen, seat, self._source, self._server).go()
        hour = FirstHour(Chapter(), screen, seat)
        hour.opened()
        hour.sign_in(LOGIN, PASSWORD)
        return hour.add_operator()

    def _let_in(self) -> None:
        self._several.says("`command-center db workstation NAMA`")
        for name, password in LOGINS.items():
            self._say(f"{password}\n" * 2, "db", "workstation", name)

    def _carry_a_bundle(self) -> None:
        self._several.says(f"command-center bundle export {BUNDLE}")
        first, second = self._seats
        told = self._say(f"{PHRASE}\n" * 2, "bundle", "export", f"{first.home}/{BUNDLE}")
        found = FINGERPRINT.search(told)
        if found is None:
            raise Wrong(f"the bundle has no fingerprint: {told}")
        self._fingerprint = found.group(1).strip()
        text = first.file(BUNDLE).read_text(encoding="utf-8")
        if f"{OWNER}@" in text:
            raise Wrong("the bundle carries the server's owner to every machine")
        second.put(BUNDLE, text)

    def _step_down(self) -> None:
        """The first machine works under a login of its own from now on."""
        self._several.says(f"command-center bundle import {BUNDLE} --login ws_NAMA")
        seat, screen = self._seats[0], self._screens[0]
        seat.close()
        words = ("bundle", "import", f"{seat.home}/{BUNDLE}", "--login", f"ws_{FIRST}")
        agreed = ("--fingerprint", self._fingerprint)
        self._say(f"{PHRASE}\n{LOGINS[FIRST]}\n", *words, *agreed)
        seat.open()
        until("no window came", lambda: not screen.is_dark(), 300)
        screen.settle()
        FirstHour(Chapter(), screen, seat).sign_in(LOGIN, PASSWORD)

    def _join(self) -> None:
        second = self._seats[1]
        Joining(self._several, self._screens[1], second, self._source, SECOND).go()
        told = "SELECT state FROM telemetry_health WHERE kind = 'program' AND id = ?"
        until("the seat has not come to the room", lambda: second.room(told, SECOND) == [("ok",)])
        if self._at_the_room() != {f"ws_{name}" for name in LOGINS}:
            raise Wrong(f"at the room are {self._at_the_room()}")
        status, told = second.ask("db", "check", "--database", self._server.address())
        if not status:
            raise Wrong(f"the seat has the password of the server's owner: {told}")

    def _at_the_room(self) -> set[object]:
        """Whom the windows are to the server; not those who ask it here."""
        asked = """SELECT DISTINCT usename FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = ?"""
        return {row[0] for row in self._server.rows(asked, "pusat-komando")}

    def _take_a_call(self, given: str) -> None:
        second = FirstHour(Chapter(), self._screens[1], self._seats[1])
        second.opened()
        second.sign_in_first_time(given)
        second.take_a_call()
        time.sleep(LOOK_S)
        self.pictures("kejadian-di-dua-meja")

    def _back_up(self) -> None:
        self._several.says("[cadangan]", "`command-center db backup --database URL`")
        self._say("", "db", "backup", "--database", self._server.address())

    def _ask_the_doctors(self) -> None:
        self._several.says("command-center doctor")
        for seat in self._seats:
            demand_well(seat, MAY_STAY)

    def _say(self, typed: str, *words: str) -> str:
        """At the first machine's terminal."""
        status, told = self._seats[0].ask(*words, typed=typed)
        if status:
            raise Wrong(f"{' '.join(words[:2])} ended with {status}: {told}")
        return told


def main() -> int:
    home, pictures, *machines = sys.argv[1:]
    folder = Path(pictures)
    with room_server() as server, system() as source:
        days = SeveralDays(server, source, folder, home, *machines)
        try:
            days.go()
        except Wrong as wrong:
            shown = ", ".join(map(str, days.pictures("salah")))
            print(f"FAILED: {wrong} ({shown})", file=sys.stderr)
            return 1
        finally:
            days.end()
    print(f"The first day of several machines is as the chapter says: {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
