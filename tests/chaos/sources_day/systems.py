"""The systems of a simulated day: who they are, how they reach the room and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from command_center.commands.agencies import ImportAgencies
from command_center.commands.mail import SetMailServer
from command_center.commands.notice import WANTED
from command_center.commands.room import ConnectSource
from command_center.domain.mail import MailSecurity, MailServer
from command_center.domain.room import SourceKind
from command_center.domain.unit import Agency, ReferralVia
from command_center.exercise.systems import (
    exchange,
    files,
    hospitals,
    jogo_malang,
    ngalam_112,
    radio,
    sijalinmaja,
    simlinmas,
    whatsapp,
)
from tests.chaos.sources_day import trackers
from tests.chaos.sources_day.hosted import Hosted
from tests.chaos.sources_day.played import AGENCIES, MAIL, Part

LATE_AFTER = {"late_after_s": "3"}
MAIL_AGENCY, MAIL_ADDRESS = "pln", "piket@pln.example"
_PULL, _PUSH, _FILES = SourceKind.PULL, SourceKind.PUSH, SourceKind.FILES


@dataclass(frozen=True, slots=True)
class System:
    """A row of the account. `sim` may play two of them; `path` is where this one is read. `kind`
    None is no source but a mailbox. `reach` is what messages to it name, "" for nobody that is
    told anything; `agency` the code of the agency that is reached there."""

    id: str
    name: str
    sim: Hosted
    kind: SourceKind | None = _PULL
    profile: str = ""
    mapping: str = ""
    path: str = ""
    reach: str = ""
    agency: str = ""
    talks: bool = True
    options: dict[str, str] = field(default_factory=dict)

    def commands(self, known: Sequence[Agency]) -> list[Any]:
        """What the room must be told of it, by the console, once it has an address."""
        return [self._connection(), *self._reached(known)]

    @property
    def hears_orders(self) -> bool:
        """Orders to units go a way of their own."""
        return self.id == trackers.SOURCE_ID

    def _connection(self) -> ConnectSource | SetMailServer:
        if self.kind is None:
            sender, none = "ruang@latihan.example", MailSecurity.NONE
            return SetMailServer(MailServer("127.0.0.1", self.sim.port, sender, security=none))
        return ConnectSource(
            self.id,
            self.name,
            "" if self.kind is _PUSH else self.sim.url + self.path,
            kind=self.kind,
            profile=self.profile,
            mapping=self.mapping,
            reply_url=self.sim.url if self.reach else "",
            options=LATE_AFTER | self.options,
        )

    def _reached(self, known: Sequence[Agency]) -> list[ImportAgencies]:
        via = ReferralVia.CONTRACT if self.kind else ReferralVia.EMAIL
        reached = (one for one in known if self.agency and one.code == self.agency)
        return [ImportAgencies((replace(one, via=via, reach=self.reach),)) for one in reached]


def every_system(seed: int, folder: Path) -> list[System]:
    """Not started yet; each has its own part of `folder`."""

    def plays(name: str, number: int) -> Hosted:
        return Hosted(Part(name, seed + number, folder / name))

    def told(module: Any, number: int, **given: Any) -> System:
        id = module.SOURCE_ID
        given = {"reach": id, "profile": module.PROFILE, **given}
        return System(id, module.NAME, plays(id, number), **given)

    have_id, have_name = hospitals.HAVE_SOURCE_ID, hospitals.HAVE_NAME
    wards = told(hospitals, 8)
    return [
        told(jogo_malang, 0, options={WANTED: "yes"}),
        told(exchange, 1, kind=_PUSH),
        told(ngalam_112, 2, kind=_PUSH),
        told(whatsapp, 3),
        told(radio, 4, kind=_PUSH),
        told(simlinmas, 5),
        told(sijalinmaja, 6),
        told(files, 7, kind=_FILES, mapping=files.MAPPING, reach=""),
        wards,
        replace(
            wards, id=have_id, name=have_name, profile=hospitals.HAVE_PROFILE, path="/have",
            reach="", talks=False,
        ),
        System(trackers.SOURCE_ID, trackers.NAME, plays(trackers.SOURCE_ID, 9)),
        *(
            System(code, code, plays(code, 10), reach=code, agency=code, talks=False)
            for code in AGENCIES
        ),
        System(
            MAIL, "E-mail", plays(MAIL, 11), None, reach=MAIL_ADDRESS, agency=MAIL_AGENCY,
            talks=False,
        ),
    ]  # fmt: skip
