#!/usr/bin/env bash
# An update that falls in its trial, with the built package in a bare root: taken up, its window killed
# three times, in the session of an operator, who may not change the installation, and then in that of
# an administrator, who may. As root only; a minute or two.
#
#   three_falls.sh [SUITE]    bookworm without
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "The bare roots need chroot, so this runs as root only." >&2; exit 4; }
# Mounts made below vanish with this namespace, whatever happens.
if [ "${1:-}" != inside ]; then exec unshare --mount --propagation private bash "$0" inside "$@"; fi
suite=${2:-bookworm}

name=pusat-komando
own=$(.venv/bin/python -c 'import command_center; print(command_center.__version__)')
package=dist/${name}_${own}_$(dpkg --print-architecture).deb
newer=99.1
office=/var/lib/administrator
[ -e "$package" ] || { echo "There is no $package: run make package first." >&2; exit 4; }
# shellcheck source=packaging/bare_root.sh
. packaging/bare_root.sh
open_screen 1366x768

as_administrator() { # of the machine: root, with a window
    chroot "$root" env -i PATH=/usr/bin:/bin HOME=$office XDG_RUNTIME_DIR=$office LANG=C.UTF-8 \
        DISPLAY=":$(cat "$root.display")" QT_QPA_PLATFORM=xcb "$@"
}

current() { basename "$(readlink "$root/opt/$name/current")"; }

# The number of the window of a version: of the two `live` processes the one whose parent is another.
window_of() {
    local process parent
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/exe" 2>/dev/null)" = "$root/opt/$name/versions/$1/command-center" ] || continue
        is_live "$process" || continue
        parent=$(sed -n 's/^PPid:\t//p' "$process/status" 2>/dev/null) || continue
        if is_live "/proc/$parent"; then
            basename "$process"
            return
        fi
    done
    return 1
}

# Kept in `window`: on a busy machine one that was too long silent is just being started again.
window_found() { window=$(window_of "$1"); }

is_live() { tr '\0' ' ' <"$1/cmdline" 2>/dev/null | grep -q 'command-center live $'; }

wait_for() { # WHAT COMMAND
    local what=$1 _
    shift
    for _ in $(seq 240); do
        if "$@" >/dev/null 2>&1; then return; fi
        sleep 0.5
    done
    cat "$root/said.txt" >&2
    fail "$what"
}

counted() { # FILE FALLS
    python3 -c 'import json, sys
sys.exit(json.load(open(sys.argv[1]))[sys.argv[2]].get("falls") != int(sys.argv[3]))' "$1" $newer "$2"
}

# As whom, and where that account's count is kept.
fall_three_times() {
    local as=$1 count=$2 supervisor fall
    "$as" command-center live >"$root/said.txt" 2>&1 &
    supervisor=$!
    for fall in 1 2 3; do
        wait_for "start $fall of $newer is not counted" counted "$count" "$fall"
        wait_for "no window of $newer" window_found $newer
        kill -9 "$window"
        say "$as: window $fall of $newer killed"
    done
    wait_for "$own does not stand in" window_found "$own"
    sleep 10
    wait_for "$own stood in and ended" window_found "$own"
    import -display ":$(cat "$root.display")" -window root "build/fell-$as.png"
    kill -TERM "$window"
    wait "$supervisor" || true
}

bare_root "$suite" || fail "no bare root: build/debootstrap-$suite.log"
install -d -m 700 "$root$office"
echo "[$suite] install $own, take up $newer"
: >build/install.log
as_root apt-get update -qq >>build/install.log 2>&1
install_package "$package"
# What a stage leaves: a whole version beside the current one. It is of the same files.
cp -al "$root/opt/$name/versions/$own" "$root/opt/$name/versions/$newer"
as_administrator command-center update apply >>build/install.log 2>&1 || fail "it is not taken up"
[ "$(current)" = $newer ] || fail "$newer is not current"

echo "[$suite] three falls, of an operator"
fall_three_times as_user "$root$home/.local/share/$name/update-trial.json"
[ "$(current)" = $newer ] || fail "an operator changed what starts for everybody"
say "$own stands in for the operator; $newer stays current"

echo "[$suite] three falls, of an administrator"
fall_three_times as_administrator "$root$office/.local/share/$name/update-trial.json"
[ "$(current)" = "$own" ] || fail "$newer is still current"
[ -e "$root/opt/$name/current.pending" ] && fail "something is still on trial"
[ "$(xargs <"$root/opt/$name/updates/fallen.txt")" = $newer ] || fail "nobody is told that it fell"
as_administrator command-center update status
echo "Three falls: back on $own."
