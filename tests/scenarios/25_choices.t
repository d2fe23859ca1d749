#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: where neither the law nor local rules say how a thing is done, nothing
# is made up: the sitting goes on only with a recorded choice and its ground.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 18

# choose PROCEEDING PARAMETER VALUE
choose() {
	printf '{"act": "choose", "proceeding": %s, "actor": "rural-akim",
		"parameter": "%s", "value": "%s", "ground": "Жиын шешімі"}' "$@"
}

at 2026-11-02 09:00
settle 116647000
register 50 116647100
must act rural-akim '{"act": "open", "actor": "rural-akim",
	"procedure": "gathering"}'
calls 1 2026-11-14 '{"matter": "community-tasks", "title": "Жол"}'
at 2026-11-14 11:00
opens 1 1 5
put='{"act": "put", "proceeding": 1, "actor": "chair", "item": 1}'
refused 'the law gives no form of the vote' clerk "$put" '39-3(11)'
exits 2 'no form of a vote' act rural-akim "$(choose 1 form openly-ish)"
exits 2 'no parameter' act rural-akim "$(choose 1 colour red)"
refused 'the quorum is not chosen: the law gives it' rural-akim \
	"$(choose 1 quorum 'at-least 1 % of members-entitled')" '39-3'
lawful 'a form is chosen' rural-akim "$(choose 1 form by-show-of-hands)"
lawful 'and used' clerk "$put"
refused 'the same choice is not made over a running vote' clerk \
	"$put" '39-3(11)'

# ---- a separate gathering: even notice and quorum are open ------------------

must act rural-akim '{"act": "open", "actor": "rural-akim",
	"procedure": "gathering", "represented": true}'
must act rural-akim '{"act": "open", "actor": "rural-akim",
	"procedure": "separate-gathering", "for": 2,
	"plot": {"kato": "116647100", "name": "Жалғызқұдық"}}'
call='{"act": "call", "proceeding": 3, "actor": "rural-akim",
	"day": "2026-11-20", "time": "11:00", "place": "Мектеп",
	"items": [{"matter": "representatives", "title": "Өкілдер",
	"members": [1, 2, 3]}]}'
refused 'the law gives no notice of a separate gathering' rural-akim "$call" \
	'39-3(6)'
exits 2 'no number of days' act rural-akim "$(choose 3 notice soon)"
lawful 'six days are chosen' rural-akim "$(choose 3 notice '6 calendar-days')"
lawful 'and hold' rural-akim "$call"
exits 0 'the choice is shown' k document "$dir" 3 notice
says 'with its ground' 'Жиын шешімі'
exits 0 'the record is unbroken' k record verify "$dir"
