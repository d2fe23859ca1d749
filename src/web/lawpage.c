/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What the pages about the law share.
 */
#include "web/lawpage.h"

#include <string.h>

struct url lawpage_url(
    const struct request *request, enum url_place place, const char *word)
{
    struct url_target target = {
        .place = place, .language = request->target.language, .word = word};
    if (!url_is_word(word)) {
        target.place = URL_LAW;
    }
    return url_to(request->arena, target);
}

struct date lawpage_day(const struct request *request)
{
    struct date day = form_date(&request->form, "day");
    return date_is_set(day) ? day : request->today;
}

const char *lawpage_written(const struct request *request, struct date day)
{
    char *written = arena_take(request->arena, DATE_TEXT_MAX);
    date_write(day, written);
    return written;
}

const char *lawpage_reading(const struct request *request)
{
    const char *reading = form_text(&request->form, "reading");
    return strcmp(reading, "article") == 0 ? "article" : NULL;
}

const char *lawpage_act(const struct request *request, const char *id)
{
    enum language language = request->target.language;
    for (size_t i = 0; i < law_acts_count(request->law); i++) {
        const struct law_act *act = law_act_at(request->law, i);
        if (strcmp(act->id, id) == 0) {
            const char *name = act->short_title[language] == NULL
                                   ? act->title[language]
                                   : act->short_title[language];
            return name == NULL ? id : view_capital(request, name);
        }
    }
    return id;
}

const char *lawpage_sentence(
    const struct request *request, const struct law_norm *norm)
{
    struct buffer text = BUFFER_EMPTY;
    law_norm_say(request->law, norm, request->target.language, &text);
    const char *sentence = view_capital(request, buffer_text(&text));
    buffer_finish(&text);
    return sentence;
}

struct pages_norm *lawpage_norm(
    const struct request *request, const struct law_norm *norm, struct date day)
{
    struct pages_norm *shown = arena_take(request->arena, sizeof *shown);
    *shown = (struct pages_norm){
        .sentence = lawpage_sentence(request, norm),
        .place = view_basis(request, &norm->citation, day),
    };
    return shown;
}

struct pages_basis *lawpage_place(
    const struct request *request, const char *place, struct date day)
{
    struct law_citation citation = {.place = place};
    return view_basis(request, &citation, day);
}

/* ---- the form ------------------------------------------------------------ */

/* The page with what its query asks for, but for `page` and `without`. */
static struct url here(const struct request *request, const char *without)
{
    const struct form *form = &request->form;
    struct url url = url_to(request->arena, request->target);
    for (size_t i = 0; i < form->count; i++) {
        const char *name = form->fields[i].name;
        if (strcmp(name, without) != 0 && strcmp(name, "page") != 0 &&
            form->values[i].text[0] != '\0' &&
            form->values[i].problem == NULL) {
            url = url_with(request->arena, url, name, form->values[i].text);
        }
    }
    return url;
}

struct url lawpage_here(const struct request *request)
{
    return here(request, "page");
}

/* The editions of the whole law around a day. */
static void neighbours(
    const struct request *request, struct date day, struct pages_when *when)
{
    const struct date *days = NULL;
    size_t count = 0;
    law_edition_days(request->law, request->arena, &days, &count);
    for (size_t i = 0; i < count; i++) {
        if (date_compare(days[i], day) > 0) {
            when->later_day = days[i];
            break;
        }
    }
    size_t current = 0; /* how many have begun */
    while (current < count && date_compare(days[current], day) <= 0) {
        current++;
    }
    if (current >= 2) {
        when->earlier_day = days[current - 2];
    }
    struct url other = here(request, "day");
    if (date_is_set(when->earlier_day)) {
        when->earlier = url_with(request->arena, other, "day",
            lawpage_written(request, when->earlier_day));
    }
    if (date_is_set(when->later_day)) {
        when->later = url_with(request->arena, other, "day",
            lawpage_written(request, when->later_day));
    }
}

struct pages_when *lawpage_when(const struct request *request, struct date day,
    struct input *first, struct input *second)
{
    struct pages_when *when = arena_take(request->arena, sizeof *when);
    struct input *asked =
        input_make(request, "day", "lawpage.day", "lawpage.day-hint");
    if (asked->part.value[0] == '\0') {
        asked->part.value = lawpage_written(request, day);
    }
    asked->part.is_short = true;
    *when = (struct pages_when){
        .action = url_to(request->arena, request->target),
        .asked = &asked->part,
        .first = first == NULL ? NULL : &first->part,
        .second = second == NULL ? NULL : &second->part,
        .is_open = !form_is_good(&request->form),
    };
    neighbours(request, day, when);
    return when;
}

struct input *lawpage_readings(const struct request *request)
{
    struct input *input =
        input_make(request, "reading", "lawpage.reading", NULL);
    input->part.is_select = true;
    input_option(
        request, input, "text", view_key(request, "lawpage.of-text"), NULL);
    input_option(request, input, "article",
        view_key(request, "lawpage.of-article"), NULL);
    return input;
}

/* ---- the end of a page --------------------------------------------------- */

struct pages_law_foot *lawpage_foot(
    const struct request *request, const struct study_answer *answer)
{
    struct pages_law_foot *foot = arena_take(request->arena, sizeof *foot);
    *foot = (struct pages_law_foot){.hub = request_url(request, URL_LAW)};
    if (answer != NULL) {
        foot->is_timed = true;
        foot->milliseconds = answer->milliseconds;
    }
    return foot;
}

unsigned lawpage_status(const struct request *request)
{
    return form_is_good(&request->form) ? 200 : 422;
}
