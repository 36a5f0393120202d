#!/bin/sh
# Installs Pusat Komando, or upgrades it, from this folder alone, without any network:
#
#   sudo sh install.sh
#
# What the machine has already stays as it is. Nothing of its own list of sources is changed.
set -e
cd "$(dirname "$0")"
[ "$(id -u)" = 0 ] || { echo "As the machine's administrator: sudo sh install.sh" >&2; exit 4; }
sha256sum --quiet --check SHA256SUMS || { echo "The folder is damaged: copy it again." >&2; exit 3; }
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
mkdir -p "$state/lists/partial"
# A folder's name may hold what an address may not, such as a space.
ln -s "$PWD" "$state/folder"
echo "deb [trusted=yes] file:$state/folder ./" >"$state/sources.list"
get() {
    apt-get -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$state/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
        -o APT::Sandbox::User=root "$@"
}
get update -qq
get install -y pusat-komando "$@"
