#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a maslikhat's rules for the okrugs of its district are a file, which
# the clerks of two okrugs share; what the law fixes they cannot change, and
# who tries is told both places.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 24
at 2026-11-02 09:00

cat >"$room/district.law" <<'LAW'
# Invented, as all local acts of tests.
local act district-rules; of district-maslikhat; in 116600000; fills law-2001 39-3; from 2024-01-01; invented
  kk «Аудан қағидалары (мысал)»
  ru «Правила района (пример)»
  en «Rules of the district (an example)»
  kk short «Аудан қағидалары»
  ru short «Правила района»
  en short «Rules of the district»
procedure separate-gathering; of law-2001 39-3
  ~3  notice: at least 5 calendar-days before sitting; of time, place, matters; to population; in mass-media, other-way
  ~4  quorum: at least 20 % of members-entitled
  ~5  carried by: more than 1/2 of participants; form openly
  ~6  forms: representative; at most 2 persons; where matter representatives
local act village-rules; of district-maslikhat; in 116647100; fills law-2001 39-3; from 2024-01-01; invented
  kk «Жалғызқұдық қағидалары (мысал)»
  ru «Правила Жангызкудука (пример)»
  en «Rules of Zhangyzqudyq (an example)»
  kk short «Жалғызқұдық қағидалары»
  ru short «Правила Жангызкудука»
  en short «Rules of Zhangyzqudyq»
procedure separate-gathering; of law-2001 39-3
  ~1  forms: representative; 1 persons; where matter representatives
LAW
exits 0 'the file is in order' k law check "$room/district.law" --law law

# community KATO: with the file of the district among its law.
community() {
	dir=$room/$1
	settle "$1"
	cp "$room/district.law" "$dir/law/local/district.law"
	register 50 "$2"
	must act rural-akim '[{"act": "open", "actor": "rural-akim",
		"procedure": "gathering", "represented": true}]'
}
# of PROCEEDING KATO: a separate gathering of that village.
of() {
	must act rural-akim '{"act": "open", "actor": "rural-akim",
		"procedure": "separate-gathering", "for": 1,
		"plot": {"kato": "'"$2"'", "name": "Ауыл"}}'
}
# call PROCEEDING DAY MEMBERS
call() {
	printf '{"act": "call", "proceeding": %s, "actor": "rural-akim",
		"day": "%s", "time": "11:00", "place": "Мектеп",
		"items": [{"matter": "representatives", "title": "Өкілдер",
		"members": [%s]}]}' "$@"
}

community 116648000 116648100
of 2 116648100
refused 'in one okrug four days are too few' rural-akim \
	"$(call 2 2026-11-06 1,2)" 'Rules of the district' '5 calendar days'
refused 'three representatives are too many' rural-akim \
	"$(call 2 2026-11-07 1,2,3)" 'Rules of the district' '2'
lawful 'five days and two representatives are not' rural-akim \
	"$(call 2 2026-11-07 1,2)"
community 116647000 116647200
of 2 116647200
refused 'in the other okrug the same file holds' rural-akim \
	"$(call 2 2026-11-06 1,2)" 'Rules of the district' '5 calendar days'
lawful 'in the same way' rural-akim "$(call 2 2026-11-07 1,2)"
people 20 116647100 Бейбіт >"$room/more.csv"
must k import "$dir" members "$room/more.csv"
of 3 116647100
refused 'a village has its own number' rural-akim \
	"$(call 3 2026-11-07 51,52)" 'Rules of Zhangyzqudyq'
refused 'and the notice of the district' rural-akim \
	"$(call 3 2026-11-06 51)" 'Rules of the district'
lawful 'one representative is lawful' rural-akim "$(call 3 2026-11-07 51)"

# ---- what it may not change --------------------------------------------------------

# changed TEXT: the file with one more sentence for gatherings.
changed() {
	cp "$room/district.law" "$room/changed.law"
	printf 'procedure gathering; of law-2001 39-3\n  9  %s\n' "$1" \
		>>"$room/changed.law"
	k law check "$room/changed.law" --law law
}
tenth='quorum: at least 10 % of members-entitled'
exits 0 'the law may be said again' changed "$tenth"
exits 1 'but not with a twentieth' changed \
	'quorum: at least 5 % of members-entitled'
place=$(grep -n "  9    $tenth" law/procedures-2001.law | tail -n 1)
says 'both are told, with the cure' 'changed.law:24:3: “quorum: at least 5 %' \
	'village-rules/9' "“$tenth” in law-2001/39-3/9" \
	"procedures-2001.law:${place%%:*}:3" 'strike this out'
lang=kk
exits 1 'in Kazakh' changed 'quorum: at least 20 % of members-entitled'
says 'both too' 'заң бекіткеннен өзгеше' village-rules/9 law-2001/39-3/9 \
	"procedures-2001.law:${place%%:*}:3" 'алып тастаңыз'
lang=ru
exits 1 'in Russian' changed 'quorum: at least 20 % of members-entitled'
says 'both too' 'не то, что закреплено законом' village-rules/9 \
	law-2001/39-3/9 "procedures-2001.law:${place%%:*}:3" 'уберите'
lang=en
cp "$room/changed.law" "$dir/law/local/district.law"
exits 3 'a community with it does not open' k serve "$dir" --listen 127.0.0.1:0
says 'and the file is named' 'local/district.law'
exits 1 'nor does the doctor call it well' k doctor "$dir" \
	--listen 127.0.0.1:0
