/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The way of one request.
 */
#include "web/visit.h"

#include <assert.h>
#include <string.h>

#include "crypto/random.h"
#include "web/asset.h"
#include "web/page.h"

static const char session_cookie[] = "kenes-session";
static const char visitor_cookie[] = "kenes-visitor";
static const char assets_path[] = "/assets/";

/* Fields that every form has: see page_form. */
static const struct form_field own_fields[] = {
    {"form-token", FORM_WORD, COOKIE_TOKEN_MAX, false, false},
    {"once", FORM_WORD, COOKIE_TOKEN_MAX, false, false},
};

enum { OWN_FIELDS = sizeof own_fields / sizeof own_fields[0] };

static void request_start(struct visit *visit, const char *path,
    const struct request_site *site, struct arena *arena);
static void asset_answer(struct visit *visit, const char *name);
static bool account_find(struct visit *visit, const char *cookies);
static bool page_find(struct visit *visit);
static bool fields_read(
    struct visit *visit, const char *query, struct bytes body);
static bool token_check(struct visit *visit, const char *cookies);

bool visit_open(struct visit *visit, const struct visit_input *input,
    struct clerk *clerk, const struct request_site *site, struct arena *arena)
{
    struct request *request = &visit->request;
    size_t length = strcspn(input->target, "?");
    const char *path = arena_text_n(arena, input->target, length);
    const char *query =
        input->target[length] == '?' ? input->target + length + 1 : "";
    request_start(visit, path, site, arena);
    request->method = input->method;
    if (strncmp(path, assets_path, sizeof assets_path - 1) == 0) {
        asset_answer(visit, path + sizeof assets_path - 1);
        return false;
    }
    enum language language;
    if (strcmp(path, "/") == 0 ||
        (path[0] == '/' && language_parse(path + 1, &language))) {
        page_go(&visit->response, request_url(request, URL_HOME));
        return false;
    }
    request->clerk = clerk;
    const char *digest = NULL;
    request->law = clerk_law(clerk, &digest);
    struct error error = {.status = STATUS_OK};
    if (clerk_time(clerk, &request->now, &error) != STATUS_OK) {
        page_failed(request, &visit->response, &error);
        return false;
    }
    request->today = instant_date(request->now);
    if (!account_find(visit, input->cookies)) {
        return false;
    }
    if (!url_read(path, arena, &request->target)) {
        page_status(request, &visit->response, 404, NULL);
        return false;
    }
    return page_find(visit) && fields_read(visit, query, input->body) &&
           token_check(visit, input->cookies);
}

void visit_turn_away(struct visit *visit, const char *target, unsigned status,
    const char *why, const struct request_site *site, struct arena *arena)
{
    struct message detail;
    visit_finish(visit);
    request_start(visit, target, site, arena);
    page_status(&visit->request, &visit->response, status,
        why == NULL ? NULL : message_start(&detail, why));
}

void visit_ask(struct visit *visit, struct store_reader *reader)
{
    assert(visit->row != NULL);
    visit->request.reader = reader;
    visit->row->handle(&visit->request, &visit->response);
    assert(visit->response.act == NULL || visit->row->answer != NULL);
}

void visit_answer(struct visit *visit, struct store_reader *reader,
    const struct clerk_answer *answer)
{
    assert(visit->response.act != NULL);
    visit->request.reader = reader;
    visit->response.act = NULL;
    visit->row->answer(&visit->request, answer, &visit->response);
}

void visit_close(struct visit *visit)
{
    assert(visit->response.status != 0);
    if (visit->response.is_framed) {
        page_frame(&visit->request, &visit->response);
    }
}

void visit_headers(
    const struct visit *visit, visit_header *header, void *context)
{
    const struct response *response = &visit->response;
    const struct request *request = &visit->request;
    struct buffer cookie = BUFFER_EMPTY;
    bool is_fixed = response->fixed.data != NULL;
    bool is_private = request->account != NULL || request->form.count > 0 ||
                      response->visitor != NULL || response->session != NULL;
    header(context, "Content-Type",
        response->is_framed ? "text/html; charset=utf-8" : response->type);
    header(context, "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; "
        "script-src 'self'; connect-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'");
    header(context, "X-Content-Type-Options", "nosniff");
    header(context, "Referrer-Policy", "no-referrer");
    header(context, "Cross-Origin-Opener-Policy", "same-origin");
    header(context, "Cross-Origin-Resource-Policy", "same-origin");
    header(context, "Cache-Control",
        is_fixed     ? "public, max-age=31536000, immutable"
        : is_private ? "no-store"
                     : "no-cache");
    if (response->is_framed) {
        header(context, "Content-Language",
            language_tag(request->target.language));
    }
    if (response->location.text != NULL) {
        header(context, "Location", response->location.text);
    }
    if (response->status == 405) {
        header(context, "Allow", "GET, HEAD, POST");
    }
    if (response->status == 503) {
        header(context, "Retry-After", "60");
    }
    if (response->session != NULL) {
        cookie_write(session_cookie,
            response->session[0] == '\0' ? NULL : response->session, &cookie);
        header(context, "Set-Cookie", buffer_text(&cookie));
    }
    if (response->visitor != NULL) {
        buffer_clear(&cookie);
        cookie_write(visitor_cookie, response->visitor, &cookie);
        header(context, "Set-Cookie", buffer_text(&cookie));
    }
    buffer_finish(&cookie);
}

