#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: by the edition in force in 2019 separate gatherings elect
# representatives, of whom a half are a quorum; by that of today the same
# representatives cannot reach a tenth of all members, and it is shown.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 34

# separate PROCEEDING FOR STREET FIRST: its first three are elected.
separate() {
	must act rural-akim '{"act": "open", "actor": "rural-akim",
		"procedure": "separate-gathering", "for": '"$2"',
		"plot": {"kato": "116645100", "street": "'"$3"'",
		"name": "'"$3"' көшесі"}}'
	calls "$1" "$day" '{"matter": "representatives", "title": "Өкілдер",
		"members": ['"$(numbers "$4" $(($4 + 2)))"']}'
}

at 2019-01-08 09:00
settle 116645000 4200
people 40 116645100 Абай >"$room/members.csv"
people 80 116645100 Достық | sed -n '42,$p' >>"$room/members.csv"
must k import "$dir" members "$room/members.csv"

lawful 'a gathering of representatives is opened' rural-akim \
	'{"act": "open", "actor": "rural-akim", "procedure": "gathering",
	"represented": true}'
shows 'the edition of its day rules it' 'sitting 1' \
	'"law_day": "2019-01-08"' '"represented": true'
call='{"act": "call", "proceeding": 1, "actor": "rural-akim",
	"day": "2019-03-01", "time": "11:00", "place": "Клуб",
	"items": [{"matter": "community-tasks", "title": "Жол"}]}'
refused 'it is not called before any is elected' rural-akim "$call" \
	'39-3(6)'

# ---- separate gatherings -------------------------------------------------------

day=2019-01-20
exits 0 'the separate gathering of Абай' separate 2 1 Абай 1
refused 'four are more than the local rules give a plot' rural-akim \
	'[{"act": "open", "actor": "rural-akim",
	"procedure": "separate-gathering", "for": 1,
	"plot": {"kato": "116645100", "street": "Достық", "name": "Достық"}},
	{"act": "call", "proceeding": 3, "actor": "rural-akim",
	"day": "2019-01-20", "time": "11:00", "place": "Клуб",
	"items": [{"matter": "representatives", "title": "Өкілдер",
	"members": [41, 42, 43, 44]}]}]' 'Exactly 3' 4
refused 'of another street nobody is a member there' rural-akim \
	'{"act": "call", "proceeding": 3, "actor": "rural-akim",
	"day": "2019-01-20", "time": "11:00", "place": "Клуб",
	"items": [{"matter": "representatives", "title": "Өкілдер",
	"members": [1, 41, 42]}]}' '39-3'
calls 3 "$day" '{"matter": "representatives", "title": "Өкілдер",
	"members": [41, 42, 43]}'
at 2019-01-20 11:00
exits 0 'it has its own quorum, of its plot' opens 2 1 4
votes 2 1 4 0
finishes 2
opens 3 41 44
votes 3 1 3 1
finishes 3
shows 'both have elected' sittings '"plot": "Абай көшесі"' \
	'"plot": "Достық"'

# ---- the gathering of representatives ------------------------------------------

lawful 'now it is called' rural-akim "$call"
lawful 'and noticed' rural-akim '{"act": "notify", "proceeding": 1,
	"actor": "rural-akim", "ways": ["mass-media"], "evidence": "Газет"}'
at 2019-03-01 11:00
shows 'a half of the six are needed' 'sitting 1' '"needed": 3' \
	'"base": "representatives"' '"base_count": 6' '"unreachable": false'
refused 'who represents nobody does not take part' clerk \
	'{"act": "arrive", "proceeding": 1, "actor": "rural-akim",
	"resident": 4, "evidence": "Тізім"}' '39-3'
lawful 'two come' clerk '{"act": "arrive", "proceeding": 1,
	"actor": "rural-akim", "residents": [1, 41], "evidence": "Тізім"}'
refused 'two are one short' rural-akim '{"act": "open-sitting",
	"proceeding": 1, "actor": "rural-akim"}' '2 present, 3 needed'
lawful 'three' clerk '{"act": "arrive", "proceeding": 1,
	"actor": "rural-akim", "resident": 2, "evidence": "Тізім"}'
lawful 'are enough' rural-akim '{"act": "open-sitting",
	"proceeding": 1, "actor": "rural-akim"}'
exits 0 'the list of representatives can be printed' k document "$dir" 1 attendance
exits 0 'the record is unbroken' k record verify "$dir"

# ---- today: the gap --------------------------------------------------------------

at 2026-11-02 09:00
must act rural-akim '{"act": "open", "actor": "rural-akim",
	"procedure": "gathering", "represented": true}'
day=2026-11-14
exits 0 'the same today: a separate gathering' separate 5 4 Абай 1
exits 0 'and the other' separate 6 4 Достық 41
at 2026-11-14 11:00
opens 5 1 4
votes 5 1 4 0
finishes 5
opens 6 41 44
votes 6 1 4 0
finishes 6
shows 'six representatives, but eight are needed' 'sitting 4' \
	'"needed": 8' '"base": "members-entitled"' '"base_count": 80' \
	'"unreachable": true'
calls 4 2026-11-26 '{"matter": "community-tasks", "title": "Жол"}'
at 2026-11-26 11:00
lawful 'all of them come' clerk '{"act": "arrive", "proceeding": 4,
	"actor": "rural-akim", "residents": [1, 2, 3, 41, 42, 43],
	"evidence": "Тізім"}'
refused 'and cannot open: the gap of 39-3(9) is said' rural-akim \
	'{"act": "open-sitting", "proceeding": 4, "actor": "rural-akim"}' \
	'39-3(9)' '6 present, 8 needed' 'sitting of all members'
exits 0 'the record gives the tables again' k rebuild "$dir" --check
