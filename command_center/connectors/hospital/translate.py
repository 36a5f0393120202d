"""What hospitals' systems send, as commands of the room."""

from __future__ import annotations

from command_center.commands.hospital import AnswerStandby, ReportHospital
from command_center.connectors.hospital.found import HaveHospital
from command_center.contract.records import HospitalRecord, StandbyRecord
from command_center.domain.referral import StandbyState

_STATES = {
    "ready": StandbyState.READY,
    "limited": StandbyState.LIMITED,
    "unable": StandbyState.UNABLE,
}


def hospital_report(source_id: str, record: HospitalRecord, digest: str) -> ReportHospital:
    return ReportHospital(
        hospital=record.hospital,
        figures={name: str(value) for name, value in record.figures.items()},
        at=record.at,
        name=record.name,
        services=record.services,
        lat=record.lat,
        lon=record.lon,
        source_id=source_id,
        digest=digest,
    )


def standby_answer(source_id: str, record: StandbyRecord, digest: str) -> AnswerStandby:
    """Only the system of the hospital that was asked is believed: the command carries whose word
    it is."""
    return AnswerStandby(
        standby_id=record.standby,
        state=_STATES[record.state],
        text=record.text,
        at=record.at,
        source_id=source_id,
        digest=digest,
    )


def have_report(source_id: str, found: HaveHospital, digest: str) -> ReportHospital:
    return ReportHospital(
        hospital=found.code,
        figures=found.figures,
        at=found.at,
        name=found.name,
        services=found.services,
        lat=found.lat,
        lon=found.lon,
        phone=found.phone,
        source_id=source_id,
        digest=digest,
    )
