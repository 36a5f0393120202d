"""Who an incident should be referred to, and the clocks the law sets them: a table people edit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from command_center.runtime.paths import resources_dir

MAX_TEXT = 4000
_WORD = re.compile(r"\w+")
_SATURDAY = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A number of days, working days or days of the calendar."""

    days: int
    working: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A legal clock. `file`: the report must have reached them; `act`: they must answer it;
    `more`: the longest until it is done. `source` names the law; `read`: that article was read."""

    code: str
    label_id: str
    label_en: str
    agencies: tuple[str, ...]
    file: Deadline
    act: Deadline
    more: Deadline
    source: str
    read: bool


@dataclass(frozen=True, slots=True)
class RuleTable:
    """`offences` = (categories, phrases, agencies) of election offences; `suggest` and `words`
    name agencies by category and by phrase."""

    rules: Mapping[str, Rule]
    holidays: frozenset[str]
    offence_categories: frozenset[str]
    offence_phrases: tuple[tuple[str, ...], ...]
    offence_agencies: tuple[str, ...]
    suggest: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[tuple[str, ...], ...]]

    def of_agency(self, code: str) -> tuple[Rule, ...]:
        """The rules that are about an agency, the usual one first."""
        return tuple(rule for rule in self.rules.values() if code in rule.agencies)

    def is_offence(self, category: str, text: str) -> bool:
        """Whether it belongs to Bawaslu or Gakkumdu rather than to a patrol."""
        if category in self.offence_categories:
            return True
        said = _words(text)
        return any(_holds(said, phrase) for phrase in self.offence_phrases)

    def suggested(self, category: str, text: str) -> tuple[str, ...]:
        """Codes of the agencies that are probably meant, the likeliest first."""
        said = _words(text)
        found = list(self.offence_agencies) if self.is_offence(category, text) else []
        found += self.suggest.get(category, ())
        for agency, phrases in self.words.items():
            if any(_holds(said, phrase) for phrase in phrases):
                found.append(agency)
        return tuple(dict.fromkeys(found))

    def due_at(
        self, since: datetime, deadline: Deadline, local_day: Callable[[datetime], str]
    ) -> datetime:
        """When the days are over, to the hour of `since`: never later than the law has it, which
        counts to the end of the last day."""
        at, left = since, deadline.days
        while left:
            at += _DAY
            if not deadline.working or self._works(local_day(at)):
                left -= 1
        return at

    def _works(self, day: str) -> bool:
        return date.fromisoformat(day).weekday() < _SATURDAY and day not in self.holidays


def load_table(path: Path) -> RuleTable:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    rules = [_rule(row) for row in table["rule"]]
    election = table["election"]
    known = {rule.code: rule for rule in rules}
    if len(known) != len(rules):
        raise ValueError(f"a rule stands twice in {path.name}")
    return RuleTable(
        rules=known,
        holidays=frozenset(
            date.fromisoformat(d).isoformat() for d in table["calendar"]["holidays"]
        ),
        offence_categories=frozenset(election["categories"]),
        offence_phrases=tuple(map(_words, election["words"])),
        offence_agencies=tuple(election["agencies"]),
        suggest={category: tuple(codes) for category, codes in table["suggest"].items()},
        words={code: tuple(map(_words, phrases)) for code, phrases in table["words"].items()},
    )


@cache
def rule_table() -> RuleTable:
    """The table this program ships."""
    return load_table(resources_dir() / "codes" / "referral.toml")


def _rule(row: Mapping[str, object]) -> Rule:
    working = row["working"]
    if not isinstance(working, list):
        raise ValueError("working: a list")

    def deadline(name: str) -> Deadline:
        days = row[f"{name}_days"]
        if not isinstance(days, int) or not 0 < days <= 366:
            raise ValueError(f"{name}_days: 1 to 366")
        return Deadline(days, name in working)

    agencies = row["agencies"]
    if not isinstance(agencies, list):
        raise ValueError("agencies: a list")
    return Rule(
        code=str(row["code"]),
        label_id=str(row["id"]),
        label_en=str(row["en"]),
        agencies=tuple(map(str, agencies)),
        file=deadline("file"),
        act=deadline("act"),
        more=deadline("more"),
        source=str(row["source"]),
        read=row["read"] is True,
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text[:MAX_TEXT].casefold()))


def _holds(said: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(said[at : at + size]) == tuple(phrase) for at in range(len(said) - size + 1))
