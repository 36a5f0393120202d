"""The status board: every unit of the room, what it does now, and coverage by area."""
