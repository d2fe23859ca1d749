#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: where the akim disagrees, the way of article 39-3(11) is gone to its
# end: considered again, deliberated by the maslikhat, decided by the district
# akim.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 35

review() {
	printf '{"act": "review", "proceeding": 1, "actor": "rural-akim",
		"item": %s, "agreed": %s, "reason": "%s"}' "$1" "$2" "${3:-Қаражат жоқ}"
}
deliberate() {
	printf '{"act": "deliberate", "proceeding": 1, "item": %s,
		"actor": "district-maslikhat", "opinion": "Қолдау керек",
		"evidence": "Сессия хаттамасы"}' "$1"
}
resolve() {
	printf '{"act": "resolve", "proceeding": 1, "item": %s,
		"actor": "district-akim", "upheld": %s, "reason": "Негізді"}' \
		"$1" "$2"
}

at 2026-11-02 09:00
settle 116645000
register 50 116645000
must act rural-akim '{"act": "open", "actor": "rural-akim",
	"procedure": "gathering"}'
calls 1 2026-11-14 '{"matter": "community-tasks", "title": "Жол"},
	{"matter": "community-tasks", "title": "Су"},
	{"matter": "community-tasks", "title": "Газ"}'
at 2026-11-14 11:00
opens 1 1 20
votes 1 1 20 0
votes 1 2 15 5
votes 1 3 11 9
finishes 1

at 2026-11-16
lawful 'the akim disagrees with the first' rural-akim "$(review 1 false)"
lawful 'with the second' rural-akim "$(review 2 false)"
lawful 'and with the third' rural-akim "$(review 3 false)"
shows 'they are to be considered again' 'sitting 1' '"phase": "disagreed"'
refused 'the maslikhat has its turn after that' clerk "$(deliberate 1)" \
	'39-3(11)'
refused 'and the district akim after the maslikhat' district-akim \
	"$(resolve 1 true)" '39-3(11)'
refused 'nothing is carried out meanwhile' rural-akim \
	'{"act": "assign", "proceeding": 1, "actor": "rural-akim", "item": 1,
	"to": "Аппарат", "task": "Жол", "due": "2027-03-01"}' '39-3(13)'

# ---- considered again ----------------------------------------------------------

lawful 'the next gathering' rural-akim '{"act": "open",
	"actor": "rural-akim", "procedure": "gathering"}'
refused 'considers again only what is the same matter' rural-akim \
	'{"act": "call", "proceeding": 2, "actor": "rural-akim",
	"day": "2026-11-28", "time": "11:00", "place": "Клуб",
	"items": [{"matter": "other-local-matters", "title": "Жол",
	"repeats": {"proceeding": 1, "item": 1}}]}' '39-3(11)'
calls 2 2026-11-28 '{"matter": "community-tasks", "title": "Жол",
	"repeats": {"proceeding": 1, "item": 1}},
	{"matter": "community-tasks", "title": "Су",
	"repeats": {"proceeding": 1, "item": 2}},
	{"matter": "community-tasks", "title": "Газ",
	"repeats": {"proceeding": 1, "item": 3}}'
at 2026-11-28 11:00
opens 2 1 20
votes 2 1 20 0
votes 2 2 18 2
votes 2 3 9 11
shows 'adopted again, two are kept and one is dropped' 'sitting 1' \
	'"phase": "kept"' '"phase": "dropped"'
refused 'the second minutes come before the second review' rural-akim \
	"$(review 1 false)" '39-3(10)'
finishes 2
refused 'what was repeated is reviewed where it was first taken' \
	rural-akim '{"act": "review", "proceeding": 2, "actor": "rural-akim",
	"item": 1, "agreed": true}' '39-3'

# ---- to the end ------------------------------------------------------------------

at 2026-11-30
lawful 'the akim disagrees once more' rural-akim \
	"$(review 1 false 'Бәрібір қаражат жоқ')"
lawful 'and agrees with the second now' rural-akim "$(review 2 true)"
lawful 'the maslikhat deliberates' clerk "$(deliberate 1)"
shows 'the district akim is due' due '"act": "resolve"' \
	'"due": "2026-12-07"'
exits 1 'the rural akim cannot decide it' act rural-akim \
	'{"act": "resolve", "proceeding": 1, "actor": "rural-akim", "item": 1,
	"upheld": false, "reason": "Қаражат жоқ"}'
lawful 'the district akim upholds the decision' district-akim \
	"$(resolve 1 true)"
lawful 'both are published' rural-akim '[
	{"act": "publish", "proceeding": 1, "actor": "rural-akim", "item": 1,
	"ways": ["mass-media"]},
	{"act": "publish", "proceeding": 1, "actor": "rural-akim", "item": 2,
	"ways": ["mass-media"]}]'
refused 'the dropped one is not' rural-akim \
	'{"act": "publish", "proceeding": 1, "actor": "rural-akim", "item": 3,
	"ways": ["mass-media"]}' '39-3'
lawful 'and carried out' rural-akim '{"act": "assign", "proceeding": 1,
	"actor": "rural-akim", "item": 1, "to": "Аппарат", "task": "Жол",
	"due": "2027-03-01"}'
exits 0 'the decision tells its way' k document "$dir" 1 decision --item 1
says 'who said what' "Қаражат жоқ" "Бәрібір қаражат жоқ" "Қолдау керек" \
	"Негізді"
exits 0 'the record is unbroken' k record verify "$dir"
exits 0 'and gives the tables again' k rebuild "$dir" --check
