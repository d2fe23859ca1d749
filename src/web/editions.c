/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Editions of articles, found by the days on which anything in the law began.
 */
#include "web/editions.h"

#include <string.h>

#include "base/map.h"
#include "web/edition.h"
#include "web/lawpage.h"
#include "web/wordings.h"

const struct form_field editions_fields[EDITIONS_FIELDS] = {
    {"article", FORM_LINE, 32, false, false},
    {"day", FORM_DATE, 10, false, false},
};

/* One edition of an article; its end where it has no norms. */
struct version {
    struct date from;
    const struct law_norm **norms; /* in the order of the source */
    size_t count;
    size_t capacity;
};

struct article {
    const char *path;
    struct version *versions;
    size_t count;
    size_t capacity;
    bool is_met; /* on the day that is being read */
};

struct comparing {
    const struct request *request;
    const char *act;
    struct map *articles; /* path -> struct article */
    struct pages_editions page;
    struct pages_editions_rows *rows;
    struct pages_editions_kept *kept;
};

static void articles_read(struct comparing *comparing);
static void norm_read(struct comparing *comparing, const struct law_norm *norm);
static void ends_read(struct comparing *comparing, struct date day);
static void list_fill(struct comparing *comparing);
static void article_fill(
    struct comparing *comparing, const struct article *article);
static void pair_fill(struct comparing *comparing, const struct version *before,
    const struct version *after);

struct url editions_url(const struct request *request, const char *act,
    const char *article, struct date day)
{
    struct url url = lawpage_url(request, URL_LAW_EDITIONS, act);
    if (article[0] != '\0') {
        url = url_with(request->arena, url, "article", article);
    }
    return date_is_set(day) ? url_with(request->arena, url, "day",
                                  lawpage_written(request, day))
                            : url;
}

const char *editions_title(
    const struct request *request, const char *act, const char *article)
{
    if (article[0] == '\0') {
        return lawpage_act(request, act);
    }
    struct buffer title = BUFFER_EMPTY;
    law_citation_say(request->law,
        arena_format(request->arena, "%s/%s", act, article),
        request->target.language, &title);
    const char *said = view_capital(request, buffer_text(&title));
    buffer_finish(&title);
    return said;
}

void editions_show(struct request *request, struct response *response)
{
    const char *path = form_text(&request->form, "article");
    struct comparing comparing = {
        .request = request,
        .act = request->target.word,
        .articles = map_create(request->arena),
    };
    articles_read(&comparing);
    const struct article *article = map_get(comparing.articles, path);
    if (map_count(comparing.articles) == 0 ||
        (path[0] != '\0' && article == NULL)) {
        page_status(request, response, 404, NULL);
        return;
    }
    if (article == NULL) {
        list_fill(&comparing);
    } else {
        article_fill(&comparing, article);
    }
    if (article != NULL &&
        !wordings_part(request, response, comparing.act, path,
            comparing.page.before, comparing.page.after,
            &comparing.page.wordings)) {
        return;
    }
    comparing.page.foot = lawpage_foot(request, NULL);
    const char *title = editions_title(request, comparing.act, path);
    struct message said;
    (void)message_text(message_start(&said, "editions.title"), "title", title);
    pages_editions(
        &comparing.page, page_start(request, response, lawpage_status(request),
                             view_say(request, request->law, &said)));
}

/* ---- all editions -------------------------------------------------------- */

static void articles_read(struct comparing *comparing)
{
    struct arena *arena = comparing->request->arena;
    const struct law *law = comparing->request->law;
    const struct date *days = NULL;
    size_t days_count = 0;
    law_edition_days(law, arena, &days, &days_count);
    for (size_t i = 0; i < days_count; i++) {
        struct law_query query = {.day = days[i], .population = -1};
        const struct law_norm *const *norms = NULL;
        size_t count = 0;
        law_norms(law, &query, arena, &norms, &count);
        for (size_t k = 0; k < count; k++) {
            if (strcmp(norms[k]->citation.act, comparing->act) == 0) {
                norm_read(comparing, norms[k]);
            }
        }
        ends_read(comparing, days[i]);
    }
}

static struct version *version_add(const struct comparing *comparing,
    struct article *article, struct date from)
{
    article->versions = arena_grow(comparing->request->arena, article->versions,
        article->count, &article->capacity, sizeof *article->versions);
    article->versions[article->count] = (struct version){.from = from};
    return &article->versions[article->count++];
}

