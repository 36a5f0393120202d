"""Opens the window with the guided page, on a machine that nothing was set on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from command_center.bootstrap.first_run.city_files import layouts
from command_center.bootstrap.first_run.feeds import PROFILES
from command_center.bootstrap.first_run.machine import ThisMachine
from command_center.bootstrap.picture import Picture
from command_center.domain.errors import OperatorError
from command_center.geo.packs import default_pack_id, pack_ids
from command_center.runtime.clock import LiveClock
from command_center.runtime.crash import START_AGAIN
from command_center.runtime.logs import begin_log, catch_bugs, report_bug
from command_center.runtime.paths import resources_dir
from command_center.ui import screenshot
from command_center.ui.application import application
from command_center.ui.first_run.form import Bench
from command_center.ui.first_run.window import FirstRunWindow
from command_center.ui.i18n import Language
from command_center.ui.pulse import Pulse, end_when_asked
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme

DONE, ENVIRONMENT = 0, 4
POOL = 2


def show_first_run(picture: Picture) -> int:
    """`START_AGAIN` once the machine is set up: the supervisor opens the room with a window that
    has the time it takes."""
    vitals = begin_log("live")
    app, pool = application(), ThreadPoolExecutor(POOL, thread_name_prefix="first-run")
    tasks = Tasks(pool)
    window = _window(tasks, picture)
    window.page.finished.connect(lambda: app.exit(START_AGAIN))
    window.show()
    window.activateWindow()
    pulse = Pulse(vitals.beat) if vitals is not None else None
    if pulse is not None:
        end_when_asked(app.quit)
    if picture.file is not None:
        screenshot.save_after(
            window,
            picture.file,
            picture.after_s,
            lambda written: app.exit(DONE if written else ENVIRONMENT),
        )
    status = app.exec()
    catch_bugs()
    if vitals is not None and pulse is not None:
        pulse.stop()
        vitals.leave()
    window.close()
    window.deleteLater()
    tasks.stop()
    pool.shutdown(wait=True, cancel_futures=True)
    return status


def _window(tasks: Tasks, picture: Picture) -> FirstRunWindow:
    theme, language = Theme(picture.theme or "dark"), Language()
    theme.apply(application())
    setup = ThisMachine(LiveClock())
    standing = setup.standing()
    language.use(picture.language or standing.language)
    bench = Bench(theme, tasks, language, setup, cities(), layouts(), PROFILES)
    window = FirstRunWindow(bench, standing)
    window.resize(picture.width, picture.height)
    if picture.file is None:
        window.resize(window.size().boundedTo(window.screen().availableSize()))
    page = window.page
    tasks.bug.connect(lambda error: page.fail(OperatorError("bug", id=report_bug(error))))
    return window


def cities() -> tuple[str, ...]:
    """The packs that come with the program, the usual one first."""
    packs = resources_dir() / "packs"
    usual = default_pack_id(packs)
    return (usual, *(id for id in pack_ids(packs) if id != usual))
