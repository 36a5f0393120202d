"""What is done to a PostgreSQL server of the tests."""

from __future__ import annotations

import signal

import psutil

from tests.postgres import Server

GONE_S = 20.0


def kill_server(server: Server) -> None:
    """kill -9 of the server; returns when all its processes are gone: before, it cannot start."""
    children = psutil.Process(server.pid).children(recursive=True)
    server.stop(signal.SIGKILL)
    _, left = psutil.wait_procs(children, timeout=GONE_S)
    assert not left, "processes of the server outlive it"
