#!/usr/bin/env bash
# Writes the settings of one database node of a room: node.sh FOLDER, values by environment.
#
#   ROOM        name of the cluster, the same on both nodes
#   NODE        name of this node
#   ADDRESS     where this node answers others; PORT for PostgreSQL, API_PORT for Patroni
#   ETCD        the three votes, HOST:PORT by comma
#   BIN         PostgreSQL's programs, such as /usr/lib/postgresql/15/bin
#   CLIENTS     the network of the workstations, such as 10.20.0.0/24
#   CERTIFICATE, KEY   PEM files of this node; without them only loopback is let in
#
# FOLDER/passwords holds two lines, the superuser's and the replication's password; it is made
# when it is missing. Nothing secret goes on a command line. See docs/cluster.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mkdir -p "$1" && cd "$1" && pwd)
: "${ROOM:?}" "${NODE:?}" "${ADDRESS:?}" "${PORT:?}" "${API_PORT:?}" "${ETCD:?}" "${BIN:?}"
umask 077

word() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

if [ ! -f "$folder/passwords" ]; then
    printf '%s\n%s\n' "$(word)" "$(word)" >"$folder/passwords"
fi
{ read -r superuser; read -r replication; } <"$folder/passwords"

if [ -n "${CERTIFICATE:-}" ]; then
    : "${KEY:?}" "${CLIENTS:?}"
    tls="ssl: 'on', ssl_cert_file: '$CERTIFICATE', ssl_key_file: '$KEY'"
    doors="- hostssl all all $CLIENTS scram-sha-256"
    between="- hostssl replication replicator $CLIENTS scram-sha-256"
else
    case $ADDRESS in
        127.*) ;;
        *) echo "node.sh: $ADDRESS is not loopback, so CERTIFICATE and KEY are needed" >&2; exit 2 ;;
    esac
    tls="ssl: 'off'"
    doors="- host all all 127.0.0.0/8 scram-sha-256"
    between="- host replication replicator 127.0.0.0/8 scram-sha-256"
fi

fill() {
    local text
    text=$(<"$here/patroni.yml.in")
    for name in ROOM NODE ADDRESS PORT API_PORT ETCD BIN; do
        text=${text//@$name@/${!name}}
    done
    text=${text//@FOLDER@/$folder}
    text=${text//@TLS@/$tls}
    text=${text//@DOORS@/$doors}
    text=${text//@BETWEEN@/$between}
    text=${text//@SUPERUSER@/$superuser}
    text=${text//@REPLICATION@/$replication}
    printf '%s\n' "$text"
}

fill >"$folder/patroni.yml"
