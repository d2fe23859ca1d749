/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Parts that several pages show: a place of the law, a refusal, the quorum, a
 * receipt.
 */
#include <string.h>

#include "record/event.h"
#include "web/edition.h"
#include "web/view.h"

struct pages_basis *view_basis(const struct request *request,
    const struct law_citation *citation, struct date day)
{
    if (citation == NULL || citation->place == NULL ||
        citation->place[0] == '\0') {
        return NULL;
    }
    struct pages_basis *basis = arena_take(request->arena, sizeof *basis);
    *basis = (struct pages_basis){
        .place = citation->place,
        .where = edition_url(request, citation, day),
        .unchecked = citation->unchecked,
        .invented = citation->invented,
    };
    return basis;
}

struct pages_bases *view_stage_basis(const struct request *request,
    const struct law_stage *stage, struct date day)
{
    if (stage == NULL) {
        return NULL;
    }
    struct pages_bases *bases = arena_take(request->arena, sizeof *bases);
    bases->law = view_basis(request, &stage->citation, day);
    bases->filled = view_basis(request, &stage->filled_by, day);
    return bases;
}

/* Where the silence that a refusal names may be filled by a choice. */
static struct url choice_url(const struct request *request,
    const struct engine_facts *facts, const struct refusal *refusal)
{
    static const char prefix[] = "parameter.";
    const char *parameter = message_value(&refusal->reason, "parameter");
    if (facts->proceeding == NULL || parameter == NULL ||
        strcmp(refusal->reason.key, "refusal.law-silent") != 0 ||
        strncmp(parameter, prefix, sizeof prefix - 1) != 0) {
        return (struct url){NULL};
    }
    struct url_target target = {.place = URL_SITTING_ACT,
        .language = request->target.language,
        .numbers = {facts->proceeding->number},
        .word = act_kind_name(ACT_CHOOSE)};
    return url_with(request->arena, url_to(request->arena, target), "detail",
        parameter + sizeof prefix - 1);
}

struct pages_refusal *view_refusal(const struct request *request,
    const struct engine_facts *facts, const struct refusal *refusal,
    const char *title)
{
    struct pages_refusal *shown = arena_take(request->arena, sizeof *shown);
    struct refusal *own = arena_take(request->arena, sizeof *own);
    *own = *refusal;
    struct law_citation place = {.place = own->place,
        .unchecked = own->unchecked,
        .invented = own->invented && own->filled_by[0] == '\0'};
    struct law_citation filled = {
        .place = own->filled_by,
        .unchecked = own->filled_unchecked,
        .invented = own->invented};
    struct date day =
        facts->proceeding == NULL ? request->today : facts->proceeding->law_day;
    *shown = (struct pages_refusal){
        .title = title,
        .reason = own->reason.key == NULL ? NULL : &own->reason,
        .cure = own->cure.key == NULL ? NULL : &own->cure,
        .from = own->lawful_from,
        .law = view_basis(request, &place, day),
        .filled = view_basis(request, &filled, day),
        .choose = choice_url(request, facts, refusal),
    };
    return shown;
}

struct pages_quorum *view_quorum(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure)
{
    struct engine_quorum quorum = {0};
    engine_quorum(facts, procedure, &quorum);
    if (quorum.stage == NULL) {
        return NULL;
    }
    const struct proceeding *proceeding = facts->proceeding;
    const struct proceeding_choice *choice =
        proceeding_chosen(proceeding, "quorum");
    struct law_amount amount = quorum.stage->amount;
    bool is_chosen = amount.missing && choice != NULL &&
                     engine_choice_amount(choice, &amount);
    struct pages_quorum *shown = arena_take(request->arena, sizeof *shown);
    *shown = (struct pages_quorum){
        .needed = quorum.needed,
        .is_known = quorum.needed > 0,
        .rule =
            quorum.missing ? NULL : view_amount(request, facts->law, &amount),
        .is_chosen = is_chosen,
        .base = quorum.base == NULL || quorum.base_count <= 0
                    ? NULL
                    : view_capital(
                          request, view_word(request, facts->law, quorum.base)),
        .base_count = quorum.base_count,
        .is_missing = quorum.missing,
        .is_unreachable = quorum.unreachable,
        .is_called = date_is_set(proceeding->called),
        .roll = proceeding->roll_count,
        .bases = view_stage_basis(request, quorum.stage, proceeding->law_day),
    };
    return shown;
}

/* ---- receipts ------------------------------------------------------------ */

struct finding {
    const struct request *request;
    struct pages_receipt *receipt;
};

static bool event_find(void *context, const struct store_event *stored)
{
    struct finding *finding = context;
    struct event event;
    struct hash previous;
    struct error error = {.status = STATUS_OK};
    struct arena *arena = finding->request->arena;
    if (event_decode(stored->bytes, arena, &event, &previous, &error) ==
        STATUS_OK) {
        struct pages_receipt *receipt = arena_take(arena, sizeof *receipt);
        char *hash = arena_take(arena, HASH_SIZE * 2 + 1);
        bytes_to_hex(bytes_of(stored->hash.bytes, HASH_SIZE), hash);
        *receipt = (struct pages_receipt){
            .number = event.number,
            .what = arena_format(arena, "event.%s", event.kind),
            .at = event.at,
            .hash = hash,
            .where = url_with(arena, request_url(finding->request, URL_RECORD),
                "from", arena_format(arena, "%lld", (long long)event.number)),
        };
        finding->receipt = receipt;
    }
    return false;
}

struct pages_receipt *view_receipt(const struct request *request)
{
    int64_t number = form_number(&request->form, "receipt");
    struct finding finding = {request, NULL};
    struct error error = {.status = STATUS_OK};
    if (number > 0) {
        (void)store_events(
            request->reader, number, 0, event_find, &finding, &error);
    }
    return finding.receipt;
}
