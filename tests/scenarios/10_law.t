#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a lawyer asks the law in the own language, and is told what is wrong
# in a file of it, where, and what was probably meant.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 63
at 2026-11-25

# ---- questions in three languages ---------------------------------------

ask() {
	k law ask "$@" --level rural-okrug
}
exits 0 'who agrees a local budget in 2019' \
	ask 2019-01-01 'X agrees: local-budget'
says 'the assembly, by its article' 'assembly agrees: local budget' \
	'art. 39-3(3)1-1)' 2018-01-01
lang=ru
exits 0 'the same in Russian' \
	ask 2019-01-01 'X согласовывает: бюджет сельского округа'
says 'собрание, и статья' 'собрание местного сообщества согласовывает' \
	'ст. 39-3, п. 3, пп. 1-1)'
lang=kk
exits 0 'the same in Kazakh' \
	ask 2019-01-01 'X келіседі: ауылдық округ бюджеті'
says 'жиналыс, бабымен' 'жергілікті қоғамдастық жиналысы келіседі' \
	'39-3-бап, 3-тармақ, 1-1) тармақша'
for lang in kk ru en; do
	exits 0 "identifiers are the same in all languages: $lang" \
		ask 2019-01-01 'X approves: local-budget' --json
	says 'the district maslikhat' '"subject": "district-maslikhat"' \
		'"verb": "approves"' '"object": "local-budget"' \
		'"effect": "blocking"' '"act": "law-2001"' '"article": "6"' \
		'"edition": "2018-01-01"' '"checked": true'
done
lang=en
exits 0 'nobody decides the budget' ask 2019-01-01 'X decides: local-budget'
[ -z "$tap_output" ]
ok 'stdout is empty' $?
says 'stderr names the nearest power' 'district maslikhat approves'
exits 0 'as JSON' ask 2019-01-01 'X decides: local-budget' --json
[ "$tap_output" = '[]' ]
ok 'an empty list' $?
exits 2 'a question with a wrong verb' ask 2019-01-01 'X agres: local-budget'
says 'what was meant' agrees
for asked in 'agrees: local-budget/population > 2000' \
	'discusses: lsg-income/population <= 2000'; do
	exits 0 'a change that was split by population' \
		ask 2019-01-01 "X ${asked%/*}" --json
	says 'says where it holds' "\"applies\": \"${asked#*/}\""
done
exits 0 'one unit of 2000 people' \
	ask 2019-01-01 'X agrees: local-budget' --population 2000 --json
[ "$tap_output" = '[]' ]
ok 'has no answer, one of 2001 has' $?
exits 2 'a population that is none' \
	ask 2019-01-01 'X agrees: local-budget' --population many
exits 2 'a day that does not exist' ask 2019-02-30 'X agrees: local-budget'
exits 0 'doctrine answers no question about the law' k law ask 2010-01-01 \
	'maslikhat-consent counts-as: X' --json
[ "$tap_output" = '[]' ]
ok 'by itself' $?
exits 0 'but where it is asked by name' k law ask 2010-01-01 \
	'maslikhat-consent counts-as: X' --act doctrine-ru --json
says 'it does' '"object": "formality"'
exits 2 'an act that does not exist' k law ask 2010-01-01 \
	'maslikhat-consent counts-as: X' --act law-2002
says 'the nearest act' 'Perhaps law-2001?'
exits 2 'a level that does not exist' k law ask 2019-01-01 \
	'X agrees: local-budget' --level rural-okrugg
says 'the nearest level' 'Perhaps rural-okrug?'

# ---- what is in force ------------------------------------------------------

exits 0 'the stages of a gathering today' k law procedure 2026-11-25 gathering
says 'with their places' 'notice: at least 10 calendar days' 'art. 39-3(8)'
exits 0 'an article of 2014' k law at 2014-11-07 law-2001 39-3
exits 0 'an article before it was' k law at 2008-01-01 law-2001 39-3
says 'nothing of the kind' 'in force'
exits 2 'an act that does not exist' k law at 2019-01-01 law-2002
says 'the nearest act' 'Perhaps law-2001?'
lang=kk
exits 0 'an article in Kazakh' k law say law-2001/39-3
says 'in Kazakh order' 'жергілікті қоғамдастық' \
	'өткізілетін күнге дейін кемінде күнтізбелік 10 күн'
lang=en

# ---- files -------------------------------------------------------------------

exits 0 'the law has no faults' k law check
exits 0 'its scenarios hold' k law test
cat >"$room/wrong.law" <<'LAW'
local act wrong; of district-maslikhat; in 116645000; fills law-2001 99-3; from 2024-13-01
procedure gathering; of law-2001 39-3
  1  takes part: membr
LAW
exits 1 'a file with faults' k law check "$room/wrong.law"
says 'an unknown word, and what was meant' 'wrong.law:3:' membr member
says 'a day that does not exist' 'wrong.law:1:' '2024-13-01'
printf 'procedure p; of law-2001 99-3; from 2024-01-01\n' >"$room/article.law"
exits 1 'an article that does not exist' k law check "$room/article.law"
says 'where, and which' 'article.law:1:' '99-3'
exits 1 'faults as JSON' k law check "$room/wrong.law" --json
says 'with file, line and column' '"line": 3' '"column":' '"file":'
cat >"$room/scenario.law" <<'LAW'
scenario wrong; at 2019-01-01; at rural-okrug
  expect gathering agrees: local-budget
LAW
exits 1 'an expectation that is not met' k law test "$room/scenario.law"
says 'where it stands' 'scenario.law:2:'

for file in law-2001 procedures-2001; do
	must k law fmt "law/$file.law"
	cp "$room/must" "$room/$file.law"
	must k law fmt "$room/$file.law"
	cmp -s "$room/must" "$room/$file.law"
	ok "the layout of $file is its own layout" $?
done
lang=kk
must k law say law/procedures-2001.law
lang=en
grep -q 'өткізілетін күнге дейін' "$room/must"
ok 'procedures are said in Kazakh' $?
cp "$room/must" "$room/procedures-2001.law"
exits 0 'what was said is the same law' \
	k law test "$room/procedures-2001.law"
exits 0 'and give the same stages' \
	k law procedure 2026-11-25 gathering --law law
stages=$tap_output
mkdir "$room/law"
cp law/*.law "$room/law"
cp "$room/procedures-2001.law" "$room/law"
[ "$(k law procedure 2026-11-25 gathering --law "$room/law")" = "$stages" ]
ok 'word for word' $?

# ---- the command line ----------------------------------------------------------

exits 2 'a command that does not exist' k lw check
exits 2 'an option of another command' k law check --level rural-okrug
