"""Faults on purpose: kills, cut power, races, partitions. Each run prints one JSON line with its
seed; `python -m tests.chaos.NAME --help` runs one by hand, as long as wanted."""
