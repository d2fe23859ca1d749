/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A place in the law as people cite it: "Law of 23 January 2001 No 148, art.
 * 39-3(3)1-1)", «Закон от 23 января 2001 г. № 148, ст. 39-3, п. 3, пп. 1-1)».
 */
#include <string.h>

#include "law/corpus.h"

/* What stands round an article, a point, a sub-point and what is within. */
struct wording {
    const char *article[2];
    const char *point[2];
    const char *subpoint[2];
};

static const struct wording laws[LANGUAGE_COUNT] = {
    {{", ", "-бап"}, {", ", "-тармақ"}, {", ", ") тармақша"}},
    {{", ст. ", ""}, {", п. ", ""}, {", пп. ", ")"}},
    {{", art. ", ""}, {"(", ")"}, {"", ")"}},
};

/* Of a local act, which has no articles. */
static const struct wording local_acts[LANGUAGE_COUNT] = {
    {{", ", "-бап"}, {", ", "-тармақ"}, {", ", ") тармақша"}},
    {{", ст. ", ""}, {", п. ", ""}, {", пп. ", ")"}},
    {{", art. ", ""}, {", point ", ""}, {", sub-point ", ")"}},
};

static const char *part_end(const char *part, char until);
static void act_say(const struct corpus_act *act, enum language language,
    struct buffer *buffer);
static void label_say(const char *label, const struct wording *wording,
    struct buffer *buffer);
static void part_say(const char *part, size_t length,
    const char *const around[2], struct buffer *buffer);

void law_citation_say(const struct law *law, const char *place,
    enum language language, struct buffer *buffer)
{
    struct buffer part = BUFFER_EMPTY;
    const char *end = part_end(place, '/');
    buffer_add(&part, place, (size_t)(end - place));
    const struct corpus_act *act = corpus_act(law, buffer_text(&part));
    const char *path = *end == '\0' ? NULL : end + 1;
    const char *label = path;
    bool is_known = act != NULL;
    if (act != NULL && path != NULL && !act->act.local) {
        end = part_end(path, '/');
        buffer_clear(&part);
        buffer_add(&part, path, (size_t)(end - path));
        is_known =
            corpus_article(law, act->act.id, buffer_text(&part)) != NULL;
        label = *end == '\0' ? NULL : end + 1;
    }
    buffer_finish(&part);
    if (!is_known) {
        buffer_add_text(buffer, place);
        return;
    }
    const struct wording *wording =
        act->act.local ? &local_acts[language] : &laws[language];
    act_say(act, language, buffer);
    if (path != NULL && !act->act.local) {
        part_say(path, (size_t)(end - path), wording->article, buffer);
    }
    if (label != NULL) {
        label_say(label, wording, buffer);
    }
}

/* Its short title, else its title in quotes, else its identifier. */
static void act_say(const struct corpus_act *act, enum language language,
    struct buffer *buffer)
{
    if (act->act.short_title[language] != NULL) {
        buffer_add_text(buffer, act->act.short_title[language]);
    } else if (act->act.title[language] != NULL) {
        buffer_add_format(buffer, "«%s»", act->act.title[language]);
    } else {
        buffer_add_text(buffer, act->act.id);
    }
}

/* "3.1-1": a point, then sub-points. */
static void label_say(const char *label, const struct wording *wording,
    struct buffer *buffer)
{
    const char *const *around = wording->point;
    for (const char *part = label; *part != '\0';) {
        const char *end = part_end(part, '.');
        part_say(part, (size_t)(end - part), around, buffer);
        around = wording->subpoint;
        part = *end == '\0' ? end : end + 1;
    }
}

static void part_say(const char *part, size_t length,
    const char *const around[2], struct buffer *buffer)
{
    buffer_add_text(buffer, around[0]);
    buffer_add(buffer, part, length);
    buffer_add_text(buffer, around[1]);
}

static const char *part_end(const char *part, char until)
{
    const char *end = strchr(part, until);
    return end == NULL ? part + strlen(part) : end;
}
