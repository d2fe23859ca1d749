#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: one number changed in the law files of a community changes what its
# next sitting demands, with the same program, and leaves a running one as it
# was.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 29

# change FROM TO: in every edition of the community's procedures.
change() {
	sed "s/$1/$2/" "$dir/law/procedures-2001.law" >"$room/changed.law"
	! cmp -s "$room/changed.law" "$dir/law/procedures-2001.law" &&
		cp "$room/changed.law" "$dir/law/procedures-2001.law"
}
opening='"act": "open", "actor": "rural-akim", "procedure": "gathering"'
called() {
	printf '{"act": "call", "proceeding": %s, "actor": "rural-akim",
		"day": "%s", "time": "11:00", "place": "Клуб",
		"items": [{"matter": "community-tasks", "title": "Жол"}]}' "$1" "$2"
}

at 2026-11-02 09:00
settle 116645000
register 100 116645000
must act rural-akim "{$opening}"
refused 'by the law as it is, nine days are too few' rural-akim \
	"$(called 1 2026-11-11)" '10 calendar days' '12 November 2026'
calls 1 2026-11-12 '{"matter": "community-tasks", "title": "Жол"}'

exits 0 'its site is open meanwhile' serving serve "$dir"
law_page() {
	curl -fsS "$(url)/en/law/acts/law-2001?article=39-3&day=2026-11-02"
}
exits 0 'where everybody reads the law' law_page
says 'as it is' 'Notice: at least 10 calendar days'
exits 0 'the lawyer writes 20 days for 10' \
	change 'notice: at least 10 calendar-days' \
	'notice: at least 20 calendar-days'
exits 0 'and 30 % for 10 % of a quorum' \
	change 'quorum: at least 10 %' 'quorum: at least 30 %'
exits 0 'the changed law has no faults' k law check --law "$dir/law"

kill -HUP "$pid"
tenths=100
until law_page | grep -q 'Notice: at least 20' ||
	[ $((tenths -= 1)) -eq 0 ]; do
	sleep 0.1
done
[ "$tenths" -gt 0 ]
ok 'told so, the open site reads it again' $?
exits 0 'and goes on until it is closed' stopped

# ---- the running one -------------------------------------------------------------

at 2026-11-12 11:00
lawful 'ten come' clerk '{"act": "arrive", "proceeding": 1,
	"actor": "rural-akim", "residents": ['$(numbers 1 10)'],
	"evidence": "Тізім"}'
lawful 'and are a quorum: the law of its opening rules it' rural-akim \
	'{"act": "open-sitting", "proceeding": 1, "actor": "rural-akim"}'
law=$(k show "$dir" sitting 1 --json | grep '"law":')

# ---- the next one -----------------------------------------------------------------

must act rural-akim "{$opening}"
refused 'the next sitting needs twenty days' rural-akim \
	"$(called 2 2026-12-01)" '20 calendar days' '2 December 2026'
lawful 'the twentieth is lawful' rural-akim "$(called 2 2026-12-02)"
lawful 'with notice the same day' rural-akim '{"act": "notify",
	"proceeding": 2, "actor": "rural-akim", "ways": ["mass-media"],
	"evidence": "Газет"}'
shows 'and thirty to be held' 'sitting 2' '"needed": 30'
[ "$law" != "$(k show "$dir" sitting 2 --json | grep '"law":')" ]
ok 'each is pinned to its own law' $?
at 2026-12-02 11:00
lawful 'twenty-nine come' clerk '{"act": "arrive", "proceeding": 2,
	"actor": "rural-akim", "residents": ['$(numbers 1 29)'],
	"evidence": "Тізім"}'
refused 'one short' rural-akim '{"act": "open-sitting", "proceeding": 2,
	"actor": "rural-akim"}' '29 present, 30 needed'
lawful 'the thirtieth' clerk '{"act": "arrive", "proceeding": 2,
	"actor": "rural-akim", "resident": 30, "evidence": "Тізім"}'
lawful 'opens it' rural-akim '{"act": "open-sitting", "proceeding": 2,
	"actor": "rural-akim"}'

# ---- what is pinned is kept --------------------------------------------------------

printf 'nonsense\n' >>"$dir/law/procedures-2001.law"
exits 3 'a law with a fault is not taken' act rural-akim "{$opening}"
says 'and its place is told' 'procedures-2001.law'
cp "$room/changed.law" "$dir/law/procedures-2001.law"
exits 0 'the minutes of the first are those of its law' \
	k document "$dir" 1 attendance
exits 0 'the record is unbroken, its laws with it' k record verify "$dir"
exits 0 'and gives the tables again' k rebuild "$dir" --check
