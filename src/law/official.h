/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The official text of an act in one edition, split into articles by its
 * headings: "Статья 39-3. …", "39-3-бап. …" or "Article 39-3. …" at the
 * beginning of a line, plain, bold (**…**) or as a heading (## …).
 *
 * Any other heading ends an article.  Notes (lines with >) and anchors
 * (<a id="…"></a>) are left out.  Lines before the first article may say where
 * the text is from: "Source: …", "Источник: …", "Дереккөз: …".
 */
#ifndef LAW_OFFICIAL_H
#define LAW_OFFICIAL_H

#include "law/law.h"

enum {
    OFFICIAL_BYTES_MAX = 4 * 1024 * 1024,
    OFFICIAL_ARTICLES_MAX = 2000,
    OFFICIAL_PATH_MAX = 16 /* bytes of "39-3" */
};

struct official_article {
    const char *path;    /* "39-3" */
    const char *heading; /* what stands after the number; "" where nothing */
    const char *text;    /* paragraphs, each ended by '\n' */
    unsigned line;       /* of the heading, from 1 */
};

struct official_text {
    enum language language; /* of the headings */
    const char *source;     /* NULL: it does not say */
    const struct official_article *articles;
    size_t count;
};

/*
 * In `arena`.  STATUS_INVALID, with line and column where there is one: what is
 * not UTF-8 or has control characters, no article, an article twice, headings
 * in two languages, a file or a number of articles past the limits.
 */
enum status official_read(struct bytes text, struct arena *arena,
    struct official_text *official, struct error *error);

/*
 * The days between which an article did not change anywhere, `day` among them:
 * its edition begins on `*from` and is over on `*until`, which is not set where
 * none follows.  False where nothing is in force on `day`.
 */
bool official_span(const struct law *law, const char *act,
    const char *article, struct date day, struct date *from,
    struct date *until);

#endif
