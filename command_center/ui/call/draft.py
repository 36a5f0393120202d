"""A call as it stands on the form, and the command it becomes: nothing is added on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from command_center.advice.triage import Suggestion, Table, shipped_table, suggest
from command_center.advice.triage import said as only_said
from command_center.advice.triage.score import Said
from command_center.commands.intake import EnterCall
from command_center.commands.suggesting import Ground, Where, facts_of
from command_center.domain.incident import Priority, ReporterKind
from command_center.domain.place import LocatedBy, Place
from command_center.geo.city import CityPack
from command_center.geo.gazetteer import Located

NOWHERE = Where(None, None, LocatedBy.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a suggestion needs beside the words; `ground` None: nothing but the words counts."""

    ground: Ground | None = None
    at: datetime | None = None
    caller_ref: str = ""
    where: Where = NOWHERE

    @property
    def table(self) -> Table:
        return self.ground.table if self.ground else shipped_table()


@dataclass(frozen=True, slots=True)
class Begun:
    """What was typed of a call before its form was there; a `category` by its code."""

    category: str = ""
    place: Place | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """`place` None: the address is free text. `given` None: the suggested priority is shown.
    `phone_call` is the room's id of the call of the exchange that this is, "" for none."""

    category: str = ""
    address: str = ""
    place: Place | None = None
    text: str = ""
    given: Priority | None = None
    reporter: ReporterKind = ReporterKind.OPEN
    phone_call: str = ""
    scene: Scene = field(default_factory=Scene, compare=False, repr=False)

    @property
    def blank(self) -> bool:
        """Nothing was typed or chosen yet."""
        return replace(self, phone_call="") == Draft()

    @property
    def suggestion(self) -> Suggestion:
        """By the room's table, with the rows that fired and what is not known."""
        scene = self.scene
        if scene.ground is None or scene.at is None:
            return suggest(only_said(self.category, self.text), scene.table)
        said = (Said(self.text, scene.caller_ref, scene.at),)
        facts = facts_of(self.category, said, scene.where, scene.at, scene.ground)
        return suggest(facts, scene.table)

    @property
    def shown(self) -> Priority:
        """The priority on the form, which is the one that is stored."""
        return self.given or self.suggestion.priority

    def missing(self) -> str | None:
        """Code of what must still be said, None when it can be saved."""
        if not self.category:
            return "call_needs_category"
        return None if self.text.strip() or self.address.strip() else "call_needs_text"

    def command(self, city: CityPack) -> EnterCall:
        """The priority goes along even where it is the suggested one: what was shown is stored,
        with the rules that suggested it."""
        suggestion = self.suggestion
        point = point_of(self.place, city)
        return EnterCall(
            category=self.category,
            text=self.text,
            address=self.address,
            priority=self.shown,
            lat=point.lat if point else None,
            lon=point.lon if point else None,
            area=area_code(self.place, city),
            reporter=self.reporter,
            reasons=() if self.given not in (None, suggestion.priority) else suggestion.reasons,
            phone_call=self.phone_call,
        )


def point_of(place: Place | None, city: CityPack) -> Located | None:
    """Its own point; intake takes the area's point and marks it as no better than that."""
    point = city.gazetteer.point_of(place) if place else None
    return None if point is None or point.how is LocatedBy.KELURAHAN else point


def area_code(place: Place | None, city: CityPack) -> str:
    """The area a place is or lies in; "" where that is unknown."""
    if place is None:
        return ""
    return place.code if place.code in city.area_codes else place.parent or ""
