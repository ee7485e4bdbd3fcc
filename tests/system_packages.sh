#!/usr/bin/env bash
# What pip cannot install. `system_packages.sh venv` before the virtual environment is made,
# `system_packages.sh test` before the tests: installs through apt when it may, else says what to do.
set -euo pipefail

missing=()
need() { # COMMAND PACKAGE
	command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}

office() { # PART, as soffice alone does not say which documents it opens
	local program
	program=$(readlink -f "$(command -v soffice)" 2>/dev/null) || true
	[ -e "${program%/*}/../share/registry/$1.xcd" ] || missing+=("libreoffice-$1")
}

case "${1:-}" in
venv)
	"${PYTHON:-python3}" -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
	;;
test)
	need javac default-jdk-headless
	need mvn maven
	need chromium chromium
	office impress
	office writer
	office calc
	[ -n "$(find /usr/share/fonts -iname '*cjk*' -print -quit 2>/dev/null)" ] || missing+=(fonts-noto-cjk)
	;;
*)
	echo "usage: $0 venv|test" >&2
	exit 2
	;;
esac

[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
	export DEBIAN_FRONTEND=noninteractive
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
	exit 0
fi
{
	echo "error: these programs are missing: ${missing[*]}"
	echo "where: this machine"
	echo "hint:  sudo apt-get install ${missing[*]}"
} >&2
exit 1
