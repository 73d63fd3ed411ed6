#!/bin/sh
# Make .venv ready: system packages that Qt needs, a virtual environment, the project with the extras named.
# usage: packaging/setup.sh PYTHON VENV EXTRAS     (EXTRAS: empty, or "test,lint")
set -eu
python=$1 venv=$2 extras=$3
root=$(cd "$(dirname "$0")/.." && pwd)

if command -v dpkg-query >/dev/null 2>&1; then
  missing=
  for package in $(grep -v '^#' "$root/packaging/debian-packages.txt"); do
    # Names changed with the 64-bit time transition: libglib2.0-0 became libglib2.0-0t64.
    dpkg-query -W -f='${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q 'install ok installed' \
      || missing="$missing $package"
  done
  # A Python that is not Debian's brings venv itself.
  if "$python" -c 'import ensurepip' 2>/dev/null; then
    missing=$(printf '%s' "$missing" | sed 's/ python3-venv//')
  fi
  if [ -n "$missing" ]; then
    run=
    [ "$(id -u)" = 0 ] || run="sudo"
    line="apt-get install -y --no-install-recommends$missing"
    if [ -z "$run" ] || command -v sudo >/dev/null 2>&1; then
      echo "Installing system packages that Qt needs:$missing"
      $run apt-get update -qq
      # shellcheck disable=SC2086
      DEBIAN_FRONTEND=noninteractive $run $line >/dev/null || {
        echo "Some could not be installed. If the window does not open, type: $run $line" >&2; }
    else
      echo "The window needs system packages. Please type, as root:  $line" >&2
    fi
  fi
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
target="$root"
[ -z "$extras" ] || target="$root[$extras]"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$target"
