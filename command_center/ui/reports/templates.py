"""The templates of the room as this seat knows them."""

from __future__ import annotations

from dataclasses import replace

from command_center.advice.report_templates import (
    Template,
    demand_sound,
    in_force,
    shipped_templates,
)
from command_center.domain.errors import OperatorError
from command_center.ui.seat import Seat


def template_of(seat: Seat, code: str) -> Template:
    """In force: what the room saved last, the shipped one where that cannot be read any more."""
    setting = seat.situation.get("room_setting", shipped_templates()[code].setting)
    if setting is None:
        return in_force(code, None, 0)
    template = in_force(code, setting.value, setting.version)
    try:
        demand_sound(template)
    except OperatorError:
        return replace(in_force(code, None, 0), version=setting.version)
    return template
