"""However much sources send, what a person does is next."""

from concurrent.futures import Future
from types import NoneType
from typing import Any, get_args, get_type_hints

from command_center.commands.catalogue import verbs
from command_center.commands.executor import GROUP_LIMIT, SAID_BY_SOURCES
from command_center.commands.intake import EnterCall, ReceiveReport
from command_center.commands.waiting import Waiting
from command_center.connectors.translate import _TRANSLATORS
from command_center.ports import Outcome
from tests.room.desk import Desk


def flood(desk: Desk, count: int) -> list[Future[Outcome]]:
    submit = desk.room.lane.submit
    return [
        submit(ReceiveReport("110", f"f{number}", "banjir", "air naik"), act=desk.room.system)
        for number in range(count)
    ]


def test_a_call_does_not_wait_behind_a_batch_and_nothing_of_it_is_lost(desk: Desk) -> None:
    count = 4 * GROUP_LIMIT
    batch = flood(desk, count)
    batch[0].result(30)
    call = desk.room.lane.submit(EnterCall("kebakaran", "asap", ""))
    number = int(call.result(30).seq or 0)
    seqs = [int(future.result(60).seq or 0) for future in batch]
    assert seqs == sorted(seqs)
    behind = sum(seq > number for seq in seqs)
    assert behind >= 2 * GROUP_LIMIT
    assert len(list(desk.look().all("report"))) == count + 1


def test_the_first_row_goes_first_and_what_is_put_back_is_next_in_its_own() -> None:
    waiting: Waiting[Any] = Waiting()
    for name in "abc":
        waiting.put(name, second=True)
    waiting.put("now", second=False)
    hurried = [waiting.hurry]
    assert [waiting.take(), waiting.take(), waiting.take()] == ["now", "a", "b"]
    hurried.append(waiting.hurry)
    assert hurried == [True, False]
    waiting.put_back(["a", "b"])
    waiting.end()
    assert [waiting.take_waiting() for _ in range(4)] == ["a", "b", "c", None]


def test_whatever_a_page_says_waits_behind_people() -> None:
    """By the commands a record may become, and the permissions of their verbs."""
    told = [get_type_hints(translate)["return"] for translate in _TRANSLATORS.values()]
    commands = {one for hint in told for one in get_args(hint) or (hint,)} - {NoneType}
    assert len(commands) >= 9
    assert {verbs()[command].permission for command in commands} == SAID_BY_SOURCES
