"""A simulated system with an address of its own: it is read or posts, hears answers, and dies."""

from __future__ import annotations

import random
import threading
from typing import Any

import msgspec

from command_center.contract.messages import Message, ReplyMessage, StatusMessage
from command_center.domain.entities import iso
from command_center.exercise.systems.listener import Listener
from command_center.exercise.systems.outgoing import Gate, Outgoing
from command_center.ports import Clock

_PUSH_S = 0.2
_decoder = msgspec.json.Decoder(Message)


class Peer:
    """GET /v1/records is what the room may read, POST /v1/messages what it tells. With a gate it
    posts by itself. What it said and heard outlives a `kill`, as a database would."""

    def __init__(self, name: str, seed: int | str, clock: Clock, room: str) -> None:
        """`room` is the kind of room its records are meant for."""
        self._name = name
        self._rng = random.Random(seed)
        self._clock = clock
        self._listener = Listener(self._answer, name)
        self.outgoing = Outgoing(room)
        self._hearing = threading.Lock()
        self.heard: dict[str, Message] = {}
        self.repeated = 0
        """How often a message came that had been heard already."""
        self._stop = threading.Event()
        self._poster: threading.Thread | None = None

    @property
    def url(self) -> str:
        return self._listener.url

    @property
    def sent(self) -> list[str]:
        """The ids of all records so far."""
        return self.outgoing.ids

    def post_to(self, gate: Gate) -> None:
        """Post to this gateway from the next `start` or `revive` on."""
        self.outgoing.post_to(gate)

    def start(self) -> None:
        self._listener.start()
        self._begin()

    def stop(self) -> None:
        self.kill()

    def kill(self) -> None:
        self._stop.set()
        if self._poster is not None:
            self._poster.join()
            self._poster = None
        self._listener.kill()

    def revive(self) -> None:
        self._listener.revive()
        self._begin()

    def _begin(self) -> None:
        if self._poster is None:
            self._stop.clear()
            self._poster = threading.Thread(target=self._post, name=self._name, daemon=True)
            self._poster.start()

    def _post(self) -> None:
        while not self._stop.is_set():
            self.play()
            self.outgoing.flush()
            self._stop.wait(_PUSH_S)

    def play(self) -> None:
        """Say what is due by the clock; most systems say a thing when it happens."""

    def now(self) -> str:
        return iso(self._clock.now())

    # --- what the room asks and says -----------------------------------------------------------

    def _answer(
        self, method: str, path: str, query: dict[str, list[str]], body: bytes
    ) -> tuple[int, bytes]:
        if (method, path) == ("GET", "/v1/records"):
            return 200, self.outgoing.page(query)
        if (method, path) == ("POST", "/v1/messages"):
            return self._hear(body), b""
        return 404, b""

    def _hear(self, body: bytes) -> int:
        try:
            message = _decoder.decode(body)
        except msgspec.DecodeError:
            return 422
        with self._hearing:
            if message.id in self.heard:
                self.repeated += 1
                return 200
            if not self._take(message):
                return 422
            self.heard[message.id] = message
        return 201

    def _take(self, message: Message) -> bool:
        """Whether it is anything to this system, told for the first time; most take all."""
        return True

    def statuses(self, report: str) -> list[str]:
        """What the reporter of that report was told, oldest first."""
        told = [m for m in self.heard.values() if isinstance(m, StatusMessage)]
        return [message.status for message in told if message.report == report]

    def replies(self, report: str) -> list[str]:
        told = [m for m in self.heard.values() if isinstance(m, ReplyMessage)]
        return [message.text for message in told if message.report == report]

    def tell(self, record: dict[str, Any]) -> str:
        """A record of the contract, from now on to be read or posted; its id."""
        self.outgoing.add(record)
        return str(record["id"])
