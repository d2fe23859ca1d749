/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Signing in and out.
 */
#include "web/sign_in.h"

#include "web/page.h"

static void form_show(struct request *request, struct response *response,
    unsigned status, const struct error *error);
static struct url next_of(const struct request *request);

void sign_in_show(struct request *request, struct response *response)
{
    if (request->account != NULL) {
        page_go(response, next_of(request));
        return;
    }
    form_show(request, response, 200, NULL);
}

void sign_in_enter(struct request *request, struct response *response)
{
    if (!form_is_good(&request->form)) {
        form_show(request, response, 422, NULL);
        return;
    }
    char session[CLERK_TOKEN_MAX];
    struct error error = {.status = STATUS_OK};
    enum status status =
        clerk_sign_in(request->clerk, form_text(&request->form, "name"),
            form_text(&request->form, "password"), session, &error);
    if (status == STATUS_FORBIDDEN) {
        form_show(request, response, 422, &error);
        return;
    }
    if (status != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    response->session = arena_text(request->arena, session);
    page_go(response, next_of(request));
}

void sign_in_leave(struct request *request, struct response *response)
{
    clerk_sign_out(request->clerk, request->session);
    response->session = "";
    page_go(response, request_url(request, URL_HOME));
}

static void form_show(struct request *request, struct response *response,
    unsigned status, const struct error *error)
{
    struct pages_field *name = page_field(request, "name", "sign-in.name");
    struct pages_field *password =
        page_field(request, "password", "sign-in.password");
    const struct pages_field *fields[] = {name, password};
    name->autocomplete = "username";
    password->type = "password";
    password->autocomplete = "current-password";
    struct pages_sign_in page = {
        .errors = page_errors(request, fields, 2, error),
        .action = request_url(request, URL_SIGN_IN),
        .form = page_form(request, response),
        .next = form_text(&request->form, "next"),
        .name = name,
        .password = password,
    };
    pages_sign_in(
        &page, page_start_key(request, response, status, "sign-in.title"));
}

/* Where the reader wanted to go: a place of ours, or the community. */
static struct url next_of(const struct request *request)
{
    struct url_target target;
    if (url_read(form_text(&request->form, "next"), request->arena, &target)) {
        return url_to(request->arena, target);
    }
    return request_url(request, URL_HOME);
}
