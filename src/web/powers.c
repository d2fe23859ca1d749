/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Matters by those who decide them, and one of them in time.
 */
#include "web/powers.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "web/chart.h"
#include "web/lawpage.h"
#include "web/pager.h"

const struct form_field powers_fields[POWERS_FIELDS] = {
    {"day", FORM_DATE, 10, false, false},
    {"word", FORM_WORD, 64, false, false},
    {"level", FORM_WORD, 64, false, false},
    {"page", FORM_NUMBER, 6, false, false},
};

static const char *const effects[] = {
    [LAW_EFFECT_BINDING] = "effect.binding",
    [LAW_EFFECT_BLOCKING] = "effect.blocking",
    [LAW_EFFECT_TRIGGERING] = "effect.triggering",
    [LAW_EFFECT_CONSULTATIVE] = "effect.consultative",
    [LAW_EFFECT_STATUS] = "effect.status",
    [LAW_EFFECT_ESTABLISHMENT] = "effect.establishment",
    [LAW_EFFECT_DUTY] = "effect.duty",
    [LAW_EFFECT_BAR] = "effect.bar",
    [LAW_EFFECT_RIGHT] = "effect.right",
    [LAW_EFFECT_TERRITORY] = "effect.territory",
    [LAW_EFFECT_TERM] = "effect.term",
};

/* ---- all matters on a day ------------------------------------------------ */

/* Whose will counts in a matter, as lists of names. */
struct matter {
    const char *word;
    const char *name;
    struct buffer deciding;
    struct buffer agreeing;
    struct buffer heard;
};

struct matters {
    const struct request *request;
    struct map *by_word;
    struct matter **list;
    size_t count;
    size_t capacity;
};

static struct matter *matter_of(struct matters *matters, const char *word)
{
    struct arena *arena = matters->request->arena;
    struct matter *matter = map_get(matters->by_word, word);
    if (matter == NULL) {
        matter = arena_take(arena, sizeof *matter);
        matter->word = word;
        matter->name = view_capital(matters->request,
            view_word(matters->request, matters->request->law, word));
        (void)map_put(matters->by_word, word, matter);
        matters->list = arena_grow(arena, matters->list, matters->count,
            &matters->capacity, sizeof *matters->list);
        matters->list[matters->count++] = matter;
    }
    return matter;
}

/* "maslikhat (approves)", each once. */
static void name_add(const struct request *request, struct buffer *names,
    const struct law_norm *norm, const char *word)
{
    const char *said = arena_format(request->arena, "%s (%s)",
        view_word(request, request->law, word),
        view_word(request, request->law, norm->verb));
    if (strstr(buffer_text(names), said) == NULL) {
        buffer_add_text(names, names->length == 0 ? "" : "; ");
        buffer_add_text(names, said);
    }
}

static void norm_add(struct matters *matters, const struct law_norm *norm)
{
    const struct request *request = matters->request;
    const char *kind = law_word_kind(request->law, norm->object);
    if (kind == NULL || strcmp(kind, "matter") != 0) {
        return;
    }
    if (norm->effect == LAW_EFFECT_BINDING) {
        name_add(request, &matter_of(matters, norm->object)->deciding, norm,
            norm->subject);
    } else if (norm->effect == LAW_EFFECT_BLOCKING) {
        name_add(request, &matter_of(matters, norm->object)->agreeing, norm,
            norm->subject);
    } else if (norm->effect == LAW_EFFECT_CONSULTATIVE ||
               norm->effect == LAW_EFFECT_TRIGGERING) {
        name_add(request, &matter_of(matters, norm->object)->heard, norm,
            norm->subject);
    }
}

/* In the order of the page's alphabet, which qsort cannot be told. */
static void matters_sort(struct matters *matters)
{
    enum language language = matters->request->target.language;
    for (size_t i = 1; i < matters->count; i++) {
        struct matter *taken = matters->list[i];
        size_t k = i;
        for (; k > 0 && tongue_compare(language, taken->name,
                            matters->list[k - 1]->name) < 0;
             k--) {
            matters->list[k] = matters->list[k - 1];
        }
        matters->list[k] = taken;
    }
}

static const char *taken_text(
    const struct request *request, struct buffer *buffer)
{
    const char *text = arena_text(request->arena, buffer_text(buffer));
    buffer_finish(buffer);
    return text;
}

