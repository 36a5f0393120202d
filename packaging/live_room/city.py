"""usage: PYTHONPATH=packaging python -m live_room.city ADDRESS KEY

Posts units and reports of Malang to a gateway, as a system of the city does. KEY is a file with
what `command-center source add` showed. Exit status 0: all of it was stored."""

from __future__ import annotations

import json
import re
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from command_center.connectors.gateway.keys import SourceKey
from command_center.connectors.posting import AWAY, Gate

UNITS = ("SAMAPTA 12", "LANTAS 03", "RESKRIM 21")
HAPPENED = (
    ("unjuk_rasa", "massa mulai dorong pagar", -7.9506, 112.6437),
    ("curanmor", "motor matic hitam hilang di parkiran", -7.9826, 112.6308),
    ("laka_lantas", "dua motor bertabrakan, satu luka", -7.9420, 112.6130),
    ("kebakaran", "asap dari gudang belakang pasar", -7.9786, 112.6311),
    ("banjir", "air masuk rumah setinggi lutut", -7.9602, 112.6205),
)
ACCEPTED, STRANGER = 202, 401
LONGEST_S = 120.0


def key_shown(text: str) -> SourceKey:
    """Out of what the terminal showed once."""
    told = dict(re.findall(r"^(Source-Key|secret):\s+(\S+)\s*$", text, re.MULTILINE))
    return SourceKey(told["Source-Key"], told["secret"])


def records() -> list[dict[str, object]]:
    now = datetime.now(UTC).isoformat()
    units: list[dict[str, object]] = [
        {
            "type": "unit",
            "id": f"unit-{name}",
            "at": now,
            "call_sign": name,
            "agency": "samapta",
            "kind": "patroli",
            "crew": 3,
            "status": "available",
        }
        for name in UNITS
    ]
    return units + [
        {
            "type": "report",
            "id": f"sebelum-{at}",
            "at": now,
            "category": category,
            "text": text,
            "reporter": "anonim",
            "lat": lat,
            "lon": lon,
        }
        for at, (category, text, lat, lon) in enumerate(HAPPENED)
    ]


def post(address: str, key: SourceKey) -> str:
    """What became of it, in words; RuntimeError where it is not stored."""
    body = json.dumps({"contract": "pusat-komando/1", "records": records()}).encode()
    gate, ends = Gate(address, key), time.monotonic() + LONGEST_S
    status, answer = gate(body, "")
    # It is still being started, or has not read who may post.
    while status in (AWAY, STRANGER) and time.monotonic() < ends:
        time.sleep(1)
        status, answer = gate(body, "")
    if status != ACCEPTED:
        raise RuntimeError(f"the gateway answered {status}: {answer.decode()[:400]}")
    outcomes = [one["outcome"] for one in json.loads(answer)["outcomes"]]
    if set(outcomes) != {"stored"}:
        raise RuntimeError(f"not all of it is stored: {answer.decode()[:800]}")
    return f"{status}, {len(outcomes)} records stored"


def main() -> int:
    address, shown = sys.argv[1:]
    print(post(address, key_shown(Path(shown).read_text(encoding="utf-8"))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
