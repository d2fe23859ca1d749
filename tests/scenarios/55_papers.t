#!/bin/sh
# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# Goal: every paper in every language as PDF (its words can be searched, its
# fonts travel with it, it is tagged, the same paper gives the same bytes) and
# as Akoma Ntoso that is valid and refers to nothing that is not there; and no
# paper shows a personal number.
. tests/support/tap.sh
. tests/support/kenes.sh
plan 102

# A register with personal numbers that say neither sex nor century.
numbered() {
	awk -v count="$1" 'BEGIN {
		print "surname,name,birth,kato,street,house,from,citizen,iin"
		for (i = 1; i <= count; i++) {
			split("1 2 3 4 5 6 7 8 9 10 11", first)
			split("3 4 5 6 7 8 9 10 11 1 2", second)
			day = i % 28 + 1
			text = sprintf("8001%02d0%04d", day, i)
			for (pass = 1; pass <= 2; pass++) {
				sum = 0
				for (k = 1; k <= 11; k++)
					sum += substr(text, k, 1) * \
						(pass == 1 ? first[k] : second[k])
				if (sum % 11 < 10) break
			}
			if (sum % 11 == 10) continue
			printf "Мысалов%d,Әлібек,1980-01-%02d,%s,Абай,%d,2010-01-01,yes,%s%d\n",
				i, day, "116645000", i, text, sum % 11
		}
	}'
}

# words FILE WORD…: passes where the text of the PDF has each.
words() {
	file=$1 missing=
	shift
	pdftotext -layout "$file" "$file.txt"
	for word; do
		tr -s ' \n' '  ' <"$file.txt" | grep -qF -- "$word" ||
			missing="$missing «$word»"
	done
	[ -z "$missing" ] || echo "missing:$missing"
	[ -z "$missing" ]
}

# sound FILE: tagged, with a title, all fonts inside, in its language.
sound() {
	pdfinfo "$1" >"$1.info" 2>&1
	pdffonts "$1" 2>&1 | sed 1,2d >"$1.fonts"
	grep -q '^Tagged: *yes' "$1.info" &&
		grep -q '^Title: *[^ ]' "$1.info" &&
		grep -q '^Page size:.*A4' "$1.info" &&
		[ -s "$1.fonts" ] &&
		! awk '{ print $(NF - 4) }' "$1.fonts" | grep -qv yes &&
		grep -qa "/Lang ($language)" "$1" ||
		{ cat "$1.info" "$1.fonts"; false; }
}

# paper KIND WORD…: five tests of the paper in $language.
paper() {
	kind=$1 item=
	shift
	case $kind in decision | extract) item='--item 1' ;; esac
	name=$room/$kind-$language
	lang=$language
	k document "$dir" 1 "$kind" $item --format pdf >"$name.pdf" 2>"$name.no"
	ok_run "$kind in $language is a sound PDF" sound "$name.pdf"
	ok_run '… its words are text' words "$name.pdf" "$@"
	k document "$dir" 1 "$kind" $item --format pdf >"$name-again.pdf"
	ok_run '… and once more it has the same bytes' \
		cmp "$name.pdf" "$name-again.pdf"
	k document "$dir" 1 "$kind" $item --format akn >"$name.xml" 2>"$name.no"
	ok_run '… it is valid Akoma Ntoso that refers to what is there' \
		tests/support/check_akn "$name.xml"
	ok_run '… and says its language' grep -q \
		"FRBRlanguage language=\"$(case $language in kk) echo kaz ;;
		ru) echo rus ;; en) echo eng ;; esac)\"" "$name.xml"
	lang=en
}

at 2026-11-02 09:00
settle 116645000
numbered 130 >"$room/members.csv"
must k import "$dir" members "$room/members.csv"
must act rural-akim \
	'{"act": "open", "actor": "rural-akim", "procedure": "gathering"}'
items='{"matter": "community-tasks", "title": "Қоғам үйін жөндеу туралы"}'
for n in 2 3 4 5 6 7 8 9 10; do
	items="$items"', {"matter": "other-local-matters",
		"title": "Мал жайылымын пайдалану тәртібі, '$n'-учаске"}'
done
calls 1 2026-11-14 "$items"

# ---- before the sitting ----------------------------------------------------------

language=kk
paper notice ХАБАРЛАНДЫРУ 'Талқыланатын мәселелер' \
	'Қоғам үйін жөндеу туралы' '2026 жылғы 14 қараша, сенбі' 10-учаске
paper attendance 'ҚАТЫСУШЫЛАР ТІЗІМІ' 'Мысалов100 Әлібек' Қолы
paper slips 'Ашық дауыс беру парағы' '2026 жылғы 14 қарашадағы № 1 отырысы' \
	жақтаймын қарсымын 'қалыс қаламын'
