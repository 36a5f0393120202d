"""Two database nodes and three votes on this machine, as packaging/cluster rehearses them."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.postgres import as_server_user, binaries

SCRIPTS = Path(__file__).resolve().parents[2] / "packaging" / "cluster"
NEEDED = ("patroni", "etcd", "setpriv")
PATIENCE_S = 90.0


def missing() -> str:
    """What of the machine is not there, "" if the rehearsal can run."""
    if os.geteuid() != 0:
        return "root, to become the user postgres"
    if binaries() is None:
        return "PostgreSQL"
    return ", ".join(name for name in NEEDED if not shutil.which(name))


@dataclass(frozen=True, slots=True)
class Node:
    name: str
    port: int
    api_port: int


@dataclass(slots=True)
class Cluster:
    folder: Path
    url: str
    nodes: tuple[Node, ...]
    restarted: list[subprocess.Popen[bytes]]

    @property
    def pass_file(self) -> Path:
        return self.folder / "pgpass"

    def roles(self) -> dict[str, str]:
        """{node: role of a running member}, {} while nobody answers."""
        for node in self.nodes:
            with suppress(OSError, ValueError):
                where = f"http://127.0.0.1:{node.api_port}/cluster"
                with urllib.request.urlopen(where, timeout=2) as answer:
                    members = json.load(answer)["members"]
                return {m["name"]: m["role"] for m in members if m["state"] in RUNNING}
        return {}

    def leader(self) -> Node:
        roles = self.roles()
        return next(node for node in self.nodes if roles.get(node.name) == "leader")

    def kill(self, node: Node) -> None:
        """The machine is gone: Patroni first, so that it cannot start the server again."""
        for pid in (self._patroni(node), self._server(node)):
            if pid is not None:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        subprocess.run(
            ["pkill", "-9", "-f", f"{self.folder / node.name}/data"], check=False, timeout=10
        )

    def bring_back(self, node: Node) -> None:
        settings = self.folder / node.name / "patroni.yml"
        with (self.folder / f"{node.name}.log").open("ab") as log:
            process = subprocess.Popen(
                [*as_server_user(), "patroni", str(settings)],
                stdout=log, stderr=log, env=environment(self.folder), cwd=self.folder,
            )  # fmt: skip
        (self.folder / f"{node.name}.pid").write_text(str(process.pid))
        self.restarted.append(process)

    def wait_in_step(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not {"leader", "sync_standby"} <= set(self.roles().values()):
            assert time.monotonic() < deadline, self.roles()
            time.sleep(0.25)

    def _patroni(self, node: Node) -> int | None:
        return int((self.folder / f"{node.name}.pid").read_text())

    def _server(self, node: Node) -> int | None:
        file = self.folder / node.name / "data" / "postmaster.pid"
        return int(file.read_text().split()[0]) if file.is_file() else None


RUNNING = ("running", "streaming")


def environment(home: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """In step when handed over. The scripts are copied to where the server's user may read."""
    above = Path(tempfile.mkdtemp(prefix="cluster-"))
    scripts = above / "scripts"
    shutil.copytree(SCRIPTS, scripts)
    owner = pwd.getpwnam("postgres")
    os.chown(above, owner.pw_uid, owner.pw_gid)
    scripts.chmod(0o755)
    folder = above / "room"
    command = [*as_server_user(), "bash", str(scripts / "rehearse.sh"), str(folder)]
    pipe, environ = subprocess.PIPE, environment(above)
    try:
        with subprocess.Popen(command, stdout=pipe, text=True, env=environ, cwd=above) as process:
            try:
                yield from _in_step(process, folder)
            finally:
                process.terminate()
    finally:
        shutil.rmtree(above, ignore_errors=True)


def _in_step(process: subprocess.Popen[str], folder: Path) -> Iterator[Cluster]:
    assert process.stdout is not None
    first, url = process.stdout.readline().split(), process.stdout.readline().strip()
    assert url, f"see {folder}"
    pairs = [part.split(":") for part in first[1:]]
    nodes = tuple(Node(f"n{i}", int(port), int(api)) for i, (port, api) in enumerate(pairs, 1))
    cluster = Cluster(folder, url, nodes, [])
    try:
        yield cluster
    finally:
        for node in nodes:
            cluster.kill(node)
        for restarted in cluster.restarted:
            restarted.wait(30)
