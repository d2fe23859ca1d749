#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: whoever alters, cuts or reorders the record, or what lies beside it,
# with a tool of the database is found out, and the event is named.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 32

at 2026-11-02 09:00
settle 116645000
register 20 116645000
must act rural-akim '{"act": "open", "actor": "rural-akim",
	"procedure": "gathering"}'
calls 1 2026-11-14 '{"matter": "community-tasks", "title": "Жол"}'
exits 0 'the record is unbroken' k record verify "$dir"
says 'and says its head' '9 events'
head=${tap_output##* }
exits 0 'its head as JSON' k record verify "$dir" --json
says 'is the same' "\"head\": \"${head%.}\"" '"events": 9'
exits 0 'the derived tables agree' k rebuild "$dir" --check
exits 19 'the database itself refuses a change' sqlite3 "$dir/kenes.db" \
	"UPDATE events SET bytes = x'00' WHERE number = 7"
says 'since a record is kept' 'events are never changed'

# tamper SQL…: on a copy, with what guards it dropped.
copy=$room/copy
tamper() {
	rm -rf "$copy"
	cp -r "$dir" "$copy"
	sqlite3 "$copy/kenes.db" "SELECT 'DROP TRIGGER ' || name || ';'
		FROM sqlite_schema WHERE type = 'trigger'" >"$room/triggers.sql"
	sqlite3 "$copy/kenes.db" <"$room/triggers.sql"
	must sqlite3 "$copy/kenes.db" "$1"
}

# found DESCRIPTION SQL TEXT…
found() {
	description=$1
	tamper "$2"
	shift 2
	exits 1 "$description is found" k record verify "$copy"
	says '… and the event is named' "$@"
}

found 'an altered event' \
	"UPDATE events SET bytes = CAST(replace(CAST(bytes AS TEXT),
	'2026-11-14', '2026-11-15') AS BLOB) WHERE number = 8" \
	'event 8 were altered'
found 'an altered event with its hash made anew' \
	"UPDATE events SET hash = randomblob(32) WHERE number = 8" \
	'event 8 were altered'
found 'an event taken out' 'DELETE FROM events WHERE number = 5' \
	'Where event 5 should stand there is event 6'
found 'the end cut off' 'DELETE FROM events WHERE number = 9' \
	'ends with event 8, but event 9 was entered'
found 'two events in each other'"'"'s place' \
	'UPDATE events SET number = -8 WHERE number = 8;
	UPDATE events SET number = 8 WHERE number = 7;
	UPDATE events SET number = 7 WHERE number = -8' \
	'Event 7 says inside that its number is 8'
found 'a roll with a line less' \
	'DELETE FROM roll WHERE rowid IN (SELECT rowid FROM roll LIMIT 1)' \
	'roll of event 8'
found 'a pinned law that was rewritten' \
	"UPDATE corpus_sources SET text = text || '# x'" \
	'law that event 7 names'
tamper "UPDATE events SET bytes = x'7b7d' WHERE number = 8"
exits 1 'as JSON too' k record verify "$copy" --json
says 'with what differs' '"unbroken": false' \
	'"message": "The bytes of event 8 were altered'

# ---- derived tables ----------------------------------------------------------------

tamper "UPDATE sittings SET place = 'Стадион'"
exits 0 'the record does not know of derived tables' k record verify "$copy"
exits 1 'an altered one is found by the comparison' \
	k rebuild "$copy" --check
says 'with table and row' sitting
exits 0 'made again' k rebuild "$copy"
exits 0 'it agrees' k rebuild "$copy" --check
exits 0 'and says what the record says' k show "$copy" sitting 1
says 'the place of the call' 'Клуб'

# ---- people ---------------------------------------------------------------------------

exits 0 'the public record holds no name of a resident' \
	sqlite3 "$dir/kenes.db" "SELECT count(*) FROM events
	WHERE instr(CAST(bytes AS TEXT), 'Мысалов') > 0"
[ "$tap_output" = 0 ]
ok 'not one' $?
