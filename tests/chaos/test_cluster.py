"""The cluster of packaging/cluster with real processes: a dead leader takes no write with it."""

import threading
import time

import psycopg
import pytest

from tests.chaos.cluster import Cluster, missing, running_cluster

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]
ROUNDS = 2


class Writer(threading.Thread):
    """Acknowledged numbers, in order; an unanswered commit is written again under its number."""

    def __init__(self, conninfo: str) -> None:
        super().__init__(name="writer")
        self._conninfo = conninfo
        self._over = threading.Event()
        self.acknowledged: list[int] = []

    def run(self) -> None:
        number, link = 0, None
        while not self._over.is_set():
            try:
                link = link or psycopg.connect(self._conninfo, autocommit=True)
                link.execute("INSERT INTO kept VALUES (%s) ON CONFLICT DO NOTHING", (number,))
            except psycopg.Error:
                link = None
                time.sleep(0.1)
                continue
            self.acknowledged.append(number)
            number += 1
        if link is not None:
            link.close()

    def stop(self) -> None:
        self._over.set()
        self.join()


def conninfo(cluster: Cluster) -> str:
    first, second = (node.port for node in cluster.nodes)
    return (
        f"host=127.0.0.1,127.0.0.1 port={first},{second} user=postgres dbname=postgres"
        f" passfile={cluster.pass_file} target_session_attrs=read-write connect_timeout=2"
    )


def test_a_dead_leader_takes_no_acknowledged_write_with_it() -> None:
    if lacking := missing():
        pytest.skip(f"the rehearsal needs {lacking}")
    with running_cluster() as cluster:
        with psycopg.connect(conninfo(cluster), autocommit=True) as link:
            link.execute("CREATE TABLE kept (number integer PRIMARY KEY)")
        writer = Writer(conninfo(cluster))
        writer.start()
        try:
            for _ in range(ROUNDS):
                dead, known = cluster.leader(), len(writer.acknowledged)
                cluster.kill(dead)
                wait_for_more(writer, known + 100)
                assert cluster.leader() != dead
                cluster.bring_back(dead)
                cluster.wait_in_step()
        finally:
            writer.stop()
        with psycopg.connect(conninfo(cluster)) as link:
            stored = {row[0] for row in link.execute("SELECT number FROM kept").fetchall()}
        assert set(writer.acknowledged) <= stored
        assert len(writer.acknowledged) > ROUNDS * 100


def wait_for_more(writer: Writer, count: int) -> None:
    deadline = time.monotonic() + 90
    while len(writer.acknowledged) < count:
        assert time.monotonic() < deadline, "nobody can write"
        time.sleep(0.1)
