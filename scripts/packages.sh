# Sourced by the scripts beside it: Debian packages, installed where they are missing and left alone where they are there.

# need PACKAGE…
need() {
    local missing=()
    local package
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing ${missing[*]} …" >&2
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Install these as root, then run this again: apt-get install ${missing[*]}" >&2; exit 2; }
        root=(sudo)
    fi
    "${root[@]}" apt-get update -qq >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# What the program needs to be built and run.
need_program() {
    command -v swift >/dev/null || { echo "Swift 6 is needed: see https://www.swift.org/install/linux/" >&2; exit 2; }
    need libcmark-gfm-dev libcmark-gfm-extensions-dev libdeflate-dev libcrypt-dev libstemmer-dev tzdata
    need libgmime-3.0-dev libarchive-dev libmagic-dev libvips-dev libqpdf-dev libytnef0-dev libseccomp-dev libjs-marked curl
}
