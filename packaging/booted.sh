# shellcheck shell=bash
# Sourced after bare_root.sh: starts the systemd of the bare root as the first process of namespaces of
# its own, with a network that knows this machine's loopback alone, as a machine does that has just been
# switched on. Root, a cgroup2 that may be written, and nothing else is needed for it.

groups= # the cgroup that holds all of it
init=   # the number of its systemd, seen from here

unified() { findmnt -nr -t cgroup2 -o TARGET | head -1; }

# Whether this machine can; what is missing is said.
can_boot() {
    groups=$(unified)
    [ -n "$groups" ] || { echo "no cgroup2 is mounted"; return 1; }
    groups=$groups/package-test-$$
    mkdir "$groups" 2>/dev/null || { echo "${groups%/*} cannot be written"; return 1; }
    rmdir "$groups"
}

# In the new namespaces, in the place of their first process.
# shellcheck disable=SC2016
first_process='
    set -e
    mount --make-rprivate /
    mount --rbind "$1" "$1"
    cd "$1"
    umount -q dev/shm proc tmp/.X11-unix || true
    mount -t proc proc proc
    mount -t sysfs -o ro sysfs sys
    mount -t tmpfs -o mode=755 dev dev
    for node in "null 3" "zero 5" "full 7" "random 8" "urandom 9" "console 3"; do
        mknod -m 666 "dev/${node% *}" c 1 "${node#* }"
    done
    mknod -m 666 dev/tty c 5 0
    mkdir dev/pts dev/shm
    mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
    ln -s pts/ptmx dev/ptmx
    ln -s /proc/self/fd dev/fd
    mount -t tmpfs -o mode=755 run run
    mount -t cgroup2 cgroup2 sys/fs/cgroup
    pivot_root . mnt
    umount -l mnt
    mount --make-rshared / # systemd hands credentials over by a mount that spreads
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin container=package-test LANG=C.UTF-8 \
        /lib/systemd/systemd --system --show-status=no --log-target=journal systemd.mask=console-getty.service
'

boot() {
    local outer _
    groups=$(unified)/package-test-$$
    mkdir -p "$groups"
    unshare --fork --kill-child --pid --mount --uts --ipc --net sh -c '
        echo 0 >"$1/cgroup.procs"
        shift
        exec unshare --cgroup "$@"
    ' sh "$groups" sh -c "$first_process" sh "$root" >build/boot.log 2>&1 &
    outer=$!
    init=
    for _ in $(seq 240); do
        init=$(pgrep -P $outer || true)
        if [ -n "$init" ] && [ "$(in_boot systemctl is-system-running 2>/dev/null)" != offline ] &&
            in_boot systemctl is-active --quiet multi-user.target 2>/dev/null; then return; fi
        kill -0 $outer 2>/dev/null || break
        sleep 0.5
    done
    cat build/boot.log
    fail "the systemd of the bare root did not come up"
}

in_boot() { # as root there
    nsenter --target "$init" --mount --uts --ipc --net --pid --cgroup --root \
        env -i -C / PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@"
}

on_its_network() { nsenter --target "$init" --net "$@"; }

switch_off() {
    [ -n "$init" ] || return 0
    in_boot systemctl poweroff --force >/dev/null 2>&1 || true
    for _ in $(seq 60); do [ -e "/proc/$init" ] || break; sleep 0.5; done
    kill -9 "$init" 2>/dev/null || true
    sleep 0.5
    find "$groups" -depth -type d -exec rmdir {} + 2>/dev/null || true
    init=
}
