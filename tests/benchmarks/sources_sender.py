"""usage: python -m tests.benchmarks.sources_sender URL KEY SECRET NAME TOTAL BATCH PER_S [KIND]

Posts reports like a source would, as fast as it goes with PER_S 0, over a few connections; prints
one JSON object. KIND `flood`, which is meant when none is said: all of one fire; `apart`: each of
something else somewhere else; `alike`: so, but all of one priority.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from datetime import UTC, datetime
from typing import Any

import requests

from command_center.advice.categories import categories
from command_center.connectors.gateway.keys import SourceKey, signed
from command_center.contract.records import VERSION
from command_center.domain.incident import Priority
from tests.benchmarks.town import place

LINES, PACED_LINES = 2, 8
"""Whoever keeps a pace needs as many as there may be unanswered reports."""
PATH = "/v1/reports"


class Sender:
    def __init__(self, url: str, key: SourceKey, per_s: float, kind: str) -> None:
        self._url, self._key, self._per_s, self._kind = url, key, per_s, kind
        self._lock = threading.Lock()
        self.stored = 0
        self.accepted: dict[str, float] = {}
        self.sent: dict[str, float] = {}

    def post(self, session: requests.Session, ids: list[str]) -> None:
        """Again until it is settled, as the contract asks."""
        body = json.dumps({"contract": VERSION, "records": self._reports(ids)}).encode()
        first = time.time()
        while True:
            headers = signed(self._key, "POST", PATH, body, int(time.time()), f"k-{ids[0]}")
            headers["Content-Type"] = "application/json"
            answer = session.post(self._url + PATH, data=body, headers=headers, timeout=60)
            now = time.time()
            if answer.status_code in (200, 202):
                break
            time.sleep(float(answer.headers.get("Retry-After", "1")))
        with self._lock:
            self.stored += answer.json()["stored"]
            self.accepted |= dict.fromkeys(ids, now)
            self.sent |= dict.fromkeys(ids, first)

    def _reports(self, ids: list[str]) -> list[dict[str, Any]]:
        if self._kind == "flood":
            return [_report(id) for id in ids]
        return [_report(id) | _apart(id, self._kind) for id in ids]

    def run(self, pages: list[list[str]]) -> float:
        """Seconds."""
        begun = time.perf_counter()
        count = PACED_LINES if self._per_s else LINES
        lines = [
            threading.Thread(target=self._line, args=(pages[n::count], n, count, begun))
            for n in range(count)
        ]
        for line in lines:
            line.start()
        for line in lines:
            line.join()
        return time.perf_counter() - begun

    def _line(self, pages: list[list[str]], number: int, count: int, begun: float) -> None:
        """Page after page of one connection of `count`."""
        with requests.Session() as session:
            session.trust_env = False
            for at, page in enumerate(pages):
                if self._per_s:
                    due = begun + (number + at * count) * len(page) / self._per_s
                    time.sleep(max(0.0, due - time.perf_counter()))
                self.post(session, page)


def _report(id: str) -> dict[str, Any]:
    return {
        "type": "report",
        "id": id,
        "at": datetime.now(UTC).isoformat(),
        "category": "kebakaran",
        "text": "asap tebal",
        "lat": -7.97,
        "lon": 112.63,
        "located_by": "gps",
    }


def _apart(id: str, kind: str) -> dict[str, Any]:
    chance, known = random.Random(id), categories()
    alike = (code for code in known if known[code].priority is Priority.P3)
    category = chance.choice(sorted(alike if kind == "alike" else known))
    return {"category": category, "text": f"Kejadian {id}, warga melapor", **place(chance)}


def main() -> None:
    url, name, secret, prefix = sys.argv[1:5]
    total, batch, per_s = int(sys.argv[5]), int(sys.argv[6]), float(sys.argv[7])
    kind = sys.argv[8] if len(sys.argv) > 8 else "flood"
    ids = [f"{prefix}{number}" for number in range(total)]
    sender = Sender(url, SourceKey(name, secret), per_s, kind)
    seconds = sender.run([ids[first : first + batch] for first in range(0, total, batch)])
    told = {
        "stored": sender.stored,
        "seconds": seconds,
        "accepted": sender.accepted,
        "sent": sender.sent,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
