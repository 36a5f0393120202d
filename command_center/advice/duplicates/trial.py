"""The scorecard tried on reports of which it is known what they are about, one after another as
they arrive, with an operator who answers what is asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from command_center.advice.duplicates.book import Book, Weights
from command_center.advice.duplicates.cards import OpenCards
from command_center.advice.duplicates.reading import Facts
from command_center.advice.duplicates.scorecard import Candidate, Judged, Verdict, judge

Operator = Callable[[Sequence[bool]], Sequence[int]]
"""Of the chips, true where it is the same happening: the places of those that are said to be."""
_FORGET_EVERY = 64


@dataclass(frozen=True, slots=True)
class Known:
    """A report and the name of what it is about; `p1`: that is one of the gravest."""

    facts: Facts
    truth: str
    p1: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a report: `incident_id` is named after the report that began it."""

    report_id: str
    verdict: Verdict
    incident_id: str
    raised: bool
    chips: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """B-cubed precision and recall over reports; `hidden`: the share of happenings that own no
    incident at the end; the rest are shares of the reports."""

    reports: int
    happenings: int
    precision: float
    recall: float
    hidden: float
    hidden_p1: int
    asked: float
    attached: float
    raised: float


def right(same: Sequence[bool]) -> Sequence[int]:
    """An operator who is never wrong, and presses a key for each chip that fits."""
    return [place for place, fits in enumerate(same) if fits]


@dataclass(eq=False, slots=True)
class Trial:
    """Feed with `take`, in the order reports arrive."""

    table: Book
    weights: Weights
    operator: Operator = right
    decisions: list[Decision] = field(default_factory=list)
    _known: dict[str, Known] = field(default_factory=dict)
    _cards: OpenCards = field(init=False)
    _about: dict[str, str] = field(default_factory=dict)
    _home: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._cards = OpenCards(self.table)

    def take(self, known: Known) -> Decision:
        facts = known.facts
        if len(self._known) % _FORGET_EVERY == 0:
            self._cards.forget(facts.at_s)
        judged = judge(self._cards, facts, self.weights)
        home = self._home_of(judged, known) or facts.report_id
        self._about.setdefault(home, known.truth)
        self._cards.take(home, facts)
        self._known[facts.report_id] = known
        self._home[facts.report_id] = home
        made = Decision(facts.report_id, judged.verdict, home, judged.raises, judged.candidates)
        self.decisions.append(made)
        return made

    def put(self, known: Known, home: str) -> None:
        """As another rule than the scorecard has it."""
        self._about.setdefault(home, known.truth)
        self._known[known.facts.report_id] = known
        self._home[known.facts.report_id] = home

    def _home_of(self, judged: Judged, known: Known) -> str:
        ids = [candidate.incident_id for candidate in judged.candidates]
        if judged.verdict is Verdict.ATTACH:
            return ids[0]
        if judged.verdict is Verdict.NEW:
            return ""
        said = self.operator([self._about[id] == known.truth for id in ids])
        for other in said[1:]:
            self._merge(ids[other], ids[said[0]])
        return ids[said[0]] if said else ""

    def _merge(self, loser: str, winner: str) -> None:
        card = self._cards.card(loser)
        for report_id in list(card.reports) if card else ():
            self._home[report_id] = winner
            self._cards.take(winner, self._known[report_id].facts)
        self._cards.drop(loser)

    def scores(self) -> Scores:
        """Of all that was taken; ValueError if nothing was."""
        total = len(self._known)
        if not total:
            raise ValueError("no reports")
        precision, recall = self._b_cubed()
        grave = {known.truth for known in self._known.values() if known.p1}
        happenings = {known.truth for known in self._known.values()}
        gone = happenings - set(self._about.values())
        verdicts = Counter(decision.verdict for decision in self.decisions)
        return Scores(
            reports=total,
            happenings=len(happenings),
            precision=precision,
            recall=recall,
            hidden=len(gone) / len(happenings),
            hidden_p1=len(gone & grave),
            asked=verdicts[Verdict.ASK] / total,
            attached=verdicts[Verdict.ATTACH] / total,
            raised=sum(1 for decision in self.decisions if decision.raised) / total,
        )

    def _b_cubed(self) -> tuple[float, float]:
        both: Counter[tuple[str, str]] = Counter()
        homes: defaultdict[str, int] = defaultdict(int)
        truths: defaultdict[str, int] = defaultdict(int)
        for id, known in self._known.items():
            both[self._home[id], known.truth] += 1
            homes[self._home[id]] += 1
            truths[known.truth] += 1
        precision = sum(n * n / homes[home] for (home, _), n in both.items())
        recall = sum(n * n / truths[truth] for (_, truth), n in both.items())
        return precision / len(self._known), recall / len(self._known)


def try_out(
    stream: Iterable[Known], table: Book, weights: Weights, operator: Operator = right
) -> Trial:
    trial = Trial(table, weights, operator)
    for known in stream:
        trial.take(known)
    return trial
