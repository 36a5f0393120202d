"""The scorecard: points, reasons, and what never happens by itself."""

import math
import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from command_center.advice.duplicates.book import Weights, book, weights_of
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.duplicates.reading import Facts, grave_in, said_in
from command_center.advice.duplicates.refit import Answer, TooFewAnswers, refit
from command_center.advice.duplicates.scorecard import WHY_LENGTH, Verdict, best, judge
from command_center.advice.duplicates.whereabouts import core_of
from command_center.advice.slang import plain_words
from command_center.domain.place import Place, PlaceKind

FIRST = Facts("r1", -7.9579, 112.6185, 0.0, "banjir", "jl-veteran", "Jl. Veteran")


def place(code: str, name: str, *also: str, kind: PlaceKind = PlaceKind.ROAD) -> Place:
    return Place(code, 1, code, name, kind, -7.95, 112.61, None, also, "")


NAMES = PlaceNames(
    [
        place("suhat", "Jl. Soekarno-Hatta", "Suhat"),
        place("jl-veteran", "Jl. Veteran"),
        place("matos", "Malang Town Square", "Matos", kind=PlaceKind.LANDMARK),
        place("lowokwaru", "Lowokwaru", kind=PlaceKind.KECAMATAN),
    ]
)


METRES = 111_195.0


def north(facts: Facts, metres: float) -> Facts:
    """Told from so far north of there."""
    assert facts.lat is not None
    return replace(facts, lat=facts.lat + metres / METRES)


def cards_with(*known: tuple[str, Facts]) -> OpenCards:
    cards = OpenCards(book())
    for incident_id, facts in known:
        cards.take(incident_id, facts)
    return cards


def near(id: str = "r2", **changed: object) -> Facts:
    return replace(FIRST, report_id=id, at_s=240.0, **changed)  # type: ignore[arg-type]


def test_the_points_are_the_sum_of_what_each_sign_weighs() -> None:
    (found,) = best(cards_with(("i", FIRST)), near(), book().weights)
    assert found.points == pytest.approx(book().weights.sum(found.features), abs=0.01)
    assert found.features["recent"] == pytest.approx(math.exp(-240 / 1800), abs=1e-3)
    assert found.why == "0 m · 4 mnt · kategori sama · Jl. Veteran"
    assert len(found.why) <= WHY_LENGTH


def test_a_long_name_never_makes_the_reason_longer_than_a_line() -> None:
    long = replace(FIRST, place_name="Jembatan " * 20)
    (found,) = best(cards_with(("i", long)), near(place_name="Jembatan " * 20), book().weights)
    assert len(found.why) == WHY_LENGTH


def test_clear_ones_are_filed_and_doubtful_ones_asked() -> None:
    weights, cards = book().weights, cards_with(("i", FIRST))
    assert judge(cards, near(), weights).verdict is Verdict.ATTACH
    doubtful = near(lat=None, lon=None, place="", place_name="")
    assert judge(cards, doubtful, weights).verdict is Verdict.ASK
    assert judge(cards, near(category="begal", lat=-8.0), weights).verdict is Verdict.NEW


def test_what_is_grave_and_new_raises_and_is_asked_where_there_is_doubt() -> None:
    cards = cards_with(("i", FIRST))
    grave = near(grave=frozenset({"injury"}))
    judged = judge(cards, grave, book().weights)
    assert (judged.verdict, judged.raises) == (Verdict.ATTACH, True)
    assert judged.candidates[0].new_grave == {"injury"}
    doubted = judge(cards, north(grave, 150.0), book().weights)
    assert (doubted.verdict, doubted.raises) == (Verdict.ASK, True)


@pytest.mark.parametrize(
    "doubt",
    [
        {"lat": FIRST.lat + 150 / METRES},  # type: ignore[operator]
        {"at_s": 20 * 60.0},
        {"category": "kemacetan"},
        {"place": "matos", "place_name": "Matos"},
        {"lat": None, "lon": None},
    ],
)
def test_what_could_be_a_p1_is_filed_only_where_nothing_speaks_against_it(
    doubt: dict[str, Any],
) -> None:
    known = replace(FIRST, grave=frozenset({"injury"}))
    cards, second = cards_with(("i", known)), near(grave=frozenset({"injury"}))
    certain = replace(book().weights, attach=-9.0, attach_grave=-9.0, ask=-10.0)
    assert judge(cards, second, certain).verdict is Verdict.ATTACH
    assert judge(cards, replace(second, **doubt), certain).verdict is Verdict.ASK
    plain = replace(second, grave=frozenset(), **doubt)
    assert judge(cards, plain, certain).verdict is Verdict.ATTACH


@pytest.mark.parametrize(
    "text", ["orangnya tidak sadr", "korbanya banyak", "ada yg kejebak nang njero"]
)
def test_what_is_grave_is_read_through_a_slip(text: str) -> None:
    assert grave_in({"lainnya"}, text, plain_words(text))


