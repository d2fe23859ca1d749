#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a gathering by article 39-3 from the akim's initiative to the report on
# its execution, with the days passing; then the assembly that it elected for
# four years agrees a budget and forms its commission.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 97

at 2026-11-02 09:00
settle 116645000
register 100 116645000
cat >"$room/budget.csv" <<'CSV'
year,decision,decided_on,revenue,tax,non_tax,capital_sales,transfers,expenditure,net_lending,loans,loan_repayment,financial_assets,deficit,financing
2027,9/1,2026-10-30,81914,28219,212,3066,50417,82499,0,0,0,0,-585,585
CSV
must k import "$dir" budget "$room/budget.csv"

# ---- opening, call, notice ---------------------------------------------------

lawful 'the akim opens a gathering' rural-akim \
	'{"act": "open", "actor": "rural-akim", "procedure": "gathering"}'
says 'as proceeding 1' 'proceeding 1'
items='[{"matter": "assembly-composition", "title": "Құрамы",
	"members": ['$(numbers 1 15)']},
	{"matter": "community-tasks", "title": "Жол жөндеу"},
	{"matter": "other-local-matters", "title": "Мереке"}]'
call='{"act": "call", "proceeding": 1, "actor": "rural-akim",
	"day": "2026-11-14", "time": "11:00", "place": "Клуб",
	"items": '$items'}'
lawful 'what the law would say of the call' rural-akim "$call" --dry-run
says 'it allows it' 'The law allows it'
shows 'a dry run enters nothing' 'sitting 1' '"phase": "opened"'
lawful 'the akim calls it' rural-akim "$call"
lawful 'and gives notice' rural-akim \
	'{"act": "notify", "proceeding": 1, "actor": "rural-akim",
	"ways": ["mass-media"], "evidence": "Газет № 45"}'
exits 0 'the notice can be printed' k document "$dir" 1 notice
says 'day, place, matters' 14 Клуб 'Жол жөндеу' '39-3(8)'
exits 0 'and the list to sign' k document "$dir" 1 attendance --format html
says 'with those of the roll' 'Мысалов100 Асан'

# ---- the day -------------------------------------------------------------------

at 2026-11-13 12:00
refused 'a sitting does not open the day before' rural-akim \
	'{"act": "open-sitting", "proceeding": 1, "actor": "rural-akim"}' \
	'39-3' '14 November 2026'
at 2026-11-14 10:40
lawful 'nine arrive' clerk \
	'{"act": "arrive", "proceeding": 1, "actor": "rural-akim",
	"residents": ['$(numbers 1 9)'], "evidence": "Тізім"}'
at 2026-11-14 11:00
refused 'nine of a hundred are no quorum' rural-akim \
	'{"act": "open-sitting", "proceeding": 1, "actor": "rural-akim"}' \
	'39-3(9)' '9 present, 10 needed'
lawful 'the tenth arrives' clerk \
	'{"act": "arrive", "proceeding": 1, "actor": "rural-akim",
	"resident": 10, "evidence": "Тізім"}'
lawful 'ten open it' rural-akim \
	'{"act": "open-sitting", "proceeding": 1, "actor": "rural-akim"}'
lawful 'chair, secretary and agenda' rural-akim '[
	{"act": "elect", "proceeding": 1, "actor": "rural-akim",
	"office": "chair", "resident": 1, "for": 10, "against": 0, "abstain": 0},
	{"act": "elect", "proceeding": 1, "actor": "rural-akim",
	"office": "secretary", "resident": 2, "for": 9, "against": 0,
	"abstain": 1}]'
lawful 'the agenda' clerk '{"act": "approve-agenda", "proceeding": 1,
	"actor": "chair", "for": 10, "against": 0, "abstain": 0}'

# ---- the first item, counted ------------------------------------------------------

lawful 'a speech' clerk '{"act": "speak", "proceeding": 1, "item": 1,
	"actor": "secretary", "resident": 3, "text": "Қолдаймын."}'
lawful 'the first item is put by a show of hands' clerk \
	'{"act": "put", "proceeding": 1, "actor": "chair", "item": 1,
	"form": "by-show-of-hands"}'
lawful 'counted' clerk '{"act": "count", "proceeding": 1, "item": 1,
	"actor": "secretary", "for": 9, "against": 1, "abstain": 0}'
lawful 'counted again before it is closed' clerk \
	'{"act": "count", "proceeding": 1, "item": 1, "actor": "secretary",
	"for": 8, "against": 1, "abstain": 1}'
lawful 'closed' clerk '{"act": "close-vote", "proceeding": 1,
	"actor": "chair", "item": 1}'
shows 'adopted by the last count' 'sitting 1' '"phase": "adopted"' '"for": 8'
shows 'an assembly stands for four years' organs '"organ": "assembly"' \
	'"from": "2026-11-14"' '"until": "2030-11-14"' 'Мысалов15 Асан'

# ---- the second, by name, with the quorum lost in the middle ------------------------

