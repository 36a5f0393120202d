"""Whether the triggers that keep the log and the rows are all there, whole and switched on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from command_center.domain.entities import ENTITIES
from command_center.storage.damage import Damage, DamageKind
from command_center.storage.link import SQLITE, Link

_TRIGGER = re.compile(r"CREATE TRIGGER (\S+)")
_FUNCTION = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION (\w+)\(.*?AS \$\$(.*)\$\$", re.DOTALL)
_ENTITY = "{entity}"
_ON_SQLITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
_ON_POSTGRES = (
    "SELECT t.tgname, c.relname, t.tgenabled, t.tgisinternal FROM pg_trigger t"
    " JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = current_schema()::regnamespace"
)
_FUNCTIONS = (
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
)


def check_guards(link: Link, scripts: Path) -> list[Damage]:
    """What is missing, switched off or no longer says what `scripts`, the folder of the
    migrations, had it say; `about` names it."""
    engine = link.dialect.name
    found = _off_sqlite(link, scripts) if link.dialect is SQLITE else _off_postgres(link, scripts)
    return [Damage(DamageKind.GUARD_OFF, 0, 0, f"{engine}: {name}") for name in sorted(found)]


def _off_sqlite(link: Link, scripts: Path) -> set[str]:
    there = {str(name): _plain(str(sql)) for name, sql in link.all(_ON_SQLITE)}
    wanted = _triggers(scripts, "sqlite")
    return {name for name, sql in wanted.items() if there.get(name) != _plain(sql)}


def _off_postgres(link: Link, scripts: Path) -> set[str]:
    """A trigger of a foreign key is switched off as easily as one of ours."""
    triggers = link.all(_ON_POSTGRES)
    off = {
        f"{table} (foreign key)" if internal else str(name)
        for name, table, enabled, internal in triggers
        if str(enabled) in {"D", "R"}
    }
    off |= set(_triggers(scripts, "postgresql")) - {str(row[0]) for row in triggers}
    sources: dict[str, set[str]] = {}
    for name, source in link.all(_FUNCTIONS):
        sources.setdefault(str(name), set()).add(_plain(str(source)))
    for name, body in _functions(scripts).items():
        if _plain(body) not in sources.get(name, set()):
            off.add(f"{name}()")
    return off


def _triggers(scripts: Path, engine: str) -> dict[str, str]:
    """{name: statement}; the newest script that says it counts."""
    found: dict[str, str] = {}
    for statement in _statements(scripts, engine):
        match = _TRIGGER.match(statement)
        if match is None:
            continue
        entities = ENTITIES if _ENTITY in statement else ("",)
        for entity in entities:
            name = match[1].replace(_ENTITY, entity).strip('"')
            found[name] = statement.replace(_ENTITY, entity)
    return found


def _functions(scripts: Path) -> dict[str, str]:
    """{name: what it does}."""
    matches = map(_FUNCTION.match, _statements(scripts, "postgresql"))
    return {match[1]: match[2] for match in matches if match}


def _statements(scripts: Path, engine: str) -> Iterator[str]:
    files = sorted((scripts / "sql").glob(f"*_{engine}*.sql"))
    for file in files:
        if file.stem.endswith("_back"):
            continue  # what a step back would make
        for part in file.read_text(encoding="utf-8").split("\n\n"):
            yield "\n".join(line for line in part.splitlines() if not line.startswith("--"))


def _plain(sql: str) -> str:
    return " ".join(sql.replace('"', "").split())
