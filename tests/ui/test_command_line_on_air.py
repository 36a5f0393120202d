"""The radio and the kentongan from the command line."""

import pytest

from command_center.commands.kentongan import SoundKentongan
from command_center.commands.radio import LogRadio
from command_center.ui.commandline.grammar import understand
from tests.ui.seats import Desk


def run(desk: Desk, typed: str) -> str:
    said = understand(desk.seat, typed)
    assert said is not None
    desk.recorder.result = {"incident_id": "incident-148", "number": 148}
    said.run(desk.seat)
    desk.settle()
    return said.text


def test_ht_keeps_a_line_of_whoever_is_named_first(desk: Desk) -> None:
    assert run(desk, "ht samapta 12 merapat KPU #patroli") == (
        "Catat kabar radio: SAMAPTA 12: merapat KPU"
    )
    assert desk.commands == [LogRadio("merapat KPU", "", "SAMAPTA 12", "patroli")]


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("kentongan sawojajar rw 5 maling", SoundKentongan("Sawojajar", "05", "maling")),
        ("kentongan Sawojajar", SoundKentongan("Sawojajar", "", "")),
        ("kentongan rw 12 kedungkandang api", SoundKentongan("Kedungkandang", "12", "api")),
    ],
)
def test_a_kentongan_rings_where_it_was_beaten(
    desk: Desk, typed: str, command: SoundKentongan
) -> None:
    assert run(desk, typed).startswith("Bunyikan kentongan P1: ")
    assert desk.commands == [command]
    assert desk.seat.selection.incident_id == "incident-148"


@pytest.mark.parametrize("typed", ["ht", "ht  ", "kentongan", "kentongan rw 5", "kentongan sawo"])
def test_half_a_command_does_nothing(desk: Desk, typed: str) -> None:
    assert understand(desk.seat, typed) is None
