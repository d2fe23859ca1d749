/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Adding an account.  What it may do follows from its offices and the law.
 */
#include "web/accounts.h"

#include "web/act_form.h"
#include "web/input.h"

enum { OFFICES_MAX = 8 };

const struct form_field accounts_fields[ACCOUNTS_FIELDS] = {
    {"name", FORM_LINE, 64, false, false},
    {"password", FORM_SECRET, 200, false, false},
    {"office", FORM_WORD, 64, false, true},
    {"added", FORM_WORD, 3, false, false},
};

/* The technical offices, and those of the law that are recorded here. */
static struct input *offices_input(
    const struct request *request, const struct engine_facts *facts)
{
    static const char *const technical[] = {"clerk", "keeper"};
    static const char *const names[] = {"accounts.clerk", "accounts.keeper"};
    struct input *input =
        input_make(request, "office", "accounts.offices", NULL);
    const struct community *community = facts->community;
    for (size_t i = 0; i < sizeof technical / sizeof technical[0]; i++) {
        input_option(
            request, input, technical[i], view_key(request, names[i]), NULL);
    }
    for (size_t i = 0; i < community->offices_count; i++) {
        const char *office = community->offices[i].office;
        if (community_office(community, office, request->today) ==
            &community->offices[i]) {
            input_option(request, input, office,
                view_capital(request, view_word(request, facts->law, office)),
                NULL);
        }
    }
    input_group(input, "checkbox");
    return input;
}

static void form_show(struct request *request, struct response *response,
    unsigned status, const struct error *error)
{
    struct engine_facts facts;
    if (!view_facts(request, response, 0, &facts)) {
        return;
    }
    struct pages_field *password =
        page_field(request, "password", "sign-in.password");
    password->type = "password";
    password->autocomplete = "new-password";
    password->hint = "accounts.password-hint";
    struct pages_accounts page = {
        .errors = act_form_errors(request, error),
        .is_added = form_text(&request->form, "added")[0] != '\0',
        .action = request_url(request, URL_ACCOUNTS),
        .hidden = &input_hidden(request, response)->part,
        .name = &input_make(request, "name", "sign-in.name", NULL)->part,
        .password = password,
        .offices = &offices_input(request, &facts)->part,
    };
    pages_accounts(
        &page, page_start_key(request, response, status, "accounts.title"));
}

void accounts_show(struct request *request, struct response *response)
{
    if (!request_has_office(request, "keeper")) {
        page_status(request, response, 403, NULL);
        return;
    }
    form_show(request, response, 200, NULL);
}

static void need(struct request *request, const char *name)
{
    struct message problem;
    if (form_text(&request->form, name)[0] == '\0') {
        (void)message_start(&problem, "form.needed");
        form_refuse(&request->form, name, &problem);
    }
}

void accounts_add(struct request *request, struct response *response)
{
    const struct form *form = &request->form;
    const char *const *offices = NULL;
    const char *given[OFFICES_MAX];
    struct error error = {.status = STATUS_OK};
    if (!request_has_office(request, "keeper")) {
        page_status(request, response, 403, NULL);
        return;
    }
    need(request, "name");
    need(request, "password");
    need(request, "office");
    size_t count = form_list(form, "office", &offices);
    if (!form_is_good(form) || count > OFFICES_MAX) {
        form_show(request, response, 422, NULL);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        given[i] = offices[i];
    }
    enum status status = clerk_account_add(request->clerk,
        form_text(form, "name"), form_text(form, "password"), given, count, 0,
        request->target.language, &error);
    if (status == STATUS_CONFLICT || status == STATUS_INVALID) {
        form_show(request, response, 422, &error);
        return;
    }
    if (status != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    page_go(response, url_with(request->arena,
                          request_url(request, URL_ACCOUNTS), "added", "yes"));
}
