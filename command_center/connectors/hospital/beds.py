"""Beds: of each type and, where a hospital says so, of its own kinds of that type."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from command_center.connectors.hospital.found import Findings
from command_center.connectors.hospital.schema import Leaf
from command_center.connectors.hospital.sections import Figures, keep, ours, read_leaf
from command_center.connectors.hospital.values import BadValue, Reader, count, name, one_of, words
from command_center.connectors.hospital.xml_tree import text_of

BED_TYPES: Mapping[str, str] = {
    "AdultICU": "adult_icu",
    "PediatricICU": "pediatric_icu",
    "NeonatalICU": "neonatal_icu",
    "EmergencyDepartment": "emergency",
    "NurseryBeds": "nursery",
    "MedicalSurgical": "medical_surgical",
    "RehabLongTermCare": "rehab_long_term",
    "Burn": "burn",
    "Pediatrics": "pediatrics",
    "AdultPsychiatric": "adult_psychiatric",
    "PediatricPsychiatric": "pediatric_psychiatric",
    "NegativeFlowIsolation": "negative_flow_isolation",
    "OtherIsolation": "other_isolation",
    "OperatingRooms": "operating_rooms",
}
_NONE = "NotAvailable"
# the prose of the standard writes the first one with a stroke
_STATUS = one_of("VacantAvailable", _NONE, also={"Vacant/Available": "VacantAvailable"})
_COUNTS: Mapping[str, tuple[str, Reader]] = {
    "CapacityStatus": ("status", _STATUS),
    "AvailableCount": ("available", count),
    "BaselineCount": ("baseline", count),
    "AdditionalCapacityCount24Hr": ("more_24h", count),
    "AdditionalCapacityCount72Hr": ("more_72h", count),
}


def read_beds(element: Element, path: str, figures: Figures, found: Findings) -> None:
    for child, called, where in ours(element, path, found):
        if called == "BedCapacity":
            _Bed(figures, found).read(child, where)
        elif called == "CommentText":
            read_leaf(child, Leaf("beds_comment", words, many=True), where, figures, found)
        else:
            found.refuse(where, "element_unknown")


class _Bed:
    """One BedCapacity. A Capacity belongs to the BedType or SubCategoryBedType before it."""

    def __init__(self, figures: Figures, found: Findings) -> None:
        self._figures = figures
        self._found = found
        self._type = self._kind = ""
        self._refused = False

    def read(self, element: Element, path: str) -> None:
        for child, called, where in ours(element, path, self._found):
            if called == "BedType":
                self._begin(child, where)
            elif called == "SubCategoryBedType":
                self._begin_kind(child, where)
            elif called == "Capacity":
                self._capacity(child, where)
            elif called in _COUNTS:
                # real systems leave the Capacity around them out
                self._count(child, called, where)
            elif called == "CommentText":
                figure = f"beds_comment_{self._type}" if self._type else "beds_comment"
                leaf = Leaf(figure, words, many=True)
                read_leaf(child, leaf, where, self._figures, self._found)
            else:
                self._found.refuse(where, "element_unknown")

    def _begin(self, element: Element, path: str) -> None:
        text = text_of(element)
        self._type, self._kind = BED_TYPES.get(text, ""), ""
        self._refused = not self._type
        if self._refused:
            self._found.refuse(path, "not_in_list" if text else "empty", text)

    def _begin_kind(self, element: Element, path: str) -> None:
        text = text_of(element)
        self._kind = ""
        reason = "" if self._type else "bed_type_missing"
        if self._figures.get(f"beds_status_{self._type}") == _NONE and not reason:
            reason = "kind_of_what_is_not_there"
        try:
            self._kind = name(text).casefold()
        except BadValue as bad:
            reason = reason or bad.code
        self._refused = bool(reason)
        if reason:
            self._found.refuse(path, reason, text)

    def _capacity(self, element: Element, path: str) -> None:
        for child, called, where in ours(element, path, self._found):
            if called in _COUNTS:
                self._count(child, called, where)
            else:
                self._found.refuse(where, "element_unknown")

    def _count(self, element: Element, called: str, path: str) -> None:
        text = text_of(element)
        if self._refused or not self._type:
            reason = "of_refused_bed_type" if self._refused else "bed_type_missing"
            self._found.refuse(path, reason, text)
            return
        what, read = _COUNTS[called]
        bed = f"{self._type}/{self._kind}" if self._kind else self._type
        try:
            value = read(text)
        except BadValue as bad:
            self._found.refuse(path, bad.code, text)
            return
        keep(f"beds_{what}_{bed}", value, path, self._figures, self._found)
