#!/usr/bin/env bash
# Does the handbook's first day in the package, in a bare root, at 1366x768, by keys and clicks, and
# leaves pictures of each step in build/first-day-SUITE/. As root only; some minutes.
#
#   first_day.sh [SUITE]    bookworm without
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "The bare roots need chroot, so this runs as root only." >&2; exit 4; }
# Mounts made below vanish with this namespace, whatever happens.
if [ "${1:-}" != inside ]; then exec unshare --mount --propagation private bash "$0" inside "$@"; fi
suite=${2:-bookworm}

name=pusat-komando
own=$(.venv/bin/python -c 'import command_center; print(command_center.__version__)')
package=dist/${name}_${own}_$(dpkg --print-architecture).deb
[ -e "$package" ] || { echo "There is no $package: run make package first." >&2; exit 4; }
# shellcheck source=packaging/bare_root.sh
. packaging/bare_root.sh
open_screen 1366x768
bare_root "$suite" || fail "no bare root: build/debootstrap-$suite.log"
echo "[$suite] install $own"
: >build/install.log
as_root apt-get update -qq >>build/install.log 2>&1
install_package "$package"
echo "[$suite] the first day"
rm -rf "build/first-day-$suite"
PYTHONPATH=packaging .venv/bin/python -m first_day "$root" "$home" ":$(cat "$root.display")" \
    "build/first-day-$suite"
