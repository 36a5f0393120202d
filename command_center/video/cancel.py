"""Ends an owner's waiting from outside, without touching anything the owner alone may close."""

import contextlib
import socket
import threading


class Cancel:
    """An event that also shuts down the sockets an owner is reading, so that it wakes at once."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._parts: set[Cancel] = set()

    def part(self) -> "Cancel":
        """One that is cancelled with this one, and can be cancelled alone."""
        part = Cancel()
        with self._lock:
            self._parts.add(part)
        if self.is_set():
            part.set()
        return part

    def end(self, part: "Cancel") -> None:
        """Cancel a part and forget it."""
        part.set()
        with self._lock:
            self._parts.discard(part)

    def set(self) -> None:
        """Cancel; never blocks."""
        self._event.set()
        with self._lock:
            for part in self._parts:
                part.set()
            for sock in self._sockets:
                # A socket that is not connected any more needs no waking.
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)

    def is_set(self) -> bool:
        """Whether the owner has to end."""
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Sleep; True as soon as cancelled."""
        return self._event.wait(max(0.0, seconds))

    def watch(self, sock: socket.socket) -> None:
        """Wake the reader of `sock` when cancelled."""
        with self._lock:
            self._sockets.add(sock)

    def forget(self, sock: socket.socket) -> None:
        """The owner is about to close `sock`."""
        with self._lock:
            self._sockets.discard(sock)
