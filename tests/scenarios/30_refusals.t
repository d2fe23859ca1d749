#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: what the law does not allow is refused one past the limit and allowed
# at it, with its article and a cure in the reader's language; a bad file is
# not taken in at all.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 97

# ---- where there are no gatherings -----------------------------------------

at 2026-11-02 09:00
gathering='{"act": "open", "actor": "rural-akim", "procedure": "gathering"}'
for kato in 110000000 116600000; do
	must k init "$room/$kato" --community "$kato"
	must k account "$room/$kato" akim --offices rural-akim
	printf '%s' "$gathering" >"$room/open.json"
	exits 1 "$kato, no gathering there" \
		k submit "$room/$kato" "$room/open.json" --as akim
	says 'by which article' 'art. 39-3'
done
exits 2 'a place that does not exist' \
	k init "$room/nowhere" --community 999999999
says 'which' 999999999
settle 116645000
exits 3 'a folder that is taken' k init "$dir" --community 116645000

# ---- a register with a fault ---------------------------------------------------

head='number,surname,name,birth,kato,street,house,from,until,citizen,exclusions'
good=',Мысалов,Асан,1980-01-01,116645100,Абай,1,2010-01-01,,yes,'
# faulty DESCRIPTION ROW WHERE: line 3 of the file is refused, and where in it.
faulty() {
	printf '%s\n%s\n%b\n' "$head" "$good" "$2" >"$room/bad.csv"
	exits 2 "$1" k import "$dir" members "$room/bad.csv"
	says '… line and column' "Line 3, $3"
}
faulty 'a wrong number' \
	'850602900808,Үлгіов,Ерік,1985-06-02,116645100,,,2010-01-01,,yes,' \
	'column 1 (“number”)'
faulty 'a number of a demonstration' \
	'850602900809,Үлгіов,Ерік,1985-06-02,116645100,,,2010-01-01,,yes,' \
	'column 1 (“number”)'
faulty 'a duplicate' "$good" 'column 2 (“surname”): line 2 has'
faulty 'a broken encoding' \
	',\0377,Ерік,1985-06-02,116645100,,,2010-01-01,,yes,' 'character 2'
faulty 'an unknown KATO code' \
	',Үлгіов,Ерік,1985-06-02,116645999,,,2010-01-01,,yes,' \
	'column 5 (“kato”): the classifier has no such'
faulty 'a KATO code of another unit' \
	',Үлгіов,Ерік,1985-06-02,116647100,,,2010-01-01,,yes,' \
	'column 5 (“kato”): this KATO code lies outside'
faulty 'a day that does not exist' \
	',Үлгіов,Ерік,1985-06-31,116645100,,,2010-01-01,,yes,' \
	'column 4 (“birth”)'
shows 'nothing was imported' community '"residents": 0'

# Who turns 18 on 14 November, the day of the sitting, and who a day later;
# who left that day; one declared incapable, one imprisoned until that day.
{
	echo "$head"
	echo ',Жас,Ересек,2008-11-14,116645100,,,2010-01-01,,yes,'
	echo ',Жас,Бала,2008-11-15,116645100,,,2010-01-01,,yes,'
	echo ',Көшкен,Кеткен,1980-01-01,116645100,,,2010-01-01,2026-11-14,yes,'
	echo ',Көшкен,Кетпеген,1980-01-01,116645100,,,2010-01-01,2026-11-15,yes,'
	echo ',Сот,Шешім,1980-01-01,116645100,,,2010-01-01,,yes,declared-incapable 2020-01-01'
	echo ',Сот,Мерзім,1980-01-01,116645100,,,2010-01-01,,yes,imprisoned 2020-01-01/2026-11-14'
	for n in $(seq 7 103); do
		echo ",Мысалов$n,Асан,1980-01-01,116645100,,,2010-01-01,,yes,"
	done
} >"$room/members.csv"
exits 0 'a register without faults' k import "$dir" members "$room/members.csv"

# ---- notice, matters, members ----------------------------------------------------

must act rural-akim "$gathering"
# call DAY ITEMS
call() {
	printf '{"act": "call", "proceeding": 1, "actor": "rural-akim",
		"day": "%s", "time": "11:00", "place": "Клуб", "items": [%s]}' \
		"$1" "$2"
}
task='{"matter": "community-tasks", "title": "Жол"}'
composition() {
	printf '{"matter": "assembly-composition", "title": "Құрамы",
		"members": [%s]}' "$(numbers "$1" "$2")"
}
at 2026-11-05
refused 'nine days of notice' rural-akim "$(call 2026-11-14 "$task")" \
	'39-3(8)' '10 calendar days' 'Lawful from 15 November 2026'
