#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: a site loads the official text of two editions; it stands beside the
# norms of its own edition alone, and the two are compared word by word.  The
# texts are invented.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 27
at 2026-11-25
must k init "$dir" --community 116645000

# official DAYS: a text of two articles and one that the law does not know.
official() {
	printf '%s\n' 'Source: a book' '## Глава 3-1. Об участии' \
		'### Статья 39-2. О членах' '1. Члены вправе.' \
		'### Статья 39-3. О сходе' "1. Сход созывают за $1 дней." \
		'2. Ведут протокол.' '### Статья 999. Лишняя' 'Нет.'
}
official 10 >"$room/a.md"
official 15 >"$room/b.md"
load() {
	k import "$dir" text "$@"
}

before=$(k record verify "$dir")
exits 0 'the first edition' load law-2001 2019-01-01 "$room/a.md"
says 'what was loaded, and what the law lacks' '3 articles' 'source: a book' \
	'no norms of article 999'
exits 0 'the second, as JSON' load law-2001 2022-01-01 "$room/b.md" --json
says 'with its hash' '"imported": 3' '"unknown": [' \
	"$(sha256sum "$room/b.md" | cut -c1-64)"
[ "$(k record verify "$dir")" = "$before" ]
ok 'the record is as it was' $?
exits 0 'the derived tables too' k rebuild "$dir" --check

exits 0 'the text beside the norms' \
	k law at 2018-06-01 law-2001 39-3 --text "$dir"
says 'of the very edition' 'Official text of article 39-3. О сходе' \
	'за 10 дней'
exits 0 'of another day' k law at 2022-06-01 law-2001 39-3 --text "$dir"
says 'another text' 'за 15 дней'
exits 0 'of a day without a text' \
	k law at 2026-01-01 law-2001 39-3 --text "$dir"
case $tap_output in *дней*) false ;; *) true ;; esac
ok 'none is shown' $?

exits 0 'two editions' \
	k law diff law-2001 2019-01-01 2022-01-01 --text "$dir"
says 'word by word' 'Article 39-3:' \
	'  1. Сход созывают за [-10 -]{+15 +}дней.'
case $tap_output in *протокол* | *'Article 39-2:'*) false ;; *) true ;; esac
ok 'and nothing that is the same' $?
exits 0 'as JSON' \
	k law diff law-2001 2019-01-01 2022-01-01 --text "$dir" --json
says 'in parts' '"article": "39-3"' '"sign": "-"' '"text": "10 "'
exits 0 'with a day that has no text' \
	k law diff law-2001 2019-01-01 2026-01-01 --text "$dir"
says 'is said' 'Article 39-3: the official text of one'

exits 2 'an act that is none' load law-2010 2019-01-01 "$room/a.md"
says 'the nearest is named' 'Perhaps law-2001?'
exits 2 'an edition that is none' load law-2001 1999-01-01 "$room/a.md"
printf 'Статья 1. А\nб\377\n' >"$room/c.md"
exits 2 'what is not UTF-8' load law-2001 2019-01-01 "$room/c.md"
says 'line and column' 'Line 2, column 2'
head -c 4194305 /dev/zero | tr '\0' 'x' >"$room/d.md"
exits 2 'what is too large' load law-2001 2019-01-01 "$room/d.md"
exits 2 'a word too few' load law-2001 2019-01-01
exits 2 'a word too many' k import "$dir" budget x y
