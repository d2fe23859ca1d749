/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Which of its names a word, verb or keyword is printed with.
 */
#include "law/say.h"

#include <assert.h>
#include <string.h>

static const char *first_name(const struct say_voice *voice, const char *word);
static bool is_several(
    const struct say_voice *voice, const char *const *words, size_t count);
static const char *spaced_name(const struct lexicon_entry *entry);
static bool is_spaced(const char *name, const char *id);
static const char *name_with_ending(
    const struct lexicon_entry *entry, const char *ending);
static const char *gender_ending(const char *subject);
static bool ends_in(const char *text, size_t length, const char *ending);

struct say_voice say_in(
    const struct law *law, enum language language, struct buffer *buffer)
{
    assert((unsigned)language < LANGUAGE_COUNT);
    return (struct say_voice){
        .lexicon = law->lexicon, .language = language, .buffer = buffer};
}

const char *say_name(const struct say_voice *voice,
    const struct lexicon_entry *entry, size_t index)
{
    size_t count = entry->names_count[voice->language];
    if (voice->identifiers || count == 0) {
        return entry->id;
    }
    return entry->names[voice->language][index < count ? index : count - 1];
}

const char *say_keyword(const struct say_voice *voice,
    const struct lexicon_entry *entry, const char *const *words, size_t count)
{
    if (voice->identifiers) {
        return spaced_name(entry);
    }
    const char *one = say_name(voice, entry, 0);
    if (voice->language == LANGUAGE_KK || !is_several(voice, words, count)) {
        return one;
    }
    const char *several = say_name(voice, entry, 1);
    return say_has_dash(several) && !say_has_dash(one) ? one : several;
}

const char *say_verb(const struct say_voice *voice,
    const struct lexicon_entry *verb, const char *const *subjects, size_t count)
{
    if (voice->identifiers) {
        return verb->id;
    }
    const char *name = NULL;
    if (voice->language == LANGUAGE_RU && count == 1 &&
        !is_several(voice, subjects, count)) {
        name = name_with_ending(
            verb, gender_ending(first_name(voice, subjects[0])));
    }
    return name != NULL ? name : say_keyword(voice, verb, subjects, count);
}

bool say_has_dash(const char *name)
{
    return ends_in(name, strlen(name), "—");
}

void say_words(
    const struct say_voice *voice, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(voice->buffer, i > 0 ? ", " : "");
        buffer_add_text(voice->buffer, first_name(voice, words[i]));
    }
}

/* What is no word, an act that a norm rests on, stands as it is. */
static const char *first_name(const struct say_voice *voice, const char *word)
{
    const struct lexicon_entry *entry =
        lexicon_find(voice->lexicon, LEXICON_WORD, word);
    return entry == NULL ? word : say_name(voice, entry, 0);
}

/* Several words, or one that is a plural in Russian. */
static bool is_several(
    const struct say_voice *voice, const char *const *words, size_t count)
{
    if (count != 1 || voice->language != LANGUAGE_RU) {
        return count > 1;
    }
    const char *name = first_name(voice, words[0]);
    size_t length = strcspn(name, " ,");
    return ends_in(name, length, "ы") || ends_in(name, length, "и") ||
        ends_in(name, length, "ые");
}

/* "where-initiated-by" as "where initiated by" where that is a name, "agenda"
   as "agenda approved by". */
static const char *spaced_name(const struct lexicon_entry *entry)
{
    for (size_t i = 0; i < entry->names_count[LANGUAGE_EN]; i++) {
        if (is_spaced(entry->names[LANGUAGE_EN][i], entry->id)) {
            return entry->names[LANGUAGE_EN][i];
        }
    }
    return entry->names_count[LANGUAGE_EN] > 0 ? entry->names[LANGUAGE_EN][0]
                                               : entry->id;
}

static bool is_spaced(const char *name, const char *id)
{
    size_t i = 0;
    while (id[i] != '\0' &&
        (name[i] == id[i] || (name[i] == ' ' && id[i] == '-'))) {
        i++;
    }
    return id[i] == '\0' && name[i] == '\0';
}

/* The Russian name that is the first one and `ending`: "обязан" + "а"; NULL
   where there is none such, or no ending. */
static const char *name_with_ending(
    const struct lexicon_entry *entry, const char *ending)
{
    const char *const *names = entry->names[LANGUAGE_RU];
    for (size_t i = 1; *ending != '\0' && i < entry->names_count[LANGUAGE_RU];
         i++) {
        size_t length = strlen(names[0]);
        if (strncmp(names[i], names[0], length) == 0 &&
            strcmp(names[i] + length, ending) == 0) {
            return names[i];
        }
    }
    return NULL;
}

/* What a Russian short form takes after a nominative: by its first word,
   which agrees with the noun or is the noun. */
static const char *gender_ending(const char *subject)
{
    size_t length = strcspn(subject, " ,");
    if (ends_in(subject, length, "а") || ends_in(subject, length, "я")) {
        return "а";
    }
    if (ends_in(subject, length, "о") || ends_in(subject, length, "е")) {
        return "о";
    }
    return "";
}

static bool ends_in(const char *text, size_t length, const char *ending)
{
    size_t size = strlen(ending);
    return length >= size && memcmp(text + length - size, ending, size) == 0;
}
