/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Endings: those of Kazakh, which follow from the last vowel and the last
 * letter of a word, and the little that official papers need of Russian.
 */
#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "tongue/tongue.h"

/* What an ending is chosen by; `и` and `у` go with either kind of vowel. */
enum letter_class {
    LETTER_VOWEL,
    LETTER_NASAL, /* м н ң */
    LETTER_VOICED,
    LETTER_VOICELESS /* and б в г д, which are spoken so at the end */
};

enum { CAPITAL_DISTANCE = 80 };

struct word_end {
    bool is_front;
    enum letter_class last;
};

/* By class of the last letter, for back and front vowels. */
struct endings {
    const char *forms[LETTER_VOICELESS + 1][2];
};

static const struct endings genitive = {{
    [LETTER_VOWEL] = {"ның", "нің"},
    [LETTER_NASAL] = {"ның", "нің"},
    [LETTER_VOICED] = {"дың", "дің"},
    [LETTER_VOICELESS] = {"тың", "тің"},
}};

static const struct endings locative_of = {{
    [LETTER_VOWEL] = {"дағы", "дегі"},
    [LETTER_NASAL] = {"дағы", "дегі"},
    [LETTER_VOICED] = {"дағы", "дегі"},
    [LETTER_VOICELESS] = {"тағы", "тегі"},
}};

static const struct endings ablative = {{
    [LETTER_VOWEL] = {"дан", "ден"},
    [LETTER_NASAL] = {"нан", "нен"},
    [LETTER_VOICED] = {"дан", "ден"},
    [LETTER_VOICELESS] = {"тан", "тен"},
}};

static void date_add(enum language language, struct date date,
    const struct endings *endings, struct buffer *buffer);
static void ending_add(struct buffer *buffer, const struct endings *endings);
static struct word_end word_end(const char *text);
static bool is_among(uint32_t letter, const char *letters);

void tongue_date_of(
    enum language language, struct date date, struct buffer *buffer)
{
    date_add(language, date, &locative_of, buffer);
}

void tongue_date_from(
    enum language language, struct date date, struct buffer *buffer)
{
    date_add(language, date, &ablative, buffer);
}

void tongue_genitive(
    enum language language, const char *name, struct buffer *buffer)
{
    assert((unsigned)language < LANGUAGE_COUNT);
    buffer_add_text(buffer, name);
    if (language == LANGUAGE_KK && name[0] != '\0') {
        ending_add(buffer, &genitive);
    }
}

/*
 * A small letter stands at most CAPITAL_DISTANCE code points after its
 * capital, and utf8_lower knows which one that is.
 */
void tongue_capital(const char *text, struct buffer *buffer)
{
    if (text[0] == '\0') {
        return;
    }
    size_t after = 0;
    uint32_t first = utf8_next(bytes_of_text(text), &after);
    uint32_t capital = first;
    for (uint32_t back = 1; back <= CAPITAL_DISTANCE && back < first; back++) {
        if (utf8_lower(first - back) == first) {
            capital = first - back;
            break;
        }
    }
    utf8_add(buffer, capital);
    buffer_add_text(buffer, text + after);
}

enum tongue_gender tongue_gender(const char *name)
{
    struct bytes word = bytes_of(name, strcspn(name, " ,"));
    uint32_t last = 0;
    for (size_t offset = 0; offset < word.length;) {
        last = utf8_lower(utf8_next(word, &offset));
    }
    if (is_among(last, "ая")) {
        return TONGUE_FEMININE;
    }
    if (is_among(last, "оеё")) {
        return TONGUE_NEUTER;
    }
    return is_among(last, "ыи") ? TONGUE_PLURAL : TONGUE_MASCULINE;
}

static void date_add(enum language language, struct date date,
    const struct endings *endings, struct buffer *buffer)
{
    tongue_date(language, date, buffer);
    if (language == LANGUAGE_KK && date_is_set(date)) {
        ending_add(buffer, endings);
    }
}

/* Adds the ending that the text in `buffer` asks for. */
static void ending_add(struct buffer *buffer, const struct endings *endings)
{
    struct word_end end = word_end(buffer_text(buffer));
    buffer_add_text(buffer, endings->forms[end.last][end.is_front ? 1 : 0]);
}

static struct word_end word_end(const char *text)
{
    struct word_end end = {false, LETTER_VOWEL};
    struct bytes bytes = bytes_of_text(text);
    for (size_t offset = 0; offset < bytes.length;) {
        uint32_t letter = utf8_lower(utf8_next(bytes, &offset));
        if (!utf8_is_letter(letter)) {
            continue;
        }
        if (is_among(letter, "аоұыюяё")) {
            end = (struct word_end){false, LETTER_VOWEL};
        } else if (is_among(letter, "әөүіеэ")) {
            end = (struct word_end){true, LETTER_VOWEL};
        } else if (is_among(letter, "и")) {
            end.last = LETTER_VOWEL;
        } else if (is_among(letter, "мнң")) {
            end.last = LETTER_NASAL;
        } else if (is_among(letter, "лрйузж")) {
            end.last = LETTER_VOICED;
        } else if (!is_among(letter, "ьъ")) {
            end.last = LETTER_VOICELESS;
        }
    }
    return end;
}

static bool is_among(uint32_t letter, const char *letters)
{
    struct bytes bytes = bytes_of_text(letters);
    for (size_t offset = 0; offset < bytes.length;) {
        if (utf8_next(bytes, &offset) == letter) {
            return true;
        }
    }
    return false;
}
