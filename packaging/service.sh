# shellcheck shell=bash
# Sourced after bare_root.sh and booted.sh: the intake under the systemd of the bare root, with a
# PostgreSQL there, set up as docs/installing.md says. The root has the package.

service=$name-intake
server=127.0.0.1
owner=postgresql+psycopg://owner@$server/room
office=/var/lib/owner # whose home it is that founds the room
listening=127.0.0.1:8470

secret() { head -c 18 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

# Nothing is started by the packages' own scripts, for this is no machine that runs yet.
add_packages() {
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Use-Pty=0 "$@" >>build/install.log 2>&1 || { tail -20 build/install.log; fail "$*"; }
    rm "$root/usr/sbin/policy-rc.d"
}

# As its owner on the server: the room, and a login of its own for this machine.
found_room_of_service() { # PASSWORD-OF-OWNER PASSWORD-OF-SERVICE
    # Not among its words: the journal keeps those of whoever speaks to it.
    in_boot runuser -u postgres -- psql -q <<<"CREATE ROLE owner LOGIN SUPERUSER PASSWORD '$1'"
    install -d -m 700 "$root$office"
    install -m 600 /dev/stdin "$root$office/pgpass" <<<"$server:*:*:owner:$1"
    by_owner 'jeruk bali matang\njeruk bali matang' db init --database "$owner" --login sari \
        --name 'Aipda Sari Wulandari'
    by_owner "$2\n$2" db workstation posko --database "$owner"
}

by_owner() { # ANSWERS WORDS ...
    local answers=$1
    shift
    printf "$answers\n" >"$root/answers"
    on_its_network env PYTHONPATH=packaging:. .venv/bin/python -m live_room.terminal "$root/answers" \
        nsenter --target "$init" --mount --pid --root env -i -C / PATH=/usr/bin:/bin LANG=C.UTF-8 \
        HOME=$office PGPASSFILE=$office/pgpass COMMAND_CENTER_CONFIG=/etc/$name \
        command-center "$@" >build/owner.log || {
        cat build/owner.log
        fail "$1 $2"
    }
    rm "$root/answers"
}

of_room() { in_boot runuser -u postgres -- psql -qtA room -c "$1"; }

silent_about() { # SECRET ...
    in_boot journalctl --no-pager -o export >build/journal.export
    in_boot systemctl show "$service" >>build/journal.export
    for word in "$@"; do
        [ -n "$word" ] || fail "no secret to look for"
        if grep -aF "$word" build/journal.export; then fail "a secret stands in the journal"; fi
    done
}

try_service() {
    local of_owner of_service of_gateway stored status
    of_owner=$(secret) of_service=$(secret) of_gateway=$(secret)
    add_packages systemd postgresql
    boot
    say "$(in_boot systemctl --version | head -1), the first process of the root"
    in_boot systemctl is-active --quiet "$service" && fail "the service started by itself"
    wait_until "PostgreSQL there" in_boot runuser -u postgres -- psql -qc 'SELECT 1'
    found_room_of_service "$of_owner" "$of_service"
    printf '%s\n' "database = \"postgresql+psycopg://ws_posko@$server/room\"" \
        "gateway = \"$listening\"" "gateway_secret = \"$of_gateway\"" >>"$root/etc/$name/settings.toml"
    echo "$server:5432:room:ws_posko:$of_service" >>"$root/etc/$name/pgpass"
    by_owner '' source add posko --push --profile all --database "$owner"
    cp build/owner.log build/key.txt
    in_boot systemctl enable --now "$service" >>build/install.log 2>&1 || fail "it does not start"
    stored=$(on_its_network env PYTHONPATH=packaging:. .venv/bin/python -m live_room.city \
        "http://$listening" build/key.txt) || {
        in_boot journalctl --no-pager -u "$service" | tail -20
        fail "the service stored nothing"
    }
    say "posted to the service: $stored; $(of_room 'SELECT count(*) FROM incident') incidents"
    say "handed over: $(in_boot stat -c '%n %a %U' "/run/credentials/$service.service/pgpass" \
        "/run/$service/pgpass" | sed 's#/run/##' | xargs)"
    [ "$(in_boot stat -c '%a %U' "/run/$service/pgpass")" = "600 $name" ] || fail "the pass file"
    in_boot systemctl stop "$service" || fail "it does not stop"
    status=$(in_boot systemctl show -p Result,ExecMainCode,ExecMainStatus "$service" | sort | xargs)
    [ "$status" = "ExecMainCode=1 ExecMainStatus=0 Result=success" ] || fail "it ended with $status"
    in_boot test ! -e "/run/$service" || fail "its passwords are left in memory"
    silent_about "$of_owner" "$of_service" "$of_gateway" \
        "$(sed -n 's/^secret: *//p' build/key.txt | tr -d '\r')"
    say "stopped: $status; no secret in $(in_boot journalctl --no-pager | wc -l) lines of the journal"
    in_boot systemctl start "$service" || fail "it does not start again"
    in_boot systemctl is-active --quiet "$service" || fail "it does not run again"
    in_boot systemctl stop "$service"
    switch_off
    say "switched on again: $(ls "$root/etc/systemd/system/multi-user.target.wants" | grep -c "$service")"
    rm -f build/key.txt build/journal.export
    rm -r "$root$office"
}

wait_until() { # WHAT COMMAND ...
    local what=$1 _
    shift
    for _ in $(seq 240); do
        if "$@" >/dev/null 2>&1; then return; fi
        sleep 0.5
    done
    [ -z "$init" ] || in_boot journalctl --no-pager | tail -40
    fail "no $what"
}
