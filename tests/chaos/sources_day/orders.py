"""The way of orders to the units' own system on a simulated day, as the exercise room has it."""

from __future__ import annotations

from collections.abc import Iterator

from command_center.bootstrap.exercise_director import SituationBoard
from command_center.bootstrap.room import OpenedRoom
from command_center.connectors.order_messages import messages_of
from command_center.connectors.orders_out import OrderSender
from command_center.exercise.city.order_server import PATH


class Orders:
    """Hands on what was logged whenever `look` is called."""

    def __init__(self, room: OpenedRoom, url: str) -> None:
        self._history = room.database.history
        self._board = SituationBoard()
        self._sender = OrderSender(url + PATH, room.database.telemetry, room.clock)
        self._sender.start()

    def look(self) -> None:
        for stored in self._history.entries(self._board.seq):
            self._board.apply(stored)
            self._sender.hand(stored, self._board)

    def close(self) -> None:
        self._sender.stop()


def orders_of(room: OpenedRoom) -> Iterator[str]:
    """Ids of all messages the units must have heard, by the log."""
    board = SituationBoard()
    for stored in room.database.history.entries():
        board.apply(stored)
        for message in messages_of(stored, board):
            yield message.id
