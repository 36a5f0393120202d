"""An order goes to the units that were seen, never to those that just slipped under the key."""

import pytest
from pytestqt.qtbot import QtBot

from command_center.advice.recommend.cards import Arrival, Card
from command_center.domain.incident import Priority
from command_center.situation.advising.advice import Advice, Drive, Offer
from command_center.situation.advising.plan import Plan
from command_center.ui.detail.cards import CardStrip
from command_center.ui.detail.order_box import OrderBox
from command_center.ui.detail.order_set import SEEN_MS, Decision, OrderSet
from tests.ui.scene import NOW
from tests.ui.seats import Desk

SOON, LATER = SEEN_MS - 1, SEEN_MS


def offered(*cards: str, at_ms: float = 0.0) -> OrderSet:
    made = OrderSet()
    made.offer(cards)
    made.painted(at_ms)
    return made


def test_nothing_chosen_means_the_first_card() -> None:
    made = offered("a", "b")
    assert made.marked == ("a",)
    assert made.decide(LATER) == Decision(("a",), ask=False)


def test_cards_nobody_could_have_seen_yet_are_asked_about() -> None:
    assert offered("a", "b").decide(SOON) == Decision(("a",), ask=True)


def test_advice_that_changes_under_the_key_is_asked_about() -> None:
    made = offered("a", "b")
    made.offer(("b", "a"))
    made.painted(1000.0)
    assert made.decide(1000.0 + SOON) == Decision(("b",), ask=True)
    assert made.decide(1000.0 + LATER) == Decision(("b",), ask=False)


def test_advice_that_came_but_was_not_painted_is_asked_about() -> None:
    made = offered("a", "b")
    made.offer(("c",))
    assert made.decide(10_000.0).ask


def test_advice_that_keeps_the_meant_unit_asks_nothing() -> None:
    made = offered("a", "b")
    made.offer(("a", "c"))
    made.painted(1000.0)
    assert made.decide(1001.0) == Decision(("a",), ask=False)


def test_a_persons_own_choice_counts_at_once() -> None:
    made = offered("a", "b", "c")
    made.toggle(2, 1000.0)
    made.toggle(1, 1001.0)
    assert made.decide(1002.0) == Decision(("c", "b"), ask=False)
    made.toggle(1, 1003.0)
    assert made.decide(1004.0) == Decision(("c",), ask=False)


def test_a_key_means_the_card_that_was_seen_at_that_place() -> None:
    made = offered("a", "b")
    made.offer(("b", "a"))
    made.painted(1000.0)
    made.toggle(1, 1000.0 + SOON)
    assert made.marked == ("b",)


def test_a_chosen_unit_that_is_no_longer_free_is_asked_about() -> None:
    made = offered("a", "b")
    made.toggle(1, 1000.0)
    made.offer(("a", "c"))
    made.painted(2000.0)
    assert made.decide(2001.0) == Decision(("a",), ask=True)


def test_another_incident_starts_anew() -> None:
    made = offered("a")
    made.clear()
    assert made.decide(LATER) == Decision((), ask=False)
    assert made.marked == ()


def test_words_that_say_another_place_are_asked_about_until_they_were_seen() -> None:
    made = OrderSet()
    made.offer(("a",))
    made.tell(("Jl. Ijen",))
    made.painted(0.0)
    made.tell(("Jl. Kawi",))
    assert made.decide(1000.0).ask
    made.painted(1000.0)
    assert made.decide(1000.0 + SOON).ask
    assert made.decide(1000.0 + LATER) == Decision(("a",), ask=False)


def test_the_first_card_is_meant_again_once_that_was_seen() -> None:
    made = offered("a", "b")
    made.toggle(1, 1000.0)
    made.unchoose()
    assert made.decide(1000.0 + LATER).ask, "b is still what is marked on the screen"
    made.painted(2000.0)
    assert made.decide(2000.0 + SOON).ask
    assert made.decide(2000.0 + LATER) == Decision(("a",), ask=False)
    made.unchoose()
    made.toggle(1, 3000.0)
    assert made.decide(3000.0) == Decision(("b",), ask=False), "a choice of one's own is seen"


def test_words_name_the_chosen_in_the_order_of_the_choice() -> None:
    made = offered("a", "b", "c")
    made.toggle(2, 1000.0)
    made.toggle(0, 1000.0)
    made.offer(("a", "b", "c"))
    assert made.marked == ("c", "a")


def test_what_answers_nothing_of_the_plan_goes_only_where_it_was_chosen() -> None:
    """A second Enter, or one where nobody fits, sends no ambulance to a brawl."""
    made = OrderSet()
    made.offer(("ambulance", "army"), {"ambulance", "army"})
    made.painted(0.0)
    assert made.marked == ()
    assert made.decide(SEEN_MS + 1) == Decision((), ask=False)
    made.toggle(0, SEEN_MS + 1)
    made.painted(SEEN_MS + 2)
    assert made.decide(SEEN_MS + 3) == Decision(("ambulance",), ask=False)


@pytest.mark.parametrize(
    ("fills", "asked", "meant"),
    [(("ambulans",), True, ("u",)), ((), False, ("u",)), ((), True, ())],
)
def test_the_strip_marks_no_asked_unit_that_fills_nothing(
    desk: Desk, qtbot: QtBot, fills: tuple[str, ...], asked: bool, meant: tuple[str, ...]
) -> None:
    order_set = OrderSet()
    strip = CardStrip(desk.seat.theme, order_set)
    qtbot.addWidget(strip)
    arrival = Arrival(300.0, 200.0, 400.0)
    card = Card("u", "AMB 01", arrival, True, asked, (), (), None, None, ())
    drive = Drive(300.0, 200.0, 400.0, 200.0, "road", "", False, "car")
    offer = Offer(card, "ambulans", 3, "PSC 119", fills, drive, 5.0)
    plan = Plan((), (), False, 1)
    strip.show_advice(Advice("i", NOW, Priority.P1, 600.0, plan, (offer,), ""))
    assert order_set.marked == meant
    strip.choose(0)
    assert order_set.marked == ("u",)


def test_an_order_to_nobody_says_so_in_place_of_its_words(desk: Desk, qtbot: QtBot) -> None:
    box = OrderBox(desk.seat)
    qtbot.addWidget(box)
    box.follow("incident-147", "")
    assert (box.text, box.words.placeholderText()) == ("", "Belum ada unit dipilih")


def test_a_card_that_is_meant_only_since_just_now_is_asked_about() -> None:
    made = OrderSet()
    made.offer(("patrol",), {"patrol"})
    made.painted(0.0)
    made.offer(("patrol",))
    made.painted(SEEN_MS)
    assert made.decide(SEEN_MS + 100).ask
    assert not made.decide(SEEN_MS * 2 + 1).ask
