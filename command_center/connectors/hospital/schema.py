"""The elements of EDXL-HAVE 1.0 (OASIS, 2008 with the errata of 2009) and what they may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from command_center.connectors.hospital.values import (
    Reader,
    boolean,
    count,
    name,
    one_of,
    words,
)

HAVE = "urn:oasis:names:tc:emergency:EDXL:HAVE:1.0"


@dataclass(frozen=True, slots=True)
class Leaf:
    """An element with a value; "" as `figure`: checked, and not kept. `many`: it may repeat."""

    figure: str
    read: Reader
    many: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """An element with elements in it. Of a service group either `whole` is used or its parts."""

    parts: Mapping[str, Leaf | Group]
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Triage(Group):
    """Counts by triage code; `parts` is empty, `figure` begins the names of what it holds."""

    figure: str = ""


def _comment(about: str) -> Leaf:
    return Leaf(f"{about}_comment", words, many=True)


_ACTIVE = one_of("Active", "Inactive")
_ADEQUATE = one_of("Adequate", "Insufficient")


def _offload(about: str) -> Group:
    return Group(
        {
            "EMSOffloadStatus": Leaf(f"{about}_offload", one_of("Normal", "Delayed")),
            "EMSOffloadMinutes": Leaf(f"{about}_offload_minutes", count),
            "CommentText": _comment(f"{about}_offload"),
        }
    )


EMERGENCY = Group(
    {
        "EMSTraffic": Group(
            {
                "EMSTrafficStatus": Leaf(
                    "ed_status", one_of("Normal", "Advisory", "Closed", "NotApplicable")
                ),
                "EMSTrafficReason": Leaf("ed_reason", words),
                "CommentText": _comment("ed_status"),
            }
        ),
        "EMSCapacity": Triage({}, figure="ed_capacity"),
        "EMSCensus": Triage({}, figure="ed_census"),
        "EMSAmbulanceStatus": _offload("ambulance"),
        "EMSAirTransportStatus": _offload("air"),
        "CommentText": _comment("ed"),
    }
)
FACILITY = Group(
    {
        "HospitalEOCStatus": Leaf("facility_eoc", _ACTIVE),
        "HospitalEOCPlan": Leaf("facility_eoc_plan", _ACTIVE),
        "ClinicalStatus": Leaf(
            "facility_clinical", one_of("Normal", "Level1", "Level2", "Full", "NotApplicable")
        ),
        "DeconCapacity": Group(
            {
                "DeconCapacityStatus": Leaf(
                    "facility_decon", one_of("Inactive", "Open", "Full", "Exceeded")
                ),
                "AmbulatoryPatientsDeconCapacity": Leaf("facility_decon_walking", count),
                "NonAmbulatoryPatientsDeconCapacity": Leaf("facility_decon_lying", count),
                "CommentText": _comment("facility_decon"),
            }
        ),
        "MorgueCapacity": Group(
            {
                "MorgueCapacityStatus": Leaf("facility_morgue", one_of("Open", "Full", "Exceeded")),
                "MorgueCapacityUnits": Leaf("facility_morgue_units", count),
                "CommentText": _comment("facility_morgue"),
            }
        ),
        "FacilityStatus": Leaf(
            "facility_status", one_of("Normal", "Compromised", "Evacuating", "Closed")
        ),
        "SecurityStatus": Leaf(
            "facility_security",
            one_of("Normal", "Elevated", "RestrictedAccess", "Lockdown", "Quarantine"),
        ),
        "Activity24Hr": Group(
            {
                "Admissions": Leaf("activity_admissions", count),
                "Discharges": Leaf("activity_discharges", count),
                "Deaths": Leaf("activity_deaths", count),
                "CommentText": _comment("activity"),
            }
        ),
        "CommentText": _comment("facility"),
    }
)
RESOURCES = Group(
    {
        "FacilityOperations": Leaf("resource_facility", _ADEQUATE),
        "ClinicalOperations": Leaf("resource_clinical", _ADEQUATE),
        "Staffing": Leaf("resource_staffing", _ADEQUATE),
        "ResourcesInformationText": Leaf("resource_text", words, many=True),
        "ResourceInformationText": Leaf("resource_text", words, many=True),
        "CommentText": _comment("resource"),
    }
)


def _there(figure: str) -> Leaf:
    return Leaf(f"service_{figure}", boolean)


def _service(element: str, figure: str, subs: Mapping[str, str]) -> Group:
    """Either whether it is there at all, or which kinds of it are."""
    kinds: dict[str, Leaf | Group] = {name: _there(sub) for name, sub in subs.items()}
    return Group({element: _there(figure), f"{element}SubType": Group(kinds)}, whole=element)


_TRAUMA = Group(
    {
        "TraumaCenterServices": _there("trauma_center"),
        "TraumaCenterServicesLevel": Leaf("trauma_center_level", name),
    }
)
_SURGERY = {
    "AdultGeneralSurgery": "surgery_general",
    "Pediatrics": "surgery_pediatric",
    "PediatricSurgery": "surgery_pediatric",
    "Orthopedic": "surgery_orthopedic",
    "OrthopedicSurgery": "surgery_orthopedic",
    "NeuroSurgery": "surgery_neuro",
    "Facial": "surgery_facial",
    "FacialSurgery": "surgery_facial",
    "CardioThoracic": "surgery_cardiothoracic",
    "CardioThoracicSurgery": "surgery_cardiothoracic",
    "CardiothoracicSurgery": "surgery_cardiothoracic",
    "Hand": "surgery_hand",
    "HandSurgery": "surgery_hand",
    "Reimplantation": "surgery_reimplantation",
    "ReimplantationSurgery": "surgery_reimplantation",
    "Spinal": "surgery_spinal",
    "SpinalSurgery": "surgery_spinal",
    "Vascular": "surgery_vascular",
    "VascularSurgery": "surgery_vascular",
}
SERVICES = Group(
    {
        "Burn": _there("burn"),
        "CardiologyIndicator": _service(
            "Cardiology",
            "cardiology",
            {
                "CardiologyInvasive": "cardiology_invasive",
                "CardiologyNonInvasive": "cardiology_non_invasive",
            },
        ),
        "Dialysis": _there("dialysis"),
        "EmergencyDepartment": _there("emergency"),
        "HyperbaricChamber": _there("hyperbaric"),
        "InfectiousDisease": _there("infectious"),
        "InfectiousDiseases": _there("infectious"),
        "Neonatology": _there("neonatology"),
        "NeurologyIndicator": _service(
            "Neurology",
            "neurology",
            {
                "NeurologyInvasive": "neurology_invasive",
                "NeurologyNonInvasive": "neurology_non_invasive",
            },
        ),
        "OBGYNIndicator": _service(
            "OBGYN",
            "obgyn",
            {
                "OBGYNWithLaborDelivery": "obgyn_delivery",
                "OBGYNWithoutLaborDelivery": "obgyn_without_delivery",
            },
        ),
        "Ophthalmology": _there("ophthalmology"),
        "Orthopedic": _there("orthopedic"),
        "Pediatrics": _there("pediatrics"),
        "PsychiatricIndicator": _service(
            "Psychiatric",
            "psychiatric",
            {
                "PsychiatricAdultGeneral": "psychiatric_adult",
                "PsychiatricPediatric": "psychiatric_pediatric",
            },
        ),
        "SurgeryIndicator": _service("Surgery", "surgery", _SURGERY),
        "TransportServicesIndicator": _service(
            "TransportServices",
            "transport",
            {"AmbulanceServices": "ambulance", "AirTransportServices": "air_transport"},
        ),
        "TraumaCenterServicesIndicator": _TRAUMA,
        "TraumaCenterIndicator": _TRAUMA,
        "CommentText": _comment("service"),
    }
)
SECTIONS: Mapping[str, Group] = {
    "EmergencyDepartmentStatus": EMERGENCY,
    "ServiceCoverageStatus": SERVICES,
    "HospitalFacilityStatus": FACILITY,
    "HospitalResourceStatus": RESOURCES,
    "HospitalResourcesStatus": RESOURCES,
}
