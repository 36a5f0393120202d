#!/usr/bin/env bash
# Installs the built .deb in a bare root and lets an ordinary user open the exercise room there.
set -euo pipefail
cd "$(dirname "$0")/.."

[ "$(id -u)" = 0 ] || { echo "The bare root needs chroot, so this part runs as root only." >&2; exit 4; }
# Mounts made below vanish with this namespace, whatever happens.
[ "${1:-}" = inside ] || exec unshare --mount --propagation private bash "$0" inside

version=$(.venv/bin/python -c 'import command_center; print(command_center.__version__)')
package=dist/pusat-komando_${version}_$(dpkg --print-architecture).deb
suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
cache=$PWD/build/bare-$suite.tar
root=$(mktemp -d)
trap 'umount -q "$root/proc" "$root/dev/shm" || true; rm -rf --one-file-system "$root"' EXIT
home=/var/lib/petugas
picture=$root$home/room.png

bare_root() {
    if [ ! -e "$cache" ]; then
        debootstrap --variant=minbase "$suite" "$root" >build/debootstrap.log
        tar -cf "$cache.part" -C "$root" . && mv "$cache.part" "$cache"
    else
        tar -xf "$cache" -C "$root"
    fi
    chmod 755 "$root"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    # The build machine may reach its packages through a proxy; the bare root does the same.
    cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
    mkdir -p "$root/dev/shm"
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/dev/shm"
    install -d -o 1000 -g 1000 "$root$home"
}

as_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "${@}"; }

as_user() {
    chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin HOME=$home \
        XDG_RUNTIME_DIR=$home LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen "$@"
}

# Reports come from the city's process and the cameras' addresses from theirs: both were started
# from the bundle and answered.
filled() {
    local database
    while read -r database; do
        python3 - "$database" <<'QUERY' && return
import sqlite3, sys
room = sqlite3.connect(sys.argv[1])
(schema,) = room.execute("SELECT version_num FROM alembic_version").fetchone()
found = [room.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("report", "camera")]
print("      schema {}, {} reports, {} cameras".format(schema, *found))
sys.exit(0 in found)
QUERY
    done < <(grep -rlz --binary-files=text '^SQLite format 3' "$root$home")
    return 1
}

echo "[1/3] A bare $suite ..."
bare_root
echo "[2/3] Installing ${package##*/} ..."
cp "$package" "$root/package.deb"
as_root apt-get update -qq
as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o Dpkg::Use-Pty=0 /package.deb >build/install.log
rm "$root/package.deb"
echo "[3/3] The exercise room for 20 seconds ..."
as_user timeout 180 command-center exercise --screenshot $home/room.png --after 20
[ "$(head -c 8 "$picture" | od -An -tx1 | tr -d ' ')" = 89504e470d0a1a0a ] || {
    echo "No picture was written." >&2
    exit 1
}
filled || { echo "No database with reports and cameras was found." >&2; exit 1; }
cp "$picture" build/package-smoke.png
as_root apt-get purge -y -qq -o Dpkg::Use-Pty=0 pusat-komando >/dev/null
[ ! -e "$root/opt/pusat-komando" ] || { echo "Removing it left files in /opt." >&2; exit 1; }
echo "Package smoke passed: build/package-smoke.png ($(stat -c %s build/package-smoke.png) bytes)"
