"""The partner hospitals as the exercise plays them: a feed of EDXL-HAVE 1.0 for some, contract v1
for the others, answers to requests to stand by, and one that never answers.

No hospital has an interface of this kind: this is the OASIS standard and our contract, served by
us.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from command_center.contract.messages import StandbyMessage
from command_center.domain.referral import Hospital
from command_center.exercise.systems.peer import Peer
from command_center.geo.packs import default_pack_id, load_pack
from command_center.ports import Clock
from command_center.runtime.paths import resources_dir

SOURCE_ID, NAME, PROFILE = "rumah-sakit", "Rumah sakit mitra", ""
HAVE_SOURCE_ID, HAVE_NAME, HAVE_PROFILE = "rs-have", "Rumah sakit (EDXL-HAVE)", "hospital"
BY_HAVE = 4
"""How many of them speak HAVE; the rest send records of the contract."""
HAVE = "urn:oasis:names:tc:emergency:EDXL:HAVE:1.0"
_BEDS = {
    "EmergencyDepartment": "beds_available_emergency",
    "AdultICU": "beds_available_adult_icu",
    "MedicalSurgical": "beds_available_medical_surgical",
}
_STATES = ("ready", "ready", "limited", "unable")
_WORDS = {
    "ready": "tim IGD siap",
    "limited": "ruang operasi tinggal satu",
    "unable": "IGD penuh",
}


@dataclass(slots=True)
class _Ward:
    code: str
    name: str
    lat: float | None
    lon: float | None
    ed: str
    beds: dict[str, int]


class HospitalSystem(Peer):
    """GET /have is EDXL-HAVE, GET /v1/records and POST /v1/messages the contract. `silent` is the
    code of the one that never answers."""

    def __init__(
        self, hospitals: tuple[Hospital, ...], seed: int, clock: Clock, room: str = "exercise"
    ) -> None:
        super().__init__("hospitals", seed, clock, room)
        self._wards = [self._ward(h) for h in hospitals]
        self._room = room
        self._said = 0
        self.silent = self._wards[-1].code if self._wards else ""
        self.as_of = self.now()
        self.answered: dict[str, str] = {}
        """{standby: state} of what it answered."""
        for ward in self._wards:
            self._say(ward)

    def _ward(self, hospital: Hospital) -> _Ward:
        beds = {name: self._rng.randint(0, 12) for name in _BEDS}
        return _Ward(hospital.code, hospital.name, hospital.lat, hospital.lon, "Normal", beds)

    @property
    def have_url(self) -> str:
        return f"{self.url}/have"

    @property
    def codes(self) -> list[str]:
        return [ward.code for ward in self._wards]

    @property
    def standbys(self) -> list[StandbyMessage]:
        """What they were asked, oldest first."""
        return [m for m in self.heard.values() if isinstance(m, StandbyMessage)]

    def say_something(self) -> str:
        """One hospital's figures change; its code."""
        ward = self._rng.choice(self._wards)
        ward.ed = self._rng.choice(("Normal", "Normal", "Advisory", "Closed"))
        bed = self._rng.choice(list(_BEDS))
        ward.beds[bed] = max(0, ward.beds[bed] + self._rng.randint(-3, 3))
        self.as_of = self.now()
        self._say(ward)
        return ward.code

    def _say(self, ward: _Ward) -> None:
        """Those of the HAVE feed say by the contract only that they are there."""
        figures: dict[str, Any] = {}
        if self._wards.index(ward) >= BY_HAVE:
            figures = {_BEDS[name]: count for name, count in ward.beds.items()}
            figures["ed_status"] = ward.ed
        self._said += 1
        self.tell(
            {
                "type": "hospital",
                "id": f"{ward.code}-{self._said}",
                "at": self.now(),
                "hospital": ward.code,
                "figures": figures,
            }
        )

    def _answer(
        self, method: str, path: str, query: dict[str, list[str]], body: bytes
    ) -> tuple[int, bytes]:
        if (method, path) == ("GET", "/have"):
            return 200, self.have()
        status, answer = super()._answer(method, path, query, body)
        if (path, status) == ("/v1/messages", 201):
            self._react()
        return status, answer

    def _react(self) -> None:
        for message in self.standbys:
            if message.cancelled or message.hospital == self.silent:
                continue
            if message.standby not in self.answered:
                state = self._rng.choice(_STATES)
                self.answered[message.standby] = state
                self.tell(
                    {
                        "type": "standby",
                        "id": f"{message.standby}:{state}",
                        "at": self.now(),
                        "standby": message.standby,
                        "state": state,
                        "text": _WORDS[state],
                    }
                )

    def have(self) -> bytes:
        """Of the first `BY_HAVE`, as of the last change."""
        inside = "".join(self._hospital(ward) for ward in self._wards[:BY_HAVE])
        names = (
            f'xmlns:have="{HAVE}" xmlns:xnl="urn:oasis:names:tc:ciq:xnl:3" '
            'xmlns:gml="http://www.opengis.net/gml"'
        )
        return f"<have:HospitalStatus {names}>{inside}</have:HospitalStatus>".encode()

    def _hospital(self, ward: _Ward) -> str:
        where = ""
        if ward.lat is not None:
            where = (
                "<have:OrganizationGeoLocation><gml:Point><gml:pos>"
                f"{ward.lat} {ward.lon}</gml:pos></gml:Point></have:OrganizationGeoLocation>"
            )
        beds = "".join(
            f"<have:BedCapacity><have:BedType>{name}</have:BedType><have:Capacity>"
            f"<have:AvailableCount>{count}</have:AvailableCount></have:Capacity></have:BedCapacity>"
            for name, count in ward.beds.items()
        )
        return (
            "<have:Hospital><have:Organization><have:OrganizationInformation>"
            f'<xnl:OrganisationName xnl:ID="{escape(ward.code)}"><xnl:NameElement>'
            f"{escape(ward.name)}</xnl:NameElement></xnl:OrganisationName>"
            f"</have:OrganizationInformation>{where}</have:Organization>"
            "<have:EmergencyDepartmentStatus><have:EMSTraffic><have:EMSTrafficStatus>"
            f"{ward.ed}</have:EMSTrafficStatus></have:EMSTraffic></have:EmergencyDepartmentStatus>"
            f"<have:HospitalBedCapacityStatus>{beds}</have:HospitalBedCapacityStatus>"
            f"<have:LastUpdateTime>{self.as_of}</have:LastUpdateTime></have:Hospital>"
        )


def make(seed: int, clock: Clock, room: str = "exercise") -> HospitalSystem:
    """Of the city that a new room takes."""
    packs = resources_dir() / "packs"
    return HospitalSystem(load_pack(packs / default_pack_id(packs)).hospitals, seed, clock, room)
