"""`ui.first_run.Setup` over this machine: settings, keyring, and the room's database."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from command_center.bootstrap import bundles
from command_center.bootstrap.database.administration import Place, founder, init
from command_center.bootstrap.first_run import kept
from command_center.bootstrap.first_run.choosing import changes_of
from command_center.bootstrap.first_run.city_files import look_at, take_file
from command_center.bootstrap.first_run.feeds import keep_source, sources_in, try_source
from command_center.bootstrap.first_run.folders import look_into
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.connectors.gateway.server import listen_at
from command_center.connectors.gateway.tls import context_of
from command_center.domain.errors import OperatorError
from command_center.domain.place import PlaceKind
from command_center.domain.room import RoomKind
from command_center.ports import Clock
from command_center.runtime.bundle import Bundle
from command_center.runtime.paths import config_dir, data_dir, default_url
from command_center.runtime.secrets import database_password, keep_database_password
from command_center.runtime.settings import change_settings, load_settings, save_settings
from command_center.storage.engine import parse_url
from command_center.storage.trial import Trial, room_in
from command_center.ui.first_run.folder import Folder
from command_center.ui.first_run.setup import (
    OF_THE_ROOM,
    Choice,
    CityFacts,
    Found,
    Machine,
    Mark,
    Opened,
    Preview,
    SourceDraft,
    SourceKept,
    Standing,
    Step,
    Tried,
)
from command_center.ui.i18n import SOURCE
from command_center.ui.person import NOBODY
from command_center.ui.personal import Personal

LEAST_BYTES = 500 * 1024 * 1024
Given = ParamSpec("Given")
Value = TypeVar("Value")


def _told(work: Callable[Given, Value]) -> Callable[Given, Value]:
    """A disk that is full, a folder that may not be written: said, not a bug."""

    @wraps(work)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Value:
        try:
            return work(*args, **kwargs)
        except OperatorError:  # a wrong setting is a ValueError, too
            raise
        except (OSError, ValueError) as error:
            raise OperatorError("first_run_machine", reason=str(error)[:200]) from error

    return run


def _step(work: Callable[Given, Standing]) -> Callable[Given, Standing]:
    """Nothing is set by a window that stayed open while another one ended the page."""

    @wraps(work)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Standing:
        kept.demand_open()
        return work(*args, **kwargs)

    return _told(run)


class ThisMachine:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    # --- settings ------------------------------------------------------------------------------

    @_told
    def standing(self) -> Standing:
        return kept.read_standing()

    @_step
    def keep_language(self, code: str) -> Standing:
        """Of the seat: whoever never chose another has it, too."""
        Personal(config_dir() / kept.LIVE, NOBODY).language = code or SOURCE
        return self._mark(replace(kept.read_standing(), language=code), Step.LANGUAGE)

    @_step
    def skip(self, step: Step) -> Standing:
        return self._mark(kept.read_standing(), step, Mark.SKIPPED)

    @_step
    def finish(self, step: Step) -> Standing:
        return self._mark(kept.read_standing(), step)

    @_step
    def choose(self, choice: Choice) -> Standing:
        """Another database is another room: what was done for the one before counts no more."""
        before = kept.read_standing()
        if choice.url:
            self._demand_server(choice.url)
        if choice.gateway:
            listen_at(choice.gateway, choice.certificate, choice.key)
            if choice.certificate:
                context_of(choice.certificate, choice.key)
        changes = changes_of(choice)
        if choice.password and not keep_database_password(choice.url, choice.password):
            raise OperatorError("first_run_no_keyring")
        change_settings(kept.LIVE, changes)
        now = replace(kept.read_standing(), machine=choice.machine, marks=dict(before.marks))
        return self._mark(_begun_anew(before, now), Step.MACHINE)

    def _demand_server(self, url: str) -> None:
        if parse_url(url).get_backend_name() == "sqlite":
            raise OperatorError("first_run_needs_server")

    @_step
    def pass_over(self, step: Step) -> Standing:
        return self._mark(kept.read_standing(), step, Mark.ELSEWHERE)

    @_told
    def folder(self, where: Path | None, endings: tuple[str, ...]) -> Folder:
        return look_into(where, endings)

    # --- a bundle ------------------------------------------------------------------------------

    @_told
    def read_bundle(self, path: Path) -> Opened:
        bundle = bundles.open_bundle(path)
        sealed, foreign = bundles.sealed_in(bundle), bundles.brings_login(bundle)
        return Opened(bundle, bundles.changes_by(bundle), sealed, foreign)

    @_step
    def use_bundle(self, bundle: Bundle, phrase: str, login: str, password: str) -> Standing:
        before = kept.read_standing()
        made = bundles.import_bundle(bundle, phrase, bundles.Login(login, password))
        machine = Machine.JOIN if made.database else Machine.SINGLE
        now = replace(kept.read_standing(), machine=machine, marks=dict(before.marks))
        marks = {Step.BUNDLE: Mark.DONE}
        if made.database:
            marks[Step.MACHINE] = Mark.DONE
        return kept.keep_standing(kept.marked(_begun_anew(before, now), marks))

    # --- the database --------------------------------------------------------------------------

    @_told
    def try_database(self) -> Found:
        standing = kept.read_standing()
        found = room_in(self._url, database_password(self._url), self._clock)
        _demand_fit(found, standing.machine)
        if not found.server and shutil.disk_usage(data_dir()).free < LEAST_BYTES:
            raise OperatorError("first_run_disk", least=LEAST_BYTES >> 20)
        return Found(found.name, found.administrator, found.ahead_s)

    @_step
    def make_administrator(self, name: str, login: str, password: str) -> Standing:
        place = Place(self._url, database_password(self._url), self._clock)
        init(place, founder(name, login, password), RoomPlan(pack=load_settings(kept.LIVE).pack))
        return self.finish(Step.ADMINISTRATOR)

    @property
    def _url(self) -> str:
        return load_settings(kept.LIVE).database or default_url()

    @contextmanager
    def _room(self) -> Iterator[OpenedRoom]:
        """Founded where its administrator was left for later."""
        plan = RoomPlan(pack=load_settings(kept.LIVE).pack)
        room = open_room(self._url, self._clock, plan, password=database_password(self._url))
        try:
            yield room
        finally:
            room.close()

    # --- what is in the room -------------------------------------------------------------------

    @_told
    def sources(self) -> tuple[str, ...]:
        with self._room() as room:
            return sources_in(room)

    @_told
    def try_source(self, draft: SourceDraft) -> Tried:
        return try_source(draft, self._clock)

    @_told
    def keep_source(self, draft: SourceDraft) -> SourceKept:
        return keep_source(self._url, draft)

    @_told
    def cameras(self) -> int:
        with self._room() as room:
            return len(list(room.database.feed.snapshot(self._clock.now()).rows["camera"]))

    @_told
    def city(self) -> CityFacts:
        with self._room() as room:
            areas = [a for a in room.city.areas if a.kind is PlaceKind.KELURAHAN]
            bounded = room.city.topology is not None
            return CityFacts(room.city.name, len(areas), len(room.city.places), bounded)

    @_told
    def look(self, what: str, path: Path, layout: str, base: str) -> Preview:
        with self._room() as room:
            return look_at(room, what, path, layout, base)

    @_told
    def take(self, preview: Preview) -> int:
        with self._room() as room:
            return take_file(room, preview)

    @_told
    def close(self) -> Standing:
        """A file of settings is what says that this machine is set up. A server's room is founded
        by its administrator's step, never by whoever opens the window first."""
        standing = kept.read_standing()
        if standing.machine is Machine.SERVER:
            found = room_in(self._url, database_password(self._url), self._clock)
            if not found.administrator:
                raise OperatorError("first_run_not_founded")
        save_settings(kept.LIVE, load_settings(kept.LIVE))
        kept.end()
        return standing

    def _mark(self, standing: Standing, step: Step, mark: Mark = Mark.DONE) -> Standing:
        return kept.keep_standing(kept.marked(standing, {step: mark}))


def _begun_anew(before: Standing, now: Standing) -> Standing:
    """Without the marks of what was done for another database or as something else."""
    if (before.url, before.machine) == (now.url, now.machine):
        return now
    gone = {Step.DATABASE, *OF_THE_ROOM}
    return replace(now, marks={s: m for s, m in now.marks.items() if s not in gone})


def _demand_fit(found: Trial, machine: Machine) -> None:
    """OperatorError where that database is not one for this machine's role."""
    if found.kind and found.kind != RoomKind.LIVE.value:
        raise OperatorError("room_of_other_kind", kind=found.kind)
    if machine is Machine.JOIN:
        if not found.kind:
            raise OperatorError("first_run_no_room")
        if found.older:
            raise OperatorError("database_older")
        if not found.administrator:
            raise OperatorError("needs_db_init")
    elif machine is Machine.SERVER and not (found.owner if found.kind else found.may_found):
        raise OperatorError("first_run_rights")
