"""What a desk asks of the room's clocks goes one after the other, and nothing of it is lost."""

import pytest

from command_center.domain.targets import CLOCKS
from command_center.ui.settings.clock_steps import ClockSteps

SCENE, VERIFY = "on_scene_s", "verify_s"


class Room:
    """The room's setting, as far as this desk has seen it."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, int]] = []
        self.version = 0
        self.now: dict[str, object] = {name: clock.default for name, clock in CLOCKS.items()}
        self.steps = ClockSteps(lambda name, seconds: self.sent.append((name, seconds)))
        self.see()

    def see(self) -> None:
        self.steps.see(self.version, dict(self.now))

    def says(self, name: str, seconds: int, see: bool = True) -> None:
        self.version += 1
        self.now[name] = seconds
        if see:
            self.see()

    def keeps(self) -> None:
        """What was sent last."""
        self.steps.stored()
        self.says(*self.sent[-1])


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_correction_at_once_is_sent_after_the_mistake(room: Room) -> None:
    room.steps.ask(SCENE, 6000)
    room.steps.ask(SCENE, 600)
    assert room.sent == [(SCENE, 6000)]
    room.steps.stored()
    room.see()
    assert room.sent == [(SCENE, 6000)], "upon the setting as the first left it, not before"
    room.says(SCENE, 6000)
    assert room.sent == [(SCENE, 6000), (SCENE, 600)]
    room.keeps()
    room.steps.take_back(SCENE)
    room.keeps()
    room.steps.take_back(SCENE)
    room.keeps()
    assert room.sent[2:] == [(SCENE, 6000), (SCENE, 600)]
    assert not room.steps.is_ours(SCENE)


def test_it_does_not_matter_whether_the_log_or_the_answer_comes_first(room: Room) -> None:
    room.steps.ask(SCENE, 6000)
    room.steps.ask(SCENE, 600)
    room.says(SCENE, 6000)
    assert len(room.sent) == 1
    room.steps.stored()
    assert room.sent[1:] == [(SCENE, 600)]


def test_what_counts_or_will_count_is_not_asked_for_again(room: Room) -> None:
    room.steps.ask(SCENE, 600)
    assert (room.sent, room.steps.is_asked(SCENE)) == ([], False)
    room.steps.ask(SCENE, 480)
    room.steps.ask(SCENE, 6000)
    room.steps.ask(SCENE, 480)
    room.keeps()
    assert room.sent == [(SCENE, 480)]


def test_two_clocks_are_no_conflict_with_oneself(room: Room) -> None:
    room.steps.ask(SCENE, 480)
    room.steps.ask(VERIFY, 90)
    assert room.sent == [(SCENE, 480)]
    room.keeps()
    assert room.sent[1:] == [(VERIFY, 90)]
    room.keeps()
    assert room.steps.is_ours(SCENE)
    assert room.steps.is_ours(VERIFY)


def test_after_a_refusal_goes_what_waited(room: Room) -> None:
    room.steps.ask(SCENE, 6000)
    room.steps.ask(VERIFY, 90)
    room.steps.ask(SCENE, 600)
    room.steps.failed()
    assert room.sent[1:] == [(VERIFY, 90)]
    room.keeps()
    assert len(room.sent) == 2, "600 counts still"
    assert not room.steps.is_ours(SCENE)


def test_a_colleagues_deed_is_never_taken_back(room: Room) -> None:
    room.steps.ask(SCENE, 480)
    room.keeps()
    for seconds in (500, 480):
        room.says(SCENE, seconds)
        assert not room.steps.is_ours(SCENE)
    room.steps.take_back(SCENE)
    assert len(room.sent) == 1


@pytest.mark.parametrize("on_its_way", [False, True])
def test_nor_is_one_that_was_seen_only_after_the_next(room: Room, on_its_way: bool) -> None:
    """A batch of the feed, or a room that was read anew."""
    room.steps.ask(SCENE, 480)
    if not on_its_way:
        room.keeps()
    else:
        room.steps.stored()
        room.says(SCENE, 480, see=False)
    room.says(SCENE, 500, see=False)
    room.says(SCENE, 480)
    assert not room.steps.is_ours(SCENE)


def test_who_sits_down_next_has_nothing_to_take_back_and_asks_for_nothing(room: Room) -> None:
    room.steps.ask(SCENE, 480)
    room.steps.ask(VERIFY, 90)
    room.steps.forget()
    room.keeps()
    assert room.sent == [(SCENE, 480)]
    assert not room.steps.is_ours(SCENE)


def test_what_this_program_does_not_know_is_given_up_and_not_brought_back(room: Room) -> None:
    room.says(VERIFY, 9_999)
    room.steps.ask(VERIFY, 60)
    room.keeps()
    assert room.sent == [(VERIFY, 60)]
    assert not room.steps.is_ours(VERIFY)
