"""What stands in a menu can be typed; and what is typed can be run by whoever may."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from command_center.domain.room import Role
from command_center.ui.actions.action import Action, Group
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.grammar import understand
from command_center.ui.commandline.search import Found, Kind, search
from command_center.ui.commandline.verbs import TYPED, verb_of
from command_center.ui.i18n import SOURCE, Language
from tests.ui.conftest import MakeDesk
from tests.ui.seats import Desk

SUBJECT = {Group.INCIDENT: "0147", Group.UNIT: "samapta12", Group.WALL: "CAM-022"}


@pytest.fixture(params=["id", "en"])
def either_desk(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Desk]:
    language = Language(parent=desk.seat.live)
    assert language.use(request.param)
    yield desk
    language.use(SOURCE)


def row_of(desk: Desk, action: Action) -> Found | None:
    rows = search(desk.seat, action.label)
    return next((row for row in rows if row.kind is Kind.ACTION and row.id == action.id), None)


def test_every_action_of_the_menus_is_found_by_its_name(either_desk: Desk) -> None:
    lost = [action.id for action in ACTIONS.values() if row_of(either_desk, action) is None]
    assert lost == []


def test_every_action_on_something_can_be_typed_with_what_it_is_about(either_desk: Desk) -> None:
    about = [action for action in ACTIONS.values() if action.group in SUBJECT]
    assert about
    short = {word for verb in TYPED for word in (*verb.words, *verb.english)}
    for action in about:
        verb = verb_of([*action.label.split(), SUBJECT[action.group]])
        assert verb is not None, action.id
        typed = f"{action.label} {SUBJECT[action.group]}"
        if action.label.lower() not in short:
            said = understand(either_desk.seat, typed)
            assert said is not None, typed
            assert said.permission is action.permission


def test_every_typed_verb_names_an_action_that_exists() -> None:
    assert [verb.action_id for verb in TYPED if verb.action_id not in {"", *ACTIONS}] == []


def test_a_typed_verb_asks_for_the_permission_of_its_button(desk: Desk) -> None:
    lines = {
        "incident.order": "tugas samapta14 0148", "incident.take": "ambil 0148",
        "incident.verify": "verifikasi 0149", "incident.note": "catat 0147 massa bubar",
        "incident.merge": "gabung 0148 0147", "incident.close": "tutup 0143",
        "incident.reopen": "buka 0139", "unit.acknowledge": "terima lantas03",
        "unit.release": "lepas lantas03", "unit.call_off": "tarik lantas03 sudah cukup",
        "incident.call": "110",
    }  # fmt: skip
    for action_id, line in lines.items():
        said = understand(desk.seat, line)
        assert said is not None, line
        assert said.permission is ACTIONS[action_id].permission, line


REASONS = [
    ("ambil 0146", "incident_has_owner"),
    ("ambil 0147", "incident_already_yours"),
    ("verifikasi 0147", "incident_already_verified"),
    ("prio 0147 p1", "priority_already_so"),
    ("status reskrim02 siap", "unit_status_already_so"),
    ("terima samapta12", "order_already_answered"),
    ("lepas reskrim02", "unit_has_no_order"),
    ("tarik reskrim02 salah alamat", "unit_has_no_order"),
    ("buka 0147", "incident_is_open"),
]


@pytest.mark.parametrize(("text", "reason"), REASONS, ids=[text for text, _ in REASONS])
def test_what_the_button_would_refuse_is_greyed_with_the_same_reason(
    desk: Desk, text: str, reason: str
) -> None:
    row = search(desk.seat, text)[0]
    assert (row.kind, row.reason) == (Kind.COMMAND, reason)


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.LIAISON])
def test_nobody_types_what_their_role_may_not_press(new_desk: MakeDesk, role: Role) -> None:
    desk = new_desk(role=role)
    assert search(desk.seat, "tugas samapta14 0148")[0].reason == "not_allowed"
    assert search(desk.seat, "tutup 0143")[0].reason == "not_allowed"


def test_an_action_typed_with_its_subject_selects_it_first(desk: Desk) -> None:
    asked: list[tuple[str, object]] = []
    desk.seat.asking.asked.connect(lambda id, subject: asked.append((id, subject)))
    said = understand(desk.seat, "teruskan 0146")
    assert said is not None
    assert said.text == "Teruskan: #0146 Laka lantas, 2 luka berat, Simpang Dieng"
    said.run(desk.seat)
    assert desk.seat.selection.incident_id == "incident-146"
    assert asked == [("incident.refer", "incident-146")]


def test_an_action_found_by_name_says_what_it_will_be_done_to(desk: Desk) -> None:
    desk.seat.selection.select_incident("incident-149")
    row = search(desk.seat, "verifikasi")[0]
    assert (row.id, row.preview) == (
        "incident.verify",
        "Verifikasi: #0149 Perusakan alat peraga kampanye, Jl. Soekarno-Hatta",
    )
