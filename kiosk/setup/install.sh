# Read by kiosk/run, tests/run and tests/fresh, never run by itself. Needs $root, the top of the source tree.
# install_packages WHEN…   installs what is missing of packages.txt for those uses, and says what and why
# configure PRESET [OPTION…] runs CMake in build/PRESET, and shows what it said only where it fails
# build_jobs               prints how many compilers fit in the machine's cores and memory
# shellcheck shell=bash disable=SC2154

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Prints "package what for" of each line of packages.txt that one of the uses $@ asks for on this release.
packages_for() {
    local release when package why use
    release=$(sed -n 's/^VERSION_ID="\{0,1\}\([0-9]*\).*/\1/p' /etc/os-release)
    while read -r when package why; do
        for use in "$@"; do
            case $when in
            "$use") ;;
            "$use@"*) [ "${release:-99}" -ge "${when#*@}" ] || continue ;;
            *) continue ;;
            esac
            printf '%s %s\n' "$package" "$why"
        done
    done <"$root/kiosk/setup/packages.txt"
}

# Of the lines "package what for" on its input, prints those whose package is not installed.
missing_of() {
    local lines installed package why
    lines=$(sort -u -k1,1)
    # dpkg-query also exits with 1 where it does not know a package, which is what is asked here.
    # shellcheck disable=SC2046
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(cut -d' ' -f1 <<<"$lines") 2>/dev/null) || true
    while read -r package why; do
        grep -qxF "installed $package" <<<"$installed" || printf '%s %s\n' "$package" "$why"
    done <<<"$lines"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

install_packages() {
    local missing names log
    command -v apt-get >/dev/null ||
        fail "This needs Debian 12 or 13. Elsewhere, install what kiosk/setup/packages.txt lists and use cmake --preset release."
    missing=$(packages_for "$@" | missing_of)
    [ -n "$missing" ] || return 0

    say "Installing $(wc -l <<<"$missing") packages of Debian, and what those need:"
    sed 's/ /\t/' <<<"$missing" | while IFS=$'\t' read -r package why; do
        printf '  %-25s %s\n' "$package" "$why"
    done
    names=$(cut -d' ' -f1 <<<"$missing")
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "Only root may install them, and there is no sudo here. As root, run:
  apt-get install --no-install-recommends $(tr '\n' ' ' <<<"$names")"
    fi
    mkdir -p "$root/build"
    log=$root/build/packages.log
    # shellcheck disable=SC2086
    if ! { apt update && apt install --no-install-recommends $names; } >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        fail "The packages could not be installed; all that apt said is in $log."
    fi
}

configure() {
    local log=$root/build/$1/configure.log
    mkdir -p "$root/build/$1"
    if ! (cd "$root" && cmake --preset "$@") >"$log" 2>&1; then
        cat "$log" >&2
        fail "CMake could not configure build/$1."
    fi
}

build_jobs() {
    local cores memory
    cores=$(nproc)
    # A compiler of this code takes up to 700 MB, most of it for the JSON and test headers.
    memory=$(awk '/^MemAvailable:/ { print int($2 / 700000) }' /proc/meminfo)
    if [ "$memory" -lt "$cores" ]; then cores=$memory; fi
    if [ "$cores" -lt 1 ]; then cores=1; fi
    say "$cores"
}
