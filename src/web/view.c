/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A proceeding with its law, and small texts.
 */
#include "web/view.h"

#include <string.h>

enum { FACTS_MAX = 4 };

static struct law_facts facts_of(const struct engine_facts *facts,
    const char *matter, struct law_fact items[FACTS_MAX]);
static const char *kept(const struct request *request, struct buffer *buffer);

bool view_facts(struct request *request, struct response *response,
    int64_t proceeding, struct engine_facts *facts)
{
    struct error error = {.status = STATUS_OK};
    enum status status = clerk_facts(request->clerk, request->reader,
        proceeding, request->arena, facts, &error);
    if (status == STATUS_OK && proceeding != 0 &&
        engine_procedure(facts, request->arena) == NULL) {
        status = error_set(&error, STATUS_CORRUPT, "error.no-pinned-procedure");
        (void)message_text(
            &error.message, "procedure", facts->proceeding->procedure);
    }
    if (status != STATUS_OK) {
        page_failed(request, response, &error);
    }
    return status == STATUS_OK;
}

struct html_out *view_start(const struct request *request,
    struct response *response, unsigned status, const char *title,
    const struct engine_facts *facts)
{
    struct html_out *out = page_start(request, response, status, title);
    out->names = clerk_names(facts->law);
    return out;
}

const struct law_stage *view_stage(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    enum law_stage_kind kind, const char *matter)
{
    (void)request;
    struct law_fact items[FACTS_MAX];
    struct law_facts held = facts_of(facts, matter, items);
    return law_stage_find(procedure, kind, &held);
}

const struct law_stage *view_stage_at(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    enum law_stage_kind kind, size_t index)
{
    (void)request;
    struct law_fact items[FACTS_MAX];
    struct law_facts held = facts_of(facts, NULL, items);
    return law_stage_at(procedure, kind, &held, index);
}

/* What the conditions of stages are held against. */
static struct law_facts facts_of(const struct engine_facts *facts,
    const char *matter, struct law_fact items[FACTS_MAX])
{
    const struct proceeding *proceeding = facts->proceeding;
    const struct territory *unit = facts->community->unit;
    struct law_facts held = {items, 0};
    if (matter != NULL) {
        items[held.count++] = (struct law_fact){"where-matter", matter};
    }
    if (unit != NULL) {
        items[held.count++] = (struct law_fact){"where-unit", unit->kind};
    }
    if (proceeding == NULL) {
        return held;
    }
    if (proceeding->initiator != NULL) {
        items[held.count++] =
            (struct law_fact){"where-initiated-by", proceeding->initiator};
    }
    items[held.count++] = (struct law_fact){
        proceeding->represented ? "where-represented" : "where-not-represented",
        ""};
    return held;
}

const struct law_norm *view_norm(const struct request *request,
    const struct engine_facts *facts, const struct item *item)
{
    if (item->citation == NULL) {
        return NULL;
    }
    struct law_query query = {.day = facts->proceeding->law_day,
        .object = item->matter,
        .population = -1};
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(facts->law, &query, request->arena, &norms, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(norms[i]->citation.place, item->citation) == 0) {
            return norms[i];
        }
    }
    return NULL;
}

/* ---- texts --------------------------------------------------------------- */

static const char *kept(const struct request *request, struct buffer *buffer)
{
    const char *text = arena_text(request->arena, buffer_text(buffer));
    buffer_finish(buffer);
    return text;
}

const char *view_key(const struct request *request, const char *key)
{
    return tongue_text(request->target.language, key);
}

const char *view_say(const struct request *request, const struct law *law,
    const struct message *message)
{
    struct buffer buffer = BUFFER_EMPTY;
    struct tongue_names names = clerk_names(law);
    tongue_say(request->target.language, message, &names, &buffer);
    return kept(request, &buffer);
}

const char *view_word(
    const struct request *request, const struct law *law, const char *word)
{
    return law_word_name(law, word, request->target.language);
}

const char *view_words(const struct request *request, const struct law *law,
    const char *const *words, size_t count)
{
    struct buffer buffer = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(&buffer, i == 0 ? "" : ", ");
        buffer_add_text(&buffer, view_word(request, law, words[i]));
    }
    return kept(request, &buffer);
}

const char *view_capital(const struct request *request, const char *text)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_capital(text, &buffer);
    return kept(request, &buffer);
}

const char *view_norm_text(const struct request *request,
    const struct law *law, const struct law_norm *norm)
{
    struct buffer buffer = BUFFER_EMPTY;
    law_norm_say(law, norm, request->target.language, &buffer);
    return view_capital(request, kept(request, &buffer));
}

const char *view_number(const struct request *request, int64_t number)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_number(request->target.language, number, &buffer);
    return kept(request, &buffer);
}

const char *view_day(const struct request *request, struct date day)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_day(request->target.language, day, &buffer);
    return kept(request, &buffer);
}

const char *view_amount(const struct request *request, const struct law *law,
    const struct law_amount *amount)
{
    struct buffer buffer = BUFFER_EMPTY;
    law_amount_say(law, amount, request->target.language, &buffer);
    return kept(request, &buffer);
}

const char *view_sentence(const struct request *request, const struct law *law,
    const struct law_stage *stage)
{
    struct buffer buffer = BUFFER_EMPTY;
    law_stage_say(law, stage, request->target.language, &buffer);
    return kept(request, &buffer);
}

const char *view_hour(const struct request *request, struct instant instant)
{
    int minute = instant_minute_of_day(instant);
    return arena_format(request->arena, "%02d:%02d", minute / 60, minute % 60);
}

const char *view_organ(
    const struct law_procedure *procedure, const char *otherwise)
{
    for (size_t i = 0; procedure != NULL && i < procedure->stages_count; i++) {
        const struct law_stage *stage = &procedure->stages[i];
        if (stage->kind == LAW_STAGE_CONSIDERS && stage->words_count > 0) {
            return stage->words[0];
        }
    }
    return otherwise;
}

const char *view_sitting_title(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure)
{
    const struct proceeding *proceeding = facts->proceeding;
    struct message title;
    (void)message_start(&title, "sitting.title");
    (void)message_text(&title, "organ",
        view_capital(
            request, view_word(request, facts->law,
                         view_organ(procedure, proceeding->procedure))));
    (void)message_number(&title, "number", proceeding->number);
    return view_say(request, facts->law, &title);
}
