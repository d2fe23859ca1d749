/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Turns the KATO classifier into a C table on standard output:
 *
 *   compile_kato data/kato.csv data/kato-kinds.csv SHA-256
 *
 * Names in KATO are not normalised and carry the kind of the unit as an
 * abbreviation, at either end.  The second file says which abbreviation means
 * which kind, and how it is written out in Kazakh, Russian and English; the
 * first of its rows that fits a place is taken.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CODE_LENGTH = 9,
    TEXT_MAX = 512,
    TITLE_MAX = 3 * TEXT_MAX,
    LINE_MAX_BYTES = 2048,
    FIELDS_MAX = 16,
    PLACES_MAX = 32768,
    RULES_MAX = 64
};

#define KATO_HEADER "kato,kato_version,level,type_code,name_ru,name_kk"

struct place {
    char code[CODE_LENGTH + 1];
    char level[16];
    char kk[TEXT_MAX];
    char ru[TEXT_MAX];
};

struct rule {
    char level[16];
    char above[16];
    char mark[TEXT_MAX];
    char marks_kk[TEXT_MAX];
    char kind[TEXT_MAX];
    char ru_first[TEXT_MAX];
    char ru_last[TEXT_MAX];
    char kk[TEXT_MAX];
    char en[TEXT_MAX];
};

enum end { END_NONE, END_FIRST, END_LAST };

static struct place *places;
static size_t places_count;
static char edition[TEXT_MAX];
static struct rule rules[RULES_MAX];
static size_t rules_count;

static void fail(const char *path, size_t line, const char *what);
static size_t split(char *line, char *fields[FIELDS_MAX]);
static void copy(char *to, size_t size, const char *from);
static void read_places(const char *path);
static void read_rules(const char *path);
static const struct place *find(const char *code);
static const struct place *parent(const struct place *place);
static const struct rule *rule_of(const struct place *place, enum end *end);
static void title_ru(const struct place *place, const struct rule *rule,
    enum end end, char *title);
static void titles_kk_en(const struct place *place, const struct rule *rule,
    char *kk, char *en);
static void write_text(const char *text);

int main(int argc, char **argv)
{
    if (argc != 4 || strlen(argv[3]) != 64) {
        fprintf(stderr, "usage: compile_kato KATO.csv KINDS.csv SHA-256\n");
        return 2;
    }
    places = calloc(PLACES_MAX, sizeof *places);
    if (places == NULL) {
        fail(argv[1], 0, "no memory");
    }
    read_places(argv[1]);
    read_rules(argv[2]);
    printf("/* Made by tools/compile_kato from data/kato.csv. */\n"
           "#include \"community/territory_internal.h\"\n\n"
           "const char territory_table_digest[] = \"%s\";\n"
           "const char territory_table_edition[] = \"%s\";\n"
           "const size_t territory_table_count = %zu;\n"
           "const struct territory territory_table[] = {\n",
        argv[3], edition, places_count);
    for (size_t i = 0; i < places_count; i++) {
        char kk[TITLE_MAX];
        char ru[TITLE_MAX];
        char en[TITLE_MAX];
        enum end end = END_NONE;
        const struct rule *rule = rule_of(&places[i], &end);
        if (rule == NULL) {
            fail(argv[2], 0, places[i].ru);
        }
        title_ru(&places[i], rule, end, ru);
        titles_kk_en(&places[i], rule, kk, en);
        printf("    {\"%s\", ", places[i].code);
        write_text(places[i].kk);
        write_text(places[i].ru);
        write_text(rule->kind);
        printf("{");
        write_text(kk);
        write_text(ru);
        write_text(en);
        printf("}},\n");
    }
    printf("};\n");
    free(places);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 3;
}

static void fail(const char *path, size_t line, const char *what)
{
    fprintf(stderr, "%s:%zu: %s\n", path, line, what);
    exit(1);
}

/* ---- reading ----------------------------------------------------------- */

static bool next_line(FILE *file, char line[LINE_MAX_BYTES])
{
    if (fgets(line, LINE_MAX_BYTES, file) == NULL) {
        return false;
    }
    line[strcspn(line, "\r\n")] = '\0';
    return true;
}

