# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Test Anything Protocol for shell scenarios.  Source it from the tree's root.
tap_number=0

plan() {
	echo "1..$1"
}

# ok DESCRIPTION STATUS [OUTPUT-FILE]
ok() {
	tap_number=$((tap_number + 1))
	if [ "$2" -eq 0 ]; then
		echo "ok $tap_number - $1"
	else
		echo "not ok $tap_number - $1"
		[ -z "${3:-}" ] || sed 's/^/# /' "$3"
	fi
}

# ok_run DESCRIPTION COMMAND…: passes where the command exits with 0.
ok_run() {
	exits 0 "$@"
}

# not_ok_run DESCRIPTION COMMAND…: passes where it exits with 1.
not_ok_run() {
	exits 1 "$@"
}

# exits STATUS DESCRIPTION COMMAND…; what it printed is in $tap_output and
# $tap_errors.
exits() {
	tap_status=$1 tap_description=$2
	shift 2
	tap_out=$(mktemp) tap_err=$(mktemp)
	tap_got=0
	"$@" >"$tap_out" 2>"$tap_err" || tap_got=$?
	tap_output=$(cat "$tap_out") tap_errors=$(cat "$tap_err")
	cat "$tap_err" >>"$tap_out"
	echo "exit status $tap_got, not $tap_status" >>"$tap_out"
	[ "$tap_got" -eq "$tap_status" ]
	ok "$tap_description" $? "$tap_out"
	rm -f "$tap_out" "$tap_err"
}

# says DESCRIPTION TEXT…: the last output has each text.
says() {
	tap_description=$1 tap_missing=0
	shift
	for tap_text in "$@"; do
		case $tap_output$tap_errors in
		*"$tap_text"*) ;;
		*) tap_missing=1; echo "# lacks: $tap_text" ;;
		esac
	done
	ok "$tap_description" $tap_missing
	[ $tap_missing -eq 0 ] ||
		printf '%s\n%s\n' "$tap_output" "$tap_errors" | sed 's/^/# /'
}
