#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a legislator learns what is wrong with the law of a day, what the
# cheapest amendment would be, and what a bill breaks and mends.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 34
at 2026-11-25

# lacks DESCRIPTION TEXT…: the last output has none of them.
lacks() {
	lacks_description=$1 lacks_found=0
	shift
	for lacks_text in "$@"; do
		case $tap_output in
		*"$lacks_text"*) lacks_found=1; echo "# has: $lacks_text" ;;
		esac
	done
	ok "$lacks_description" $lacks_found
}

# ---- the cheapest repair, on the norms that the two articles speak of ------

mkdir "$room/law"
cp law/words*.law tests/inquiry/fixture.law "$room/law"
repair() {
	k law repair 2010-01-01 --kind status,territory,procedure \
		--law "$room/law" "$@"
}
exits 0 'at free prices' repair
says 'one optimum at the price of 7' 'Price: 7; optima: 1.'
says 'it reopens three places' 'amend const-1995; by repair-1' \
	'article 33; from 2010-01-01' 'amend law-2001; by repair-1' \
	'article 2-1; from 2010-01-01' 'article 39-3; from 2010-01-01'
lacks 'and no other' 'article 85;' 'article 89;' 'article 35;'

# What is printed loads beside the law, and the findings are gone.
printf '%s\n' "$tap_output" >"$room/repair.law"
exits 0 'what the repair mends' k law findings 2010-01-01 \
	--kind status,territory,procedure --law "$room/law" \
	--amend "$room/repair.law"
says 'the three kinds of conflict vanish' akimat maslikhat gathering
exits 0 'as JSON' k law findings 2010-01-01 \
	--kind status,territory,procedure --law "$room/law" \
	--amend "$room/repair.law" --json
says 'nothing appears' '"appeared": []'

exits 0 "with the citizens' right protected" repair --protect const-1995/33
says 'three optima at the price of 8' 'Price: 8; optima: 3.'
exits 0 'as JSON' repair --protect const-1995/33 --json
says 'each keeps the right, and gives up the state organ' \
	'"const-1995/85/1"' '"law-2001/35/1"' '"law-2001/2-1/2"'
lacks 'the right stays' '"const-1995/33/1"'

exits 0 'with the Constitution frozen' repair --freeze constitution
says 'three norms make it impossible' 'Impossible on these terms' \
	'art. 33(1); 1995-09-05' 'art. 85(1); 1995-09-05' \
	'art. 89(2); 2007-05-21'

# ---- the model that the Russian article proposes ---------------------------

exits 0 'the whole law of 2010' k law findings 2010-01-01 --reading article \
	--json
says 'has what the articles find' '"status:akimat"' '"status:akim"' \
	'"territory:law-2001/2-1/1"' '"procedure:gathering"' \
	'"level:elected"' '"forms:elect-lsg-organs"' \
	'"resources:law-2001/2-1/1"' '"recall:akim"'
exits 0 'and the model' k law findings 2010-01-01 --reading article \
	--amend proposed-model --json
says 'makes them vanish' '"vanished"' '"status:akimat"' '"status:akim"' \
	'"territory:law-2001/2-1/1"' '"procedure:gathering"' \
	'"level:elected"' '"forms:elect-lsg-organs"' \
	'"resources:law-2001/2-1/1"' '"recall:akim"'

# ---- who answers a question about the law ----------------------------------

exits 0 'a power that foreign constitutions name' \
	k law ask 2010-01-01 'people-power is-exercised-through: X' --json
says 'is asked of the Constitution' '"act": "const-1995"'
lacks 'and not of others' const-russia const-ukraine doctrine
exits 0 'what only a scholar says' \
	k law ask 2010-01-01 'maslikhat-consent counts-as: X' --json
[ "$tap_output" = '[]' ]
ok 'is no answer' $?
exits 0 'they can be read by name' k law at 2010-01-01 const-russia
says 'with what they say' 'organ of local self-government'

# ---- what is wrong in a bill -----------------------------------------------

bill() {
	printf '%s\n' "$@" >"$room/bill.law"
}
bill 'amend law-2010; by bill; status draft' 'article 2-1; from 2010-01-01' \
	'  1  as before'
exits 3 'an amendment of nothing' \
	k law findings 2010-01-01 --amend "$room/bill.law"
says 'names the place' 'bill.law:1:7'
bill 'amend law-2001; by bill; status draft' 'article 2-1; from 2010-01-01' \
	'  1  жиын решает: local-budget'
exits 3 'Russian and Kazakh in one sentence' \
	k law findings 2010-01-01 --amend "$room/bill.law"
says 'names the place' 'bill.law:3:6'
bill 'amend law-2001; by bill; status draft' 'article 2-1; from 2010-01-01' \
	'article 2-1; from 2010-01-01'
exits 3 'two editions of one day' \
	k law findings 2010-01-01 --amend "$room/bill.law"
says 'names the place' 'bill.law:3:1'
bill 'amend law-2001; by bill; status draft' 'article 99; from 2010-01-01' \
	'  1  gathering decides: local-budgit'
exits 3 'an unknown word' k law findings 2010-01-01 --amend "$room/bill.law"
says 'gets the nearest one' 'bill.law:3:25' 'local-budget'