static void norm_read(struct comparing *comparing, const struct law_norm *norm)
{
    struct arena *arena = comparing->request->arena;
    struct article *article =
        map_get(comparing->articles, norm->citation.article);
    if (article == NULL) {
        article = arena_take(arena, sizeof *article);
        article->path = norm->citation.article;
        (void)map_put(comparing->articles, article->path, article);
    }
    article->is_met = true;
    struct version *version = NULL;
    for (size_t i = 0; i < article->count && version == NULL; i++) {
        version =
            date_compare(article->versions[i].from, norm->citation.edition) == 0
                ? &article->versions[i]
                : NULL;
    }
    if (version == NULL) {
        version = version_add(comparing, article, norm->citation.edition);
    }
    for (size_t i = 0; i < version->count; i++) {
        if (version->norms[i] == norm) {
            return;
        }
    }
    version->norms = arena_grow(arena, version->norms, version->count,
        &version->capacity, sizeof(const struct law_norm *));
    version->norms[version->count++] = norm;
}

/* Articles that had norms before this day and have none on it. */
static void ends_read(struct comparing *comparing, struct date day)
{
    for (size_t i = 0; i < map_count(comparing->articles); i++) {
        struct article *article = map_value_at(comparing->articles, i);
        if (!article->is_met && article->count > 0 &&
            article->versions[article->count - 1].count > 0) {
            (void)version_add(comparing, article, day);
        }
        article->is_met = false;
    }
}

static void list_fill(struct comparing *comparing)
{
    const struct request *request = comparing->request;
    size_t count = map_count(comparing->articles);
    struct pages_editions_articles *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        const struct article *article = map_value_at(comparing->articles, i);
        const struct version *last = &article->versions[article->count - 1];
        rows[i] = (struct pages_editions_articles){
            .where = editions_url(
                request, comparing->act, article->path, (struct date){0, 0, 0}),
            .path = article->path,
            .editions = (int64_t)article->count - (last->count == 0 ? 1 : 0),
            .last = last->from,
            .is_ended = last->count == 0,
        };
        comparing->page.editions_count_all += rows[i].editions;
    }
    comparing->page.articles = rows;
    comparing->page.articles_count = count;
    comparing->page.articles_count_all = (int64_t)count;
}

/* ---- two editions -------------------------------------------------------- */

static void article_fill(
    struct comparing *comparing, const struct article *article)
{
    const struct request *request = comparing->request;
    struct date day = lawpage_day(request);
    size_t chosen = 0;
    for (size_t i = 0; i < article->count; i++) {
        if (date_compare(article->versions[i].from, day) <= 0) {
            chosen = i;
        }
    }
    struct pages_editions_versions *versions =
        arena_take_array(request->arena, article->count, sizeof *versions);
    for (size_t i = 0; i < article->count; i++) {
        versions[i] = (struct pages_editions_versions){
            .where = editions_url(request, comparing->act, article->path,
                article->versions[i].from),
            .from = article->versions[i].from,
            .is_end = article->versions[i].count == 0,
            .is_here = i == chosen,
        };
    }
    static const struct version none = {.count = 0};
    const struct version *after = &article->versions[chosen];
    const struct version *before =
        chosen == 0 ? &none : &article->versions[chosen - 1];
    comparing->page.article = article->path;
    comparing->page.versions = versions;
    comparing->page.versions_count = article->count;
    comparing->page.before = before->from;
    comparing->page.after = after->from;
    comparing->page.is_first = chosen == 0;
    comparing->page.is_ended = after->count == 0;
    if (after->count > 0) {
        struct law_citation citation = after->norms[0]->citation;
        citation.place = arena_format(
            request->arena, "%s/%s/", comparing->act, article->path);
        comparing->page.whole = edition_url(request, &citation, after->from);
    }
    pair_fill(comparing, before, after);
}

/* "> 2000" of units so populous alone; NULL: in all. */
static const char *where_text(const struct law_norm *norm)
{
    static const char people[] = "population ";
    const char *applies = norm->applies;
    bool is_people = applies != NULL &&
                     strncmp(applies, people, sizeof people - 1) == 0;
    return is_people ? applies + sizeof people - 1 : applies;
}