/* Splits at commas outside quotes; doubled quotes become one.  In place. */
static size_t split(char *line, char *fields[FIELDS_MAX])
{
    size_t count = 0;
    char *to = line;
    const char *from = line;
    bool quoted = false;
    fields[count++] = to;
    for (; *from != '\0'; from++) {
        if (*from == '"') {
            if (quoted && from[1] == '"') {
                *to++ = *from++;
            } else {
                quoted = !quoted;
            }
        } else if (*from == ',' && !quoted && count < FIELDS_MAX) {
            *to++ = '\0';
            fields[count++] = to;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return count;
}

static void copy(char *to, size_t size, const char *from)
{
    if (strlen(from) >= size) {
        fail(from, 0, "too long");
    }
    strcpy(to, from);
}

/* Blanks (no-break ones too) become one; none at the ends, none before '.'. */
static void copy_name(char to[TEXT_MAX], const char *from)
{
    size_t length = 0;
    bool blank = false;
    while (*from != '\0') {
        if (*from == ' ' || *from == '\t') {
            blank = true;
            from++;
        } else if (strncmp(from, "\xc2\xa0", 2) == 0) {
            blank = true;
            from += 2;
        } else {
            if (blank && length > 0 && *from != '.') {
                to[length++] = ' ';
            }
            blank = false;
            to[length++] = *from++;
        }
        if (length >= TEXT_MAX - 2) {
            fail(from, 0, "too long");
        }
    }
    to[length] = '\0';
}

static void read_places(const char *path)
{
    char line[LINE_MAX_BYTES];
    char *fields[FIELDS_MAX];
    FILE *file = fopen(path, "r");
    if (file == NULL || !next_line(file, line) ||
        strcmp(line, KATO_HEADER) != 0) {
        fail(path, 1, "not the classifier");
    }
    for (size_t number = 2; next_line(file, line); number++) {
        if (split(line, fields) != 6 || strlen(fields[0]) != CODE_LENGTH ||
            places_count == PLACES_MAX) {
            fail(path, number, "not six fields with a code of nine digits");
        }
        struct place *place = &places[places_count++];
        copy(place->code, sizeof place->code, fields[0]);
        copy(edition, sizeof edition, fields[1]);
        copy(place->level, sizeof place->level, fields[2]);
        copy_name(place->ru, fields[4]);
        copy_name(place->kk, fields[5]);
        if (places_count > 1 && strcmp(place[-1].code, place->code) >= 0) {
            fail(path, number, "codes are not sorted");
        }
    }
    fclose(file);
}

static void read_rules(const char *path)
{
    char line[LINE_MAX_BYTES];
    char *fields[FIELDS_MAX];
    FILE *file = fopen(path, "r");
    if (file == NULL || !next_line(file, line)) {
        fail(path, 1, "cannot be read");
    }
    for (size_t number = 2; next_line(file, line); number++) {
        if (split(line, fields) != 9 || rules_count == RULES_MAX) {
            fail(path, number, "not nine fields");
        }
        struct rule *rule = &rules[rules_count++];
        copy(rule->level, sizeof rule->level, fields[0]);
        copy(rule->above, sizeof rule->above, fields[1]);
        copy(rule->mark, sizeof rule->mark, fields[2]);
        copy(rule->marks_kk, sizeof rule->marks_kk, fields[3]);
        copy(rule->kind, sizeof rule->kind, fields[4]);
        copy(rule->ru_first, sizeof rule->ru_first, fields[5]);
        copy(rule->ru_last, sizeof rule->ru_last, fields[6]);
        copy(rule->kk, sizeof rule->kk, fields[7]);
        copy(rule->en, sizeof rule->en, fields[8]);
    }
    fclose(file);
}

/* ---- places ------------------------------------------------------------ */

static int compare_code(const void *code, const void *place)
{
    return strcmp(code, ((const struct place *)place)->code);
}

static const struct place *find(const char *code)
{
    return bsearch(code, places, places_count, sizeof *places, compare_code);
}

static const struct place *parent(const struct place *place)
{
    char code[CODE_LENGTH + 1];
    strcpy(code, place->code);
    for (size_t kept = 6; kept >= 2; kept -= 2) {
        memset(code + kept, '0', CODE_LENGTH - kept);
        if (strcmp(code, place->code) != 0 && find(code) != NULL) {
            return find(code);
        }
    }
    return NULL;
}

/* ---- names ------------------------------------------------------------- */

/* Small letters of Russian for capitals; all other bytes stay. */
static void lower(const char *from, char to[TEXT_MAX])
{
    size_t i = 0;
    for (; i < TEXT_MAX - 1 && from[i] != '\0'; i++) {
        unsigned char byte = (unsigned char)from[i];
        to[i] = from[i];
        if (byte == 0xd0 && from[i + 1] != '\0') {
            unsigned char next = (unsigned char)from[i + 1];
            if (next >= 0x90 && next <= 0x9f) { /* А to П */
                to[i + 1] = (char)(next + 0x20);
            } else if (next >= 0xa0 && next <= 0xaf) { /* Р to Я */
                to[i] = (char)0xd1;
                to[i + 1] = (char)(next - 0x20);
            } else {
                to[i + 1] = (char)next;
            }
            i++;
        }
    }
    to[i] = '\0';
}

static bool may_border(char byte)
{
    return byte == ' ' || byte == '.' || (byte >= '0' && byte <= '9');
}

/* Takes `mark` off an end of `name`; its last dot may lack at the very end. */
static enum end take_off(const char *name, const char *mark, char *stem)
{
    char name_low[TEXT_MAX];
    char mark_low[TEXT_MAX];
    lower(name, name_low);
    lower(mark, mark_low);
    size_t length = strlen(name_low);
    size_t mark_length = strlen(mark_low);
    bool dotted = mark_length > 0 && mark_low[mark_length - 1] == '.';
    if (mark_length == 0 || mark_length > length) {
        return END_NONE;
    }
    if (strncmp(name_low, mark_low, mark_length) == 0 &&
        (dotted || name_low[mark_length] == ' ')) {
        const char *rest = name + mark_length;
        copy(stem, TEXT_MAX, *rest == ' ' ? rest + 1 : rest);
        return END_FIRST;
    }
    for (int without_dot = 0; without_dot <= (dotted ? 1 : 0); without_dot++) {
        size_t tail = mark_length - (size_t)without_dot;
        if (tail < length && may_border(name_low[length - tail - 1]) &&
            strncmp(name_low + length - tail, mark_low, tail) == 0) {
            copy(stem, TEXT_MAX, name);
            stem[length - tail] = '\0';
            if (stem[length - tail - 1] == ' ') {
                stem[length - tail - 1] = '\0';
            }
            return END_LAST;
        }
    }
    return END_NONE;
}

static const struct rule *rule_of(const struct place *place, enum end *end)
{
    const struct place *above = parent(place);
    for (size_t i = 0; i < rules_count; i++) {
        char stem[TEXT_MAX];
        if (strcmp(rules[i].level, place->level) != 0) {
            continue;
        }
        if (rules[i].above[0] != '\0' &&
            (above == NULL || strcmp(rules[i].above, above->level) != 0)) {
            continue;
        }
        *end = take_off(place->ru, rules[i].mark, stem);
        if (*end != END_NONE || rules[i].mark[0] == '\0') {
            return &rules[i];
        }
    }
    return NULL;
}

static bool ends_with(const char *text, const char *ending)
{
    size_t length = strlen(text);
    size_t tail = strlen(ending);
    return length >= tail && strcmp(text + length - tail, ending) == 0;
}

static bool is_adjective(const char *stem)
{
    return ends_with(stem, "ий") || ends_with(stem, "ый") ||
        ends_with(stem, "ой") || ends_with(stem, "ая");
}

/* «Тасты с.о.» as «сельский округ Тасты»; an adjective keeps its place. */
static void title_ru(const struct place *place, const struct rule *rule,
    enum end end, char *title)
{
    char stem[TEXT_MAX];
    if (end == END_NONE || take_off(place->ru, rule->mark, stem) == END_NONE) {
        copy(title, TEXT_MAX, place->ru);
        return;
    }
    if (end == END_LAST && is_adjective(stem)) {
        snprintf(title, TITLE_MAX, "%s %s", stem, rule->ru_last);
        return;
    }
    const char *name = stem;
    const char *in_honour = "";
    if (strncmp(name, "им.", strlen("им.")) == 0) {
        in_honour = "имени ";
        name += strlen("им.");
        name += *name == ' ' ? 1 : 0;
    }
    snprintf(
        title, TITLE_MAX, "%s %s%s", rule->ru_first, in_honour, name);
}

struct letter {
    const char *capital;
    const char *small;
    const char *latin;
};

/* Near to BGN/PCGN for Kazakh, without its macrons. */
static const struct letter letters[] = {{"А", "а", "a"}, {"Ә", "ә", "ä"},
    {"Б", "б", "b"}, {"В", "в", "v"}, {"Г", "г", "g"}, {"Ғ", "ғ", "gh"},
    {"Д", "д", "d"}, {"Е", "е", "e"}, {"Ё", "ё", "yo"}, {"Ж", "ж", "zh"},
    {"З", "з", "z"}, {"И", "и", "i"}, {"Й", "й", "y"}, {"К", "к", "k"},
    {"Қ", "қ", "q"}, {"Л", "л", "l"}, {"М", "м", "m"}, {"Н", "н", "n"},
    {"Ң", "ң", "ng"}, {"О", "о", "o"}, {"Ө", "ө", "ö"}, {"П", "п", "p"},
    {"Р", "р", "r"}, {"С", "с", "s"}, {"Т", "т", "t"}, {"У", "у", "u"},
    {"Ұ", "ұ", "u"}, {"Ү", "ү", "ü"}, {"Ф", "ф", "f"}, {"Х", "х", "kh"},
    {"Һ", "һ", "h"}, {"Ц", "ц", "ts"}, {"Ч", "ч", "ch"}, {"Ш", "ш", "sh"},
    {"Щ", "щ", "shch"}, {"Ъ", "ъ", ""}, {"Ы", "ы", "y"}, {"І", "і", "i"},
    {"Ь", "ь", ""}, {"Э", "э", "e"}, {"Ю", "ю", "yu"}, {"Я", "я", "ya"}};

static void to_latin(const char *from, char *to)
{
    *to = '\0';
    while (*from != '\0') {
        const char *latin = NULL;
        bool capital = false;
        for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
            capital = strncmp(from, letters[i].capital, 2) == 0;
            if (capital || strncmp(from, letters[i].small, 2) == 0) {
                latin = letters[i].latin;
                break;
            }
        }
        size_t length = strlen(to);
        if (latin == NULL) {
            to[length] = *from++;
            to[length + 1] = '\0';
            continue;
        }
        strcpy(to + length, latin);
        from += 2;
        if (capital && latin[0] >= 'a' && latin[0] <= 'z') {
            to[length] = (char)(latin[0] - 'a' + 'A');
        } else if (capital && latin[0] != '\0') { /* ä ö ü: Ä Ö Ü */
            to[length + 1] = (char)(to[length + 1] - 0x20);
        }
    }
}

/* Cuts «атын.» (in honour of) off the end; true where it was there. */
static bool cut_honour(char *stem)
{
    static const char *const forms[] = {"атындағы", "атын.", "ат."};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t length = strlen(stem);
        size_t tail = strlen(forms[i]);
        if (length > tail + 1 && ends_with(stem, forms[i]) &&
            stem[length - tail - 1] == ' ') {
            stem[length - tail - 1] = '\0';
            return true;
        }
    }
    return false;
}

static void titles_kk_en(const struct place *place, const struct rule *rule,
    char *kk, char *en)
{
    char marks[TEXT_MAX];
    char stem[TEXT_MAX];
    copy(marks, sizeof marks, rule->marks_kk);
    for (char *mark = strtok(marks, "|"); mark != NULL;
         mark = strtok(NULL, "|")) {
        if (take_off(place->kk, mark, stem) == END_NONE) {
            continue;
        }
        const char *in_honour = cut_honour(stem) ? "атындағы " : "";
        snprintf(kk, TITLE_MAX, "%s %s%s", stem, in_honour, rule->kk);
        to_latin(stem, en);
        strcat(en, " ");
        strcat(en, rule->en);
        return;
    }
    copy(kk, TEXT_MAX, place->kk);
    to_latin(place->kk, en);
}

static void write_text(const char *text)
{
    putchar('"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\') {
            putchar('\\');
        }
        putchar(*text);
    }
    printf("\", ");
}
