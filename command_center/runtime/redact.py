"""Takes secrets out of text that may hold addresses: of sources, cameras and databases."""

from __future__ import annotations

import re

MASK = "***"
_USERINFO = re.compile(r"(?<=://)[^/?#\s]*@")
# Many a password holds what should have been written as %2F: "user:" and no port after it.
_BROKEN_USERINFO = re.compile(
    r"(?<=://)(?=[^/?#\s@\[\]]*:(?!\d{1,5}(?:[/?#\s]|$)))[^\s\[\]]{1,300}@"
)
# Names are short: bounded, so that a long word cannot make the search slow.
_SECRET_PARAMETER = re.compile(
    r"(?i)([?&;][\w.-]{0,40}?"
    r"(?:pass|pwd|token|key|secret|sig|auth|user|login|credential)[\w.-]{0,40})="
    r"[^&;#\s'\"]*"
)


def redact(text: str) -> str:
    """`text` without the user part and the secret-looking parameters of any address in it."""
    without_user = _BROKEN_USERINFO.sub(f"{MASK}@", _USERINFO.sub(f"{MASK}@", text))
    return _SECRET_PARAMETER.sub(rf"\1={MASK}", without_user)
