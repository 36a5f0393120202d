"""EDXL-HAVE 1.0 by its standard: what is stored, and what is refused under which name."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.connectors.hospital.beds import BED_TYPES
from command_center.connectors.hospital.found import MOST_REFUSED, Findings, HaveHospital
from command_center.connectors.hospital.have import parse_have
from command_center.connectors.hospital.sections import ours
from command_center.connectors.hospital.xml_tree import read_tree
from tests.unit.connectors.have_files import AT, WHO, document, enveloped, hospital

VECTORS = Path(__file__).parents[4] / "shared" / "data" / "vectors" / "have"


def one(inside: str) -> tuple[HaveHospital, dict[str, str]]:
    """The only hospital of a document, and {last step of a refused path: reason}."""
    found = parse_have(document(hospital(inside)))
    assert len(found.stored) == 1
    return found.stored[0], {r.element.rsplit("/", 1)[-1]: r.reason for r in found.refused}


def beds(inside: str) -> str:
    return (
        "<have:HospitalBedCapacityStatus><have:BedCapacity>"
        f"{inside}</have:BedCapacity></have:HospitalBedCapacityStatus>"
    )


def test_who_where_and_when() -> None:
    found, refused = one("")
    assert (found.code, found.name) == ("rssa", "RSUD dr. Saiful Anwar")
    assert (found.lat, found.lon) == (-7.972489, 112.631562)
    assert found.at == datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
    assert not refused


def test_emergency_department() -> None:
    found, refused = one(
        "<have:EmergencyDepartmentStatus><have:EMSTraffic>"
        "<have:EMSTrafficStatus> Advisory </have:EMSTrafficStatus>"
        "<have:EMSTrafficReason>CT rusak</have:EMSTrafficReason></have:EMSTraffic>"
        "<have:EMSCapacity><have:TriageCode><have:TriageCodeValue>Red</have:TriageCodeValue>"
        "<have:TriageCountQuantity>4</have:TriageCountQuantity></have:TriageCode>"
        "<have:TriageCode><have:TriageCodeValue>Mauve</have:TriageCodeValue>"
        "<have:TriageCountQuantity>1</have:TriageCountQuantity></have:TriageCode>"
        "</have:EMSCapacity>"
        "<have:EMSAmbulanceStatus><have:EMSOffloadStatus>Delayed</have:EMSOffloadStatus>"
        "<have:EMSOffloadMinutes>-3</have:EMSOffloadMinutes></have:EMSAmbulanceStatus>"
        "</have:EmergencyDepartmentStatus>"
    )
    assert found.figures == {
        "ed_status": "Advisory",
        "ed_reason": "CT rusak",
        "ed_capacity_red": "4",
        "ambulance_offload": "Delayed",
    }
    assert refused == {
        "TriageCodeValue": "not_in_list",
        "TriageCountQuantity": "code_missing",
        "EMSOffloadMinutes": "negative",
    }


@pytest.mark.parametrize("name", sorted(BED_TYPES))
def test_every_bed_type(name: str) -> None:
    found, refused = one(
        beds(
            f"<have:BedType>{name}</have:BedType><have:Capacity>"
            "<have:CapacityStatus>VacantAvailable</have:CapacityStatus>"
            "<have:AvailableCount>3</have:AvailableCount><have:BaselineCount>9</have:BaselineCount>"
            "<have:AdditionalCapacityCount24Hr>2</have:AdditionalCapacityCount24Hr>"
            "<have:AdditionalCapacityCount72Hr>5</have:AdditionalCapacityCount72Hr></have:Capacity>"
        )
    )
    bed = BED_TYPES[name]
    assert found.figures == {
        f"beds_status_{bed}": "VacantAvailable",
        f"beds_available_{bed}": "3",
        f"beds_baseline_{bed}": "9",
        f"beds_more_24h_{bed}": "2",
        f"beds_more_72h_{bed}": "5",
    }
    assert not refused


def test_a_capacity_belongs_to_the_type_or_kind_before_it() -> None:
    found, refused = one(
        beds(
            "<have:BedType>AdultICU</have:BedType><have:Capacity>"
            "<have:CapacityStatus>VacantAvailable</have:CapacityStatus></have:Capacity>"
            "<have:SubCategoryBedType>Cardiac</have:SubCategoryBedType>"
            "<have:Capacity><have:AvailableCount>2</have:AvailableCount></have:Capacity>"
            "<have:SubCategoryBedType>Neuro</have:SubCategoryBedType>"
            "<have:Capacity><have:AvailableCount>1</have:AvailableCount></have:Capacity>"
        )
    )
    assert found.figures == {
        "beds_status_adult_icu": "VacantAvailable",
        "beds_available_adult_icu/cardiac": "2",
        "beds_available_adult_icu/neuro": "1",
    }
    assert not refused


def test_a_bed_type_that_is_none_takes_its_counts_with_it() -> None:
    found, refused = one(
        beds(
            "<have:BedType>CholeraTreatment</have:BedType><have:Capacity>"
            "<have:AvailableCount>7</have:AvailableCount></have:Capacity>"
        )
    )
    assert not found.figures
    assert refused == {"BedType": "not_in_list", "AvailableCount": "of_refused_bed_type"}


def test_services_whole_or_by_their_kinds_not_both() -> None:
    found, refused = one(
        "<have:ServiceCoverageStatus><have:Burn>1</have:Burn><have:Dialysis>no</have:Dialysis>"
        "<have:NeurologyIndicator><have:Neurology>true</have:Neurology><have:NeurologySubType>"
        "<have:NeurologyInvasive>false</have:NeurologyInvasive></have:NeurologySubType>"
        "</have:NeurologyIndicator><have:TraumaCenterServicesIndicator>"
        "<have:TraumaCenterServices>true</have:TraumaCenterServices>"
        "</have:TraumaCenterServicesIndicator></have:ServiceCoverageStatus>"
    )
    assert found.services == ("burn", "trauma_center")
    assert found.figures["service_neurology_invasive"] == "false"
    assert refused == {"Dialysis": "not_true_or_false", "Neurology": "whole_beside_parts"}


def test_facility_and_resources() -> None:
    found, refused = one(
        "<have:HospitalFacilityStatus><have:FacilityStatus>Compromised</have:FacilityStatus>"
        "<have:MorgueCapacity><have:MorgueCapacityUnits>6</have:MorgueCapacityUnits>"
        "</have:MorgueCapacity><have:SecurityStatus>Asleep</have:SecurityStatus>"
        "<have:Activity24Hr><have:Deaths>1</have:Deaths></have:Activity24Hr>"
        "</have:HospitalFacilityStatus><have:HospitalResourceStatus>"
        "<have:Staffing>Insufficient</have:Staffing></have:HospitalResourceStatus>"
    )
    assert found.figures == {
        "facility_status": "Compromised",
        "facility_morgue_units": "6",
        "activity_deaths": "1",
        "resource_staffing": "Insufficient",
    }
    assert refused == {"SecurityStatus": "not_in_list"}


@pytest.mark.parametrize(
    ("time", "reason"),
    [
        ("", "missing"),
        ("<have:LastUpdateTime>2026-11-21T14:00:00</have:LastUpdateTime>", "time_without_zone"),
        ("<have:LastUpdateTime>2026-02-30T14:00:00Z</have:LastUpdateTime>", "not_a_time"),
        ("<have:LastUpdateTime>kemarin</have:LastUpdateTime>", "not_a_time"),
        ("<have:LastUpdateTime>0001-01-01T00:00:00Z</have:LastUpdateTime>", "year_out_of_range"),
    ],
)
def test_figures_without_an_age_are_not_taken(time: str, reason: str) -> None:
    found = parse_have(document(hospital(at=time), hospital()))
    assert len(found.stored) == 1
    assert [(r.element, r.reason) for r in found.refused] == [
        ("HospitalStatus/Hospital[1]/LastUpdateTime", reason)
    ]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("<gml:pos>91 10</gml:pos>", "position_out_of_range"),
        ("<gml:pos>NaN 10</gml:pos>", "not_a_position"),
        ('<gml:pos srsName="EPSG:32749">678000 9118000</gml:pos>', "reference_system_unknown"),
        ("<gml:coordinates>-7.9, 112.6</gml:coordinates>", (-7.9, 112.6)),
        ('<gml:pos srsName="urn:ogc:def:crs:OGC:1.3:CRS84">112.6 -7.9</gml:pos>', (-7.9, 112.6)),
        ('<gml:pos srsName="urn:ogc:def:crs:EPSG::4326">-7.9 112.6 430</gml:pos>', (-7.9, 112.6)),
    ],
)
def test_positions(where: str, expected: object) -> None:
    who = WHO.replace("<gml:pos>-7.972489 112.631562</gml:pos>", where)
    found = parse_have(document(hospital(who=who)))
    taken = found.stored[0]
    if isinstance(expected, str):
        assert [r.reason for r in found.refused] == [expected]
        assert taken.lat is None
    else:
        assert (taken.lat, taken.lon) == expected


def test_a_nameless_hospital_and_a_wrong_namespace_are_named() -> None:
    found = parse_have(document(hospital(who="")))
    assert [(r.element, r.reason) for r in found.refused] == [
        ("HospitalStatus/Hospital[1]/Organization", "name_missing")
    ]
    other = document().replace(b"HAVE:1.0", b"HAVE:2.0")
    assert [r.reason for r in parse_have(other).refused] == ["namespace_unknown"]


def test_of_thousands_of_faults_the_first_are_named_and_the_rest_is_not_read() -> None:
    found = parse_have(document(*["<have:Hospital/>"] * 11_000))
    assert not found.stored
    assert len(found.refused) == MOST_REFUSED + 1
    assert found.refused[-1].reason == "and_more"
    findings = Findings()
    top = read_tree(document("<have:Hospital/>", "<Hospital/>"))
    _, called, where = next(ours(top, "HospitalStatus", findings))
    assert (called, where) == ("Hospital", "HospitalStatus/Hospital")
    assert not findings.refused


def test_an_element_nobody_knows_is_named_and_the_rest_stands() -> None:
    found, refused = one("<have:Kantin>penuh</have:Kantin><x:ext xmlns:x='urn:x'>1</x:ext>")
    assert refused == {"Kantin": "element_unknown"}
    assert found.code == "rssa"


def test_an_envelope_says_what_it_is() -> None:
    found = parse_have(enveloped(document(), "Exercise"))
    assert (found.status, len(found.stored), found.refused) == ("Exercise", 1, ())
    unsaid = parse_have(enveloped(document(), "Perhaps"))
    assert not unsaid.stored
    assert unsaid.refused[0].element == "EDXLDistribution/distributionStatus"
    assert not parse_have(enveloped(document(), kind="Cancel")).stored


ATTACKS = {
    "billion": b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>',
    "file": b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>',
    "parameter": b'<!DOCTYPE l [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x"> %p;]><l/>',
    "deep": b"<a>" * 5_000,
    "wide": b"<r>" + b"<a/>" * 30_000 + b"</r>",
    "attributes": b"<r " + b" ".join(b'a%d=""' % n for n in range(500)) + b"/>",
    "large": b"<r>" + b" " * 3_000_000 + b"</r>",
    "text": b"<r>" + b"x" * 200_000 + b"</r>",
    "tag": b"<r a='" + b"x" * 20_000 + b"'/>",
    "asides": b"<r>" + b"<!---->" * 2_001 + b"</r>",
    "not ended": b"<r>" + b"<a/>" * 100,
    "entity": b"<r>&unknown;</r>",
    "empty": b"",
    "nul": b"<r>\x00</r>",
    "encoding": b'<?xml version="1.0" encoding="utf-7"?><r/>',
}


@pytest.mark.parametrize("attack", sorted(ATTACKS))
def test_attacks_are_refused_whole(attack: str) -> None:
    found = parse_have(ATTACKS[attack])
    assert not found.stored
    assert found.refused[0].reason.startswith("xml_")


_FULL = document(
    hospital(
        "<have:EmergencyDepartmentStatus><have:EMSTraffic><have:EMSTrafficStatus>Normal"
        "</have:EMSTrafficStatus></have:EMSTraffic></have:EmergencyDepartmentStatus>"
        + beds(
            "<have:BedType>Burn</have:BedType><have:Capacity><have:AvailableCount>1"
            "</have:AvailableCount></have:Capacity>"
        )
    ),
    hospital(at=AT.replace("14:00", "15:00")),
)


def mutated(data: st.DataObject, whole: bytes) -> bytes:
    body = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(body) - 1))
        size = data.draw(st.integers(0, 30))
        again = st.just(whole[at : at + 90])
        body[at : at + size] = data.draw(st.binary(max_size=30) | again)
        if not body:
            break
    return bytes(body)


def demand_kept_or_refused(body: bytes) -> None:
    found = parse_have(body)
    assert found.stored or found.refused
    for taken in found.stored:
        assert taken.code
        assert taken.at.utcoffset() is not None
        assert all(taken.figures.values())
    assert all(one.element and one.reason for one in found.refused)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_mutation_breaks_it(data: st.DataObject) -> None:
    demand_kept_or_refused(mutated(data, _FULL))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_mutation_of_an_envelope_breaks_it(data: st.DataObject) -> None:
    head = enveloped(document()).partition(b"<have:")[0]
    rest = enveloped(document())[len(head) :]
    body = mutated(data, head) + rest
    demand_kept_or_refused(data.draw(st.sampled_from([body, mutated(data, head + rest)])))


def test_the_vectors_are_stored_or_refused_by_name() -> None:
    """Whatever files there are, and of the one that is known what it says."""
    files = sorted(VECTORS.glob("*.xml"))
    if not files:
        pytest.skip("the vectors are not on this machine")
    for file in files:
        demand_kept_or_refused(file.read_bytes())


def test_what_the_known_vector_says() -> None:
    file = VECTORS / "sample_feed.xml"
    if not file.is_file():
        pytest.skip("the vectors are not on this machine")
    first, second = parse_have(file.read_bytes()).stored
    assert first.lat == 45.256
    assert second.services == ("cardiology",)
