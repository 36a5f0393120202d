#!/usr/bin/env bash
# Says how large a .deb is and how much it takes on the disk; ends with status 4 where that is more
# than was promised, in millions of bytes.
#
#   sizes.sh FILE.deb
set -euo pipefail
most_packed=160 most_installed=420

packed=$(stat -c %s "$1")
installed=$(($(dpkg-deb --field "$1" Installed-Size) * 1024))
awk -v packed="$packed" -v installed="$installed" -v a=$most_packed -v b=$most_installed 'BEGIN {
    printf "      packed %.1f MB (of %d), installed %.1f MB (of %d)\n", packed / 1e6, a, installed / 1e6, b
    exit packed > a * 1e6 || installed > b * 1e6 ? 4 : 0
}' || { echo "${1##*/} is larger than it may be." >&2; exit 4; }
