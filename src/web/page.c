/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The frame of all pages, and the parts that forms share.
 */
#include "web/page.h"

#include <assert.h>
#include <string.h>

#include "crypto/random.h"
#include "web/html_internal.h"
#include "web/routes.h"

/* The places of the navigation, in its order. */
static const struct {
    enum url_place place;
    const char *label;
    enum routes_right right;
} nav[] = {
    {URL_HOME, "nav.home", ROUTES_PUBLIC},
    {URL_SITTINGS, "nav.sittings", ROUTES_PUBLIC},
    {URL_DECISIONS, "nav.decisions", ROUTES_PUBLIC},
    {URL_ORGANS, "nav.organs", ROUTES_PUBLIC},
    {URL_LAW, "nav.law", ROUTES_PUBLIC},
    {URL_RECORD, "nav.record", ROUTES_PUBLIC},
    {URL_DUE, "nav.due", ROUTES_SIGNED_IN},
};

enum { NAV_COUNT = sizeof nav / sizeof nav[0] };

static const char *const language_names[LANGUAGE_COUNT] = {
    "Қазақша", "Русский", "English"};

/* What is said of a status: title, what happened, what to do. */
static const struct {
    unsigned status;
    const char *title;
    const char *what;
    const char *next;
} statuses[] = {
    {400, "status.400.title", "status.400.what", "status.400.next"},
    {403, "status.403.title", "status.403.what", "status.403.next"},
    {404, "status.404.title", "status.404.what", "status.404.next"},
    {405, "status.405.title", "status.405.what", "status.405.next"},
    {409, "status.409.title", "status.409.what", "status.409.next"},
    {413, "status.413.title", "status.413.what", "status.413.next"},
    {422, "status.422.title", "status.422.what", "status.422.next"},
    {500, "status.500.title", "status.500.what", "status.500.next"},
    {503, "status.503.title", "status.503.what", "status.503.next"},
};

static unsigned status_of(enum status status);
static void nav_fill(
    const struct request *request, bool is_error, struct pages_frame *frame);
static void languages_fill(
    const struct request *request, struct pages_frame *frame);
static struct url same_page(
    const struct request *request, enum language language);

struct html_out *page_start(const struct request *request,
    struct response *response, unsigned status, const char *title)
{
    assert(title != NULL);
    enum language language = request->target.language;
    buffer_clear(&response->body);
    response->status = status;
    response->is_framed = true;
    response->title = status == 422
                          ? arena_format(request->arena, "%s: %s",
                                tongue_text(language, "frame.error"), title)
                          : title;
    response->out.buffer = &response->body;
    response->out.language = language;
    response->out.names = (struct tongue_names){0};
    if (request->law != NULL) {
        response->out.names = clerk_names(request->law);
    }
    return &response->out;
}

struct html_out *page_start_key(const struct request *request,
    struct response *response, unsigned status, const char *key)
{
    return page_start(
        request, response, status, tongue_text(request->target.language, key));
}

void page_go(struct response *response, struct url url)
{
    assert(url.text != NULL);
    buffer_clear(&response->body);
    response->status = 303;
    response->is_framed = false;
    response->type = "text/plain; charset=utf-8";
    response->location = url;
}

void page_file(struct response *response, const char *type)
{
    buffer_clear(&response->body);
    response->status = 200;
    response->is_framed = false;
    response->type = type;
}

void page_status(const struct request *request, struct response *response,
    unsigned status, const struct message *detail)
{
    size_t found = 0; /* 400 stands for what has no page of its own */
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
        if (statuses[i].status == status) {
            found = i;
        }
    }
    response->act = NULL;
    struct pages_status page = {
        .what = statuses[found].what,
        .next = statuses[found].next,
        .detail = detail,
        .home = request_url(request, URL_HOME),
        .sign_in = {NULL},
    };
    if (status == 403 && request->account == NULL) {
        page.sign_in = request_url(request, URL_SIGN_IN);
    }
    pages_status(&page,
        page_start_key(request, response, status, statuses[found].title));
}

void page_failed(const struct request *request, struct response *response,
    const struct error *error)
{
    page_status(request, response, status_of(error->status),
        error->message.key == NULL ? NULL : &error->message);
}

struct pages_form *page_form(
    const struct request *request, struct response *response)
{
    struct pages_form *form = arena_take(request->arena, sizeof *form);
    char once[COOKIE_TOKEN_MAX];
    random_token(once);
    form->once = arena_text(request->arena, once);
    form->token = request->form_token;
    if (request->account == NULL) {
        response->visitor = request->form_token;
    }
    return form;
}

struct pages_field *page_field(
    const struct request *request, const char *name, const char *label)
{
    struct pages_field *field = arena_take(request->arena, sizeof *field);
    field->name = name;
    field->label = label;
    field->type = "text";
    for (size_t i = 0; i < request->form.count; i++) {
        if (strcmp(request->form.fields[i].name, name) == 0) {
            field->value = request->form.fields[i].kind == FORM_SECRET
                               ? ""
                               : request->form.values[i].text;
            field->problem = request->form.values[i].problem;
        }
    }
    return field;
}

