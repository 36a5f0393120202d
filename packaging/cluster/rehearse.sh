#!/usr/bin/env bash
# A whole cluster on this machine, to see a leader die: rehearse.sh FOLDER. Three etcd, two nodes,
# loopback only, random ports; prints the address of the database when both nodes are in step, and
# runs until it is stopped. FOLDER is made anew and holds the logs.
#
# Needs the Debian packages patroni, etcd-server and postgresql; not to be run as root.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir "$folder"
folder=$(cd "$folder" && pwd)
BIN=${BIN:-$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)}
export BIN

free_ports() { python3 - "$1" <<'PORTS'
import socket, sys
held = [socket.socket() for _ in range(int(sys.argv[1]))]
for one in held:
    one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in held))
PORTS
}

read -r c1 c2 c3 p1 p2 p3 d1 d2 a1 a2 <<<"$(free_ports 10)"
trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT
trap 'exit 130' INT TERM

votes="v1=http://127.0.0.1:$p1,v2=http://127.0.0.1:$p2,v3=http://127.0.0.1:$p3"
vote() {
    etcd --name "$1" --data-dir "$folder/$1" --enable-v2=false --log-level error \
        --listen-client-urls "http://127.0.0.1:$2" --advertise-client-urls "http://127.0.0.1:$2" \
        --listen-peer-urls "http://127.0.0.1:$3" \
        --initial-advertise-peer-urls "http://127.0.0.1:$3" \
        --initial-cluster "$votes" --initial-cluster-state new >"$folder/$1.log" 2>&1 &
    echo $! >"$folder/$1.pid"
}
vote v1 "$c1" "$p1"
vote v2 "$c2" "$p2"
vote v3 "$c3" "$p3"

export ROOM=room ADDRESS=127.0.0.1 ETCD="127.0.0.1:$c1,127.0.0.1:$c2,127.0.0.1:$c3"
node() {
    mkdir "$folder/$1"
    if [ -f "$folder/n1/passwords" ]; then cp "$folder/n1/passwords" "$folder/$1/" 2>/dev/null || true; fi
    NODE=$1 PORT=$2 API_PORT=$3 "$here/node.sh" "$folder/$1"
    patroni "$folder/$1/patroni.yml" >"$folder/$1.log" 2>&1 &
    echo $! >"$folder/$1.pid"
}
node n1 "$d1" "$a1"
node n2 "$d2" "$a2"

{ read -r password; read -r _; } <"$folder/n1/passwords"
(umask 077 && printf '127.0.0.1:*:*:postgres:%s\n' "$password" >"$folder/pgpass")

in_step() {
    python3 - "$a1" "$a2" <<'STEP'
import json, sys, urllib.request
for port in sys.argv[1:]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/cluster", timeout=2) as answer:
            roles = {m["role"] for m in json.load(answer)["members"] if m["state"] in ("running", "streaming")}
            if roles >= {"leader", "sync_standby"}:
                sys.exit(0)
    except OSError:
        pass
sys.exit(1)
STEP
}
for _ in $(seq 120); do
    if in_step; then
        printf 'nodes %s:%s %s:%s\n' "$d1" "$a1" "$d2" "$a2"
        printf 'postgresql://postgres@/postgres?host=127.0.0.1:%s&host=127.0.0.1:%s\n' "$d1" "$d2"
        printf 'pass file %s\n' "$folder/pgpass"
        wait
    fi
    sleep 0.5
done
echo "the nodes did not come into step; see $folder/*.log" >&2
exit 4
