"""A finding in the words of the terminal, without a secret."""

from __future__ import annotations

from command_center.bootstrap.doctor.findings import Finding
from command_center.cli_doctor_words import do, what
from command_center.runtime.redact import redact


def as_row(found: Finding) -> dict[str, str]:
    """`do` "" where nothing is to be done."""
    return {
        "check": found.check,
        "state": found.state.value,
        "code": found.code,
        "what": redact(what(found.code, found.params)),
        "do": redact(do(found.do, found.params)),
    }