struct pages_errors *page_errors(const struct request *request,
    const struct pages_field *const *fields, size_t count,
    const struct error *error)
{
    struct pages_errors *errors = arena_take(request->arena, sizeof *errors);
    struct pages_errors_problems *problems =
        arena_take_array(request->arena, count, sizeof *problems);
    for (size_t i = 0; i < count; i++) {
        if (fields[i]->problem != NULL) {
            problems[errors->problems_count++] = (struct pages_errors_problems){
                .where =
                    url_at(request->arena, (struct url){NULL}, fields[i]->name),
                .label = fields[i]->label,
                .problem = fields[i]->problem};
        }
    }
    errors->problems = problems;
    errors->error =
        error == NULL || error->message.key == NULL ? NULL : &error->message;
    return errors->problems_count == 0 && errors->error == NULL ? NULL : errors;
}

void page_frame(const struct request *request, struct response *response)
{
    assert(response->is_framed);
    enum language language = request->target.language;
    const char *community = request->site->community[language];
    struct pages_frame frame = {
        .language = language_tag(language),
        .title = response->title,
        .community = community,
        .is_of_community = strcmp(response->title, community) != 0,
        .is_demonstration = request->site->is_demonstration,
        .style = url_asset(request->arena, "style.css"),
        .icon = url_asset(request->arena, "icon.svg"),
        .script = response->script == NULL
                      ? (struct url){NULL}
                      : url_asset(request->arena, response->script),
        .home = request_url(request, URL_HOME),
        .sign_in = request_url(request, URL_SIGN_IN),
        .sign_out = request_url(request, URL_SIGN_OUT),
        .body = {arena_text(request->arena, buffer_text(&response->body))},
    };
    nav_fill(request, response->status >= 400, &frame);
    languages_fill(request, &frame);
    if (request->account != NULL) {
        frame.account = request->account->name;
        frame.form = page_form(request, response);
    }
    buffer_clear(&response->body);
    pages_frame(&frame, &response->out);
}

/* Is the page below the place: /law/findings below /law? */
static bool is_within(const struct request *request, enum url_place place)
{
    const char *above = url_pattern(place);
    const char *here = url_pattern(request->target.place);
    size_t length = strlen(above);
    return length > 1 && strncmp(here, above, length) == 0 &&
           here[length] == '/';
}

static void nav_fill(
    const struct request *request, bool is_error, struct pages_frame *frame)
{
    struct pages_frame_places *places =
        arena_take_array(request->arena, NAV_COUNT, sizeof *places);
    for (size_t i = 0; i < NAV_COUNT; i++) {
        struct routes_row row = {.right = nav[i].right};
        if (routes_allow(&row, request)) {
            places[frame->places_count++] = (struct pages_frame_places){
                .where = request_url(request, nav[i].place),
                .label = nav[i].label,
                .is_here = !is_error && request->target.place == nav[i].place,
                .is_within = !is_error && is_within(request, nav[i].place),
            };
        }
    }
    frame->places = places;
}

static void languages_fill(
    const struct request *request, struct pages_frame *frame)
{
    struct pages_frame_languages *languages =
        arena_take_array(request->arena, LANGUAGE_COUNT, sizeof *languages);
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        enum language language = (enum language)i;
        languages[i] = (struct pages_frame_languages){
            .where = same_page(request, language),
            .tag = language_tag(language),
            .name = language_names[i],
            .is_here = language == request->target.language,
        };
    }
    frame->languages = languages;
    frame->languages_count = LANGUAGE_COUNT;
}

/* What the reader sees, in another language; what was searched stays. */
static struct url same_page(
    const struct request *request, enum language language)
{
    struct url_target target = request->target;
    target.language = language;
    if (routes_find(REQUEST_GET, target.place) == NULL) {
        target = (struct url_target){.place = URL_HOME, .language = language};
    }
    struct url url = url_to(request->arena, target);
    const struct form *form = &request->form;
    for (size_t i = 0; request->method == REQUEST_GET && i < form->count; i++) {
        if (form->values[i].text[0] != '\0' && !form->fields[i].is_many) {
            url = url_with(request->arena, url, form->fields[i].name,
                form->values[i].text);
        }
    }
    return url;
}

static unsigned status_of(enum status status)
{
    switch (status) {
    case STATUS_OK:
    case STATUS_CORRUPT:
        return 500;
    case STATUS_REFUSED:
    case STATUS_INVALID:
        return 422;
    case STATUS_MISSING:
        return 404;
    case STATUS_CONFLICT:
        return 409;
    case STATUS_FORBIDDEN:
        return 403;
    case STATUS_UNAVAILABLE:
    case STATUS_UNCERTAIN:
        return 503;
    }
    return 500;
}