def test_a_neighbour_that_was_filed_by_mistake_does_not_draw_the_gravest_in() -> None:
    """Two reports of one place, then one of another 400 m off: the next from there is asked."""
    known = [near("a"), near("b"), north(near("c"), 400.0)]
    cards = cards_with(*(("i", one) for one in known))
    grave = north(near("d", grave=frozenset({"injury"})), 400.0)
    assert judge(cards, grave, book().weights).verdict is Verdict.ASK


def test_who_reports_from_elsewhere_does_not_move_an_incident() -> None:
    here, there = (-7.95, 112.61), (-7.96, 112.62)
    assert core_of([here, there]) == [here, there]
    assert core_of([here, there, (-7.9501, 112.6101)]) == [here, (-7.9501, 112.6101)]
    assert core_of([here, there, (-7.93, 112.65)]) == [here, there, (-7.93, 112.65)]


def test_cards_left_uncompared_could_not_have_reached_the_bar() -> None:
    """The short way gives what comparing with every card gives."""
    dice, weights = random.Random(4), book().weights
    kinds = ("banjir", "kemacetan", "begal", "lainnya", "kebakaran")

    def told(n: int) -> Facts:
        point = (-7.95 + dice.uniform(0, 0.02), 112.61 + dice.uniform(0, 0.02))
        lat, lon = point if dice.random() < 0.8 else (None, None)
        where = dice.choice(("", "suhat", "matos"))
        return Facts(f"r{n}", lat, lon, dice.uniform(0, 5_000), dice.choice(kinds), where, where)

    cards = cards_with(*((f"i{n % 60}", told(n)) for n in range(150)))
    for n in range(200, 260):
        facts = replace(told(n), at_s=5_000.0)
        near_by = cards.compare(facts, weights, weights.ask)
        every = cards.compare(facts, weights, -1_000.0)
        assert len(every.slots) == len(cards)
        wanted = {
            (int(slot), round(float(points), 9))
            for slot, points in zip(every.slots, every.points, strict=True)
            if points >= weights.ask
        }
        got = {
            (int(slot), round(float(points), 9))
            for slot, points in zip(near_by.slots, near_by.points, strict=True)
            if points >= weights.ask
        }
        assert got == wanted


def test_the_short_way_keeps_up_with_what_is_taken_in_and_let_go() -> None:
    """Cards grow, change, move and go between two comparisons, and other weights come."""
    dice, weights = random.Random(9), book().weights
    kinds = ("banjir", "kemacetan", "begal", "kebakaran")
    cards = OpenCards(book())
    for n in range(900):
        point = (-7.95 + dice.uniform(0, 0.01), 112.61 + dice.uniform(0, 0.01))
        lat, lon = point if dice.random() < 0.8 else (None, None)
        said = dice.choice(("", *kinds))
        facts = Facts(f"r{n}", lat, lon, float(n), dice.choice(kinds), said=said)
        if n == 450:
            weights = replace(weights, points={**weights.points, "same": 6.0, "kin": 4.5})
        if n % 9 == 0:
            short, every = (cards.compare(facts, weights, least) for least in (weights.ask, -1e4))
            reached = np.flatnonzero(every.points >= weights.ask)
            assert set(every.slots[reached]) <= set(short.slots)
        cards.take(f"i{dice.randrange(500)}", facts)
        if n % 5 == 0:
            cards.drop(f"i{dice.randrange(500)}")
    assert len(cards) > 256


@pytest.mark.parametrize(
    ("category", "of_the_incident", "same", "kin"),
    [
        ("banjir", "banjir", 1.0, 0.0),
        ("banjir", "kemacetan", 0.0, 1.0),
        ("kemacetan", "banjir", 0.0, 1.0),
        ("banjir", "begal", 0.0, 0.0),
        ("lainnya", "begal", 0.0, 1.0),
        ("begal", "lainnya", 0.0, 1.0),
        ("lainnya", "lainnya", 1.0, 0.0),
    ],
)
def test_a_kind_is_kin_to_those_of_its_pairs_and_to_whatever_has_none(
    category: str, of_the_incident: str, same: float, kin: float
) -> None:
    cards = cards_with(("i", replace(FIRST, category=of_the_incident)))
    (found,) = best(cards, near(category=category), replace(book().weights, ask=-1e4))
    assert (found.features["same"], found.features["kin"]) == (same, kin)


def test_of_two_that_are_alike_a_person_says_which() -> None:
    cards = cards_with(("i", FIRST), ("j", replace(FIRST, report_id="other", at_s=30.0)))
    judged = judge(cards, near(), book().weights)
    assert (judged.verdict, len(judged.candidates)) == (Verdict.ASK, 2)
    alone = judge(cards, near(), book().weights, never={"j"})
    assert alone.verdict is Verdict.ATTACH


