/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A row for each act in the picture, a row for each day in the table.
 */
#include "web/timeline.h"

#include <string.h>

#include "web/chart.h"
#include "web/editions.h"
#include "web/lawpage.h"
#include "web/pager.h"

const struct form_field timeline_fields[TIMELINE_FIELDS] = {
    {"act", FORM_WORD, 64, false, false},
    {"page", FORM_NUMBER, 6, false, false},
};

static const struct {
    const char *what; /* a message */
    const char *mark;
} happenings[] = {
    [COMPARE_ADOPTED] = {"timeline.adopted", "◆"},
    [COMPARE_CHANGED] = {"timeline.changed", "●"},
    [COMPARE_STATUS] = {"timeline.status", "▲"},
};

const char *timeline_status(const char *status)
{
    static const struct {
        const char *status;
        const char *key;
    } known[] = {
        {"adopted", "bill-status.adopted"},
        {"draft", "bill-status.draft"},
        {"proposed", "bill-status.proposed"},
        {"withdrawn", "bill-status.withdrawn"},
    };
    for (size_t i = 0; status != NULL && i < sizeof known / sizeof *known;
         i++) {
        if (strcmp(known[i].status, status) == 0) {
            return known[i].key;
        }
    }
    return NULL;
}

/* ---- the picture --------------------------------------------------------- */

struct course {
    const struct law_act *act;
    struct chart_point *points;
    size_t count;
    size_t capacity;
};

static struct course *course_of(
    const struct law_act *act, struct course *courses, size_t *count)
{
    for (size_t i = 0; i < *count; i++) {
        if (courses[i].act == act) {
            return &courses[i];
        }
    }
    courses[*count] = (struct course){.act = act};
    return &courses[(*count)++];
}

static bool is_course(
    const struct law_act *act, const struct course *courses, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (courses[i].act == act) {
            return true;
        }
    }
    return false;
}

static void event_add(const struct request *request,
    const struct compare_event *event, struct course *courses, size_t *count)
{
    struct course *course = course_of(event->act, courses, count);
    course->points = arena_grow(request->arena, course->points, course->count,
        &course->capacity, sizeof *course->points);
    course->points[course->count++] = (struct chart_point){
        .day = event->day, .mark = happenings[event->happening].mark};
}

/* The acts that changed, in the order in which they began; those that only
   amended others stand in the table alone.  An adoption is drawn over what
   happened that day. */
static struct pages_chart_time *picture(
    const struct request *request, const struct study_answer *answer)
{
    struct arena *arena = request->arena;
    struct course *courses =
        arena_take_array(arena, law_acts_count(request->law), sizeof *courses);
    size_t count = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < answer->count; i++) {
            const struct compare_event *event = &answer->events[i];
            bool is_adoption = event->happening == COMPARE_ADOPTED;
            if (pass == 0 && !is_adoption) {
                event_add(request, event, courses, &count);
            } else if (pass == 1 && is_adoption &&
                       is_course(event->act, courses, count)) {
                event_add(request, event, courses, &count);
            }
        }
    }
    struct chart_row *rows = arena_take_array(arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct chart_row){
            .label = lawpage_act(request, courses[i].act->id),
            .points = courses[i].points,
            .points_count = courses[i].count,
        };
    }
    struct date end = date_add_days(request->today, 365);
    if (answer->count == 0 || date_compare(answer->events[0].day, end) >= 0) {
        return NULL;
    }
    struct date from = answer->events[0].day;
    return chart_time(arena, view_key(request, "timeline.title"), rows, count,
        (struct date){from.year, 1, 1}, end);
}

/* ---- the page ------------------------------------------------------------ */

static struct input *acts_input(const struct request *request)
{
    struct input *input = input_make(request, "act", "timeline.of", NULL);
    input->part.is_select = true;
    input_option(
        request, input, "", view_key(request, "timeline.all-acts"), NULL);
    for (size_t i = 0; i < law_acts_count(request->law); i++) {
        const struct law_act *act = law_act_at(request->law, i);
        if (!act->local) {
            input_option(
                request, input, act->id, lawpage_act(request, act->id), NULL);
        }
    }
    return input;
}

static void rows_fill(const struct request *request,
    const struct study_answer *answer, struct pages_timeline *page)
{
    struct pages_timeline_rows *rows =
        arena_take_array(request->arena, PAGER_ROWS, sizeof *rows);
    size_t offset = pager_offset(request);
    page->rows = rows;
    for (size_t i = 0; i < answer->count; i++) {
        /* the newest first */
        const struct compare_event *event =
            &answer->events[answer->count - 1 - i];
        page->changes += event->happening == COMPARE_CHANGED ? 1 : 0;
        if (i < offset || page->rows_count == PAGER_ROWS) {
            continue;
        }
        rows[page->rows_count++] = (struct pages_timeline_rows){
            .day = event->day,
            .where = editions_url(
                request, event->act->id, "", (struct date){0, 0, 0}),
            .act = lawpage_act(request, event->act->id),
            .mark = happenings[event->happening].mark,
            .what = happenings[event->happening].what,
            .status = event->happening == COMPARE_STATUS
                          ? timeline_status(event->act->status)
                          : NULL,
            .is_change = event->happening == COMPARE_CHANGED,
            .gone = (int64_t)event->gone,
            .come = (int64_t)event->come,
        };
    }
    page->pager = pager_part_at(request, lawpage_here(request), answer->count);
}

static bool is_act(const struct law *law, const char *id)
{
    for (size_t i = 0; i < law_acts_count(law); i++) {
        if (strcmp(law_act_at(law, i)->id, id) == 0) {
            return true;
        }
    }
    return false;
}

void timeline_show(struct request *request, struct response *response)
{
    const char *act = form_text(&request->form, "act");
    if (act[0] != '\0' && !is_act(request->law, act)) {
        page_status(request, response, 404, NULL);
        return;
    }
    struct study_question question = {
        .subject = STUDY_TIMELINE,
        .law = request->law,
        .word = act[0] == '\0' ? NULL : act,
    };
    const struct study_answer *answer =
        study_ask(request->site->study, &question);
    struct pages_timeline page = {
        .act = act[0] == '\0' ? NULL : lawpage_act(request, act),
        .count = (int64_t)answer->count,
        .action = request_url(request, URL_LAW_TIMELINE),
        .acts = &acts_input(request)->part,
        .foot = lawpage_foot(request, answer),
    };
    rows_fill(request, answer, &page);
    if (pager_offset(request) == 0) {
        page.picture = picture(request, answer);
    }
    if (answer->count > 0) {
        page.from = answer->events[0].day;
        page.last = answer->events[answer->count - 1].day;
    }
    pages_timeline(&page, page_start_key(request, response,
                              lawpage_status(request), "timeline.title"));
}
