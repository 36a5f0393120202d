"""Pictures of the guided page for the documents, taken as a new machine is set up step by step.

usage: PYTHONPATH=packaging python -m first_run_pictures FOLDER

Data and settings are those of COMMAND_CENTER_DATA and COMMAND_CENTER_CONFIG, which must be new.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QTimer

from command_center.bootstrap.first_run.city_files import layouts
from command_center.bootstrap.first_run.feeds import PROFILES
from command_center.bootstrap.first_run.machine import ThisMachine
from command_center.bootstrap.show_first_run import cities
from command_center.runtime.clock import LiveClock
from command_center.ui.application import application
from command_center.ui.first_run.form import Bench
from command_center.ui.first_run.page import FirstRunPage
from command_center.ui.first_run.room_forms import AdministratorForm, SourcesForm
from command_center.ui.first_run.setup import Step
from command_center.ui.first_run.window import FirstRunWindow
from command_center.ui.i18n import Language
from command_center.ui.screenshot import save
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme

WIDTH, HEIGHT, LOOK_MS, SETTLE_MS = 1366, 768, 100, 300
EXAMPLE = """stream_id,name,url,lat,lon
alun-alun,Alun-alun Merdeka,https://cctv.example/alun-alun.m3u8,-7.9826,112.6308
kayutangan,Kayutangan,https://cctv.example/kayutangan.m3u8,-7.9786,112.6311
suhat,Soekarno-Hatta,https://cctv.example/suhat.m3u8,-7.9420,112.6130
"""
Deed = Callable[[], None]


class Tour:
    """Does one deed after another, each once nothing is waited for any more."""

    def __init__(self, window: FirstRunWindow, folder: Path) -> None:
        self._window, self._folder = window, folder
        self._deeds: Iterator[Deed] = iter(self._tour(window.page))

    def next(self) -> None:
        if self._window.page.form.busy:
            QTimer.singleShot(LOOK_MS, self.next)
            return
        deed = next(self._deeds, None)
        if deed is None:
            application().quit()
            return
        deed()
        QTimer.singleShot(SETTLE_MS, self.next)

    def _tour(self, page: FirstRunPage) -> Iterator[Deed]:
        go, later = page.go.click, page.later.click
        yield from (lambda: self._take("language"), go, later)
        yield from (lambda: self._take("machine"), go, go)
        yield from (lambda: self._take("database"), go)
        yield from (self._administrator, lambda: self._take("administrator"), go)
        yield from (self._source, lambda: self._take("sources"), go)
        yield from (self._cameras, go, lambda: self._take("cameras"), go, go)
        yield from (lambda: self._take("city"), go)
        yield lambda: self._take("end")

    def _take(self, name: str) -> None:
        file = self._folder / f"first-run-{name}.png"
        print(f"{file} ...", save(self._window, file), flush=True)

    def _administrator(self) -> None:
        form = self._window.page.forms[Step.ADMINISTRATOR]
        assert isinstance(form, AdministratorForm)
        form.name.setText("Aipda Sari Wulandari")
        form.login.setText("sari")
        for line in (form.password, form.again):
            line.setText("lodeh terong sore")

    def _source(self) -> None:
        form = self._window.page.forms[Step.SOURCES]
        assert isinstance(form, SourcesForm)
        form.kind.setCurrentIndex(1)
        form.url.setText("https://jmp.example/api")
        form.add_button.click()

    def _cameras(self) -> None:
        file = self._folder / "kamera.csv"
        file.write_text(EXAMPLE, encoding="utf-8")
        self._window.page.forms[Step.CAMERAS].file.setText(str(file))  # type: ignore[attr-defined]


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    theme, language, setup = Theme("dark"), Language(), ThisMachine(LiveClock())
    theme.apply(app)
    pool = ThreadPoolExecutor(2)
    tasks = Tasks(pool)
    bench = Bench(theme, tasks, language, setup, cities(), layouts(), PROFILES)
    window = FirstRunWindow(bench, setup.standing())
    window.resize(WIDTH, HEIGHT)
    window.show()
    tour = Tour(window, folder)
    QTimer.singleShot(SETTLE_MS, tour.next)
    app.exec()
    window.close()
    tasks.stop()
    pool.shutdown()
    (folder / "kamera.csv").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
