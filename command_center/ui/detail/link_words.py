"""What an incident has to do with another, in words."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.domain.incident import LinkKind
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate

WORDS: Mapping[str, LinkKind] = {
    "terkait": LinkKind.RELATED,
    "related": LinkKind.RELATED,
    "akibat": LinkKind.EFFECT,
    "effect": LinkKind.EFFECT,
    "sebab": LinkKind.CAUSE,
    "penyebab": LinkKind.CAUSE,
    "cause": LinkKind.CAUSE,
    "pelaku": LinkKind.SAME_PERSON,
    "person": LinkKind.SAME_PERSON,
    "lokasi": LinkKind.SAME_PLACE,
    "place": LinkKind.SAME_PLACE,
}
"""As they are typed."""


def offered_words() -> list[str]:
    """One for each kind."""
    return [next(word for word, means in WORDS.items() if means is kind) for kind in LinkKind]


def link_text(kind: LinkKind, other: str) -> str:
    """Of an incident whose link to the `other` is read from its own side."""
    text = {
        LinkKind.RELATED: translate("Planned", "Tautan %1"),
        LinkKind.EFFECT: translate("Planned", "Akibat dari %1"),
        LinkKind.CAUSE: translate("Planned", "Penyebab %1"),
        LinkKind.SAME_PERSON: translate("Planned", "Pelaku sama dengan %1"),
        LinkKind.SAME_PLACE: translate("Planned", "Lokasi sama dengan %1"),
    }[kind]
    return fill(text, other)


def kind_text(kind: LinkKind, other: str) -> str:
    """As a choice."""
    if kind is LinkKind.RELATED:
        return fill(translate("Planned", "Terkait %1"), other)
    return link_text(kind, other)


def linked_text(line: TimelineLine, names: Names) -> str:
    """Of both by their numbers: the line stands in the timeline of each."""
    told: Mapping[str, str] = {
        LinkKind.EFFECT: translate("Timeline", "%1 menautkan: %2 akibat dari %3"),
        LinkKind.CAUSE: translate("Timeline", "%1 menautkan: %2 penyebab %3"),
        LinkKind.SAME_PERSON: translate("Timeline", "%1 menautkan: pelaku %2 dan %3 sama"),
        LinkKind.SAME_PLACE: translate("Timeline", "%1 menautkan: lokasi %2 dan %3 sama"),
    }
    plain = translate("Timeline", "%1 menautkan %2 dengan %3")
    text = told.get(str(line.result.get("kind", "")), plain)
    one, other = (names.incident(str(line.result.get(n, ""))) for n in ("incident_id", "other_id"))
    return fill(text, names.person(line.actor), one, other)


def unlinked_text(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 melepas tautan %2 dengan %3")
    one, other = (names.incident(str(line.result.get(n, ""))) for n in ("incident_id", "other_id"))
    return fill(text, names.person(line.actor), one, other)
