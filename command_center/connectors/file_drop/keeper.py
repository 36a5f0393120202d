"""Looks into the folders of all sources that lay down files, for as long as it lives."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from command_center.connectors.file_drop.folder import Folder
from command_center.connectors.file_drop.taking import Desk, IsLate, take
from command_center.contract.mapping import SourceMapping
from command_center.domain.errors import OperatorError
from command_center.domain.room import Source
from command_center.ports import Health, Telemetry
from command_center.runtime.logs import report_bug

log = logging.getLogger(__name__)

LOOK_S = 2.0


class FileDrop:
    """One thread for all folders. `mapping_of` knows a mapping by name; `late_of` is told that a
    source was heard and says which times are no news."""

    def __init__(
        self,
        desk: Desk,
        telemetry: Telemetry,
        mapping_of: Callable[[str], SourceMapping],
        late_of: Callable[[Source, datetime], IsLate],
        look_s: float = LOOK_S,
    ) -> None:
        self._desk = desk
        self._telemetry = telemetry
        self._mapping_of = mapping_of
        self._late_of = late_of
        self._look_s = look_s
        self._sources: Mapping[str, Source] = {}
        self._folders: dict[str, tuple[str, Folder]] = {}
        self._last_ok: dict[str, datetime] = {}
        self._faults: dict[str, str] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="file-drop", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def follow(self, sources: Mapping[str, Source]) -> None:
        """Which folders there are from now on; never waits."""
        self._sources = dict(sources)

    def look(self) -> None:
        """Once into every folder: what lay there a look ago, unchanged, is taken."""
        for id, source in self._sources.items():
            if self._stop.is_set():
                return
            try:
                self._look_into(source)
            except OperatorError as error:
                self._say(id, "down", error.code, {k: str(v) for k, v in error.params.items()})
            except OSError:
                self._say(id, "down", "folder_unreadable", {})
            except Exception as error:  # noqa: BLE001 - a bug must not silence the other folders
                if self._faults.get(id) != "source_bug":
                    report_bug(error)
                self._say(id, "down", "source_bug", {})

    def _look_into(self, source: Source) -> None:
        url, folder = self._folders.get(source.id, ("", None))
        if folder is None or url != source.url:
            folder = Folder(Path(source.url.removeprefix("file://")))
            self._folders[source.id] = (source.url, folder)
        mapping = self._mapping_of(source.mapping) if source.mapping else None
        taken = [
            take(self._desk, source, mapping, folder, laid, self._late(source))
            for laid in folder.ready()
        ]
        self._last_ok[source.id] = self._desk.clock.now()
        refused = taken.count(False)
        if refused:
            self._say(source.id, "degraded", "files_refused", {"count": str(refused)})
        elif taken or self._faults.get(source.id) != "files_refused":
            self._say(source.id, "ok", "files_ok", {})

    def _late(self, source: Source) -> IsLate:
        return self._late_of(source, self._desk.clock.now())

    def _run(self) -> None:
        while not self._stop.is_set():
            self.look()
            self._stop.wait(self._look_s)

    def _say(self, id: str, state: str, code: str, params: Mapping[str, str]) -> None:
        if self._faults.get(id) != code:
            log.info("files of %s: %s", id, code)
        self._faults[id] = code
        now = self._desk.clock.now()
        health = Health(
            kind="source",
            id=id,
            state=state,
            code=code,
            params=params,
            at=now,
            last_ok_at=self._last_ok.get(id),
            next_try_at=now + timedelta(seconds=self._look_s),
        )
        # With the database gone nobody can be told; the folder is looked into all the same.
        with suppress(OperatorError):
            self._telemetry.put_health(health)
