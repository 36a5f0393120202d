"""What things of the room are called, by id; an unknown id is shown as a question mark."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from command_center.advice.categories import Category, categories
from command_center.advice.procedures import SETTING, procedure_of, procedures_of
from command_center.domain.unit import Assignment, UnitStatus
from command_center.situation.situation import Situation
from command_center.ui.format import number_sign
from command_center.ui.units.words import status_word


class Names:
    def __init__(self, situation: Situation) -> None:
        self._situation = situation

    def person(self, id: str) -> str:
        """Initials; machines act under their own name."""
        staff = self._situation.staff(id)
        return staff.initials if staff else id

    def unit(self, id: str) -> str:
        """The call sign by the unit's id or by that of one of its assignments."""
        assignment = self._situation.get("assignment", id)
        unit = self._situation.unit(
            assignment.unit_id if isinstance(assignment, Assignment) else id
        )
        return unit.call_sign if unit else "?"

    def status(self, status: UnitStatus) -> str:
        """As the room calls it."""
        return status_word(status, self._situation)

    def source(self, id: str) -> str:
        source = self._situation.source(id)
        return source.name if source else id

    def agency(self, id: str) -> str:
        agency = self._situation.get("agency", id)
        return agency.short if agency else "?"

    def hospital(self, id: str) -> str:
        hospital = self._situation.get("hospital", id)
        return hospital.name if hospital else id or "?"

    def camera(self, id: str) -> str:
        camera = self._situation.camera(id)
        return camera.label if camera else "?"

    def step(self, incident_id: str, item: str) -> str:
        """A step of the incident's procedure as it reads now, else its code."""
        incident = self._situation.incident(incident_id)
        setting = self._situation.get("room_setting", SETTING)
        book = procedures_of(setting.value if setting is not None else None)
        steps = procedure_of(incident.category, book).items if incident is not None else ()
        return next((f"“{step.label}”" for step in steps if step.code == item), item)

    def incident(self, id: str) -> str:
        incident = self._situation.incident(id)
        return number_sign(incident.number, incident.alias) if incident else "#?"


def category_label(category: Category) -> str:
    """In the language of the screen."""
    english = QLocale().language() is QLocale.Language.English
    return category.label_en if english else category.label_id


def shown_title(title: str, category: str) -> str:
    """A title that is only a category's code is shown as its label."""
    known = categories().get(category)
    return category_label(known) if known is not None and title == category else title


def title_on_air(title: str, category: str) -> str:
    """As units hear it: in their language, whatever the screen's is."""
    known = categories().get(category)
    return known.label_id if known is not None and title == category else title