static void rows_fill(const struct request *request, struct matters *matters,
    struct pages_powers *page)
{
    struct pages_powers_matters *rows =
        arena_take_array(request->arena, matters->count, sizeof *rows);
    size_t offset = pager_offset(request);
    struct url base = lawpage_here(request);
    page->matters = rows;
    for (size_t i = 0; i < matters->count; i++) {
        struct matter *matter = matters->list[i];
        const char *deciding = taken_text(request, &matter->deciding);
        const char *agreeing = taken_text(request, &matter->agreeing);
        const char *heard = taken_text(request, &matter->heard);
        page->decided += deciding[0] == '\0' ? 0 : 1;
        if (i < offset || i >= offset + PAGER_ROWS) {
            continue;
        }
        rows[page->matters_count++] = (struct pages_powers_matters){
            .where = url_with(request->arena, base, "word", matter->word),
            .name = matter->name,
            .deciding = deciding,
            .agreeing = agreeing,
            .heard = heard,
        };
    }
    page->known = (int64_t)matters->count;
    page->pager = pager_part_at(request, base, matters->count);
}

/* Levels of the law, to see what is decided there alone. */
static struct input *levels_input(const struct request *request)
{
    struct input *input = input_make(request, "level", "powers.level", NULL);
    input->part.is_select = true;
    input_option(
        request, input, "", view_key(request, "powers.all-levels"), NULL);
    for (size_t i = 0; i < law_levels_count(request->law); i++) {
        const char *id = law_level_at(request->law, i)->id;
        input_option(
            request, input, id, view_word(request, request->law, id), NULL);
    }
    return input;
}

static void matters_show(struct request *request, struct response *response)
{
    const char *level = form_text(&request->form, "level");
    struct law_query query = {.day = lawpage_day(request),
        .level = level[0] == '\0' ? NULL : level,
        .population = -1};
    struct matters matters = {
        .request = request, .by_word = map_create(request->arena)};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(request->law, &query, request->arena, &norms, &count);
    for (size_t i = 0; i < count; i++) {
        norm_add(&matters, norms[i]);
    }
    matters_sort(&matters);
    struct pages_powers page = {
        .day = query.day,
        .level = query.level,
        .when = lawpage_when(request, query.day, levels_input(request), NULL),
        .foot = lawpage_foot(request, NULL),
    };
    rows_fill(request, &matters, &page);
    pages_powers(&page, page_start_key(request, response,
                            lawpage_status(request), "powers.title"));
}

/* ---- one matter in time -------------------------------------------------- */

/* One and the same thing that a norm says, whatever editions it went through.
 */
struct power {
    const struct law_norm *norm; /* the newest that says it */
    struct chart_span *spans;
    size_t spans_count;
    size_t capacity;
};

struct course {
    const struct request *request;
    const char *word;
    bool is_matter; /* else an organ or whatever has powers */
    struct power *powers;
    size_t count;
    size_t capacity;
    struct date from;
};

static enum chart_look look_of(enum law_effect effect)
{
    return effect == LAW_EFFECT_BINDING    ? CHART_FULL
           : effect == LAW_EFFECT_BLOCKING ? CHART_HALF
                                           : CHART_EMPTY;
}

static struct power *power_of(
    struct course *course, const struct law_norm *norm)
{
    for (size_t i = 0; i < course->count; i++) {
        const struct law_norm *known = course->powers[i].norm;
        if (strcmp(known->subject, norm->subject) == 0 &&
            strcmp(known->verb, norm->verb) == 0 &&
            strcmp(known->object, norm->object) == 0) {
            course->powers[i].norm = norm;
            return &course->powers[i];
        }
    }
    course->powers = arena_grow(course->request->arena, course->powers,
        course->count, &course->capacity, sizeof *course->powers);
    course->powers[course->count] = (struct power){.norm = norm};
    return &course->powers[course->count++];
}

static void span_add(struct course *course, const struct compare_span *span)
{
    struct power *power = power_of(course, span->norm);
    power->spans = arena_grow(course->request->arena, power->spans,
        power->spans_count, &power->capacity, sizeof *power->spans);
    power->spans[power->spans_count++] = (struct chart_span){
        .from = span->from,
        .until = span->until,
        .look = look_of(span->norm->effect),
    };
    if (!date_is_set(course->from) ||
        date_compare(span->from, course->from) < 0) {
        course->from = span->from;
    }
}

static struct pages_chart_time *picture(
    const struct course *course, const char *title)
{
    const struct request *request = course->request;
    struct chart_row *rows =
        arena_take_array(request->arena, course->count, sizeof *rows);
    for (size_t i = 0; i < course->count; i++) {
        rows[i] = (struct chart_row){
            .label = arena_format(request->arena, "%s %s",
                view_capital(request, view_word(request, request->law,
                                          course->powers[i].norm->subject)),
                view_word(request, request->law, course->powers[i].norm->verb)),
            .spans = course->powers[i].spans,
            .spans_count = course->powers[i].spans_count,
        };
    }
    struct date end = date_add_days(request->today, 365);
    if (course->count == 0 || date_compare(course->from, end) >= 0) {
        return NULL;
    }
    return chart_time(
        request->arena, title, rows, course->count, course->from, end);
}

