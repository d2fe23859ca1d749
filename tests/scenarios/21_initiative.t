#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a tenth of the members who may take part can ask for a gathering by
# article 39-3(5), and it is called once the district akim consents.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 32

at 2026-11-02 09:00
settle 116645000
register 1001 116645000

exits 0 'who may open a gathering' k show "$dir" options
says 'the akim, and members' 'rural akim' 'member'
lawful 'members open one, entered by the clerk' clerk \
	'{"act": "open", "actor": "member", "procedure": "gathering",
	"evidence": "Бастамашылардың хаты"}'
exits 1 'somebody else signs for nobody' act rural-akim \
	'{"act": "sign", "proceeding": 1, "actor": "member", "resident": 1}'
lawful 'sixty-four sign' clerk '{"act": "sign", "proceeding": 1,
	"actor": "member", "residents": ['$(numbers 1 64)'],
	"evidence": "Қол қою парағы"}'
refused 'nobody signs twice' clerk '{"act": "sign", "proceeding": 1,
	"actor": "member", "resident": 64, "evidence": "Парақ"}' '39-3(5)'
lawful 'a hundred' clerk '{"act": "sign", "proceeding": 1,
	"actor": "member", "residents": ['$(numbers 65 100)'],
	"evidence": "Қол қою парағы"}'
refused 'a hundred of 1001 are 9.99 %: there is nothing to consent to' \
	district-akim '{"act": "consent", "proceeding": 1,
	"actor": "district-akim", "granted": true}' '39-3(5)' 100 101
items='[{"matter": "community-tasks", "title": "Су құбыры"}]'
call='{"act": "call", "proceeding": 1, "actor": "rural-akim",
	"day": "2026-11-20", "time": "11:00", "place": "Клуб",
	"items": '$items'}'
refused 'nor to call' rural-akim "$call" '39-3(5)'
lawful 'one more' clerk '{"act": "sign", "proceeding": 1,
	"actor": "member", "resident": 101, "evidence": "Парақ"}'
refused 'no call without the consent' rural-akim "$call" '39-3(5)' \
	'district akim'
exits 1 'the rural akim cannot consent' act rural-akim \
	'{"act": "consent", "proceeding": 1, "actor": "rural-akim",
	"granted": true}'
shows 'the term of the consent runs' due '"act": "consent"' \
	'"due": "2026-11-09"'
at 2026-11-05
lawful 'the district akim consents; the clerk enters the paper' clerk \
	'{"act": "consent", "proceeding": 1, "actor": "district-akim",
	"granted": true, "evidence": "Шешім № 12"}'
lawful 'the sitting is called' rural-akim "$call"
lawful 'and noticed' rural-akim '{"act": "notify", "proceeding": 1,
	"actor": "rural-akim", "ways": ["mass-media"], "evidence": "Газет"}'
refused 'a consent after the notice is too late' district-akim \
	'{"act": "consent", "proceeding": 1, "actor": "district-akim",
	"granted": true}' '39-3(5)'

# ---- a consent that is refused -----------------------------------------------

lawful 'members open another' clerk '[{"act": "open", "actor": "member",
	"procedure": "gathering", "evidence": "Хат"},
	{"act": "sign", "proceeding": 2, "actor": "member",
	"residents": ['$(numbers 1 64)'], "evidence": "Парақ"},
	{"act": "sign", "proceeding": 2, "actor": "member",
	"residents": ['$(numbers 65 101)'], "evidence": "Парақ"}]'
lawful 'the district akim refuses' district-akim '{"act": "consent",
	"proceeding": 2, "actor": "district-akim", "granted": false,
	"reason": "Мәселе қаралып жатыр"}'
refused 'it is not called' rural-akim '{"act": "call", "proceeding": 2,
	"actor": "rural-akim", "day": "2026-11-20", "time": "11:00",
	"place": "Клуб", "items": '"$items"'}' 'Consent' '39-3(5)'

# ---- a member at the own account -------------------------------------------------

must k account "$dir" asan --resident 7
lawful 'members open a third' clerk '{"act": "open", "actor": "member",
	"procedure": "gathering", "evidence": "Хат"}'
lawful 'a member signs from the own account' asan '{"act": "sign",
	"proceeding": 3, "actor": "member", "resident": 7}'
exits 1 'and not for a neighbour' act asan '{"act": "sign",
	"proceeding": 3, "actor": "member", "resident": 8}'
exits 0 'the record is unbroken' k record verify "$dir"
exits 0 'and gives the tables again' k rebuild "$dir" --check
