#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a researcher asks the law as a whole: what in it cannot stand together
# or is missing, what the cheapest repair would be and that it does repair,
# what changed and when, how organs stand to the Charter, what figures say.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 125
at 2026-11-25

# count DESCRIPTION NUMBER PATTERN: so many lines of the last output fit.
count() {
	[ "$(printf '%s\n' "$tap_output" | grep -cE "$3")" -eq "$2" ]
	ok "$1" $?
}

# lacks DESCRIPTION TEXT: nothing in the last output is so.
lacks() {
	case $tap_output$tap_errors in *"$2"*) false ;; esac
	ok "$1" $?
}

# ---- findings --------------------------------------------------------------

exits 0 'what is wrong with the law of 2010, as the article read it' \
	k law findings 2010-01-01 --kind status --reading article
says 'the akimat is kept apart from itself' 'status:akimat' \
	'measure: state body is distinct from: organ of local self-government' \
	'[Constitution of 1995, art. 33(1); 1998-10-07]' \
	'beside: akimat counts as: state organ' \
	'fails: akimat exercises: functions of self-government' \
	'The norm that yields: Law of 23 January 2001 No 148, art. 2-1(2).'
says 'the superior norm prevails' 'lex specialis: silent' \
	'The canons do not contradict one another.'
lacks 'and other kinds were not asked for' 'territory:'
exits 0 'the levels that are not compact' \
	k law findings 2010-01-01 --kind territory --json
says 'with their norms, and the one that yields' \
	'"id": "territory:law-2001/2-1/1"' '"kind": "territory"' \
	'"district"' '"oblast"' '"rural-okrug"' '"const-1995/89/2"' \
	'"loser": "law-2001/2-1/1"' '"agree": true'
for lang in kk ru; do
	exits 0 "who sets the procedure of a gathering: $lang" \
		k law findings 2010-01-01 --kind procedure
	case $lang in
	kk) says 'облыстық мәслихат' 'procedure:gathering' \
		'өткізу тәртібін қоғамдастықтың өзі емес, басқа орган белгілейді' \
		'2001 жылғы 23 қаңтардағы № 148 Заң, 39-3-бап, 2-тармақ' ;;
	ru) says 'областной маслихат' 'procedure:gathering' \
		'порядок проведения определяет не само сообщество, а другой орган' \
		'Закон от 23 января 2001 г. № 148, ст. 39-3, п. 2' ;;
	esac
done
lang=en
exits 0 'in 2018 the gathering is its own' \
	k law findings 2018-11-05 --kind procedure
[ -z "$tap_output" ]
ok 'and nothing is found' $?
exits 0 'the law of today' k law findings 2026-11-24 --kind status,territory
count 'five organs and a test of territory' 6 '^(status|territory):'
says 'by the Constitution of 2026' 'Constitution of 2026, art. 35(1)'

# ---- bills -------------------------------------------------------------------

exits 0 'what the proposed model would do to the law of 2010' \
	k law findings 2010-01-01 --amend proposed-model
says 'the conflicts of status vanish' 'Vanish: 21' 'status:maslikhat' \
	'procedure:gathering' 'organ:other-lsg-organ'
says 'and what the model leaves unsaid appears' 'Appear: 5' \
	'internal:rural-akimat' 'vacuous:city-akim'
exits 2 'a bill that does not exist' \
	k law findings 2010-01-01 --amend proposed-modell
says 'and the nearest one' 'proposed-modell (bill)' 'Perhaps proposed-model?'
cat >"$room/two.law" <<'LAW'
amend law-2001; by one; status proposed
article 2-1; from 2018-01-01
  1  akim exercises: state-functions

amend law-2001; by two; status proposed
article 1; from 2018-01-01
  1  akim exercises: state-functions
LAW
exits 2 'a file of two bills' \
	k law findings 2018-11-05 --amend "$room/two.law"
says 'and how many' 'exactly one bill, found: 2'
sed 's/: state-functions/: stat-functions/' "$room/two.law" >"$room/bad.law"
exits 3 'a bill with a wrong word' \
	k law findings 2018-11-05 --amend "$room/bad.law"
says 'its line and what was meant' 'bad.law:3:22:' \
	'Did you mean “state-functions”?'

# ---- repairs -----------------------------------------------------------------

# The law of 2010 so far as the two articles speak of it.
mkdir "$room/law"
cp law/words*.law tests/inquiry/fixture.law "$room/law"
repair() {
	k law repair 2010-01-01 --law "$room/law" \
		--kind status,territory,procedure "$@"
}
exits 0 'the cheapest repair of the law of 2010' repair
printf '%s\n' "$tap_output" >"$room/repair.law"
says 'one, and its price' 'Price: 7; optima: 1.'
says 'the price list' 'art. 33(1) (const-1995/33/1): 5' \
	'art. 39-3(2) (law-2001/39-3/2): 1'
says 'its amendments' 'amend const-1995; by repair-1; status proposed' \
	'article 33; from 2010-01-01' \
	'1  self-government is-exercised-within: city-district, settlement, village'