/* Whose will counts in a matter, and in what an organ's does; not what a
   matter is made of, and no duties. */
static bool is_power(
    const struct course *course, const struct compare_span *span)
{
    enum law_effect effect = span->norm->effect;
    bool is_about = course->is_matter
                        ? strcmp(span->norm->object, course->word) == 0
                        : law_word_is(course->request->law, course->word,
                              span->norm->subject);
    return is_about &&
           (effect == LAW_EFFECT_BINDING || effect == LAW_EFFECT_BLOCKING ||
               effect == LAW_EFFECT_CONSULTATIVE ||
               effect == LAW_EFFECT_TRIGGERING);
}

static void spans_fill(const struct request *request,
    const struct study_answer *answer, const char *word,
    struct pages_power *page)
{
    struct course course = {
        .request = request, .word = word, .is_matter = page->is_matter};
    struct pages_power_rows *rows =
        arena_take_array(request->arena, answer->count, sizeof *rows);
    size_t offset = pager_offset(request);
    size_t told = 0;
    page->rows = rows;
    for (size_t i = 0; i < answer->count; i++) {
        const struct compare_span *span = &answer->spans[i];
        if (page->is_matter && is_power(&course, span)) {
            span_add(&course, span);
        }
        if (told++ < offset || page->rows_count == PAGER_ROWS) {
            continue;
        }
        struct date shown = date_is_set(span->until) ? span->until
                            : date_compare(span->from, request->today) > 0
                                ? span->from
                                : request->today;
        rows[page->rows_count++] = (struct pages_power_rows){
            .norm = lawpage_norm(request, span->norm, shown),
            .effect = effects[span->norm->effect],
            .from = span->from,
            .until = span->until,
        };
    }
    page->picture = picture(
        &course, view_capital(request, view_word(request, request->law, word)));
    page->pager = pager_part_at(request, lawpage_here(request), answer->count);
}

/* What holds on the day, in words, by what the word of each is worth. */
static void today_fill(const struct request *request,
    const struct study_answer *answer, const char *word,
    struct pages_power *page)
{
    const struct course course = {
        .request = request, .word = word, .is_matter = page->is_matter};
    struct pages_power_now *rows =
        arena_take_array(request->arena, answer->count, sizeof *rows);
    struct buffer names = BUFFER_EMPTY;
    page->now = rows;
    for (size_t i = 0; i < answer->count; i++) {
        const struct compare_span *span = &answer->spans[i];
        if (is_power(&course, span) &&
            date_compare(span->from, page->day) <= 0 &&
            (!date_is_set(span->until) ||
                date_compare(page->day, span->until) <= 0)) {
            rows[page->now_count++] = (struct pages_power_now){
                .norm = lawpage_norm(request, span->norm, page->day),
                .effect = effects[span->norm->effect],
            };
            name_add(request, &names, span->norm,
                page->is_matter ? span->norm->subject : span->norm->object);
        }
    }
    page->names = taken_text(request, &names);
}

static void matter_show(
    struct request *request, struct response *response, const char *word)
{
    struct study_question question = {
        .subject = STUDY_POWERS, .law = request->law, .word = word};
    const struct study_answer *answer =
        study_ask(request->site->study, &question);
    struct url all = request_url(request, URL_LAW_POWERS);
    struct date asked = form_date(&request->form, "day");
    struct pages_power page = {
        .word = word,
        .is_matter = strcmp(law_word_kind(request->law, word), "matter") == 0,
        .day = lawpage_day(request),
        .all = date_is_set(asked) ? url_with(request->arena, all, "day",
                                        lawpage_written(request, asked))
                                  : all,
        .foot = lawpage_foot(request, answer),
    };
    today_fill(request, answer, word, &page);
    spans_fill(request, answer, word, &page);
    struct message title;
    (void)message_word(
        message_start(&title, page.is_matter ? "powers.of" : "powers.of-organ"),
        "word", word);
    pages_power(&page, page_start(request, response, lawpage_status(request),
                           view_say(request, request->law, &title)));
}

void powers_show(struct request *request, struct response *response)
{
    const char *word = form_text(&request->form, "word");
    if (word[0] == '\0') {
        matters_show(request, response);
    } else if (law_word_kind(request->law, word) == NULL) {
        page_status(request, response, 404, NULL);
    } else {
        matter_show(request, response, word);
    }
}
