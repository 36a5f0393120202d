"""Whether a room's log is what it was: by itself, by what was signed, by what others saw of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from command_center.bootstrap.database.breach import export_breach
from command_center.bootstrap.database.heads import FOLDER, described
from command_center.bootstrap.database.witness import Testimony, place_of, read
from command_center.cli_words import explained
from command_center.domain.errors import OperatorError
from command_center.runtime.paths import data_dir, migrations_dir
from command_center.storage.audit import Chain, reading, verify_chain
from command_center.storage.audit_index import MOST, check_index
from command_center.storage.backup import Progress, silent
from command_center.storage.check import Finding, check_rows
from command_center.storage.damage import Damage, DamageKind
from command_center.storage.engine import open_engine
from command_center.storage.guards import check_guards
from command_center.storage.heads import check_signed, compared
from command_center.storage.link import Link

__all__ = ["AuditReport", "export_breach", "verify_audit"]


@dataclass(frozen=True, slots=True)
class AuditReport:
    """`signed` heads of the database itself hold, `seen` heads of the witness were compared;
    `keys` = {workstation: public keys it was seen to sign with}."""

    chain: Chain
    signed: int
    seen: int
    damages: tuple[Damage, ...]
    spoilt: tuple[str, ...]
    keys: dict[str, tuple[str, ...]]

    @property
    def entries(self) -> int:
        return self.chain.entries

    @property
    def good(self) -> bool:
        return not self.damages

    def lines(self) -> Iterator[str]:
        """Sentences for a terminal, the worst first."""
        for damage in self.damages:
            yield _said(f"audit_{damage.kind.value}", **described(damage))
        if self.spoilt:
            yield _said("audit_spoilt", count=len(self.spoilt), about=self.spoilt[0])
        if self.chain.damage is None:
            yield _said("audit_whole", count=self.entries, hash=self.chain.last.hex())
        if self.signed or self.seen:
            yield _said("audit_signed", count=self.signed, seen=self.seen)
        else:
            yield _said("audit_unsigned")
        for workstation, keys in sorted(self.keys.items()):
            for key in keys:
                yield _said("audit_key", about=workstation, key=key)


def _said(code: str, **params: object) -> str:
    return explained(OperatorError(code, **params))


def verify_audit(
    url: str,
    password: str | None = None,
    witness: Path | None = None,
    progress: Progress = silent,
    *,
    thorough: bool = False,
) -> AuditReport:
    """Walk the whole log of a database and compare it with everything that was signed of it.

    `witness` is a file or a folder of what workstations kept; without one, what this machine kept.
    `thorough` also compares columns, subjects, operations and rows: many times slower, and on a
    server only its owner may. OperatorError for what cannot be read.
    """
    told = _testimony(url, witness)
    chain = verify_chain(url, password, lambda done, total: progress("log", done, total))
    engine = open_engine(url, password)
    try:
        with reading(engine) as link:
            guards = check_guards(link, migrations_dir())
            progress("signatures", 0, 1)
            signed, contradiction = check_signed(link)
            lost = compared(link, told.heads)
            progress("signatures", 1, 1)
            beside = _beside(link, chain, progress) if thorough else []
        beside += _past_the_log(check_rows(engine, progress)) if thorough else []
    finally:
        engine.dispose()
    found = (chain.damage, contradiction, lost)
    return AuditReport(
        chain=chain,
        signed=signed,
        seen=len(told.heads),
        damages=(*_once(damage for damage in found if damage), *guards, *beside),
        spoilt=tuple(told.spoilt),
        keys={name: tuple(sorted(keys)) for name, keys in told.keys.items()},
    )


def _once(damages: Iterator[Damage]) -> Sequence[Damage]:
    """The signed heads and the witness notice the same cut."""
    return tuple(dict.fromkeys(damages))


def _beside(link: Link, chain: Chain, progress: Progress) -> list[Damage]:
    return list(check_index(link, lambda read: progress("entries", read, chain.entries)))


def _past_the_log(findings: Iterable[Finding]) -> list[Damage]:
    return [
        Damage(DamageKind.ROW_DIFFERS, 0, 0, f"{found.what} {found.id}")
        for found in islice(findings, MOST)
    ]


def _testimony(url: str, witness: Path | None) -> Testimony:
    if witness is None:
        own, place = data_dir() / FOLDER, place_of(url)
        found = [read(own / kind, place) for kind in ("live", "exercise")]
        return next((told for told in found if told.heads), Testimony())
    if not witness.exists():
        raise OperatorError("witness_missing", file=witness)
    told = read(witness, place_of(url))
    # a database that stands somewhere else now is still the one that was seen
    told = told if told.heads else read(witness)
    if not told.heads and not told.spoilt:
        raise OperatorError("witness_empty", file=witness)
    return told
