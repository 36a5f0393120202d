"""Everything the command line can name, kept ready beside the situation so that no key waits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer
from rapidfuzz import fuzz, process

from command_center.advice.categories import categories
from command_center.domain.incident import Incident
from command_center.domain.room import Camera
from command_center.domain.unit import Unit
from command_center.geo.distance import distances_m
from command_center.situation.situation import Situation, Touched
from command_center.ui.commandline.matching import Names, Texts, folded

SHORTEST, ALIKE = 3, 72.0
BEGUN = 40
"""Numbers that are looked through for the newest of those that begin so."""
SLICE = 400
"""Rows that are read anew at a time while nobody types."""
_SHORT_SIGN = re.compile(r"([a-z]+)(\d+)")
_DIGITS = frozenset("0123456789")


class _Kind:
    """One kind of row: which are stale, how a row is named and what is searched of it."""

    def __init__(self, entity: str, read: Callable[[Any], tuple[Any, str, set[str]]]) -> None:
        self.entity = entity
        self.names, self.texts = Names(), Texts()
        self.stale: set[str] = set()
        self._read = read
        self._named: dict[str, set[str]] = {}

    def take(self, situation: Situation, ids: Iterable[str]) -> None:
        for id in ids:
            row = situation.get(self.entity, id)
            for name in self._named.pop(id, ()):
                self.names.drop(name, id)
            if row is None:
                self.texts.drop(id)
                continue
            rank, text, names = self._read(row)
            self.texts.put(id, rank, text)
            self._named[id] = names
            for name in names:
                self.names.put(name, id)

    def mark_all(self, situation: Situation) -> None:
        self.stale = {row.id for row in situation.all(self.entity)} | set(self._named)


class Index:
    """Of one situation. What an entry touched is read again before the next question."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self._incidents = _Kind("incident", _read_incident)
        self._units = _Kind("unit", self._read_unit)
        self._cameras = _Kind("camera", _read_camera)
        self._kinds = (self._incidents, self._units, self._cameras)
        self.touch(Touched(everything=True))

    def touch(self, touched: Touched) -> None:
        self._incidents.stale |= touched.incidents
        self._units.stale |= touched.units
        everything = touched.everything
        if everything:
            self._incidents.mark_all(self.situation)
        if everything or "agency" in touched.entities:
            self._units.mark_all(self.situation)
        if everything or "camera" in touched.entities:
            self._cameras.mark_all(self.situation)

    def catch_up(self, most: int | None = None) -> bool:
        """Read what is stale, at most so many rows; whether nothing is left."""
        for kind in self._kinds:
            if kind.stale:
                ids = list(kind.stale)[:most]
                kind.stale.difference_update(ids)
                kind.take(self.situation, ids)
                if most is not None:
                    break
        return not any(kind.stale for kind in self._kinds)

    def _read_unit(self, unit: Unit) -> tuple[Any, str, set[str]]:
        agency = self.situation.agency(unit.agency_id)
        name = folded(unit.call_sign)
        words = (name, unit.call_sign, unit.kind, agency.short if agency else "")
        return (unit.call_sign,), " ".join(words), {name}

    # --- one by its name -----------------------------------------------------------------------

    def incident(self, word: str) -> Incident | None:
        """By its number of the day, or the local number it was given out of the room's reach: the
        open one, else the newest that carries it."""
        self.catch_up()
        ids = self._incidents.names.exact(_number(word))
        rows = [row for id in ids if (row := self.situation.incident(id))]
        return max(rows, key=lambda i: (i.is_open, i.opened_at), default=None)

    def unit(self, text: str) -> Unit | None:
        """By its whole call sign, else the only one that begins so, three letters on, else the only
        one it is short for."""
        found = self.units_named(text, 2)
        return found[0] if len(found) == 1 else None

    def units_named(self, text: str, limit: int) -> list[Unit]:
        """The one with that call sign, else those whose call sign begins so, else those that it may
        be short for."""
        self.catch_up()
        wanted, names = folded(text), self._units.names
        ids = names.exact(wanted)
        if not ids and len(wanted) >= SHORTEST:
            ids = names.starting(wanted, limit)
        ids = ids or self._shortened(wanted, limit)
        return [unit for id in ids if (unit := self.situation.unit(id))]

    def _shortened(self, wanted: str, limit: int) -> list[str]:
        """ "s12" and "sam12" are SAMAPTA 12 and every other S… 12."""
        found = _SHORT_SIGN.fullmatch(wanted)
        if found is None:
            return []
        letters, digits = found[1], found[2]
        names = self._units.names
        meant = (
            name
            for name in names.all
            if name.endswith(digits) and name.startswith(letters) and name[: -len(digits)].isalpha()
        )
        return [id for name in meant for id in names.exact(name)][:limit]

    def camera(self, text: str) -> Camera | None:
        self.catch_up()
        ids = self._cameras.names.exact(folded(text))
        return self.situation.camera(ids[0]) if len(ids) == 1 else None

    def camera_near(self, lat: float, lon: float) -> Camera | None:
        """The camera nearest to a point in degrees."""
        rows = [row for row in self.situation.all("camera") if row.lat is not None]
        if not rows:
            return None
        metres = distances_m(
            lat, lon, np.array([row.lat for row in rows]), np.array([row.lon for row in rows])
        )
        nearest: Camera = rows[int(metres.argmin())]
        return nearest

    # --- what was typed so far -----------------------------------------------------------------

    def incidents_like(self, text: str, limit: int) -> list[Incident]:
        """By number, alias, or words anywhere in title, address and kind; the open and the newer
        ones first."""
        self.catch_up()
        begun, words = _bare(text), text.lower().split()
        ids = self._incidents.names.exact(_number(text))
        if len(begun) > 1:
            ids += self._incidents.names.starting(begun, BEGUN)
        ids += self._incidents.texts.find(words, limit)
        rows = [row for id in dict.fromkeys(ids) if (row := self.situation.incident(id))]
        return sorted(rows, key=lambda i: (i.is_open, i.opened_at), reverse=True)[:limit]

    def units_like(self, text: str, limit: int) -> list[Unit]:
        """By call sign, kind or agency; misspelt ones only where nothing is spelt so."""
        self.catch_up()
        wanted, words = folded(text), text.lower().split()
        ids = self._units.names.exact(wanted) + self._units.names.starting(wanted, limit)
        ids += self._shortened(wanted, limit)
        ids += self._units.texts.find([wanted], limit) if wanted else []
        ids += self._units.texts.find(words, limit)
        if not ids and len(wanted) >= SHORTEST:
            return self._near(wanted, limit)
        rows = [unit for id in dict.fromkeys(ids) if (unit := self.situation.unit(id))]
        return sorted(rows, key=lambda unit: _closeness(unit, wanted))[:limit]

    def _near(self, wanted: str, limit: int) -> list[Unit]:
        """The best spelt first."""
        names = self._units.names
        near = process.extract(
            wanted, names.all, scorer=fuzz.ratio, processor=None, score_cutoff=ALIKE, limit=limit
        )
        ids = [id for name, _, _ in near for id in names.exact(name)]
        return [unit for id in ids if (unit := self.situation.unit(id))][:limit]

    def cameras_like(self, text: str, limit: int) -> list[Camera]:
        self.catch_up()
        wanted, words = folded(text), text.lower().split()
        ids = self._cameras.texts.find([wanted], limit) if wanted else []
        ids += self._cameras.texts.find(words, limit)
        found = dict.fromkeys(ids)
        return [row for id in found if (row := self.situation.camera(id))][:limit]


