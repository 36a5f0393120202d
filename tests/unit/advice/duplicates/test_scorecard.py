"""The scorecard: points, reasons, and what never happens by itself."""

import math
from dataclasses import replace

import pytest

from command_center.advice.duplicates.book import Weights, book, weights_of
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.duplicates.reading import Facts, grave_in, said_in
from command_center.advice.duplicates.refit import Answer, TooFewAnswers, refit
from command_center.advice.duplicates.scorecard import WHY_LENGTH, Verdict, best, judge
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


def test_what_is_grave_and_new_is_asked_however_many_points_it_has() -> None:
    cards = cards_with(("i", FIRST))
    judged = judge(cards, near(grave=frozenset({"injury"})), book().weights)
    assert (judged.verdict, judged.raises) == (Verdict.ASK, True)
    assert judged.candidates[0].new_grave == {"injury"}
    cards.take("i", near("r3", grave=frozenset({"injury"})))
    again = judge(cards, near("r4", grave=frozenset({"injury"})), book().weights)
    assert (again.verdict, again.raises) == (Verdict.ATTACH, False)


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


def test_words_say_a_category_only_when_they_are_of_one_mind() -> None:
    assert said_in(plain_words("pohon tumbang kena angin")) == "pohon_tumbang"
    assert said_in(plain_words("banjir dan pohon")) == ""


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