exits 0 'what was printed is a bill' \
	k law findings 2010-01-01 --law "$room/law" \
	--kind status,territory,procedure --amend "$room/repair.law"
says 'that ends all five conflicts' 'Vanish: 5' 'status:maslikhat' \
	'status:akimat' 'status:akim' 'territory:law-2001/2-1/1' \
	'procedure:gathering'
says 'and makes none' 'Appear: 0'
exits 0 'the separation of powers is protected' \
	repair --protect const-1995/33 --json
count 'three optima' 3 '"price": 8'
count 'none of them touches it' 0 '"const-1995/33'
count 'each takes the state out of the maslikhat' 3 '"const-1995/85/1"'
exits 0 'the Constitution is frozen' repair --freeze constitution
says 'that is impossible, and why' 'Impossible on these terms' \
	'(const-1995/33/1): frozen' 'maslikhat counts as: state organ' \
	'maslikhat counts as: organ of local self-government'
lacks 'no bill is printed' 'amend '
exits 0 'the same for a program' repair --freeze constitution --json
says 'the three norms that cannot stand together' '"impossible": true' \
	'"const-1995/33/1 state-organ is-distinct-from: lsg-organ"' \
	'"const-1995/85/1 maslikhat counts-as: state-organ"' \
	'"const-1995/89/2 maslikhat counts-as: lsg-organ"'
exits 0 'laws are dear, the Constitution cheap' \
	repair --price constitution=1,law=5 --json
says 'the price is another' '"price": 11'

today() {
	k law repair 2026-11-24 --kind status,territory \
		--price constitution=1 "$@"
}
exits 0 'the cheapest repair of the law of today' today
printf '%s\n' "$tap_output" >"$room/today.law"
says 'one, and its price' 'Price: 3; optima: 1.' \
	'amend const-2026; by repair-1; status proposed'
exits 0 'it loads beside the whole law' k law findings 2026-11-24 \
	--kind status,territory --amend "$room/today.law"
says 'and ends all its conflicts' 'Vanish: 6' 'Appear: 0'
exits 0 'a law without such conflicts' k law repair 1998-01-01 --kind territory
says 'needs no repair' 'Price: 0'
exits 2 'a kind that does not exist' k law repair 2010-01-01 --kind statuz
says 'and the nearest one' 'statuz (kind)' 'Perhaps status?'
exits 2 'a price that is no number' k law repair 2010-01-01 --price law=x
says 'what is needed' 'An integer from 1 is needed: x.'
exits 2 'a price of nothing known' k law repair 2010-01-01 --price treaty=2
says 'which' 'treaty (price)'
exits 2 'a place that does not exist is not protected' \
	k law repair 2010-01-01 --protect const-1995/330
says 'which' 'const-1995/330 (place in force on this day)'
exits 2 'nor one that does not hold yet frozen' \
	k law repair 2010-01-01 --freeze law-2001,const-2026
says 'which' 'const-2026 (place in force on this day)'

# ---- time --------------------------------------------------------------------

exits 0 'what the rural budgets changed on 1 January 2018' \
	k law diff law-2001 2017-12-31 2018-01-01
says 'the assembly agrees budgets of the large' \
	'+ assembly agrees: local budget [Law of 23 January 2001 No 148, art. 39-3(3)1-1); 2018-01-01; population > 2000]'
says 'its word on sources of income is left to the small' \
	'- assembly discusses: sources of income of self-government [Law of 23 January 2001 No 148, art. 39-3(3)2); 2017-07-22]' \
	'+ assembly discusses: sources of income of self-government [Law of 23 January 2001 No 148, art. 39-3(3)2); 2017-07-22; population <= 2000]'
lacks 'what both say has not changed' 'standing commission'
exits 0 'who approves the model rules since 30 April 2023' \
	k law diff law-2001 2023-04-29 2023-04-30 --json
says 'the planning body, not the Government' '"subject": "government"' \
	'"change": "-"' '"subject": "planning-body"' '"change": "+"' \
	'"place": "law-2001/39-3/6"'
exits 0 'between two days without a change' \
	k law diff law-2001 2018-07-11 2019-12-31
[ -z "$tap_output" ]
ok 'nothing is told' $?
exits 2 'an act that does not exist' k law diff law-2002 2018-01-01 2019-01-01
says 'and the nearest one' 'law-2002 (act of the law)' 'Perhaps law-2001?'
exits 2 'one day is no comparison' k law diff law-2001 2018-01-01
says 'how it is asked' 'kenes law diff ACT DATE DATE'

exits 0 'the days of the law of 2001' k law timeline law-2001
says 'its adoption and its changes' \
	'23 January 2001: adopted — Law of 23 January 2001 No 148' \
	'1 January 2018: Law of 23 January 2001 No 148 (−14, +30)' \
	'1 January 2020: Law of 23 January 2001 No 148 (−30, +14)'
