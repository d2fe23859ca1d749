/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One act, one page.
 */
#include "web/acts.h"

#include <string.h>

#include "web/act_form.h"
#include "web/changes.h"
#include "web/options.h"
#include "web/voters.h"

/* A request for an act of a proceeding that is there. */
struct asking {
    struct engine_facts facts;
    struct act_form form;
    const struct law_procedure *procedure;
};

static bool ask(
    struct request *request, struct response *response, struct asking *asking);
static void form_show(struct request *request, struct response *response,
    const struct asking *asking, unsigned status, const struct error *error,
    const struct refusal *refusal);
static void check_show(struct request *request, struct response *response,
    const struct asking *asking);

struct url acts_url(const struct request *request, int64_t proceeding,
    const struct act_form *form)
{
    struct arena *arena = request->arena;
    struct url url = url_to(arena, (struct url_target){.place = URL_SITTING_ACT,
                                       .language = request->target.language,
                                       .numbers = {proceeding},
                                       .word = act_kind_name(form->kind)});
    if (form->item > 0) {
        url = url_with(arena, url, "item",
            arena_format(arena, "%lld", (long long)form->item));
    }
    if (form->detail != NULL) {
        url = url_with(arena, url, "detail", form->detail);
    }
    if (form->back != NULL) {
        url = url_with(arena, url, "back", form->back);
    }
    return url;
}

void acts_show(struct request *request, struct response *response)
{
    struct asking asking;
    if (ask(request, response, &asking)) {
        form_show(request, response, &asking, 200, NULL, NULL);
    }
}

void acts_send(struct request *request, struct response *response)
{
    struct asking asking;
    struct error error = {.status = STATUS_OK};
    if (!ask(request, response, &asking)) {
        return;
    }
    const char *step = form_number(&request->form, "one") > 0
                           ? "do"
                           : form_text(&request->form, "step");
    if (strcmp(step, "do") != 0 && strcmp(step, "check") != 0) {
        form_show(request, response, &asking, 200, NULL, NULL);
        return;
    }
    if (!act_form_check(request, &asking.facts, &asking.form)) {
        form_show(request, response, &asking, 422, NULL, NULL);
        return;
    }
    if (strcmp(step, "check") == 0) {
        check_show(request, response, &asking);
        return;
    }
    if (asking.form.kind == ACT_COUNT &&
        changes_have(request, &asking.facts, "votes-counted")) {
        (void)error_set(&error, STATUS_CONFLICT, "act-page.counted");
        form_show(request, response, &asking, 409, &error, NULL);
        return;
    }
    struct act *act = arena_take(request->arena, sizeof *act);
    if (act_form_read(request, &asking.facts, &asking.form, act, &error) !=
        STATUS_OK) {
        form_show(request, response, &asking, 422, &error, NULL);
        return;
    }
    response->act = act;
}

static bool is_screen(const char *back)
{
    return strcmp(back, "screen") == 0 || strcmp(back, "screen-singly") == 0;
}

/* Work goes on in the roll. */
static bool is_of_roll(enum act_kind kind)
{
    return kind == ACT_ARRIVE || kind == ACT_LEAVE ||
           kind == ACT_CORRECT_PRESENCE;
}

/* Where the act came from, with its receipt. */
static struct url next_of(
    const struct request *request, const struct asking *asking, int64_t receipt)
{
    const char *back = asking->form.back == NULL ? "" : asking->form.back;
    const struct proceeding *proceeding = asking->facts.proceeding;
    const struct item *item = proceeding_item(proceeding, asking->form.item);
    struct url url =
        request_url_number(request, URL_SITTING, proceeding->number);
    if (is_screen(back)) {
        url =
            request_url_number(request, URL_SITTING_SCREEN, proceeding->number);
        const char *way = strcmp(back, "screen-singly") == 0 ? "singly"
                          : is_of_roll(asking->form.kind)    ? "roll"
                                                             : NULL;
        url = way == NULL ? url : url_with(request->arena, url, "way", way);
    } else if (strcmp(back, "decision") == 0 && item != NULL &&
               item->decision > 0) {
        url = request_url_number(request, URL_DECISION, item->decision);
    }
    return receipt == 0
               ? url
               : url_with(request->arena, url, "receipt",
                     arena_format(request->arena, "%lld", (long long)receipt));
}

void acts_sent(struct request *request, const struct clerk_answer *answer,
    struct response *response)
{
    struct asking asking;
    if (!ask(request, response, &asking)) {
        return;
    }
    switch ((int)answer->status) {
    case STATUS_OK:
        page_go(response, next_of(request, &asking, answer->number));
        return;
    case STATUS_REFUSED:
        form_show(request, response, &asking, 422, NULL, &answer->refusal);
        return;
    case STATUS_INVALID:
    case STATUS_FORBIDDEN:
        form_show(request, response, &asking, 422, &answer->error, NULL);
        return;
    default:
        page_failed(request, response, &answer->error);
    }
}

