#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: somebody who reads the law acknowledges a finding with a reason; it
# stays away, and comes back when a line that it cites changes by one number.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 25
at 2026-11-25

law=$room/law
mkdir "$law"
cp law/words*.law "$law"
# corpus YEARS UNCITED: the cited line with a number, and a line beside it.
corpus() {
	{
		cat tests/inquiry/fixture.law
		printf '%s\n' 'act law-new; rank law; adopted 2010-06-01' \
			'article 1; from 2010-06-01' \
			"  1  akimat exercises: lsg-functions; for $1 years" \
			"  2  gathering $2: community-tasks"
	} >"$law/fixture.law"
}
findings() {
	k law findings 2011-01-01 --kind status --law "$law" "$@"
}
# The keys of what is found, in one line.
keys() {
	findings --json "$@" 2>"$room/note" | sed -n 's/.*"id": "\(.*\)".*/\1/p' | paste -sd' ' -
}

corpus 4 discusses
before=$(keys)
case $before in *status:akimat*) true ;; *) false ;; esac
ok "the finding is there: $before" $?
exits 2 'without a reason' k law acknowledge status:akimat --law "$law"
says 'a reason is asked for' '--why TEXT'
exits 2 'a reason of two lines' k law acknowledge status:akimat --law "$law" \
	--why 'one
two'
exits 2 'a finding that is none' k law acknowledge status:akimaat \
	--why 'Known' --law "$law"
says 'the nearest is named' 'status:akimat'
[ ! -e "$law/acknowledged.txt" ]
ok 'nothing was written' $?
exits 0 'it is acknowledged' k law acknowledge status:akimat 2011-01-01 \
	--why 'Known since 2009' --by 'A. Author' --law "$law"
exits 0 'the findings' findings
says 'tell that one is left out' '1 acknowledged finding is left out'
case $tap_output in *status:akimat*) false ;; *) true ;; esac
ok 'it is left out' $?
exits 0 'all findings' findings --all
says 'author, day and reason are told' 'status:akimat' \
	'acknowledged by A. Author, 25 November 2026: Known since 2009'
exits 0 'as JSON' findings --all --json
says 'it holds' '"by": "A. Author"' '"on": "2026-11-25"' '"holds": true'
exits 0 'the law is still sound' k law check --law "$law"

corpus 4 decides
[ "$(keys)" != "$before" ] && [ "$(keys --all)" = "$before" ]
ok 'a line that is not cited changes: it stays away' $?
corpus 5 decides
[ "$(keys)" = "$before" ]
ok 'a cited line changes by one number: it is back' $?
exits 0 'and says' findings
says 'why it came back' 'It has come back. Acknowledged by A. Author' \
	'- akimat exercises: lsg-functions; for 4 years' \
	'+ akimat exercises: lsg-functions; for 5 years'
exits 0 'acknowledged again, by whoever is at the machine' \
	k law acknowledge status:akimat 2011-01-01 --why 'Still' --law "$law"
[ "$(keys)" != "$before" ]
ok 'it stays away' $?
corpus 4 decides
[ "$(keys)" != "$before" ]
ok 'and for the lines of before too' $?

echo '  wy not' >>"$law/acknowledged.txt"
exits 2 'a fault in the file' findings
says 'its line is named' "acknowledged.txt, line $(wc -l <"$law/acknowledged.txt")"
