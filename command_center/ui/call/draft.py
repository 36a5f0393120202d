"""A call as it stands on the form, and the command it becomes: nothing is added on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace

from command_center.advice.triage import suggest
from command_center.commands.intake import EnterCall
from command_center.domain.incident import Priority, ReporterKind
from command_center.domain.place import LocatedBy, Place
from command_center.geo.city import CityPack


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

    @property
    def blank(self) -> bool:
        """Nothing was typed or chosen yet."""
        return replace(self, phone_call="") == Draft()

    @property
    def suggested(self) -> tuple[Priority, tuple[str, ...]]:
        """The suggested priority with the codes of the rules that fired."""
        value, reasons = suggest(self.category, self.text)
        return Priority(value), reasons

    @property
    def shown(self) -> Priority:
        """The priority on the form, which is the one that is stored."""
        return self.given or self.suggested[0]

    def missing(self) -> str | None:
        """Code of what must still be said, None when it can be saved."""
        if not self.category:
            return "call_needs_category"
        return None if self.text.strip() or self.address.strip() else "call_needs_text"

    def command(self, city: CityPack) -> EnterCall:
        """The priority goes along even where it is the suggested one: what was shown is stored,
        with the rules that suggested it."""
        suggested, reasons = self.suggested
        point = city.gazetteer.point_of(self.place) if self.place else None
        if point is not None and point.how is LocatedBy.KELURAHAN:
            point = None  # intake takes the area's own point and marks it as no better than that
        return EnterCall(
            category=self.category,
            text=self.text,
            address=self.address,
            priority=self.shown,
            lat=point.lat if point else None,
            lon=point.lon if point else None,
            area=area_code(self.place, city),
            reporter=self.reporter,
            reasons=() if self.given not in (None, suggested) else reasons,
            phone_call=self.phone_call,
        )


def area_code(place: Place | None, city: CityPack) -> str:
    """The area a place is or lies in; "" where that is unknown."""
    if place is None:
        return ""
    return place.code if place.code in city.area_codes else place.parent or ""