static bool ask(
    struct request *request, struct response *response, struct asking *asking)
{
    enum act_kind kind = ACT_OPEN;
    if (!act_kind_parse(request->target.word, &kind) || kind <= ACT_OPEN ||
        kind == ACT_CALL) {
        page_status(request, response, 404, NULL);
        return false;
    }
    asking->form = act_form_of(request, kind);
    if (!view_facts(
            request, response, request->target.numbers[0], &asking->facts)) {
        return false;
    }
    asking->procedure = engine_procedure(&asking->facts, request->arena);
    return true;
}

static const char *back_title(
    const struct request *request, const struct asking *asking)
{
    const char *back = asking->form.back == NULL ? "" : asking->form.back;
    return is_screen(back)
               ? view_key(request, "screen.title")
               : view_sitting_title(request, &asking->facts, asking->procedure);
}

/* "2. Жол жөндеу". */
static const char *item_title(
    const struct request *request, const struct asking *asking)
{
    const struct item *item =
        proceeding_item(asking->facts.proceeding, asking->form.item);
    return item == NULL ? NULL
                        : arena_format(request->arena, "%lld. %s",
                              (long long)item->number, item->title);
}

static const char *title_of(
    const struct request *request, const struct asking *asking)
{
    return view_key(request, arena_format(request->arena, "act.%s",
                                 act_kind_name(asking->form.kind)));
}

/* What the law says of the act before anything is typed. */
static const struct refusal *refused_now(
    struct request *request, const struct asking *asking, bool *is_gone)
{
    const struct options *options = options_of(request, &asking->facts, NULL);
    const struct engine_option *option = options_find(
        options, asking->form.kind, asking->form.item, asking->form.detail);
    *is_gone = option == NULL;
    return option == NULL || option->lawful ? NULL : &option->refusal;
}

static void form_show(struct request *request, struct response *response,
    const struct asking *asking, unsigned status, const struct error *error,
    const struct refusal *refusal)
{
    bool is_gone = false;
    const char *title = "refusal-part.refused";
    if (refusal == NULL && status == 200) {
        refusal = refused_now(request, asking, &is_gone);
        title = "refusal-part.will-be";
    }
    struct pages_act_page page = {
        .errors = act_form_errors(request, error),
        .refusal = refusal == NULL
                       ? NULL
                       : view_refusal(request, &asking->facts, refusal, title),
        .back = next_of(request, asking, 0),
        .back_title = back_title(request, asking),
        .item = item_title(request, asking),
        .gone = is_gone,
        .changes = status == 200 ? NULL
                                 : changes_since(request, &asking->facts),
    };
    const struct item *item =
        proceeding_item(asking->facts.proceeding, asking->form.item);
    bool is_voting = asking->form.kind == ACT_VOTE && item != NULL &&
                     item->phase == ITEM_PUT && item->votes != NULL;
    if (is_voting && people_are_open(request, &asking->facts)) {
        page.voters = voters_part(request, response, &asking->facts,
            &(struct voters){.item = item});
        page.recorded = voters_recorded(request, &asking->facts, item);
    }
    if (page.voters == NULL && !is_gone) {
        page.act = act_form_make(
            request, response, &asking->facts, &asking->form);
    }
    pages_act_page(&page, view_start(request, response, status,
                              title_of(request, asking), &asking->facts));
}

static void check_show(struct request *request, struct response *response,
    const struct asking *asking)
{
    struct act act;
    struct clerk_answer answer;
    struct error error = {.status = STATUS_OK};
    if (act_form_read(request, &asking->facts, &asking->form, &act, &error) !=
        STATUS_OK) {
        form_show(request, response, asking, 422, &error, NULL);
        return;
    }
    clerk_dry_run(request->clerk, request->account, &act, &answer);
    if (answer.status == STATUS_INVALID || answer.status == STATUS_FORBIDDEN) {
        form_show(request, response, asking, 422, &answer.error, NULL);
        return;
    }
    if (answer.status != STATUS_OK && answer.status != STATUS_REFUSED) {
        page_failed(request, response, &answer.error);
        return;
    }
    bool is_lawful = answer.status == STATUS_OK;
    struct pages_check page = {
        .back = next_of(request, asking, 0),
        .back_title = back_title(request, asking),
        .refusal = is_lawful ? NULL
                             : view_refusal(request, &asking->facts,
                                   &answer.refusal, "refusal-part.will-be"),
        .action = url_to(request->arena, request->target),
        .is_lawful = is_lawful,
        .button = act_form_button(request, &asking->form),
    };
    act_form_answers(request, response, &asking->facts, &asking->form, &page);
    pages_check(&page, view_start(request, response, 200,
                           title_of(request, asking), &asking->facts));
}