def test_what_a_person_parted_is_not_suggested() -> None:
    assert best(cards_with(("i", FIRST)), near(), book().weights, never={"i"}) == ()


def test_an_incident_is_forgotten_after_its_time_only() -> None:
    cards = cards_with(("i", FIRST))
    assert best(cards, near("r2"), book().weights)
    late = replace(near("r3"), at_s=book().memory_s + 1.0)
    assert best(cards, late, book().weights) == ()
    cards.forget(late.at_s)
    assert len(cards) == 0


def test_columns_stay_right_when_cards_go() -> None:
    many = [
        (f"i{n}", replace(FIRST, report_id=f"r{n}", lat=-7.9 - n / 100, place=f"p{n % 7}"))
        for n in range(600)
    ]
    cards = cards_with(*many)
    for n in range(0, 600, 2):
        cards.drop(f"i{n}")
    for n in (1, 301, 599):
        probe = replace(FIRST, report_id="x", lat=-7.9 - n / 100, place=f"p{n % 7}")
        assert best(cards, probe, book().weights)[0].incident_id == f"i{n}"
        assert best(cards, probe, book().weights)[0].features["same_place"] == 1.0


def test_one_account_counts_once_however_often_it_writes() -> None:
    cards = cards_with(("i", replace(FIRST, reporter="a")))
    for n in range(9):
        cards.take("i", near(f"b{n}", reporter="a", category="begal"))
    card = cards.card("i")
    assert card is not None
    assert (card.voices, dict(card.categories)) == (1, {"banjir": 1})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("macet dpn suhat", "suhat"),
        ("jl soekarno hata macet", "suhat"),
        ("di matos ada copet", "matos"),
        ("jln vetran banjir", "jl-veteran"),
        ("para veteran berkumpul", "jl-veteran"),
        ("banjir lowokwaru", "lowokwaru"),
        ("tolong", None),
    ],
)
def test_places_are_found_by_nickname_and_with_a_slip(text: str, code: str | None) -> None:
    found = NAMES.find(plain_words(text))
    assert (found.code if found else None) == code


def test_a_negation_takes_a_determinant_back() -> None:
    assert grave_in({"banjir"}, "", plain_words("ada korban luka")) == {"injury"}
    assert grave_in({"banjir"}, "", plain_words("tdk ada korban")) == frozenset()
    assert grave_in({"lainnya"}, "", plain_words("bawa celuritt")) == {"weapon"}
    assert grave_in({"begal"}, "", []) == {"category:begal"}
    assert "injury" in grave_in({"banjir"}, "", plain_words("sudah pingsna"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pohon tumbang kena angin", "pohon_tumbang"),
        ("motor dirampasnya", "begal"),
        ("kecelakaaan beruntun", "laka_lantas"),
        ("dahan patah menimpa parkiran", "pohon_tumbang"),
        ("tolong pak, terima kasih", ""),
    ],
)
def test_words_say_a_category_by_their_stems_and_the_first_of_several(text: str, said: str) -> None:
    assert said_in(plain_words(text)) == said


def test_a_setting_with_a_typo_is_refused_by_name() -> None:
    value = book().weights.as_setting()
    assert weights_of(value) == book().weights
    for broken, said in (
        ({**value, "weights": {**value["weights"], "naer": 1.0}}, "naer"),
        ({**value, "bars": {**value["bars"], "ask": float("nan")}}, "ask"),
        ({**value, "bars": {**value["bars"], "ask": 9.0}}, "attach"),
        ({"weights": value["weights"]}, "tables"),
    ):
        with pytest.raises(ValueError, match=said):
            weights_of(broken)


def answers(count: int) -> list[Answer]:
    """People say that what is near is the same, whatever the weights think of it."""
    return [
        Answer({"near": 1.0 if n % 2 else 0.0, "same": 1.0}, same=bool(n % 2)) for n in range(count)
    ]


def test_weights_follow_the_answers() -> None:
    old = Weights({**dict.fromkeys(book().weights.points, 0.0)}, 0.0, 1.0, 2.0, -1.0)
    found = refit(answers(200), old)
    assert found.weights.points["near"] > 1.0
    assert found.after.recall == 1.0
    assert found.after.hidden == 0.0
    assert found.before.asked == 1.0
    assert (found.answers, found.same) == (200, 100)


def test_too_few_answers_teach_nothing() -> None:
    with pytest.raises(TooFewAnswers):
        refit(answers(40), book().weights)
    with pytest.raises(TooFewAnswers):
        refit([replace(a, same=True) for a in answers(300)], book().weights)
    with pytest.raises(TooFewAnswers):
        refit([replace(a, features={}) for a in answers(300)], book().weights)
