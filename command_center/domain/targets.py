"""Clocks that run against an incident and a unit. Room settings; seconds throughout."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Targets:
    """Defaults: on scene 10 min (Kapolri, January 2026), verified to ordered 60 s (NFPA 1225).

    `set_off_s`: from "heard" to moving; `due_lead_s`: how long before a planned incident is due it
    rings; `welfare_*_s`: how long a silent unit is looked for one way before the next."""

    verify_s: float = 60.0
    order_s: float = 60.0
    on_scene_s: float = 600.0
    answer_s: float = 60.0
    own_p1_s: float = 30.0
    silent_s: float = 1200.0
    en_route_s: float = 600.0
    at_work_s: float = 3600.0
    returning_s: float = 600.0
    break_s: float = 1800.0
    position_stale_s: float = 300.0
    status_stale_s: float = 4 * 3600.0
    take_over_s: float = 20.0
    own_p1_lead_s: float = 60.0
    set_off_s: float = 120.0
    due_lead_s: float = 900.0
    welfare_radio_s: float = 60.0
    welfare_phone_s: float = 60.0
    welfare_partner_s: float = 180.0
    welfare_lead_s: float = 120.0