static bool is_same(const struct law_norm *one, const struct law_norm *other)
{
    const char *applies = one->applies == NULL ? "" : one->applies;
    return strcmp(one->subject, other->subject) == 0 &&
           strcmp(one->verb, other->verb) == 0 &&
           strcmp(one->object, other->object) == 0 &&
           strcmp(one->clauses, other->clauses) == 0 &&
           strcmp(applies, other->applies == NULL ? "" : other->applies) == 0;
}

static bool has_label(const struct version *version, const char *label)
{
    for (size_t i = 0; i < version->count; i++) {
        if (strcmp(version->norms[i]->citation.label, label) == 0) {
            return true;
        }
    }
    return false;
}

/* The sentences of one place, told apart by whether the other edition has
   them; -> how many it has not. */
static size_t sentences_fill(const struct request *request,
    const struct version *version, const struct version *other,
    const char *label, struct pages_sentences *shown)
{
    struct pages_sentences_rows *rows =
        arena_take_array(request->arena, version->count, sizeof *rows);
    size_t changed = 0;
    for (size_t i = 0; i < version->count; i++) {
        const struct law_norm *norm = version->norms[i];
        if (strcmp(norm->citation.label, label) != 0) {
            continue;
        }
        bool is_kept = false;
        for (size_t k = 0; k < other->count && !is_kept; k++) {
            is_kept = is_same(norm, other->norms[k]) &&
                      strcmp(other->norms[k]->citation.label, label) == 0;
        }
        rows[shown->rows_count++] = (struct pages_sentences_rows){
            .text = lawpage_sentence(request, norm),
            .is_changed = !is_kept,
            .unchecked = norm->citation.unchecked,
            .where = where_text(norm),
        };
        changed += is_kept ? 0 : 1;
    }
    shown->rows = rows;
    return changed;
}

/* A sentence that has no label of its own. */
static const char *label_text(const char *label)
{
    return label[0] == '\0' ? "–" : label;
}

static void place_fill(struct comparing *comparing,
    const struct version *before, const struct version *after,
    const char *label)
{
    const struct request *request = comparing->request;
    struct pages_editions *page = &comparing->page;
    struct pages_sentences *old = arena_take(request->arena, sizeof *old);
    struct pages_sentences *new = arena_take(request->arena, sizeof *new);
    size_t gone = sentences_fill(request, before, after, label, old);
    size_t come = sentences_fill(request, after, before, label, new);
    old->is_old = true;
    if (gone + come == 0) {
        comparing->kept[page->kept_count++] = (struct pages_editions_kept){
            .label = label_text(label), .text = new};
        page->kept_number++;
        return;
    }
    comparing->rows[page->rows_count++] = (struct pages_editions_rows){
        .label = label_text(label),
        .old = old,
        .new = new,
        .what = old->rows_count == 0   ? "editions.added"
                : new->rows_count == 0 ? "editions.dropped"
                                       : "editions.changed",
    };
    page->changed++;
}

/* The places of both, in the order of the new edition, what is gone where it
   stood. */
static void pair_fill(struct comparing *comparing, const struct version *before,
    const struct version *after)
{
    struct arena *arena = comparing->request->arena;
    size_t most = before->count + after->count;
    struct map *done = map_create(arena);
    comparing->rows = arena_take_array(arena, most, sizeof *comparing->rows);
    comparing->kept = arena_take_array(arena, most, sizeof *comparing->kept);
    size_t old = 0;
    for (size_t i = 0; i <= after->count; i++) {
        const char *label =
            i == after->count ? NULL : after->norms[i]->citation.label;
        while (old < before->count &&
               (label == NULL ||
                   strcmp(before->norms[old]->citation.label, label) != 0)) {
            const char *gone = before->norms[old]->citation.label;
            if (has_label(after, gone)) {
                break;
            }
            if (map_put(done, gone, done) == NULL) {
                place_fill(comparing, before, after, gone);
            }
            old++;
        }
        if (label != NULL && map_put(done, label, done) == NULL) {
            place_fill(comparing, before, after, label);
        }
        while (old < before->count &&
               map_get(done, before->norms[old]->citation.label) != NULL) {
            old++;
        }
    }
    for (; old < before->count; old++) {
        const char *gone = before->norms[old]->citation.label;
        if (map_put(done, gone, done) == NULL) {
            place_fill(comparing, before, after, gone);
        }
    }
    comparing->page.rows = comparing->rows;
    comparing->page.kept = comparing->kept;
}