lacks 'no other act' 'Constitution'
exits 0 'the bill of 2006' k law timeline bill-2006
says 'was withdrawn' '13 March 2007: Bill of 2006 — withdrawn'
exits 0 'all acts' k law timeline --json
says 'from the Charter on' '"act": "charter-1985"' '"act": "law-1991"' \
	'"act": "law-1993"' '"act": "const-1995"' '"act": "const-2026"'

exits 0 'who could dismiss an akim, and when' k law matrix akim-dismissal
says 'the district akim since 2013' \
	'2013-07-06 – …: district akim decides: dismissal of the rural akim'
says 'and for a while by decree' '2016-01-11 – 2017-10-09: assembly initiates'
exits 2 'a word that does not exist' k law matrix akim-dismisal
says 'and the nearest one' 'Perhaps akim-dismissal?'

exits 0 'where articles and the text differ' k law discrepancies
says 'who convened the assembly of 1993' \
	'article: rural akim convenes:' \
	'text: head of village administration convenes:'
says 'and where the text is silent' 'text: silent'
exits 0 'the same for a program' k law discrepancies --json
says 'by places' '"place": "law-1993/53/2"' '"place": "law-2001/39-2/1"' \
	'"clauses": "if no-act-allowing-it"'

# ---- the Charter -------------------------------------------------------------

exits 0 'the Soviet of 1992 and the Charter' k law charter 1992-01-01 soviet
says 'it was elected' \
	'charter-1985 3.2: An organ of people elected by equal, direct and secret vote — met' \
	'+ local Soviet of people'"'"'s deputies is elected by: population'
exits 0 'the akimat of today' k law charter 2026-11-24 akimat
says 'is not' \
	'3.2: An organ of people elected by equal, direct and secret vote — the law is silent'
exits 0 'the assembly of today' k law charter 2026-11-24 assembly
says 'decides something, and discusses more' \
	'really can decide a large share of public affairs under its own responsibility — partly met' \
	'+ assembly decides: other current matters of the community' \
	'- assembly discusses: draft programme documents'
exits 0 'a level for a program' k law charter 2026-11-24 rural-okrug --json
says 'has a budget of its own' '"criterion": "own-means"' \
	'"answer": "met"' '"budget-code-2025/7/1.4"'
exits 2 'an organ that does not exist' k law charter 2026-11-24 asembly
says 'and the nearest one' 'Perhaps assembly?'

# ---- figures -----------------------------------------------------------------

cat >"$room/school.csv" <<'CSV'
matter,level,days,cost,use
school,village,160,900,0.40
school,district,60,410,0.78
school,oblast,75,400,0.80
CSV
exits 0 'to whom a school belongs' \
	k law allocate "$room/school.csv" --weights days=50,cost=25,use=25
says 'to the district' 'school: place 1 — district' \
	'school: place 2 — oblast' \
	'school: village is beaten in all measures by district'
exits 0 'where days count a little less' \
	k law allocate "$room/school.csv" --weights days=49,cost=26,use=25
says 'to the oblast' 'school: place 1 — oblast'
exits 0 'the same for a program' k law allocate "$room/school.csv" --json
says 'who beats whom' '"beaten-by": "district"' '"score-millionths": 333333'
exits 2 'a weight that does not exist' \
	k law allocate "$room/school.csv" --weights dais=3
says 'and the nearest one' 'Perhaps days?'
sed 's/160/-1/' "$room/school.csv" >"$room/minus.csv"
exits 2 'a measure below zero' k law allocate "$room/minus.csv"
says 'its line and column' 'Line 2, column “days”: “-1”'
exits 3 'a file that is not there' k law allocate "$room/none.csv"
says 'which' 'none.csv: cannot be read'

cat >"$room/units.csv" <<'CSV'
kato,population,area
101010000,3000,7.5
116645000,700,1.75
CSV
exits 0 'which units are compact' \
	k law territory 2026-11-24 "$room/units.csv" --json
says 'at four hundred persons, both' '"name": "All"' '"measured": 2' \
	'"compact": 2' '"population": 3700' '"compact-population": 3700'
exits 0 'and at one more' k law territory 2026-11-24 "$room/units.csv" \
	--threshold 401 --json
count 'none' 0 '"compact": [1-9]'
exits 2 'a threshold that is no number' \
	k law territory 2026-11-24 "$room/units.csv" --threshold many
says 'what is needed' 'An integer from 1 is needed: many.'
sed 's/101010000/999999999/' "$room/units.csv" >"$room/wrong.csv"
exits 2 'a code that the classifier lacks' \
	k law territory 2026-11-24 "$room/wrong.csv"
says 'its line' 'Line 2: the KATO classifier has no code “999999999”.'

# ---- what is common ------------------------------------------------------------

exits 2 'a month that does not exist' k law findings 2010-13-01
says 'how a day is written' 'YYYY-MM-DD: 2010-13-01'
exits 2 'a reading that does not exist' \
	k law findings 2010-01-01 --reading articel
says 'and the nearest one' 'Perhaps article?'
exits 2 'no day at all' k law findings
says 'how it is asked' 'kenes law findings DATE [--kind K,…]'
exits 2 'an option of another command' \
	k law findings 2010-01-01 --weights days=1
says 'which' '--weights'
