"""Whether names of hosts are known from here."""

from __future__ import annotations

import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, wait

MOST_AT_ONCE, RESOLVE_S = 8, 4.0


def resolved(hosts: Iterable[str]) -> dict[str, bool]:
    """{host: whether its name is known}; who does not answer in time is not."""
    pool = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="resolve")
    asked = {host: pool.submit(socket.getaddrinfo, host, None) for host in hosts}
    done, _ = wait(asked.values(), RESOLVE_S)
    pool.shutdown(wait=False, cancel_futures=True)
    return {host: one in done and one.exception() is None for host, one in asked.items()}
