"""The month's list: which rows people overrule, how often, and in what words."""

from command_center.advice.triage.review import Ranked, ReviewLine, review
from command_center.domain.incident import Priority

NOISE = "category:gangguan_ketertiban:+2"


def test_rows_are_counted_where_a_person_chose_otherwise() -> None:
    incidents = [
        Ranked(Priority.P3, (NOISE, "absent:position")),
        Ranked(Priority.P1, ("given", "why:konser", "suggested:P3", NOISE, "word:victim:+1")),
        Ranked(Priority.P4, ["given", "why:sepi", "suggested:P3", NOISE]),
        Ranked(Priority.P3, ("given", "suggested:P3", NOISE)),
        Ranked(Priority.P1, ("source",)),
    ]
    assert review(incidents) == [
        ReviewLine("gangguan_ketertiban", 4, 1, 1, ("konser", "sepi")),
        ReviewLine("victim", 1, 1, 0, ("konser",)),
    ]


def test_nothing_overruled_is_an_empty_list() -> None:
    assert review([Ranked(Priority.P3, (NOISE,))]) == []
