"""What the tables could not hold is refused in words, and nothing of it is stored."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from command_center.advice.criteria import shipped_criteria, write_criteria
from command_center.commands.assessments import Assess, ImportAssessments, SetCriteria
from command_center.commands.dialogues import KeepDialogue
from command_center.commands.sites import KeepSite
from command_center.domain.errors import OperatorError
from command_center.domain.site import DialogueKind, SiteKind, SubjectKind
from tests.room.desk import Desk

YEAR_ONE = datetime(1, 1, 1, tzinfo=UTC)
SUKUN = "35.73.04.1005"
RATED = Assess(SubjectKind.AREA, SUKUN, {"teror": 1}, "Intel")
SITE = KeepSite(SiteKind.KPU, "KPU", "kpu", area="Blimbing")
SHIPPED = write_criteria(shipped_criteria())
LONGEST = SHIPPED + "\n" * (12_000 - len(SHIPPED))


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (replace(RATED, at=YEAR_ONE), "rating_bad_day"),
        (ImportAssessments((RATED, replace(RATED, at=YEAR_ONE))), "rating_bad_day"),
        (
            KeepDialogue(DialogueKind.DIALOGUE, "Bhabin", "aman", area=SUKUN, at=YEAR_ONE),
            "rating_bad_day",
        ),
        (replace(SITE, contacts=('"' * 200,) * 12), "text_too_long"),
        (SetCriteria(LONGEST), "criteria_too_long"),
    ],
)
def test_what_cannot_be_held_is_refused_before_it_is_stored(
    desk: Desk, command: Any, why: str
) -> None:
    seq = desk.look().seq
    with pytest.raises(OperatorError, match=why):
        desk.do(command)
    assert desk.look().seq == seq


def test_what_just_fits_is_stored(desk: Desk) -> None:
    contacts = tuple(f"{n:02}" + "x" * 198 for n in range(12))
    id = str(desk.do(replace(SITE, contacts=contacts)).result["site_id"])
    assert desk.look().get("site", id).contacts == contacts  # type: ignore[union-attr]
    assert desk.do(SetCriteria(SHIPPED + "\n" * 6_000)).result["version"] == 1
    old = datetime(1900, 1, 1, tzinfo=UTC)
    desk.do(replace(RATED, criteria_version=1, at=old))
    assert [row.at for row in desk.look().all("assessment")] == [old]