lawful 'the second is put by name' clerk \
	'{"act": "put", "proceeding": 1, "actor": "chair", "item": 2,
	"form": "by-name"}'
lawful 'nine vote' clerk "[$(for n in 1 2 3 4 5 6 7 8 9; do
	[ "$n" = 1 ] || echo ,
	echo '{"act": "vote", "proceeding": 1, "actor": "secretary", "item": 2,'
	echo '"resident": '"$n"', "choice": "for"}'
done)]"
lawful 'one leaves' clerk '{"act": "leave", "proceeding": 1,
	"actor": "secretary", "resident": 10}'
shows 'the quorum is lost' 'sitting 1' '"phase": "quorum-lost"'
refused 'no vote is closed without it' clerk \
	'{"act": "close-vote", "proceeding": 1, "actor": "chair", "item": 2}' \
	'39-3(9)'
lawful 'two come' clerk '{"act": "arrive", "proceeding": 1,
	"actor": "secretary", "residents": [10, 11]}'
refused 'who came after the vote was put takes no part in it' clerk \
	'{"act": "vote", "proceeding": 1, "actor": "secretary", "item": 2,
	"resident": 11, "choice": "against"}' 'after the item was put'
lawful 'with the quorum restored it is closed' clerk \
	'{"act": "close-vote", "proceeding": 1, "actor": "chair", "item": 2}'
lawful 'nobody asked to speak' clerk '{"act": "speak", "proceeding": 1,
	"actor": "secretary", "item": 2}'

# ---- the third is withdrawn; adjourned and resumed -----------------------------------

lawful 'the third is withdrawn' clerk '{"act": "withdraw-item",
	"proceeding": 1, "actor": "chair", "item": 3, "reason": "Ақпарат аз"}'
lawful 'adjourned to the next day' clerk '{"act": "adjourn",
	"proceeding": 1, "actor": "chair", "day": "2026-11-15", "time": "10:00",
	"reason": "Кеш болды"}'
shows 'it waits' 'sitting 1' '"phase": "adjourned"'
at 2026-11-15 10:00
refused 'those present are counted anew' clerk '{"act": "resume",
	"proceeding": 1, "actor": "chair"}' '0 present, 10 needed'
lawful 'ten are there' clerk '{"act": "arrive", "proceeding": 1,
	"actor": "rural-akim", "residents": ['$(numbers 1 10)'],
	"evidence": "Тізім"}'
lawful 'resumed' clerk '{"act": "resume", "proceeding": 1,
	"actor": "chair"}'
lawful 'closed' clerk '{"act": "close-sitting", "proceeding": 1,
	"actor": "chair"}'

# ---- minutes, review, publication, execution -------------------------------------------

exits 1 'minutes signed in another name need their paper' act clerk \
	'{"act": "sign-minutes", "proceeding": 1, "actor": "chair"}'
says 'the paper is asked for' 'which paper'
lawful 'signed by the chair' clerk '{"act": "sign-minutes",
	"proceeding": 1, "actor": "chair", "evidence": "Қол қойылған хаттама"}'
refused 'one signature is not enough' clerk '{"act": "hand-over",
	"proceeding": 1, "actor": "secretary", "evidence": "Журнал"}' \
	'39-3(10)' secretary
lawful 'signed by the secretary' clerk '{"act": "sign-minutes",
	"proceeding": 1, "actor": "secretary", "evidence": "Хаттама"}'
exits 0 'the minutes' k document "$dir" 1 minutes --format html
says 'say what happened' 'Мысалов1 Асан' 'Жол жөндеу' 'Кеш болды'
refused 'no review before they are handed over' rural-akim \
	'{"act": "review", "proceeding": 1, "actor": "rural-akim", "item": 1,
	"agreed": true}' '39-3'
lawful 'handed over to the akim' clerk '{"act": "hand-over",
	"proceeding": 1, "actor": "secretary", "evidence": "Журнал"}'
shows 'the review is due within the term of the local rules' due \
	'"act": "review"' '"due": "2026-11-20"' 'koyandy-rules'
at 2026-11-18
refused 'nothing is carried out before the review' clerk '{"act": "assign",
	"proceeding": 1, "actor": "rural-akim", "item": 2, "to": "Аппарат",
	"task": "Жол", "due": "2026-12-20", "evidence": "Бұйрық"}' '39-3(13)'
lawful 'the akim agrees with both' rural-akim '[
	{"act": "review", "proceeding": 1, "actor": "rural-akim", "item": 1,
	"agreed": true},
	{"act": "review", "proceeding": 1, "actor": "rural-akim", "item": 2,
	"agreed": true}]'
lawful 'published' rural-akim '[
	{"act": "publish", "proceeding": 1, "actor": "rural-akim", "item": 1,
	"ways": ["mass-media"]},
	{"act": "publish", "proceeding": 1, "actor": "rural-akim", "item": 2,
	"ways": ["mass-media", "other-way"]}]'
