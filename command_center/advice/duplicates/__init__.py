"""Whether a report is about an incident the room already has, and why: an additive scorecard."""
