"""Takes secrets out of text that may hold stream addresses."""

import re

MASK = "***"
_USERINFO = re.compile(r"(?<=://)[^/?#\s]*@")
_SECRET_PARAMETER = re.compile(
    r"(?i)([?&;](?:[\w.-]*(?:pass|pwd|token|key|secret|sig|auth|user|login|credential)[\w.-]*))="
    r"[^&;#\s'\"]*"
)


def redact(text: str) -> str:
    """`text` without the user part and the secret-looking parameters of any address in it."""
    without_user = _USERINFO.sub(f"{MASK}@", text)
    return _SECRET_PARAMETER.sub(rf"\1={MASK}", without_user)
