/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What pages and papers need to ask the engine, and names for what it says.
 */
#include "clerk/clerk_internal.h"

static void word_say(const void *context, enum language language,
    const char *word, struct buffer *buffer);
static void citation_say(const void *context, enum language language,
    const char *citation, struct buffer *buffer);
static enum status related_load(struct store_reader *reader,
    struct arena *arena, struct engine_facts *facts, struct error *error);

struct store_electorate clerk_electorate(const struct engine_facts *facts,
    const struct law_procedure *procedure, struct date day)
{
    const struct proceeding *proceeding = facts->proceeding;
    return (struct store_electorate){
        .law = facts->law_digest,
        .procedure = procedure,
        .law_day = proceeding == NULL ? day : proceeding->law_day,
        .unit = facts->community->unit,
        .plot = proceeding == NULL || proceeding->plot_kato == NULL
            ? NULL
            : territory_find(proceeding->plot_kato),
        .street = proceeding == NULL ? NULL : proceeding->plot_street,
        .day = day,
    };
}

enum status clerk_facts(struct clerk *clerk, struct store_reader *reader,
    int64_t number, struct arena *arena, struct engine_facts *facts,
    struct error *error)
{
    const struct clerk_corpus *corpus = clerk_corpus_newest(clerk);
    struct community *community = arena_take(arena, sizeof *community);
    struct proceeding *proceeding = NULL;
    struct instant now;
    *facts = (struct engine_facts){
        .community = community, .members_entitled = -1};
    enum status status = clerk_time(clerk, &now, error);
    if (status == STATUS_OK) {
        status = store_community(reader, arena, community, error);
    }
    if (status == STATUS_OK && number != 0) {
        proceeding = arena_take(arena, sizeof *proceeding);
        status = store_proceeding(reader, number, arena, proceeding, error);
        facts->proceeding = proceeding;
    }
    if (status == STATUS_OK && number != 0) {
        status = clerk_corpus_pinned(
            clerk, reader, proceeding->law, &corpus, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    facts->law = corpus->law;
    facts->days = clerk_corpus_newest(clerk)->law;
    facts->law_digest = corpus->digest;
    if (number == 0 || community->unit == NULL) {
        return STATUS_OK;
    }
    struct date today = instant_date(now);
    const struct law_procedure *procedure = engine_procedure(facts, arena);
    if (procedure != NULL && !date_is_set(proceeding->called) &&
        electorate_of(facts, procedure, today, arena).residents) {
        struct store_electorate electorate =
            clerk_electorate(facts, procedure, today);
        status = store_members_entitled(
            reader, &electorate, &facts->members_entitled, error);
    }
    return status == STATUS_OK ? related_load(reader, arena, facts, error)
                               : status;
}

static enum status related_load(struct store_reader *reader,
    struct arena *arena, struct engine_facts *facts, struct error *error)
{
    int64_t numbers[ENGINE_RELATED_MAX];
    size_t count = engine_related(facts->proceeding, NULL, numbers);
    const struct proceeding **related = arena_take_array(
        arena, ENGINE_RELATED_MAX, sizeof(const struct proceeding *));
    facts->related = related;
    for (size_t i = 0; i < count; i++) {
        struct proceeding *one = arena_take(arena, sizeof *one);
        enum status status =
            store_proceeding(reader, numbers[i], arena, one, error);
        if (status != STATUS_OK) {
            return status;
        }
        related[facts->related_count++] = one;
    }
    return STATUS_OK;
}

struct tongue_names clerk_names(const struct law *law)
{
    return (struct tongue_names){
        .word = word_say, .citation = citation_say, .context = law};
}

static void word_say(const void *context, enum language language,
    const char *word, struct buffer *buffer)
{
    buffer_add_text(buffer, law_word_name(context, word, language));
}

static void citation_say(const void *context, enum language language,
    const char *citation, struct buffer *buffer)
{
    law_citation_say(context, citation, language, buffer);
}