lawful 'the same, dry: from when it would be lawful' rural-akim \
	"$(call 2026-11-15 "$task")" --dry-run
at 2026-11-04
lawful 'ten days' rural-akim "$(call 2026-11-14 "$task")" --dry-run
refused 'an item of the assembly' rural-akim \
	"$(call 2026-11-14 '{"matter": "local-budget", "title": "Бюджет"}')" \
	assembly '39-3(3)1-1)'
refused 'a member of the assembly who is a minor that day' rural-akim \
	"$(call 2026-11-14 "$(composition 2 10)")" '39-3(1)'
refused 'twenty-six members of the assembly' rural-akim \
	"$(call 2026-11-14 "$(composition 7 32)")" '39-3(2)2)' 'at most 25' 26
lang=kk
refused 'the same in Kazakh' rural-akim \
	"$(call 2026-11-14 "$(composition 7 32)")" '39-3-бап' '25' \
	'Заң'
lang=ru
refused 'and in Russian' rural-akim \
	"$(call 2026-11-14 "$(composition 7 32)")" 'ст. 39-3' '25' \
	'Закон'
lang=en
exits 1 'a refusal as JSON' act rural-akim \
	"$(call 2026-11-14 "$(composition 7 32)")" --json
says 'is data' '"status": "refused"' '"place": "law-2001/39-3/2.2"' \
	'"key": "refusal.members-too-many"' '"cure":'
lawful 'twenty-five' rural-akim \
	"$(call 2026-11-14 "$(composition 7 31), $task, $task")"
at 2026-11-05
refused 'notice given nine days before' rural-akim '{"act": "notify",
	"proceeding": 1, "actor": "rural-akim", "ways": ["mass-media"],
	"evidence": "Газет"}' '39-3(8)'
at 2026-11-05 10:01
lawful 'withdrawn' rural-akim '{"act": "withdraw", "proceeding": 1,
	"actor": "rural-akim", "reason": "Хабарлама кешікті"}'
must act rural-akim "$gathering"
must act rural-akim "$(call 2026-11-15 "$(composition 7 31), $task, $task" |
	sed 's/"proceeding": 1/"proceeding": 2/')"
refused 'a sitting without notice' rural-akim '{"act": "open-sitting",
	"proceeding": 2, "actor": "rural-akim"}' '39-3(8)'
must act rural-akim '{"act": "notify", "proceeding": 2,
	"actor": "rural-akim", "ways": ["mass-media"], "evidence": "Газет"}'
must act rural-akim "$gathering"
at 2026-11-04 10:00
exits 3 'a clock that was set back' act rural-akim "$gathering"
at 2026-11-05 11:00

# ---- who may come ------------------------------------------------------------------

must act rural-akim '{"act": "call", "proceeding": 3, "actor": "rural-akim",
	"day": "2026-11-15", "time": "11:00", "place": "Мектеп",
	"items": ['"$task"']}'
must act rural-akim '{"act": "notify", "proceeding": 3,
	"actor": "rural-akim", "ways": ["mass-media"], "evidence": "Газет"}'
at 2026-11-15 10:30
# comes RESIDENT
comes() {
	printf '{"act": "arrive", "proceeding": 2, "actor": "rural-akim",
		"resident": %s, "evidence": "Тізім"}' "$1"
}
lawful 'who turned 18 the day before' clerk "$(comes 1)"
lawful 'who turned 18 on the very day' clerk "$(comes 2)"
refused 'who had left' clerk "$(comes 3)" '39-3'
refused 'who left on the very day' clerk "$(comes 4)" '39-3'
refused 'one declared incapable' clerk "$(comes 5)" '39-3'
lawful 'whose sentence has ended' clerk "$(comes 6)"
refused 'who is there already' clerk "$(comes 1)" '39-3'
exits 3 'who is not in the register at all' act clerk "$(comes 9999)"

# ---- votes --------------------------------------------------------------------------

must act clerk '{"act": "arrive", "proceeding": 2, "actor": "rural-akim",
	"residents": ['"$(numbers 7 13)"'], "evidence": "Тізім"}'
opening='{"act": "open-sitting", "proceeding": 2, "actor": "rural-akim"}'
at 2026-11-15 10:59
refused 'a minute before the time announced' rural-akim "$opening" \
	'39-3(8)' 11:00
