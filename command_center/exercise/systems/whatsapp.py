"""The room's WhatsApp number as the exercise plays it: a gateway of the operator's own hands each
message on as a report and carries the answers back into the chat.

Nothing of the real interface is used: this is our contract, posted to our gateway.
"""

from __future__ import annotations

from typing import Any

from command_center.exercise.systems.peer import Peer
from command_center.ports import Clock

SOURCE_ID, NAME, PROFILE = "whatsapp", "WhatsApp Polresta", "whatsapp"
CHANNEL = "whatsapp"
_CHATS = (
    "min ada balapan liar depan kampus",
    "pak tolong ada yg berantem di alun2",
    "lampu merah mati dari tadi pagi",
    "motor saya ilang di parkiran pasar",
    "mau tanya syarat bikin skck",
)


class WhatsApp(Peer):
    """One report a message; a pin is a place by GPS."""

    def __init__(self, seed: int, clock: Clock, room: str = "exercise") -> None:
        super().__init__("whatsapp", seed, clock, room)

    def chat(
        self,
        text: str,
        number: str = "",
        pin: tuple[float, float] | None = None,
        **given: Any,
    ) -> str:
        """A message from `number` ("" any), with `pin` = (lat, lon) if a place was shared."""
        number = number or f"62812{self._rng.randrange(10**8):08}"
        place = {} if pin is None else {"lat": pin[0], "lon": pin[1], "located_by": "gps"}
        record = {
            "type": "report",
            "id": f"wa-{len(self.sent) + 1:05}",
            "at": self.now(),
            "channel": CHANNEL,
            "text": text,
            "person": {"phone": number},
            **place,
            **given,
        }
        return self.tell(record)

    def say_something(self) -> str:
        pin = (-7.98 + self._rng.uniform(-0.02, 0.02), 112.63 + self._rng.uniform(-0.02, 0.02))
        return self.chat(self._rng.choice(_CHATS), pin=self._rng.choice((None, pin)))


def make(seed: int, clock: Clock, room: str = "exercise") -> WhatsApp:
    return WhatsApp(seed, clock, room)
