#!/usr/bin/env bash
# Installs the built packages in bare roots and does there what an IT officer and a room do: install,
# start, take in, upgrade with data, update, remove, purge. As root only; some minutes a root.
#
#   package_test.sh [SUITE ...]    bookworm jammy noble without
#
# PREVIOUS is a package of an older program, built from its own tree, to upgrade from; without it the
# same tree stands in for it under an older number. A suite whose packages are not to be reached fails
# the test; SKIP="jammy noble" names those that may be missing. UBUNTU_MIRROR is where Ubuntu's
# packages come from, debootstrap's own choice without. Its keys are not in Debian, so that the bare
# root is made unchecked: it is a test's, and thrown away.
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "The bare roots need chroot, so this runs as root only." >&2; exit 4; }
# Mounts made below vanish with this namespace, whatever happens.
if [ "${1:-}" != inside ]; then exec unshare --mount --propagation private bash "$0" inside "$@"; fi
shift
[ $# -gt 0 ] || set -- bookworm jammy noble

name=pusat-komando
own=$(.venv/bin/python -c 'import command_center; print(command_center.__version__)')
architecture=$(dpkg --print-architecture)
package=dist/${name}_${own}_$architecture.deb
portable=dist/$name-$own-$architecture.tar.zst
stand_in=build/previous/${name}_0.0.9_$architecture.deb # sorts below every version that there was
previous=${PREVIOUS:-$stand_in}
port=$(.venv/bin/python -c 'import socket; print(socket.create_server(("127.0.0.1", 0)).getsockname()[1])')
[ -e "$package" ] || { echo "There is no $package: run make package first." >&2; exit 4; }
# shellcheck source=packaging/bare_root.sh
. packaging/bare_root.sh
# shellcheck source=packaging/booted.sh
. packaging/booted.sh
# shellcheck source=packaging/service.sh
. packaging/service.sh
open_screen 1600x900
trap 'switch_off; tidy' EXIT

# As the service does, with its settings and its folder.
as_service() {
    chroot --userspec="$(as_root id -u $name):$(as_root id -g $name)" "$root" env -i PATH=/usr/bin:/bin \
        COMMAND_CENTER_CONFIG=/run/komando COMMAND_CENTER_DATA=/var/lib/$name LANG=C.UTF-8 "$@"
}

# --- what is done there -----------------------------------------------------------------------

is_picture() { [ "$(head -c 8 "$1" | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ]; }

# Reports come from the city's process and the cameras' addresses from theirs: both were started
# from the bundle and answered.
filled() {
    python3 - "$1" <<'QUERY'
import sqlite3, sys
room = sqlite3.connect(sys.argv[1])
(schema,) = room.execute("SELECT version_num FROM alembic_version").fetchone()
found = [room.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("report", "camera")]
print("      schema {}, {} reports, {} cameras".format(schema, *found))
sys.exit(0 in found)
QUERY
}

bugs() {
    if grep -rhs '"level": "ERROR"' "$root$home" --include='*.log' | head -3 | cut -c1-900 | grep .; then
        fail "the program wrote errors to its log"
    fi
}

exercise() { # PICTURE SECONDS [DATABASE]
    as_user timeout 400 "${program:-command-center}" exercise --screenshot "$home/$1" --after "$2" \
        ${3:+--database "$3"} || fail "the exercise room ended with $?"
    is_picture "$root$home/$1" || fail "no picture was written"
}

intake() {
    local waiter answer
    install -d -m 700 "$root/run/komando"
    cp "$root/etc/$name/settings.toml" "$root/run/komando"
    as_root install -d -o $name -g $name -m 750 /var/lib/$name
    as_root chown -R $name: /run/komando
    as_service command-center source add posko --push --name Posko >/dev/null || fail "source add"
    # The program keeps the number of the shell that it takes the place of.
    # shellcheck disable=SC2016
    as_service sh -c 'echo $$ >/run/komando/pid; exec "$@"' sh \
        command-center intake --listen 127.0.0.1:$port >"build/intake.log" 2>&1 &
    waiter=$!
    answer=$(.venv/bin/python - "http://127.0.0.1:$port" <<'ASK'
import sys, time, urllib.error, urllib.request
for _ in range(600):  # a machine with much to do is waited for
    try:
        with urllib.request.urlopen(sys.argv[1] + "/health", timeout=2) as answer:
            status = answer.status
        with urllib.request.urlopen(sys.argv[1] + "/v1/openapi.json", timeout=5) as answer:
            print(status, len(answer.read()))
        sys.exit(0)
    except OSError:
        time.sleep(0.4)
sys.exit(1)
ASK
    ) || answer=
    kill "$(cat "$root/run/komando/pid")" || true
    [ -n "$answer" ] || { cat build/intake.log; fail "the intake did not answer"; }
    say "intake answers: health ${answer% *}, its description ${answer#* } bytes"
    wait "$waiter" || fail "the intake ended with $?"
}

state() { as_user command-center state --database "$1"; }

version_is() {
    [ "$(readlink "$root/opt/$name/current")" = "versions/$1" ] || fail "current is not $1"
}

replace_a_library() {
    local library=$root/opt/$name/current/_internal/PySide6/Qt/lib/libQt6Widgets.so.6
    objcopy --add-section .replaced=/etc/hostname "$library" "$library.new"
    cmp -s "$library" "$library.new" && fail "nothing was replaced"
    mv "$library.new" "$library"
    platform=offscreen exercise replaced.png 5
    say "starts with a library of the LGPL replaced"
}

# Where the new one must wait for the other workstations, or falls, the one before starts.
keeps_the_one_before() {
    [ "$(cat "$root/opt/$name/updates/previous.txt")" = "$before" ] || fail "no version to fall back on"
    as_user "/opt/$name/versions/$before/command-center" --version >/dev/null || fail "$before is not whole"
    gone "/opt/$name/versions/.$before.kept"
    say "$before is kept: $(as_root du -sh "/opt/$name" | cut -f1) for both"
}

# As the signed updater leaves it: another version that is current.
updated_to() {
    install -d "$root/opt/$name/versions/$1"
    install -m755 /dev/null "$root/opt/$name/versions/$1/command-center"
    ln -sfn "versions/$1" "$root/opt/$name/current"
}

configure() { as_root /var/lib/dpkg/info/$name.postinst configure "$own" >/dev/null; }

updater_keeps() {
    local told=$root/opt/$name/updates/previous.txt unstood=0.0.95
    updated_to $unstood
    echo "{\"version\": \"$unstood\"}" >"$root/opt/$name/current.pending"
    configure
    version_is "$own"
    [ "$(xargs <"$told")" = "$unstood $before" ] || fail "one that never stood lost what is behind it"
    rm -r "$root/opt/$name/versions/$unstood"
    configure
    [ "$(xargs <"$told")" = "$before" ] || fail "one that is gone is still named"
    say "falls back over an update that never stood: $unstood, $before"
    updated_to 99.0
    configure
    version_is 99.0
    rm -r "$root/opt/$name/versions/99.0"
    configure
    version_is "$own"
}

check_unit() {
    as_root apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 systemd \
        >>build/install.log 2>&1
    # It ends well with a line that it drops, so that what it says counts.
    as_root systemd-analyze verify --man=no /usr/lib/systemd/system/$name-intake.service \
        >build/unit.log 2>&1 || { cat build/unit.log; fail "the unit"; }
    if grep -F $name-intake build/unit.log; then fail "the unit has what this systemd does not know"; fi
    say "unit: understood by $(as_root systemd-analyze --version | head -1)"
    if [ "$1" != jammy ]; then # whose systemd looks at running units only
        say "unit: $(as_root systemd-analyze security --offline=true $name-intake.service | tail -1)"
    fi
    gone /etc/systemd/system/multi-user.target.wants/$name-intake.service
}

gone_or_shared() { as_root dpkg -S "$1" >/dev/null 2>&1 || gone "$1"; }

# Neither files nor accounts; what the packages brought that it needs stays, and their own caches.
leaves_nothing() {
    local left
    left=$(seen | LC_ALL=C comm -13 build/seen-before.txt - | grep -iF -e komando -e command-center || true)
    [ -z "$left" ] || { echo "$left" | head -20; fail "purging left this"; }
    # What was there before may be the package's and another's, such as /usr/share/applications.
    while read -r path; do
        grep -qxF "$path" build/seen-before.txt || gone_or_shared "$path"
    done <build/owned.txt
    say "purged: of $(wc -l <build/owned.txt) paths of the package none is left, and no account"
}

gone() { for path in "$@"; do [ ! -e "$root$path" ] && [ ! -L "$root$path" ] || fail "$path is left"; done; }

# A clean machine without any network but the folder.
try_offline() {
    bash packaging/offline.sh "$1" >>build/install.log 2>&1 ||
        { tail -5 build/install.log; fail "offline.sh"; }
    cp -r "dist/offline-$1" "$root$home/a stick"
    unshare --net chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive sh "$home/a stick/install.sh" >>build/install.log 2>&1 ||
        { tail -20 build/install.log; fail "nothing is installed without a network"; }
    rm -r "$root$home/a stick"
    [ "$(as_user command-center --version)" = "$own" ] || fail "the program of the folder"
    say "installed without a network: $(find "dist/offline-$1" -name '*.deb' | wc -l) packages in the folder"
    check_menu_and_kinds
}

check_menu_and_kinds() {
    local manifest=$home/01938a2b-7c1d-7e2f-8a3b-4c5d6e7f8a9b.json
    local kind=application/vnd.pusat-komando.evidence+json
    as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Use-Pty=0 shared-mime-info desktop-file-utils xdg-utils libfile-mimeinfo-perl \
        >>build/install.log 2>&1 || fail "xdg-utils"
    echo '{"format": "pusat-komando-evidence"}' >"$root$manifest"
    cp "$root$manifest" "$root$home/renamed.json"
    echo '{"format": "else"}' >"$root$home/else.json"
    [ "$(kind_of "$manifest")" = $kind ] || fail "a manifest is $(kind_of "$manifest")"
    [ "$(kind_of "$home/renamed.json")" = $kind ] || fail "a manifest is known by its name alone"
    [ "$(kind_of "$home/else.json")" = application/json ] || fail "another file is a manifest"
    [ "$(as_user xdg-mime query default $kind)" = $name-verify.desktop ] || fail "what opens a manifest"
    as_root desktop-file-validate /usr/share/applications/$name.desktop \
        /usr/share/applications/$name-verify.desktop || fail "the menu's entries"
    say "a manifest is $kind, opened by $name-verify; the menu's entries are valid"
}

kind_of() { as_user xdg-mime query filetype "$1"; }

# By whole machine: what lies there, and who has an account.
seen() {
    {
        find "$root" -xdev \( -path "$root/proc" -o -path "$root/tmp" -o -path "$root$home" \
            -o -path "$root/run" -o -path "$root/var/cache" -o -path "$root/var/lib/apt" -o -path "$root/var/log" \) \
            -prune -o -printf '/%P\n'
        as_root getent passwd
        as_root getent group
    } | LC_ALL=C sort
}

live_room() { # found|kept
    PYTHONPATH=packaging:. .venv/bin/python -m live_room "$1" "$root" "$home" \
        ":$(cat "$root.display")" "build/live-room-$suite" || fail "the live room"
}

window_open() { pgrep -f "^command-center exercise --screenshot $home/open.png"; }

names_the_windows() {
    as_user command-center exercise --screenshot "$home/open.png" --after 600 >/dev/null 2>&1 &
    wait_until "window" window_open
    if as_root apt-get remove -y -qq -o Dpkg::Use-Pty=0 $name >build/removal.log 2>&1; then
        fail "an open window was removed"
    fi
    grep -qF "not removed, these windows are open" build/removal.log || fail "nobody was told"
    say "removal refused:$(grep -m1 'command-center exercise' build/removal.log)"
    window_open | xargs kill
    wait_until "end of it" is_closed
}
is_closed() { ! window_open; }

try_suite() {
    local suite=$1 database=sqlite:///$home/exercise.db hash before
    before=$(dpkg-deb --field "$previous" Version)
    echo "[$suite] without a network"
    : >build/install.log
    seen >build/seen-before.txt
    try_offline "$suite"
    as_root apt-get purge -y -qq -o Dpkg::Use-Pty=0 $name >>build/install.log 2>&1
    echo "[$suite] install $before"
    as_root apt-get update -qq >>build/install.log 2>&1
    install_package "$previous"
    version_is "$before"
    rm -rf "build/live-room-$suite"
    echo "[$suite] a live room and the exercise room of $before"
    live_room found
    exercise room.png 20 "$database"
    filled "$root$home/exercise.db" || fail "no reports or no cameras"
    bugs
    echo "[$suite] intake"
    intake
    hash=$(state "$database")
    echo "[$suite] upgrade to $own"
    install_package "$package"
    version_is "$own"
    keeps_the_one_before
    echo "[$suite] the live room for 60 seconds, under X"
    live_room kept
    cp "build/live-room-$suite/"*sesudah.png "build/package-$suite.png"
    [ "$(as_user command-center --version)" = "$own" ] || fail "the program's own version"
    as_user command-center db upgrade --database "$database" >>build/install.log 2>&1 ||
        fail "db upgrade"
    [ -n "${PREVIOUS:-}" ] || [ "$(state "$database")" = "$hash" ] || fail "the state is another one"
    [ -s "$root/var/lib/$name/room.db" ] || fail "the service's room is gone"
    intake
    updater_keeps
    check_unit "$suite"
    echo "[$suite] the service under systemd"
    if why=$(can_boot); then
        try_service
    else
        echo "[$suite] NOT TRIED: the service under systemd, for $why." >&2
        untried+=" the service in $suite"
    fi
    replace_a_library
    echo "[$suite] portable archive"
    zstd -dcq "$portable" | tar -x --no-same-owner -C "$root$home"
    program=$home/$name/current/command-center platform=offscreen exercise portable.png 10
    rm -rf "${root:?}$home/$name"
    echo "[$suite] remove, purge"
    names_the_windows
    as_root dpkg -L $name | grep -v -e '^/\.$' -e "^/opt/$name/versions/.*/_internal/" \
        >build/owned.txt
    as_root apt-get remove -y -qq -o Dpkg::Use-Pty=0 $name >>build/install.log 2>&1
    gone /usr/bin/command-center "/opt/$name/current" "/opt/$name/versions/$own"
    [ -s "$root/var/lib/$name/room.db" ] && [ -s "$root/etc/$name/settings.toml" ] ||
        fail "removing took data or settings"
    as_root apt-get purge -y -qq -o Dpkg::Use-Pty=0 $name >>build/install.log 2>&1
    gone "/opt/$name" "/etc/$name" "/var/lib/$name"
    leaves_nothing
    [ -s "$root$home/exercise.db" ] || fail "purging took a person's own data"
    echo "[$suite] passed: build/package-$suite.png"
}

if [ -n "${PREVIOUS:-}" ]; then
    echo "Upgraded from an older program: $previous"
else
    echo "Upgraded from the same tree under an older number: no schema changes (PREVIOUS)."
    [ "$previous" -nt "$package" ] ||
        PACKAGE_VERSION=0.0.9 TO=build/previous bash packaging/pack.sh >/dev/null
fi
untried=
for suite in "$@"; do
    if ! bare_root "$suite"; then
        case " ${SKIP:-} " in
        *" $suite "*)
            echo "[$suite] SKIPPED, as asked: its packages are not to be reached from here."
            untried+=" $suite"
            ;;
        *) fail "no bare root of $suite: build/debootstrap-$suite.log (UBUNTU_MIRROR, SKIP)" ;;
        esac
    else
        try_suite "$suite"
    fi
    clear_root
done
echo "Package test passed${untried:+, all but$untried}."
