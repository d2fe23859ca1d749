# SPDX-License-Identifier: AGPL-3.0-or-later
# SPDX-FileCopyrightText: Kenes contributors
#
# A small community with a clock of its own, driven through the binary.
# Source it after tap.sh, from the tree's root.
kenes=${KENES_ASAN:-build/asan/kenes}
[ -x "$kenes" ] || kenes=${KENES:-build/release/kenes}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
dir=$room/village
clock=$room/now

# k WORD…: kenes in English at the community's time.
k() {
	"$kenes" "$@" --now "@$clock" --lang "${lang:-en}"
}

# at DAY [TIME]: lets the time pass.
at() {
	printf '%sT%s:00+05:00\n' "$1" "${2:-10:00}" >"$clock"
}

# people COUNT KATO [STREET]: a register of adults without numbers.
people() {
	awk -v count="$1" -v kato="$2" -v street="${3:-Абай}" 'BEGIN {
		print "surname,name,birth,kato,street,house,from,citizen"
		for (i = 1; i <= count; i++)
			printf "Мысалов%d,Асан,1980-01-%02d,%s,%s,%d,2010-01-01,yes\n",
				i, i % 28 + 1, kato, street, i
	}'
}

# must COMMAND…: part of the setting, not of what is tested.
must() {
	"$@" >"$room/must" 2>&1 || {
		sed 's/^/# /' "$room/must"
		echo "Bail out! $*"
		exit 1
	}
}

# settle KATO: a community with accounts and officials, no residents yet.
settle() {
	must k init "$dir" --community "$1"
	for office in clerk rural-akim district-akim; do
		must k account "$dir" "$office" --offices "$office"
	done
	for office in rural-akim district-akim district-maslikhat; do
		must act keeper '{"act": "record-office", "actor": "keeper",
			"office": "'"$office"'", "surname": "Мысалов", "name": "Ерлан",
			"from": "2010-01-01", "basis": "an example"}'
	done
	must act keeper '{"act": "record-population", "actor": "keeper",
		"persons": '"${2:-400}"', "on": "2013-07-06", "basis": "an example"}'
}

# register COUNT KATO: the residents.
register() {
	people "$@" >"$room/members.csv"
	must k import "$dir" members "$room/members.csv"
}

# act ACCOUNT JSON [OPTION…]: submits it.
act() {
	who=$1 json=$2
	shift 2
	printf '%s' "$json" | k submit "$dir" - --as "$who" "$@"
}

# lawful DESCRIPTION ACCOUNT JSON [OPTION…]: passes where it is done.
lawful() {
	description=$1
	shift
	exits 0 "$description" act "$@"
}

# refused DESCRIPTION ACCOUNT JSON TEXT…: passes where the law says no, cites
# its place and says each text.
refused() {
	description=$1 who=$2 json=$3
	shift 3
	exits 1 "$description" act "$who" "$json"
	says "… and it says why" "$@"
}

# shows DESCRIPTION WHAT TEXT…: passes where `show WHAT --json` has each text.
shows() {
	description=$1 what=$2
	shift 2
	exits 0 "$description" k show "$dir" $what --json
	says "… $description" "$@"
}

# numbers FIRST LAST: "1,2,3".
numbers() {
	seq -s , "$1" "$2"
}

# ---- a whole sitting, as the setting of something else -------------------------

# calls PROCEEDING DAY ITEMS: called and noticed by the akim.
calls() {
	must act rural-akim '[{"act": "call", "proceeding": '"$1"',
		"actor": "rural-akim", "day": "'"$2"'", "time": "11:00",
		"place": "Клуб", "items": ['"$3"']},
		{"act": "notify", "proceeding": '"$1"', "actor": "rural-akim",
		"ways": ["mass-media"], "evidence": "Газет"}]'
}

# opens PROCEEDING FIRST LAST: those residents come, elect the first two, and
# approve the agenda.
opens() {
	present=$(($3 - $2 + 1))
	must act clerk '[{"act": "arrive", "proceeding": '"$1"',
		"actor": "rural-akim", "residents": ['"$(numbers "$2" "$3")"'],
		"evidence": "Тізім"}]'
	must act rural-akim '[{"act": "open-sitting", "proceeding": '"$1"',
		"actor": "rural-akim"},
		{"act": "elect", "proceeding": '"$1"', "actor": "rural-akim",
		"office": "chair", "resident": '"$2"', "for": '"$present"',
		"against": 0, "abstain": 0},
		{"act": "elect", "proceeding": '"$1"', "actor": "rural-akim",
		"office": "secretary", "resident": '"$(($2 + 1))"',
		"for": '"$present"', "against": 0, "abstain": 0}]'
	must act clerk '{"act": "approve-agenda", "proceeding": '"$1"',
		"actor": "chair", "for": '"$present"', "against": 0, "abstain": 0}'
}

# votes PROCEEDING ITEM FOR AGAINST: nobody speaks, hands are counted.
votes() {
	must act clerk '[{"act": "speak", "proceeding": '"$1"',
		"actor": "secretary", "item": '"$2"'},
		{"act": "put", "proceeding": '"$1"', "actor": "chair",
		"item": '"$2"', "form": "by-show-of-hands"},
		{"act": "count", "proceeding": '"$1"', "actor": "secretary",
		"item": '"$2"', "for": '"$3"', "against": '"$4"', "abstain": 0},
		{"act": "close-vote", "proceeding": '"$1"', "actor": "chair",
		"item": '"$2"'}]'
}

# finishes PROCEEDING: closed, signed, handed over.
finishes() {
	must act clerk '[{"act": "close-sitting", "proceeding": '"$1"',
		"actor": "chair"},
		{"act": "sign-minutes", "proceeding": '"$1"', "actor": "chair",
		"evidence": "Хаттама"},
		{"act": "sign-minutes", "proceeding": '"$1"',
		"actor": "secretary", "evidence": "Хаттама"},
		{"act": "hand-over", "proceeding": '"$1"', "actor": "secretary",
		"evidence": "Журнал"}]'
}
