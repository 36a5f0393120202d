"""Updates of this machine: what is offered, what stands ready, and a new version on trial."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from command_center import __version__
from command_center.domain.errors import OperatorError
from command_center.runtime.crash import START_AGAIN
from command_center.runtime.paths import data_dir, default_url
from command_center.runtime.settings import load_settings
from command_center.updates.installation import Installation, demand_running, order, running
from command_center.updates.other_version import ask, start_instead
from command_center.updates.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from command_center.updates.catalogue import Catalogue, Release
    from command_center.updates.news import News
    from command_center.updates.staging import Progress

DONE = 0
# The database is older, and is not brought up to date from here or not yet.
_WAITING = frozenset({"migration_waits", "database_older"})


@dataclass(frozen=True, slots=True)
class Offer:
    """What the source has for this platform; `running` is this program's version."""

    running: str
    catalogue: Catalogue
    release: Release
    newer: bool
    news: News | None


def offered(source: str | None = None) -> Offer:
    """Ask `source`, or the one that is set. OperatorError says what is not to be trusted there."""
    from command_center.updates.catalogue import (  # noqa: PLC0415 - a client of the web
        Catalogue,
        trusted_root,
    )
    from command_center.updates.source import source_of  # noqa: PLC0415 - as above

    text = source or load_settings("live").updates
    if not text:
        raise OperatorError("update_no_source")
    found = running()
    installation, version = found if found is not None else (None, __version__)
    root = trusted_root(installation)
    own = installation is None or not installation.writable()
    state = data_dir() / "updates" if own or installation is None else installation.state
    catalogue = Catalogue(source_of(text), root, state, lambda _: None)
    release = catalogue.newest()
    newer = order(release.version) > order(version)
    return Offer(version, catalogue, release, newer, catalogue.news)


def stage_newest(source: str | None, progress: Progress) -> str:
    """Bring the newest version here; which one it is. OperatorError with nothing changed."""
    from command_center.updates.staging import stage  # noqa: PLC0415 - as above

    installation, version = demand_running()
    installation.demand_writable()
    offer = offered(source)
    stage(installation, version, offer.catalogue, offer.release, progress)
    return offer.release.version


def go_back(url: str | None, progress: Progress, *, anyway: bool = False) -> tuple[str, bool]:
    """To the version before; which one, and whether the room's database was asked: that of `url`,
    or the one that is set. Where it cannot be, OperatorError unless that version reads all that the
    current one does, or `anyway`. A file that nobody named may be another room than the operators':
    it speaks against going back, and never for it."""
    from command_center.updates.staging import roll_back  # noqa: PLC0415 - as above

    installation, version = demand_running()
    installation.demand_writable()
    named, schema = url or load_settings("live").database, None
    with suppress(OperatorError):
        schema = _schema_of(named or default_url())
    asked = bool(named) and schema is not None
    reach = "" if anyway or asked else _reach(installation, version)
    return roll_back(installation, schema, reach, progress), asked


def _reach(installation: Installation, version: str) -> str:
    """How far the version that starts may have brought a database; `version` is this one. One that
    cannot say so is of no use, whatever it did before."""
    from command_center.storage.migrate import HEAD  # noqa: PLC0415 - late

    current = installation.current()
    if current and current != version:
        with suppress(OperatorError):
            return ask(installation.program(current)).schema
    return HEAD


def _schema_of(url: str) -> str | None:
    """The revision of the database; None for one that is not there."""
    from command_center.bootstrap.database.salvage import sqlite_file  # noqa: PLC0415 - late
    from command_center.runtime.secrets import database_password  # noqa: PLC0415 - as above
    from command_center.storage.migrate import revision_at  # noqa: PLC0415 - as above

    file = sqlite_file(url)
    if file is not None and not file.is_file():
        return None
    return revision_at(url, database_password(url))


def standing() -> dict[str, Any]:
    """Which versions are here and which one starts."""
    from command_center.updates.staging import staged  # noqa: PLC0415 - as above

    installation, version = demand_running()
    pending = installation.pending()
    return {
        "root": str(installation.root),
        "running": version,
        "current": installation.current(),
        "previous": installation.previous(),
        "staged": staged(installation),
        "installed": installation.installed(),
        "fell": installation.fallen() or None,
        "on_trial": pending.version if pending else None,
        "writable": installation.writable(),
        "source": load_settings("live").updates,
    }


# --- a version on trial ------------------------------------------------------------------------


def trial() -> Trial | None:
    """Of the version that runs; None for a program that is not installed."""
    found = running()
    return None if found is None else Trial(*found, data_dir())


def tried(words: Sequence[str], work: Callable[[], int], *, stood_s: float | None = None) -> int:
    """Do `work`, or become the version before this one where this one fell too often or must wait
    for other workstations. With `stood_s` so many seconds of work confirm the version; a window
    does that itself. The exit status."""
    on_trial = trial()
    if on_trial is None:
        return work()
    instead = on_trial.begin()
    if instead is not None:
        program, why = instead
        return start_instead(program, words, why)
    try:
        with _standing(on_trial, stood_s):
            status = work()
    except OperatorError as error:
        on_trial.forgive()
        if error.code in _WAITING and _waits(on_trial, error):
            return START_AGAIN
        raise
    if status == DONE:
        on_trial.confirm()
    return status


def _waits(on_trial: Trial, error: OperatorError) -> bool:
    from command_center.storage.migrate import HEAD  # noqa: PLC0415 - loaded by now

    return on_trial.wait(str(error.params.get("names", "")), HEAD)


@contextmanager
def _standing(on_trial: Trial, stood_s: float | None) -> Iterator[None]:
    if stood_s is None:
        yield
        return
    timer = threading.Timer(stood_s, on_trial.confirm)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
