"""Answers HTTP challenges: Digest (RFC 7616), which most cameras ask for MJPEG, else Basic."""

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterable
from urllib.request import parse_http_list, parse_keqv_list


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


HASHES: dict[str, Callable[[str], str]] = {"MD5": _md5, "SHA-256": _sha256}


def basic(user: str, password: str) -> str:
    """The Authorization header that shows the password to whoever listens."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def answer_to(
    challenges: Iterable[str], user: str, password: str, method: str, target: str
) -> str | None:
    """The Authorization header for one of a server's `WWW-Authenticate` headers, Digest rather
    than Basic; None where it asks for something else."""
    known = list(challenges)
    for challenge in known:
        answer = digest(challenge, user, password, target, method=method)
        if answer is not None:
            return answer
    asked_basic = any(challenge.lower().startswith("basic") for challenge in known)
    return basic(user, password) if asked_basic else None


def digest(
    challenge: str,
    user: str,
    password: str,
    target: str,
    cnonce: str | None = None,
    method: str = "GET",
) -> str | None:
    """The Authorization header for `method` `target`; None for a challenge not understood.

    `cnonce` is random unless given.
    """
    scheme, _, rest = challenge.partition(" ")
    if scheme.lower() != "digest":
        return None
    try:
        asked = parse_keqv_list(parse_http_list(rest))
        realm, nonce = asked["realm"], asked["nonce"]
    except (KeyError, ValueError):
        return None
    algorithm = asked.get("algorithm", "MD5")
    hashed = HASHES.get(algorithm.upper())
    offered = [word.strip() for word in asked.get("qop", "").split(",")]
    if hashed is None or (offered != [""] and "auth" not in offered):
        return None
    cnonce = cnonce or secrets.token_hex(8)
    who, what = hashed(f"{user}:{realm}:{password}"), hashed(f"{method}:{target}")
    fields = {"username": user, "realm": realm, "nonce": nonce, "uri": target}
    if "auth" in offered:
        fields["response"] = hashed(f"{who}:{nonce}:00000001:{cnonce}:auth:{what}")
        fields["cnonce"] = cnonce
    else:
        fields["response"] = hashed(f"{who}:{nonce}:{what}")
    if "opaque" in asked:
        fields["opaque"] = asked["opaque"]
    quoted = [f'{name}="{_escaped(value)}"' for name, value in fields.items()]
    plain = [f"algorithm={algorithm}"] if "algorithm" in asked else []
    if "auth" in offered:
        plain += ["qop=auth", "nc=00000001"]
    return "Digest " + ", ".join(quoted + plain)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