at 2026-11-15 11:00
lawful 'at that time' rural-akim "$opening"
must act rural-akim '[
	{"act": "elect", "proceeding": 2, "actor": "rural-akim",
	"office": "chair", "resident": 7, "for": 10, "against": 0, "abstain": 0},
	{"act": "elect", "proceeding": 2, "actor": "rural-akim",
	"office": "secretary", "resident": 8, "for": 10, "against": 0,
	"abstain": 0}]'
# put ITEM FORM
put() {
	printf '{"act": "put", "proceeding": 2, "actor": "chair", "item": %s,
		"form": "%s"}' "$1" "$2"
}
# count ITEM FOR AGAINST ABSTAIN
count() {
	printf '{"act": "count", "proceeding": 2, "actor": "secretary",
		"item": %s, "for": %s, "against": %s, "abstain": %s}' "$@"
}
# vote ITEM RESIDENT
vote() {
	printf '{"act": "vote", "proceeding": 2, "actor": "secretary",
		"item": %s, "resident": %s, "choice": "for"}' "$@"
}
close() {
	printf '{"act": "close-vote", "proceeding": 2, "actor": "chair",
		"item": %s}' "$1"
}
refused 'a vote before the agenda' clerk "$(put 1 by-show-of-hands)" \
	'39-3(10)'
must act clerk '{"act": "approve-agenda", "proceeding": 2,
	"actor": "chair", "for": 10, "against": 0, "abstain": 0}'
refused 'a form that neither law nor local rules allow' clerk \
	"$(put 1 secretly)" 'by name'
must act clerk "$(put 1 by-show-of-hands)"
refused 'eleven votes of ten' clerk "$(count 1 9 1 1)" '39-3(11)' 11 10
lawful 'ten' clerk "$(count 1 8 1 1)"
must act clerk "$(close 1)"
refused 'a count after closing' clerk "$(count 1 9 1 0)" '39-3'
must act clerk "$(put 2 by-name)"
refused 'a vote of somebody absent' clerk "$(vote 2 14)" '39-3' 14
lawful 'a vote' clerk "$(vote 2 7)"
refused 'the same again' clerk "$(vote 2 7)" 'already voted'
must act clerk "[$(vote 2 8), $(vote 2 9), $(vote 2 10), $(vote 2 11)]"
lawful 'five of ten are closed' clerk "$(close 2)"
shows 'and are not more than a half' 'sitting 2' '"phase": "rejected"'
refused 'a vote after closing' clerk "$(vote 2 12)" '39-3'
must act clerk "[$(put 3 by-show-of-hands), $(count 3 6 4 0), $(close 3)]"
shows 'six of ten are' 'sitting 2' '"for": 6'

# ---- minutes ----------------------------------------------------------------------------

must act clerk '[{"act": "speak", "proceeding": 2, "actor": "secretary",
	"item": 1}, {"act": "speak", "proceeding": 2, "actor": "secretary",
	"item": 2}, {"act": "close-sitting", "proceeding": 2, "actor": "chair"}]'
sign='{"act": "sign-minutes", "proceeding": 2, "actor": "chair",
	"evidence": "Хаттама"}'
refused 'minutes without the speeches on an item' clerk "$sign" '39-3(10)' 3
must act clerk '{"act": "speak", "proceeding": 2, "actor": "secretary",
	"item": 3, "resident": 9, "text": "Келісемін."}'
lawful 'with all that the law names' clerk "$sign"
refused 'handed over with one signature' clerk '{"act": "hand-over",
	"proceeding": 2, "actor": "secretary", "evidence": "Журнал"}' '39-3(10)'

# ---- acts that make no sense ---------------------------------------------------------------

exits 2 'no act' act clerk '{"act": "dance", "actor": "chair"}'
exits 2 'a field too many' act rural-akim '{"act": "open",
	"actor": "rural-akim", "procedure": "gathering", "colour": "red"}'
says 'which' colour
exits 2 'no JSON' act clerk '{"act": '
exits 1 'an office that the account has not' act district-akim "$gathering"
exits 3 'a proceeding that does not exist' act rural-akim \
	'{"act": "withdraw", "proceeding": 99, "actor": "rural-akim",
	"reason": "x"}'
exits 1 'a list stops at the first not done' act clerk "[$(vote 2 12),
	$(vote 2 13)]"
says 'and says where' 'Act 1 of the list'
exits 0 'the record is unbroken' k record verify "$dir"
