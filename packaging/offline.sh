#!/usr/bin/env bash
# Lays dist/offline-SUITE/ with all that the package needs on a clean machine of that suite, beside the
# package: a folder for a USB stick, of which `sh install.sh` installs without any network. As root only.
#
#   offline.sh SUITE    bookworm, jammy or noble; UBUNTU_MIRROR as for package_test.sh
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "The bare roots need chroot, so this runs as root only." >&2; exit 4; }
[ $# -gt 0 ] || { echo "Say which suite: bookworm, jammy or noble." >&2; exit 2; }
# Mounts made below vanish with this namespace, whatever happens.
if [ "$1" != inside ]; then exec unshare --mount --propagation private bash "$0" inside "$@"; fi
suite=$2

name=pusat-komando
own=$(.venv/bin/python -c 'import command_center; print(command_center.__version__)')
package=dist/${name}_${own}_$(dpkg --print-architecture).deb
folder=dist/offline-$suite
[ -e "$package" ] || { echo "There is no $package: run make package first." >&2; exit 4; }
# shellcheck source=packaging/bare_root.sh
. packaging/bare_root.sh
trap clear_root EXIT

# What apt asks of a folder: an entry for each package, where it lies and what it must be.
index() {
    for file in *.deb; do
        dpkg-deb --field "$file"
        printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "$file" "$(stat -c %s "$file")" \
            "$(sha256sum "$file" | cut -d' ' -f1)"
    done
}

bare_root "$suite" || fail "no bare root: build/debootstrap-$suite.log"
as_root apt-get update -qq >build/offline.log 2>&1 || fail "no packages of $suite: build/offline.log"
mkdir -p "$root/offline/partial"
cp "$package" "$root/offline/${package##*/}"
# With what is recommended: printing, the kinds of files, the menu's icons.
as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --download-only \
    -o Dir::Cache::archives=/offline -o APT::Sandbox::User=root -o Dpkg::Use-Pty=0 \
    "/offline/${package##*/}" >>build/offline.log 2>&1 || { tail -20 build/offline.log; fail "$suite"; }
rm -rf "$folder" "$root/offline/partial" "$root/offline/lock"
cp -r --no-preserve=mode "$root/offline" "$folder"
install -m 755 packaging/debian/install-offline.sh "$folder/install.sh"
(cd "$folder" && index >Packages && sha256sum -- *.deb Packages install.sh >SHA256SUMS)
echo "Laid: $folder, $(find "$folder" -name '*.deb' | wc -l) packages, $(du -sh "$folder" | cut -f1)"
