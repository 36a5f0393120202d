#!/usr/bin/env bash
# Packs dist/pusat-komando/ as dist/pusat-komando_VERSION_ARCH.deb and, for anywhere,
# dist/pusat-komando-VERSION-ARCH.tar.zst. With PACKAGE_VERSION, a version in the place of the
# program's own, only a .deb to upgrade from, packed in a hurry; TO is another folder than dist.
set -euo pipefail
umask 022
cd "$(dirname "$0")/.."
bin=.venv/bin
name=pusat-komando
to=${TO:-dist}
export PYTHONPATH=$PWD:packaging
own=$($bin/python -c 'import command_center; print(command_center.__version__)')
version=${PACKAGE_VERSION:-$own}
architecture=$(dpkg --print-architecture)
level=${PACKAGE_VERSION:+1}
level=${level:-9}
tree=build/deb-$version
package=$to/${name}_${version}_$architecture.deb
portable=$to/$name-$version-$architecture.tar.zst
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y requirements.lock)}
export SOURCE_DATE_EPOCH
mkdir -p "$to"

fill() {
    sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$size/; s/@LIBC@/$libc/" \
        -e '/^@RUNNING@$/{r packaging/debian/running.sh' -e 'd}'
}

documents() {
    install -d "$1"
    install -m644 -t "$1" LICENSE NOTICE CHANGELOG.md docs/installing.md docs/licences.md \
        dist/$name.cdx.json
    gzip -n9 <dist/THIRD-PARTY-LICENCES.txt >"$1/THIRD-PARTY-LICENCES.txt.gz"
    $bin/python -m supply.copyright dist/$name.cdx.json >"$1/copyright"
}

# --- what lies in /opt ------------------------------------------------------------------------

rm -rf "$tree"
install -d "$tree/DEBIAN" "$tree/opt/$name/versions" "$tree/usr/bin"
# Links, not copies: nothing below writes into them.
cp -al dist/$name "$tree/opt/$name/versions/$version"
find "$tree/opt" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# --- the rest of the Debian package -----------------------------------------------------------

ln -s ../../opt/$name/current/command-center "$tree/usr/bin/command-center"
share=$tree/usr/share
install -Dm644 -t "$share/applications" packaging/debian/*.desktop
install -Dm644 packaging/debian/$name.svg "$share/icons/hicolor/scalable/apps/$name.svg"
QT_QPA_PLATFORM=offscreen $bin/python -m icons packaging/debian/$name.svg "$share/icons/hicolor"
install -Dm644 packaging/debian/$name.xml "$share/mime/packages/$name.xml"
install -Dm755 packaging/debian/verify-evidence "$tree/usr/lib/$name/verify-evidence"
install -Dm644 packaging/debian/$name-intake.service \
    "$tree/usr/lib/systemd/system/$name-intake.service"
install -dm750 "$tree/etc/$name"
install -m600 -t "$tree/etc/$name" packaging/debian/settings.toml packaging/debian/pgpass
documents "$share/doc/$name"
install -d "$share/man/man1"
$bin/python -m man | gzip -n9 >"$share/man/man1/command-center.1.gz"

# The bundle needs the newest C library that one of its files asks for, or a later one.
libc=$($bin/python -m bundle.libc dist/$name)
size=$(du -sk "$tree" | cut -f1)
fill <packaging/debian/control.in >"$tree/DEBIAN/control"
for script in preinst postinst prerm postrm; do
    fill <packaging/debian/$script.in >"$tree/DEBIAN/$script"
done
cp packaging/debian/conffiles "$tree/DEBIAN"
chmod 755 "$tree"/DEBIAN/{pre,post}{inst,rm}
(cd "$tree" && find etc opt usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
find "$tree" -path "$tree/opt" -prune -o -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zzstd -z"$level" --build "$tree" "$package" >/dev/null
echo "Built: $package ($(du -h "$package" | cut -f1))"

[ -n "${PACKAGE_VERSION:-}" ] || bash packaging/sizes.sh "$package"

# --- the same for anywhere ---------------------------------------------------------------------

if [ -z "${PACKAGE_VERSION:-}" ]; then
    ln -s "versions/$version" "$tree/opt/$name/current"
    documents "$tree/opt/$name/doc"
    tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
        -C "$tree/opt" -cf - $name | zstd -q -"$level" -T0 -f -o "$portable"
    echo "Built: $portable ($(du -h "$portable" | cut -f1))"
fi
rm -rf "$tree"
