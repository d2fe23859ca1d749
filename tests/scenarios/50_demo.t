#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: one command makes a demonstration that a stranger can look around in,
# of a real place with invented people, and every act of it was lawful.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 38
at 2026-11-25 10:00

pid=
trap '[ -z "$pid" ] || kill "$pid"; rm -rf "$room"' EXIT

# serving WORD…: starts it and waits until it serves, at most a minute; $pid.
serving() {
	: >"$room/served"
	"$kenes" "$@" --listen 127.0.0.1:0 --now "@$clock" --lang en \
		>"$room/served" 2>"$room/errors" &
	pid=$!
	tenths=600
	while [ $((tenths -= 1)) -gt 0 ]; do
		grep -q '^http://' "$room/served" && return
		kill -0 "$pid" 2>/dev/null || break
		sleep 0.1
	done
	cat "$room/errors" >&2
	return 1
}
# stopped: asked to end, it ends well.
stopped() {
	kill -TERM "$pid"
	ended=$pid pid=
	wait "$ended"
}
url() {
	sed -n 's/^\(http:.*\)/\1/p' "$room/served"
}

mkdir -p "$dir.making/law"
echo rubbish >"$dir.making/kenes.db"
exits 0 'the demonstration is made and served' serving demo "$dir"
grep -q 'clerk *kenes-demo' "$room/served"
ok 'its accounts are printed' $?
exits 0 'its first page comes' curl -fsS "$(url)/en/"
says 'marked as an example' 'Qyzyl suat'
exits 0 'it ends when asked' stopped
exits 0 'what an interrupted making left is gone' test ! -e "$dir.making"
exits 0 'the record is unbroken' k record verify "$dir"
head=$tap_output
exits 0 'and gives the tables again' k rebuild "$dir" --check

# ---- who is there ---------------------------------------------------------------

shows 'a demonstration' community '"demonstration": true' \
	'"kato": "116652000"' '"kind": "rural-okrug"' '"example": true' \
	'"office": "district-maslikhat"' '"office": "person-empowered"'
count() {
	sqlite3 "$dir/kenes.db" "SELECT count(*) FROM residents WHERE $1"
}
[ "$(count 'birth < "2008-11-25"')" -ge 300 ]
ok 'three hundred adults and more' $?
[ "$(count 'birth > "2008-11-25"')" -ge 30 ]
ok 'some minors' $?
[ "$(count "number IS NULL OR substr(number, 7, 1) <> '9'")" = 0 ]
ok 'with numbers that are never issued' $?
[ "$(sqlite3 "$dir/kenes.db" \
	'SELECT count(DISTINCT kato) FROM residents')" = 4 ]
ok 'in all four villages' $?

# ---- what happened ----------------------------------------------------------------

shows 'one gathering was held, two sittings are called' sittings \
	'"phase": "handed-over"' '"phase": "notified"' '"procedure": "assembly"'
shows 'an assembly stands for four years' organs '"from": "2026-10-24"' \
	'"until": "2030-10-24"'
shows 'its decisions are published' decisions '"phase": "approved"' \
	'"published": true'
shows 'something is due' due '"act": "report"'
for lang in kk ru en; do
	exits 0 "the minutes in $lang" k document "$dir" 1 minutes
	exits 0 "the notice in $lang" k document "$dir" 2 notice --format html
done
says 'marked as an example' 'EXAMPLE'
lawful 'a resident can ask for a gathering' member '{"act": "open",
	"actor": "member", "procedure": "gathering"}' --dry-run

# ---- again --------------------------------------------------------------------------

exits 0 'served again' serving demo "$dir"
exits 0 'it ends' stopped
exits 0 'it was not made anew' k record verify "$dir"
[ "$tap_output" = "$head" ]
ok 'the record is the same' $?
must k init "$room/real" --community 116645000
exits 3 'a real community is no demonstration' k demo "$room/real"
says 'another folder is asked for' 'real community'
exits 0 'it is served as itself' serving serve "$room/real"
exits 0 'and ends' stopped
