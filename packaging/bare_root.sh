# shellcheck shell=bash
# Sourced: bare roots of Debian and Ubuntu, a screen for each, and programs run inside. Whoever sources
# it does so in a mount namespace of its own, as root, and calls open_screen first.

root=$(mktemp -d)
roots=("$root") screens=()
home=/var/lib/petugas
sockets=tmp/.X11-unix # of the X server

fail() { echo "FAILED: $*" >&2; exit 1; }
say() { echo "      $*"; }

open_screen() { # WIDTHxHEIGHT
    Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp -ac 3>"$root.display" 2>/dev/null &
    screens+=($!)
    trap tidy EXIT
    until [ -s "$root.display" ]; do sleep 0.1; done
}

# Everything from here on is of another machine; the one before stays.
another_root() {
    root=$(mktemp -d)
    roots+=("$root")
}

tidy() {
    kill "${screens[@]}" 2>/dev/null || true
    for root in "${roots[@]}"; do
        clear_root
        rm -f "$root.display"
    done
}

is_ubuntu() { case $1 in jammy | noble) true ;; *) false ;; esac }

make_bare() {
    local suite=$1 folder=$2 scripts=/usr/share/debootstrap/scripts
    if is_ubuntu "$suite"; then
        debootstrap --variant=minbase --no-check-gpg "$suite" "$folder" "${UBUNTU_MIRROR:-}" \
            $scripts/gutsy
    else
        debootstrap --variant=minbase "$suite" "$folder"
    fi >"build/debootstrap-$suite.log" 2>&1
}

bare_root() {
    local cache=$PWD/build/bare-$1.tar
    if [ ! -e "$cache" ]; then
        make_bare "$1" "$root" || return 1
        tar -cf "$cache.part" -C "$root" . && mv "$cache.part" "$cache"
    else
        mkdir -p "$root"
        tar -xf "$cache" -C "$root"
    fi
    chmod 755 "$root"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    # The build machine may reach its packages through a proxy; the bare root does the same.
    cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
    if is_ubuntu "$1"; then
        sed -i 's/ main$/ main universe/' "$root/etc/apt/sources.list"
    fi
    mkdir -p "$root/dev/shm" "$root/$sockets"
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/dev/shm"
    mount --bind "/$sockets" "$root/$sockets"
    install -d -o 1000 -g 1000 "$root$home"
}

clear_root() {
    umount -q "$root/proc" "$root/dev/shm" "$root/$sockets" 2>/dev/null || true
    rm -rf --one-file-system "$root"
}

as_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@"; }

as_user() {
    chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin HOME=$home \
        XDG_RUNTIME_DIR=$home LANG=C.UTF-8 DISPLAY=":$(cat "$root.display")" \
        QT_QPA_PLATFORM="${platform:-xcb}" "$@"
}

install_package() {
    cp "$1" "$root/package.deb"
    as_root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Use-Pty=0 /package.deb >>build/install.log 2>&1 || { tail -20 build/install.log; fail "$1"; }
    rm "$root/package.deb"
}
