"""Lists of people and rosters as people keep them in sheets."""
