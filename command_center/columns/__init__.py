"""The clocks of a history of a million incidents, as columns of numbers; see docs/figures.md."""
