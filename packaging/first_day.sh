#!/usr/bin/env bash
# Does the handbook's first day in the package, in bare roots, at 1366x768, by keys and clicks, and
# leaves pictures of each step in build/first-day-SUITE/ and build/several-SUITE/. As root only; some
# minutes each.
#
#   first_day.sh [SUITE]            "Satu komputer"; bookworm without
#   first_day.sh several [SUITE]    "Beberapa komputer": two roots and a server of PostgreSQL
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "The bare roots need chroot, so this runs as root only." >&2; exit 4; }
# Mounts made below vanish with this namespace, whatever happens.
if [ "${1:-}" != inside ]; then exec unshare --mount --propagation private bash "$0" inside "$@"; fi
shift
several=
if [ "${1:-}" = several ]; then several=yes; shift; fi
suite=${1:-bookworm}

name=pusat-komando
own=$(.venv/bin/python -c 'import command_center; print(command_center.__version__)')
package=dist/${name}_${own}_$(dpkg --print-architecture).deb
[ -e "$package" ] || { echo "There is no $package: run make package first." >&2; exit 4; }
# shellcheck source=packaging/bare_root.sh
. packaging/bare_root.sh

machine() { # a bare root with the package, and a screen
    open_screen 1366x768
    bare_root "$suite" || fail "no bare root: build/debootstrap-$suite.log"
    echo "[$suite] install $own"
    : >build/install.log
    as_root apt-get update -qq >>build/install.log 2>&1
    install_package "$package"
}

# What a desktop of the city's has beside: somebody's account with a keyring, and the city's time.
furnish() { # PACKAGE ...
    as_root useradd --uid 1000 --home-dir "$home" --no-create-home petugas
    as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Use-Pty=0 "$@" >>build/install.log 2>&1 || fail "no $*: build/install.log"
    ln -sf /usr/share/zoneinfo/Asia/Jakarta "$root/etc/localtime"
}

first_day() { PYTHONPATH=packaging .venv/bin/python -m "$@"; }

machine
if [ -z "$several" ]; then
    echo "[$suite] the first day"
    rm -rf "build/first-day-$suite"
    first_day first_day "$root" "$home" ":$(cat "$root.display")" "build/first-day-$suite"
    exit
fi
furnish dbus gnome-keyring postgresql-client
another_root
machine
furnish dbus gnome-keyring
echo "[$suite] the first day, on several machines"
rm -rf "build/several-$suite"
set --
for root in "${roots[@]}"; do set -- "$@" "$root" ":$(cat "$root.display")"; done
first_day first_day.several "$home" "build/several-$suite" "$@"