language=ru
paper notice ОБЪЯВЛЕНИЕ 'Обсуждаемые вопросы' '14 ноября 2026 года, суббота'
paper attendance 'СПИСОК ПРИСУТСТВУЮЩИХ' 'Мысалов100 Әлібек' Подпись
paper slips 'Листок открытого голосования' 'Заседание 14 ноября 2026 года № 1' \
	за против воздерживаюсь
language=en
paper notice NOTICE 'Saturday, 14 November 2026'
paper attendance 'ATTENDANCE LIST' 'Мысалов100 Әлібек' Signature
paper slips 'Slip for an open vote' 'Sitting of 14 November 2026 No 1'
for language in kk ru en; do
	ok_run "ten items are one sheet in $language" \
		grep -q '^Pages: *1$' "$room/notice-$language.pdf.info"
done
exits 3 'there is no extract before the vote' \
	k document "$dir" 1 extract --item 1 --format pdf

# ---- after it ----------------------------------------------------------------------

at 2026-11-14 11:00
opens 1 1 20
votes 1 1 18 2
for n in 2 3 4 5 6 7 8 9 10; do
	votes 1 "$n" 20 0
done
finishes 1
language=kk
paper minutes '№ 1 ХАТТАМА' \
	'Жергілікті қоғамдастық жиынының 2026 жылғы 14 қарашадағы № 1 хаттамасы' \
	'ТЫҢДАЛДЫ: 1. Қоғам үйін жөндеу туралы' 'ШЕШІМ ҚАБЫЛДАНДЫ:' \
	'Мысалов1 Әлібек' Төраға Хатшы
paper decision 'Қоғам үйін жөндеу туралы' 'ШЕШІМ ҚАБЫЛДАДЫ:' \
	'2026 жылғы 14 қарашадағы № 1 шешімі'
paper extract '№ 1 ХАТТАМАДАН ҮЗІНДІ' 'Үзінді дұрыс' \
	'жақтаған — 18, қарсы — 2, қалыс қалған — 0'
language=ru
paper minutes 'ПРОТОКОЛ № 1' 'Протокол от 14 ноября 2026 года № 1' \
	'СЛУШАЛИ: 1. Қоғам үйін жөндеу туралы' 'РЕШИЛИ:' Председатель
paper decision 'Қоғам үйін жөндеу туралы' 'РЕШИЛ:' \
	'Решение от 14 ноября 2026 года № 1'
paper extract 'ВЫПИСКА ИЗ ПРОТОКОЛА № 1' 'Выписка верна' \
	'за — 18, против — 2, воздержались — 0'
language=en
paper minutes 'MINUTES NO 1' 'Minutes of 14 November 2026 No 1' \
	'HEARD: 1. Қоғам үйін жөндеу туралы' RESOLVED:
paper decision 'Қоғам үйін жөндеу туралы' 'Decision of 14 November 2026 No 1'
paper extract 'EXTRACT FROM MINUTES NO 1' 'Certified as a true extract'
exits 3 'no slips are left when all is voted on' \
	k document "$dir" 1 slips --format pdf

# ---- what holds of all of them -------------------------------------------------------

kk=$(grep -c 'attendance/1"' "$room/attendance-kk.xml")
ok_run 'one work has an expression in each language' [ "$kk" -gt 0 ]
work=$(grep -h '<FRBRuri' "$room"/minutes-kk.xml "$room"/minutes-ru.xml |
	grep -c 'debateReport/116645000/2026-11-14/minutes/1"')
ok_run '… the work of both languages is the same' [ "$work" = 2 ]
cut -d, -f9 "$room/members.csv" | sed 1d >"$room/numbers"
ok_run 'there are personal numbers' [ -s "$room/numbers" ]
cat "$room"/*.txt "$room"/*.xml >"$room/all"
not_ok_run 'no personal number in any paper' \
	grep -qF -f "$room/numbers" "$room/all"

# The check of references does find what is wrong.
sed 's/refersTo="#role.chair"/refersTo="#role.nobody"/' \
	"$room/minutes-kk.xml" >"$room/bad1.xml"
not_ok_run 'a reference to nothing is found' \
	tests/support/check_akn "$room/bad1.xml"
sed 's|href="/akn/kz/act/[^"]*">|href="/akn/kz/act/none">|' \
	"$room/minutes-kk.xml" >"$room/bad2.xml"
not_ok_run 'an address that is not listed is found' \
	tests/support/check_akn "$room/bad2.xml"
sed 's/<mainBody>/<mainBody><h1\/>/' "$room/minutes-kk.xml" >"$room/bad3.xml"
not_ok_run 'an element that is none is found' \
	tests/support/check_akn "$room/bad3.xml"