void visit_finish(struct visit *visit)
{
    buffer_finish(&visit->response.body);
}

static void request_start(struct visit *visit, const char *path,
    const struct request_site *site, struct arena *arena)
{
    *visit = (struct visit){.row = NULL};
    visit->request.arena = arena;
    visit->request.site = site;
    visit->request.target.place = URL_HOME;
    char tag[3] = "";
    if (path[0] == '/' && strlen(path) >= 3 &&
        (path[3] == '/' || path[3] == '\0')) {
        memcpy(tag, path + 1, 2);
        (void)language_parse(tag, &visit->request.target.language);
    }
}

static void asset_answer(struct visit *visit, const char *name)
{
    const struct embed_file *file = asset_find(name);
    if (file == NULL || visit->request.method != REQUEST_GET) {
        page_status(
            &visit->request, &visit->response, file == NULL ? 404 : 405, NULL);
        return;
    }
    page_file(&visit->response, asset_type(file));
    visit->response.fixed = bytes_of(file->data, file->length);
}

/* Who asks; false where the store cannot say. */
static bool account_find(struct visit *visit, const char *cookies)
{
    struct request *request = &visit->request;
    char token[COOKIE_TOKEN_MAX];
    if (cookie_read(cookies, session_cookie, token)) {
        struct error error = {.status = STATUS_OK};
        struct clerk_account *account =
            arena_take(request->arena, sizeof *account);
        char form_token[CLERK_TOKEN_MAX];
        enum status status = clerk_session(
            request->clerk, token, request->arena, account, form_token, &error);
        if (status == STATUS_OK) {
            request->account = account;
            request->session = arena_text(request->arena, token);
            request->form_token = arena_text(request->arena, form_token);
            return true;
        }
        if (status != STATUS_MISSING) {
            page_failed(request, &visit->response, &error);
            return false;
        }
    }
    if (!cookie_read(cookies, visitor_cookie, token)) {
        random_token(token);
    }
    request->form_token = arena_text(request->arena, token);
    return true;
}

/* The row of the table, and may this account see it? */
static bool page_find(struct visit *visit)
{
    struct request *request = &visit->request;
    enum url_place place = request->target.place;
    visit->row = routes_find(request->method, place);
    if (visit->row == NULL) {
        bool is_other = routes_find(REQUEST_GET, place) != NULL ||
                        routes_find(REQUEST_POST, place) != NULL;
        page_status(request, &visit->response, is_other ? 405 : 404, NULL);
        return false;
    }
    if (routes_allow(visit->row, request)) {
        return true;
    }
    if (request->account == NULL && request->method == REQUEST_GET) {
        struct url here = url_to(request->arena, request->target);
        page_go(&visit->response,
            url_with(request->arena, request_url(request, URL_SIGN_IN), "next",
                here.text));
    } else {
        page_status(request, &visit->response, 403, NULL);
    }
    return false;
}

/* The declared fields, of a form with those that every form has. */
static bool fields_read(
    struct visit *visit, const char *query, struct bytes body)
{
    struct request *request = &visit->request;
    const struct routes_row *row = visit->row;
    const struct form_field *declared = row->fields;
    size_t count = row->fields_count;
    struct bytes text = bytes_of_text(query);
    enum form_origin origin = FORM_QUERY;
    if (request->method == REQUEST_POST) {
        origin = FORM_BODY;
        struct form_field *fields = arena_take_array(
            request->arena, count + OWN_FIELDS, sizeof *fields);
        memcpy(fields, own_fields, sizeof own_fields);
        for (size_t i = 0; i < count; i++) {
            fields[OWN_FIELDS + i] = declared[i];
        }
        declared = fields;
        count += OWN_FIELDS;
        text = body;
    }
    struct error error = {.status = STATUS_OK};
    request->form = (struct form){
        .fields = declared, .count = count, .arena = request->arena};
    if (form_read(&request->form, origin, text, &error) == STATUS_OK) {
        return true;
    }
    request->form = (struct form){.count = 0};
    page_status(request, &visit->response, 400, &error.message);
    return false;
}

static bool is_same(const char *left, const char *right)
{
    unsigned difference = 0;
    for (size_t i = 0; i < COOKIE_TOKEN_MAX - 1; i++) {
        difference |= (unsigned char)left[i] ^ (unsigned char)right[i];
    }
    return difference == 0;
}

/* A form must bring back the token that only our pages show. */
static bool token_check(struct visit *visit, const char *cookies)
{
    struct request *request = &visit->request;
    if (request->method != REQUEST_POST) {
        return true;
    }
    char visitor[COOKIE_TOKEN_MAX];
    const char *token = form_text(&request->form, "form-token");
    const char *once = form_text(&request->form, "once");
    bool is_known = request->account != NULL ||
                    cookie_read(cookies, visitor_cookie, visitor);
    if (!is_known || !cookie_is_token(token) || !cookie_is_token(once) ||
        !is_same(token, request->form_token)) {
        struct message expired;
        (void)message_start(&expired, "error.form-expired");
        page_status(request, &visit->response, 403, &expired);
        return false;
    }
    request->once = once;
    return true;
}
