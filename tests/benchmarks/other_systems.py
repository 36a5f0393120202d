"""How many keys and clicks the ten tasks take elsewhere, counted from the systems' own sources.

Counted as ours are: every key pressed and every click is one; the caller's words, the place and a
note are typed anywhere and count nowhere; a unit is written as its call sign. Each is the least
that the source allows with the row already in sight. Where a source has no such step it is None.

- TicketsCAD 4 (openises/TicketsCAD): `assets/js/command-bar.js` and `new-incident.js` at 03217818,
  `keyboard-nav.js` at 4ccf5717. The kind is found by the pattern of the incident type.
- Resgrid (Resgrid/Core): `Views/Dispatch/NewCall.cshtml` at 19906688, `CloseCall.cshtml` at
  a31015f0, `Dashboard.cshtml` and `resgrid.dispatch.dashboard.js` at 0c326a1e.
- SnailyCAD 4 (SnailyCAD/snaily-cadv4), under `components/dispatch`: `manage-911-call-form.tsx` and
  `actions-column.tsx` at 74c76902, `assigned-units-table.tsx` at d9be7b7b,
  `add-unit-to-call-modal.tsx` at 31f1fa0f, `UpdateEventForm.tsx` at 1737aa2d.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """None: `why` says that there is no such step, or that its source was not read."""

    ticketscad: int | None
    resgrid: int | None
    snailycad: int | None
    why: str = ""

    @property
    def fewest(self) -> int | None:
        known = [n for n in (self.ticketscad, self.resgrid, self.snailycad) if n is not None]
        return min(known, default=None)


ELSEWHERE: Mapping[str, Elsewhere] = {
    # TC: / n Enter, Tab to the street, Ctrl+Enter. RG: New Call, name, kind (2), nature, address,
    # save. SN: button, five Tabs with the kind (2) between, Tab, Create.
    "call": Elsewhere(5, 7, 10),
    "take": Elsewhere(None, None, None, "none of the three has an owner of an incident"),
    "verify": Elsewhere(None, None, None, "none of the three has the step"),
    "order_first": Elsewhere(
        None, None, None, "TicketsCAD and SnailyCAD recommend nobody; Resgrid's panel is on the "
        "form of a new call only, and its script was not read"
    ),
    # TC: / i Enter, D, and on the page it opens at least unit and save. RG: view, edit, tick, save.
    # SN: Manage, Add unit, the call sign (9), the suggestion, Add, Save.
    "order_named": Elsewhere(6, 4, 14),
    # TC: `/s samapta12 resp` Enter; 6 less with a handle of three letters, which must be set up and
    # typed whole (units are found by equality, command-bar.js at 03217818). SN: Manage, the list
    # of statuses, the status.
    "acknowledge": Elsewhere(18, None, 3, "Resgrid's dispatch page only shows states"),
    "on_scene": Elsewhere(16, None, 3, "Resgrid's dispatch page only shows states"),
    "merge": Elsewhere(None, None, None, "none of the three merges incidents"),
    # TC: / i Enter, N, save. SN: Manage, the field, Ctrl+Enter.
    "note": Elsewhere(5, None, 3, "Resgrid's page of a call was not read"),
    # TC: / i Enter, X, confirm; no disposition. RG: view, close, the state (2), save. SN: Manage,
    # End call, confirm; no disposition.
    "close": Elsewhere(5, 5, 3),
}  # fmt: skip
