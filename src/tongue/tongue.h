/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The three languages people read: messages of the catalogue with their
 * arguments, plurals, dates, numbers, money, order of names.
 *
 * Catalogues are po/<module>.kk.po, .ru.po and .en.po, compiled into tables
 * when Kenes is built; a key that one language lacks fails the build.
 * In a translation `{name}` stands for an argument.
 */
#ifndef TONGUE_TONGUE_H
#define TONGUE_TONGUE_H

#include "base/buffer.h"
#include "base/date.h"
#include "base/instant.h"
#include "base/language.h"
#include "base/message.h"
#include "base/money.h"

/*
 * What tongue cannot know: names of the law's words and places in the law.
 * Each adds plain text to `buffer`.  A zeroed struct shows them as they are.
 */
struct tongue_names {
    void (*word)(const void *context, enum language language, const char *word,
        struct buffer *buffer);
    void (*citation)(const void *context, enum language language,
        const char *citation, struct buffer *buffer);
    const void *context;
};

/* Says `message`; nothing where its key is NULL.  `names` may be NULL. */
void tongue_say(enum language language, const struct message *message,
    const struct tongue_names *names, struct buffer *buffer);

/*
 * The bare text of a key, static.  Of an unknown key, the key itself: keys are
 * checked when Kenes is built.
 */
const char *tongue_text(enum language language, const char *key);

/* True where the catalogue has the key. */
bool tongue_has(const char *key);

/* "2026 жылғы 14 наурыз", "14 марта 2026 года", "14 March 2026". */
void tongue_date(
    enum language language, struct date date, struct buffer *buffer);

/*
 * The date in the form that stands before a name or a verb: "2026 жылғы 14
 * наурыздағы" шешім, "2026 жылғы 14 наурыздан" бастап.  Russian and English
 * dates do not change.
 */
void tongue_date_of(
    enum language language, struct date date, struct buffer *buffer);
void tongue_date_from(
    enum language language, struct date date, struct buffer *buffer);

/* The same with the day of the week: "2026 жылғы 14 наурыз, сенбі". */
void tongue_day(
    enum language language, struct date date, struct buffer *buffer);

/* Date and hour and minute: "2026 жылғы 14 наурыз, 11:00". */
void tongue_instant(
    enum language language, struct instant instant, struct buffer *buffer);

/* Groups of three with no-break spaces (kk, ru) or commas (en). */
void tongue_number(
    enum language language, int64_t value, struct buffer *buffer);

/* "81 914 000,00 ₸". */
void tongue_money(
    enum language language, struct money money, struct buffer *buffer);

/* Which plural form `count` takes: kk and en 0-1, ru 0-2. */
unsigned tongue_plural(enum language language, int64_t count);

/* Kazakh: the name in the genitive, "жиыны" -> "жиынының"; others stay. */
void tongue_genitive(
    enum language language, const char *name, struct buffer *buffer);

/* With a capital where it begins with a letter: "сход" -> "Сход". */
void tongue_capital(const char *text, struct buffer *buffer);

enum tongue_gender {
    TONGUE_MASCULINE,
    TONGUE_FEMININE,
    TONGUE_NEUTER,
    TONGUE_PLURAL
};

/* What a Russian name asks of its verb, read from its first word. */
enum tongue_gender tongue_gender(const char *name);

/* <0, 0, >0 in the order of the language's alphabet (kk: 42 letters). */
int tongue_compare(
    enum language language, const char *left, const char *right);

#endif
