#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a disk that is full in the middle of an act leaves nothing half stored,
# says so, and once there is room again the same act is done.
#
# The full disk is a limit on the size of files: past it a write fails.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 31

# full BLOCKS COMMAND…: with files of at most so many half kilobytes.
full() {
	(
		trap '' XFSZ
		ulimit -f "$1"
		shift
		"$@"
	)
}

at 2026-11-02 09:00
first=$(find law -maxdepth 1 -name '*.law' -size +20 | LC_ALL=C sort | head -n 1)
exits 3 'no room for the law' \
	full 20 k init "$dir" --community 116645000
says 'which file, and that the old one stands' "/${first#*/}:" \
	'cannot be written'
exits 3 'no room for the store' \
	full 200 k init "$dir" --community 116645000
says 'nothing was stored' 'nothing was stored'
settle 116645000
register 1000 116645000
opening='{"act": "open", "actor": "rural-akim", "procedure": "gathering"}'
must act rural-akim "$opening"
exits 0 'the record before' k record verify "$dir"
head=$tap_output

# The roll of a thousand is written in the middle of the call.
call='{"act": "call", "proceeding": 1, "actor": "rural-akim",
	"day": "2026-11-20", "time": "11:00", "place": "Клуб",
	"items": [{"matter": "community-tasks", "title": "Жол"}]}'
for blocks in 72 96 128 192; do
	exits 3 "the disk is full in the middle of the call, $blocks" \
		full $blocks act rural-akim "$call"
	says 'nothing was stored' 'nothing was stored'
	exits 0 'the record is unbroken' k record verify "$dir"
	[ "$tap_output" = "$head" ]
	ok 'and as it was' $?
done
shows 'no call is known' 'sitting 1' '"phase": "opened"'
exits 0 'the tables agree' k rebuild "$dir" --check
people 1000 116645000 Достық | sed 's/Асан/Үсен/' >"$room/more.csv"
exits 3 'full in the middle of an import' \
	full 128 k import "$dir" members "$room/more.csv"
shows 'nobody was taken in' community '"residents": 1000'
lawful 'with room again the call is made' rural-akim "$call"
exits 0 'the import too' k import "$dir" members "$room/more.csv"
exits 0 'the record is unbroken' k record verify "$dir"
exits 0 'and gives the tables again' k rebuild "$dir" --check
