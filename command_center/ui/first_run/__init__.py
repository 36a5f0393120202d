"""A machine that is set up for the first time: one page, a step at a time, nothing lost between."""
