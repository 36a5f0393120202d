"""Suggests a priority by a table of points, always with the rows that fired."""

from command_center.advice.triage.reading import parse_table, shipped_table
from command_center.advice.triage.score import Facts, Said, Suggestion, said, suggest
from command_center.advice.triage.table import Row, Table, When

__all__ = [
    "Facts",
    "Row",
    "Said",
    "Suggestion",
    "Table",
    "When",
    "parse_table",
    "said",
    "shipped_table",
    "suggest",
]
