"""What may go wrong without being a bug. Codes travel; sentences exist only in ui and documents."""

from __future__ import annotations

from datetime import datetime


class OperatorError(Exception):
    """Something a person can understand and act on. `code` names the sentence, `params` fill it."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return f"{self.code} {self.params}" if self.params else self.code


def is_environment(error: Exception) -> bool:
    """Whether the database or its disk is at fault, not what was asked of it: worth a retry."""
    return isinstance(error, OperatorError) and (
        error.code == "disk_full" or error.code.startswith("database_")
    )


class NotFound(OperatorError):
    def __init__(self, entity: str, id: str) -> None:
        super().__init__("not_found", entity=entity, id=id)


class NotAllowed(OperatorError):
    """The person's role has no permission for the verb."""


class IllegalMove(OperatorError):
    """A status change that the table of allowed moves does not contain."""


class Conflict(OperatorError):
    """Somebody else changed the row first. Says who, when and what they set, where known."""

    def __init__(
        self,
        entity: str,
        id: str,
        *,
        by: str | None = None,
        at: datetime | None = None,
        theirs: dict[str, object] | None = None,
    ) -> None:
        super().__init__("conflict", entity=entity, id=id, by=by, at=at, theirs=theirs or {})


class Outrun(Conflict):
    """The row moved on between being read and being written here, by milliseconds: what was asked
    for may still be right, so it is tried again on the newer row."""


class DoneElsewhere(OperatorError):
    """The same op_id was stored over another connection since it was asked for: asked again, the
    log says what came of it."""

    def __init__(self) -> None:
        super().__init__("database_busy")
