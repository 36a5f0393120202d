#!/usr/bin/env bash
# Builds dist/pusat-komando/ with PyInstaller and dist/pusat-komando_VERSION_ARCH.deb from it.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
name=pusat-komando
version=$($bin/python -c 'import command_center; print(command_center.__version__)')
architecture=$(dpkg --print-architecture)
tree=build/deb
package=dist/${name}_${version}_$architecture.deb

echo "[1/2] The bundle (some minutes) ..."
$bin/python -c 'from pathlib import Path; from hatch_build import compile_translations
compile_translations(Path())'
$bin/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller \
    packaging/$name.spec

echo "[2/2] The Debian package ..."
rm -rf "$tree"
install -d "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin"
cp -a dist/$name "$tree/opt/$name"
ln -s ../../opt/$name/command-center "$tree/usr/bin/command-center"
install -Dm644 packaging/debian/$name.desktop "$tree/usr/share/applications/$name.desktop"
install -Dm644 packaging/debian/$name.svg \
    "$tree/usr/share/icons/hicolor/scalable/apps/$name.svg"
install -Dm644 -t "$tree/usr/share/doc/$name" LICENSE NOTICE

# The bundle needs the C library it was built with, or a newer one.
libc=$(getconf GNU_LIBC_VERSION | cut -d' ' -f2)
cat >"$tree/DEBIAN/control" <<CONTROL
Package: $name
Version: $version
Architecture: $architecture
Maintainer: Pusat Komando contributors <noreply@localhost>
Section: misc
Priority: optional
Installed-Size: $(du -sk "$tree" | cut -f1)
Depends: libc6 (>= $libc), libgl1, libegl1, fontconfig, fonts-dejavu-core | fonts-dejavu
Recommends: fonts-inter
Description: command centre of a city police operations room
 Incident queue, unit board, map and camera wall over one log, with an
 exercise room that needs no outside connection.
CONTROL
dpkg-deb --root-owner-group -Zzstd --build "$tree" "$package" >/dev/null
echo "Built: $package ($(du -h "$package" | cut -f1))"