lawful 'who carries it out, by when' rural-akim '{"act": "assign",
	"proceeding": 1, "actor": "rural-akim", "item": 2, "to": "Аппарат",
	"task": "Жолды жөндеу", "due": "2026-12-20"}'
shows 'the report is due' due '"act": "report"' '"due": "2026-12-20"'
at 2026-12-18
lawful 'reported' rural-akim '{"act": "report", "proceeding": 1,
	"actor": "rural-akim", "item": 2, "text": "Жол жөнделді", "done": true}'
exits 0 'the decision as a paper' k document "$dir" 1 decision --item 2
says 'with what became of it' 'Жол жөндеу' 'Жол жөнделді'
shows 'nothing more is due' due '[]'

# ---- the assembly -------------------------------------------------------------------------

lawful 'the akim opens an assembly' rural-akim \
	'{"act": "open", "actor": "rural-akim", "procedure": "assembly"}'
refused 'community tasks are no matter of the assembly' rural-akim \
	'{"act": "call", "proceeding": 2, "actor": "rural-akim",
	"day": "2026-12-30", "time": "15:00", "place": "Кеңсе",
	"items": [{"matter": "community-tasks", "title": "Жол"}]}' \
	'gathering' '39-3(2)1)'
lawful 'called on the budget and the commission' rural-akim \
	'{"act": "call", "proceeding": 2, "actor": "rural-akim",
	"day": "2026-12-30", "time": "15:00", "place": "Кеңсе",
	"items": [{"matter": "local-budget", "title": "Бюджет",
	"budget": 2027}, {"matter": "budget-monitoring-commission",
	"title": "Комиссия", "members": [1, 2, 3]}]}'
lawful 'and noticed' rural-akim '{"act": "notify", "proceeding": 2,
	"actor": "rural-akim", "ways": ["other-way"], "evidence": "Хат"}'
at 2026-12-30 15:00
exits 1 'who is no member of the assembly does not arrive' act clerk \
	'{"act": "arrive", "proceeding": 2, "actor": "rural-akim",
	"resident": 16, "evidence": "Тізім"}'
lawful 'seven of fifteen' clerk '{"act": "arrive", "proceeding": 2,
	"actor": "rural-akim", "residents": ['$(numbers 1 7)'],
	"evidence": "Тізім"}'
refused 'are no half' rural-akim '{"act": "open-sitting", "proceeding": 2,
	"actor": "rural-akim"}' '7 present, 8 needed'
lawful 'the eighth' clerk '{"act": "arrive", "proceeding": 2,
	"actor": "rural-akim", "resident": 8, "evidence": "Тізім"}'
lawful 'opened, with officers' rural-akim '[
	{"act": "open-sitting", "proceeding": 2, "actor": "rural-akim"},
	{"act": "elect", "proceeding": 2, "actor": "rural-akim",
	"office": "chair", "resident": 4, "for": 8, "against": 0, "abstain": 0},
	{"act": "elect", "proceeding": 2, "actor": "rural-akim",
	"office": "secretary", "resident": 5, "for": 8, "against": 0,
	"abstain": 0}]'
lawful 'both items, adopted' clerk '[
	{"act": "approve-agenda", "proceeding": 2, "actor": "chair", "for": 8,
	"against": 0, "abstain": 0},
	{"act": "speak", "proceeding": 2, "actor": "secretary", "item": 1,
	"office": "rural-akim", "text": "Жобаны таныстырды."},
	{"act": "put", "proceeding": 2, "actor": "chair", "item": 1,
	"form": "by-show-of-hands"},
	{"act": "count", "proceeding": 2, "actor": "secretary", "item": 1,
	"for": 5, "against": 3, "abstain": 0},
	{"act": "close-vote", "proceeding": 2, "actor": "chair", "item": 1},
	{"act": "speak", "proceeding": 2, "actor": "secretary", "item": 2},
	{"act": "put", "proceeding": 2, "actor": "chair", "item": 2,
	"form": "by-show-of-hands"},
	{"act": "count", "proceeding": 2, "actor": "secretary", "item": 2,
	"for": 8, "against": 0, "abstain": 0},
	{"act": "close-vote", "proceeding": 2, "actor": "chair", "item": 2},
	{"act": "close-sitting", "proceeding": 2, "actor": "chair"}]'
shows 'the budget is agreed' decisions '"matter": "local-budget"' \
	'"phase": "adopted"'
shows 'and the commission stands' organs \
	'"organ": "budget-monitoring-commission"' 'Мысалов3 Асан'

# ---- the same, kept --------------------------------------------------------------------------

lawful 'an act with a token' rural-akim '{"act": "open",
	"actor": "rural-akim", "procedure": "gathering", "token": "once"}'
receipt=$tap_output
lawful 'comes once, however often it is sent' rural-akim '{"act": "open",
	"actor": "rural-akim", "procedure": "gathering", "token": "once"}'
says 'with the first receipt' "entered before" \
	"${receipt##*hash }"
exits 0 'the record is unbroken' k record verify "$dir"
exits 0 'and gives the tables again' k rebuild "$dir" --check
