/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Criteria in words and colours, with the provisions that show it.
 */
#include "web/criteria.h"

#include <string.h>

#include "base/map.h"
#include "web/chart.h"
#include "web/lawpage.h"

const struct form_field criteria_fields[CRITERIA_FIELDS] = {
    {"day", FORM_DATE, 10, false, false},
    {"word", FORM_WORD, 64, false, false},
    {"reading", FORM_WORD, 16, false, false},
};

/* Of the provisions that show a criterion, so many at most are shown. */
enum { SHOWN_MAX = 3, VERDICTS = CHARTER_MET + 1 };

static const struct {
    const char *name; /* a message */
    const char *look; /* the class of its tag */
} verdicts[VERDICTS] = {
    [CHARTER_SILENT] = {"charter.silent", "silent"},
    [CHARTER_NOT] = {"charter.not", "stopped"},
    [CHARTER_PARTLY] = {"charter.partly", "partly"},
    [CHARTER_MET] = {"charter.met", "met"},
};

/* From the best to the worst, silence last. */
static const enum charter_verdict order[VERDICTS] = {
    CHARTER_MET, CHARTER_PARTLY, CHARTER_NOT, CHARTER_SILENT};

/* ---- who is judged ------------------------------------------------------- */

static bool is_judged(const struct law *law, const char *word)
{
    static const char *const kinds[] = {"organ", "office", "level"};
    const char *kind = law_word_kind(law, word);
    for (size_t i = 0; kind != NULL && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kind, kinds[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* Whom the law of the day names most often: who else would be asked after? */
static const char *usual(const struct request *request,
    const struct law_norm *const *norms, size_t count)
{
    struct map *numbers = map_create(request->arena);
    const char *most = NULL;
    size_t of_most = 0;
    for (size_t i = 0; i < count; i++) {
        const char *kind = law_word_kind(request->law, norms[i]->subject);
        if (kind == NULL || strcmp(kind, "organ") != 0) {
            continue;
        }
        size_t *number = map_get(numbers, norms[i]->subject);
        if (number == NULL) {
            number = arena_take(request->arena, sizeof *number);
            (void)map_put(numbers, norms[i]->subject, number);
        }
        if (++*number > of_most) {
            of_most = *number;
            most = norms[i]->subject;
        }
    }
    return most;
}

/* Those of whom the law of the day speaks, by the alphabet of the page. */
static struct input *words_input(const struct request *request,
    const struct law_norm *const *norms, size_t count, const char *chosen)
{
    enum language language = request->target.language;
    struct input *input = input_make(request, "word", "charter.whom", NULL);
    struct map *seen = map_create(request->arena);
    const char **words =
        arena_take_array(request->arena, count, sizeof(const char *));
    size_t words_count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *word = norms[i]->subject;
        if (!is_judged(request->law, word) ||
            map_put(seen, word, seen) != NULL) {
            continue;
        }
        const char *name = view_word(request, request->law, word);
        size_t k = words_count++;
        for (; k > 0 && tongue_compare(language, name,
                            view_word(request, request->law, words[k - 1])) < 0;
             k--) {
            words[k] = words[k - 1];
        }
        words[k] = word;
    }
    input->part.is_select = true;
    for (size_t i = 0; i < words_count; i++) {
        input_option(request, input, words[i],
            view_word(request, request->law, words[i]), NULL);
        input->options[i].is_chosen = strcmp(words[i], chosen) == 0;
    }
    return input;
}

/* ---- the table ----------------------------------------------------------- */

static size_t norms_fill(const struct request *request,
    const struct law_norm *const *norms, size_t count, struct date day,
    struct pages_shown *shown)
{
    struct pages_shown_rows *rows =
        arena_take_array(request->arena, SHOWN_MAX, sizeof *rows);
    shown->rows = rows;
    for (size_t i = 0; i < count && i < SHOWN_MAX; i++) {
        rows[shown->rows_count++].norm = lawpage_norm(request, norms[i], day);
    }
    shown->more = count > SHOWN_MAX ? (int64_t)(count - SHOWN_MAX) : 0;
    return count;
}

static void rows_fill(const struct request *request,
    const struct study_answer *answer, struct pages_charter *page,
    size_t counts[VERDICTS])
{
    enum language language = request->target.language;
    struct pages_charter_rows *rows =
        arena_take_array(request->arena, answer->count, sizeof *rows);
    for (size_t i = 0; i < answer->count; i++) {
        const struct charter_row *row = &answer->criteria[i];
        struct pages_shown *speaking =
            arena_take(request->arena, sizeof *speaking);
        struct pages_shown *against =
            arena_take(request->arena, sizeof *against);
        counts[row->verdict]++;
        rows[i] = (struct pages_charter_rows){
            .act = lawpage_act(request, row->criterion->act),
            .path = row->criterion->path,
            .title = row->criterion->title[language],
            .verdict = verdicts[row->verdict].name,
            .look = verdicts[row->verdict].look,
        };
        if (norms_fill(request, row->speaking, row->speaking_count, page->day,
                speaking) > 0) {
            rows[i].speaking = speaking;
        }
        if (norms_fill(request, row->against, row->against_count, page->day,
                against) > 0) {
            rows[i].against = against;
        }
    }
    page->rows = rows;
    page->rows_count = answer->count;
}

static struct pages_chart_bars *picture(
    const struct request *request, const size_t counts[VERDICTS])
{
    struct chart_bar bars[VERDICTS];
    for (size_t i = 0; i < VERDICTS; i++) {
        int64_t count = (int64_t)counts[order[i]];
        bars[i] = (struct chart_bar){
            .label = view_capital(
                request, view_key(request, verdicts[order[i]].name)),
            .value = count,
            .said = view_number(request, count),
        };
    }
    return chart_bars(request->arena, view_key(request, "charter.picture"),
        bars, VERDICTS, 0);
}

void criteria_show(struct request *request, struct response *response)
{
    struct date day = lawpage_day(request);
    struct law_query query = {
        .day = day, .reading = lawpage_reading(request), .population = -1};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(request->law, &query, request->arena, &norms, &count);
    const char *word = form_text(&request->form, "word");
    if (word[0] == '\0') {
        word = usual(request, norms, count);
    }
    if (word == NULL || !is_judged(request->law, word)) {
        page_status(request, response, 404, NULL);
        return;
    }
    struct study_question question = {
        .subject = STUDY_CHARTER,
        .law = request->law,
        .day = day,
        .reading = query.reading,
        .word = word,
    };
    const struct study_answer *answer =
        study_ask(request->site->study, &question);
    size_t counts[VERDICTS] = {0};
    struct pages_charter page = {
        .day = day,
        .name = view_capital(request, view_word(request, request->law, word)),
        .total = (int64_t)answer->count,
        .when =
            lawpage_when(request, day, words_input(request, norms, count, word),
                lawpage_readings(request)),
        .foot = lawpage_foot(request, answer),
    };
    rows_fill(request, answer, &page, counts);
    page.met = (int64_t)counts[CHARTER_MET];
    page.partly = (int64_t)counts[CHARTER_PARTLY];
    page.not_met = (int64_t)counts[CHARTER_NOT];
    page.silent = (int64_t)counts[CHARTER_SILENT];
    page.picture = picture(request, counts);
    struct message title;
    (void)message_word(message_start(&title, "charter.title"), "word", word);
    pages_charter(&page, page_start(request, response, lawpage_status(request),
                             view_say(request, request->law, &title)));
}