def _bare(word: str) -> str:
    """A number as it was typed; anything else is folded like a name."""
    bare = word.strip().lstrip("#")
    return bare if set(bare) <= _DIGITS else folded(bare)


def _number(word: str) -> str:
    """ "#0147" and "147" are one number."""
    bare = _bare(word)
    return bare.lstrip("0") or bare


def _closeness(unit: Unit, wanted: str) -> tuple[bool, bool, str]:
    """Called so, then called so at first, then in order."""
    name = folded(unit.call_sign)
    return name != wanted, not name.startswith(wanted), unit.call_sign


def _read_incident(row: Incident) -> tuple[Any, str, set[str]]:
    known = categories().get(row.category)
    labels = (known.label_id, known.label_en) if known else (row.category,)
    names = {str(row.number), f"{row.number:04}"} | ({folded(row.alias)} if row.alias else set())
    rank = (not row.is_open, -row.opened_at.timestamp())
    return rank, " ".join((row.title, row.address, *labels)), names


def _read_camera(row: Camera) -> tuple[Any, str, set[str]]:
    words = f"{row.label} {row.alias} {row.name}"
    text = " ".join((folded(words), words, row.title))
    return (row.label,), text, {folded(name) for name in (row.label, row.alias) if name}


class LiveIndex(QObject):
    """Keeps an index up to date in the idle moments of the window."""

    def __init__(self, live: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.index = Index(live.situation)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._step)
        live.changed.connect(self._changed)
        self._idle.start()

    def _changed(self, touched: Touched) -> None:
        self.index.touch(touched)
        self._idle.start()

    def _step(self) -> None:
        if self.index.catch_up(SLICE):
            self._idle.stop()
