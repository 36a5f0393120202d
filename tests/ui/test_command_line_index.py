"""The index answers as a look at every row would, and follows the room."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from command_center.domain.incident import IncidentStatus
from command_center.ui.commandline.index import Index, LiveIndex
from command_center.ui.commandline.matching import Names, Texts
from tests.ui.seats import Desk

WORDS = st.lists(st.text("abc ", min_size=1, max_size=6), min_size=1, max_size=12)


@settings(max_examples=80, deadline=None)
@given(WORDS, st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=3))
def test_texts_are_found_as_by_a_look_at_each(texts: list[str], words: list[str]) -> None:
    found = Texts()
    for at, text in enumerate(texts):
        found.put(str(at), (-at,), text)
    plain = [" ".join(text.split()) for text in texts]
    wanted = [n for n in reversed(range(len(texts))) if all(word in plain[n] for word in words)]
    assert found.find(words, 100) == [str(n) for n in wanted]
    assert found.find(words, 1) == [str(n) for n in wanted][:1]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.text("ab", max_size=3), st.booleans()), max_size=20))
def test_names_are_what_was_put_and_not_dropped(steps: list[tuple[str, bool]]) -> None:
    names, there = Names(), set()
    for at, (name, stays) in enumerate(steps):
        names.put(name, str(at))
        if stays:
            there.add((name, str(at)))
        else:
            names.drop(name, str(at))
    for wanted in ("", "a", "ab"):
        assert set(names.exact(wanted)) == {id for name, id in there if name == wanted}
        begun = {id for name, id in there if name.startswith(wanted)}
        assert set(names.starting(wanted, 100)) == begun


def test_a_text_that_changes_is_found_by_its_new_words_only() -> None:
    texts = Texts()
    texts.put("a", (1,), "tawuran pelajar")
    texts.put("b", (2,), "tawuran warga")
    texts.put("a", (3,), "laka lantas")
    assert texts.find(["tawuran"], 5) == ["b"]
    assert texts.find(["lantas"], 5) == ["a"]
    texts.drop("b")
    assert texts.find(["tawuran"], 5) == []


def test_the_index_follows_the_room(desk: Desk) -> None:
    live = LiveIndex(desk.seat.live)
    assert [row.id for row in live.index.incidents_like("curanmor", 4)] == ["incident-148"]
    desk.change(desk.row("incident", "incident-148"), title="Motor ditemukan")
    desk.settle()
    assert [row.id for row in live.index.incidents_like("motor ditemukan", 4)] == ["incident-148"]
    desk.change(desk.row("unit", "unit-kodim-1"), call_sign="KODIM 9")
    desk.settle()
    assert live.index.unit("kodim1") is None
    found = live.index.unit("kodim9")
    assert found is not None
    assert found.id == "unit-kodim-1"


def test_a_renamed_camera_is_found_by_its_new_name(desk: Desk) -> None:
    live = LiveIndex(desk.seat.live)
    assert live.index.cameras_like("ciliwung", 2)
    desk.change(desk.row("camera", "camera-22"), alias="Pos Ijen")
    desk.settle()
    assert [camera.id for camera in live.index.cameras_like("pos ijen", 2)] == ["camera-22"]


def test_while_nobody_types_it_catches_up_by_itself(desk: Desk) -> None:
    live = LiveIndex(desk.seat.live)
    for _ in range(50):
        QCoreApplication.processEvents()
    assert live.index.catch_up(0)


def test_an_open_incident_stands_before_an_ended_one_of_the_same_number(desk: Desk) -> None:
    ended = desk.row("incident", "incident-139")
    desk.change(ended, number=147)
    desk.settle()
    found = Index(desk.seat.situation).incident("0147")
    assert found is not None
    assert found.status is IncidentStatus.HANDLED
