"""An edit reaches no further than it can change something, and never less far."""

from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.advice.categories import categories
from command_center.advice.triage import parse_table, said, shipped_table, suggest
from command_center.advice.triage.reach import Reach, reach_of
from command_center.advice.triage.writing import as_toml

TEXT = as_toml(shipped_table())
EDITS = (
    ("points = 5", "points = 4"),
    ('"korban"]', '"korban", "kurban"]'),
    ("points = -1", "points = -2"),
    ("points = -1", "points = 1"),
    ('sets = "P1"', 'sets = "P2"'),
    ('any = ["banjir"]', 'any = ["banjir", "asap"]'),
    ("reach = 3", "reach = 1"),
    ('id = "ada api"', 'id = "api"'),
)
WORDS = ("ada", "tidak", "korban", "kurban", "kemarin", "api", "celurit", "luka", "sekarang")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(EDITS),
    st.sampled_from(sorted(categories())),
    st.lists(st.sampled_from(WORDS), max_size=8),
)
def test_what_an_edit_does_not_reach_is_as_it_was(
    edit: tuple[str, str], category: str, words: list[str]
) -> None:
    old, new = shipped_table(), parse_table(TEXT.replace(*edit))
    facts = said(category, " ".join(words))
    before, after = suggest(facts, old), suggest(facts, new)
    reach, texts = reach_of(old, new), [one.text for one in facts.said]
    if not reach.holds(category, before.reasons) and not reach.heard(texts):
        assert (after.priority, after.reasons) == (before.priority, before.reasons)


def test_points_reach_where_their_row_fired_and_names_reach_nothing() -> None:
    old = shipped_table()
    points = reach_of(old, parse_table(TEXT.replace("points = 5", "points = 4")))
    assert points.holds("kebakaran", ("category:kebakaran:+5",))
    assert not points.holds("banjir", ("category:banjir:+2", "absent:position"))
    assert reach_of(old, parse_table(TEXT.replace('id = "ada api"', 'id = "api"'))) == Reach(False)
    assert reach_of(old, parse_table(TEXT.replace("reach = 3", "reach = 2"))).everywhere


def test_reasons_of_an_older_program_are_always_reached() -> None:
    assert Reach(False).holds("banjir", ("category:banjir", "word:injured"))
