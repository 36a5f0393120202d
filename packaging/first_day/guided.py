"""*Satu komputer*: the guided page, from the first start to the opened room."""

from __future__ import annotations

from functools import partial

from first_day.screen import Screen, Wrong, until
from first_day.seat import Seat
from first_day.source import System
from first_day.words import Chapter

NAME, LOGIN, PASSWORD = "Aipda Sari Wulandari", "sari", "lodeh terong sore"
CAMERAS = """stream_id,name,url,lat,lon
alun-alun,Alun-alun Merdeka,{0}/alun-alun.m3u8,-7.9826,112.6308
kayutangan,Kayutangan,{0}/kayutangan.m3u8,-7.9786,112.6311
suhat,Soekarno-Hatta,{0}/suhat.m3u8,-7.9420,112.6130
,Tanpa alamat,,-7.9500,112.6200
"""


class GuidedPage:
    def __init__(self, chapter: Chapter, screen: Screen, seat: Seat, system: System) -> None:
        self._chapter, self._screen, self._seat, self._system = chapter, screen, seat, system

    def go(self) -> None:
        self.begin()
        self._wait_with_a_bundle()
        self._choose()
        self.test_database()
        self._administrator()
        self._sources()
        self._cameras()
        self._city()
        self.end()

    def marked(self, step: str, mark: str = "done") -> None:
        seat = self._seat

        def kept() -> bool:
            seat.demand_open()
            return seat.marks().get(step) == mark

        until(f"the step {step} is not kept as {mark}: {dict(seat.marks())}", kept)

    def begin(self) -> None:
        says, press = self._chapter.says, self._screen.press
        says("*Menyiapkan komputer ini*")
        self._seat.open()
        until("no window came", lambda: not self._screen.is_dark(), 300)
        self._screen.settle()
        self._screen.picture("bahasa")
        says("*Bahasa*", "*Lanjut*")
        press("Return")
        self.marked("language")

    def _wait_with_a_bundle(self) -> None:
        self._chapter.says("*Setelan dari komputer lain*", "*Nanti*")
        self._screen.press("alt+Right")
        self.marked("bundle", "skipped")

    def _choose(self) -> None:
        self._chapter.says("*Peran komputer ini*", "*Ruang satu komputer*", "*Lanjut*")
        self._screen.picture("peran")
        self._screen.press("Return")
        self.marked("machine")

    def test_database(self) -> None:
        says, press = self._chapter.says, self._screen.press
        says("*Uji pusat data*", "*Uji*", "*Dapat dipakai*", "*Lanjut*")
        press("Return")
        self._screen.settle()
        self._screen.picture("pusat-data")
        if "database" in self._seat.marks():
            raise Wrong("the database counted as tested before somebody went on")
        press("Return")
        self.marked("database")

    def _administrator(self) -> None:
        self._chapter.says("*Administrator pertama*", "*Buat administrator*")
        self._screen.settle()
        self._screen.fill(NAME, LOGIN, PASSWORD, PASSWORD)
        self._screen.picture("administrator")
        self._screen.press("Return")
        self.marked("administrator")
        staff = self._seat.room("SELECT role FROM staff WHERE login = 'sari'")
        if staff != [("administrator",)]:
            raise Wrong(f"the room has no such administrator: {staff}")

    def _sources(self) -> None:
        says, screen = self._chapter.says, self._screen
        says("*Sumber laporan*", "*Uji*", "*Tambahkan*", "*Lanjut*")
        self._screen.settle()
        screen.press("Tab", "Down", "Tab")  # asked at an address, answering by the contract
        screen.write(self._system.address)
        screen.press("Tab", "space")
        until("the source was not asked for a page", lambda: self._system.asked > 0)
        self._screen.settle()
        screen.picture("sumber-diuji")
        screen.press("Tab", "space")
        self._connected("jogo_malang", "pull", self._system.address)
        self._screen.settle()
        folder = self._seat.put("kiriman")
        screen.press("Down", "Tab", "Down", "Down", "Tab")
        screen.write(folder)
        screen.press("Tab", "Tab", "space")  # past the button that looks for it
        self._screen.settle()
        screen.press("Tab", "space")
        self._connected("simlinmas", "files", folder)
        self._screen.settle()
        screen.picture("sumber")
        screen.press("Return")
        self.marked("sources")

    def _connected(self, id: str, kind: str, where: str) -> None:
        asked = "SELECT kind, url FROM source WHERE id = ?"
        until(f"{id} is not connected", lambda: self._seat.room(asked, id) == [(kind, where)])

    def _cameras(self) -> None:
        says, screen = self._chapter.says, self._screen
        says("*Direktori kamera*", "*Baca berkas*", "*Simpan … baris*", "*Lanjut*")
        self._screen.settle()
        screen.write(self._seat.put("kamera.csv", CAMERAS.format(self._system.address)))
        screen.press("Return")
        self._screen.settle()
        screen.picture("kamera-dihitung")
        if stored := self._seat.room("SELECT id FROM camera"):
            raise Wrong(f"stored before somebody agreed: {stored}")
        screen.press("Return")
        three = partial(self._seat.room, "SELECT count(*) FROM camera")
        until("the cameras are not stored", lambda: three() == [(3,)])
        self._screen.settle()
        screen.picture("kamera")
        screen.press("Return")
        self.marked("cameras")

    def _city(self) -> None:
        self._chapter.says("*Batas wilayah dan tempat*", "*Lanjut*")
        self._screen.settle()
        self._screen.picture("wilayah")
        self._screen.press("Return")
        self.marked("city")

    def end(self) -> None:
        self._chapter.says("*Selesai*", "*Buka ruang*")
        self._screen.settle()
        self._screen.picture("selesai")
        self._screen.press("Return")
        until("nothing says that the machine is set up", self._seat.settings.is_file)
        until("the page has not ended", lambda: not self._seat.marks())
