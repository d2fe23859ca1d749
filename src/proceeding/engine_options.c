/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Looking ahead: what may come next, asked of the rules that decide.
 */
#include <assert.h>
#include <string.h>

#include "proceeding/engine_internal.h"

/* One look through the table. */
struct looking {
    struct ruling ruling;
    struct act act;
    const char *office; /* NULL: any */
    const struct engine_actors *actors; /* to be asked one by one, or NULL:
                                           act.actor alone */
    struct engine_option *options;
    size_t count;
};

static void look(struct looking *looking, enum act_kind kind);
static void look_other(struct looking *looking, enum act_kind kind);
static void option_add(struct looking *looking, const char *detail,
    const struct law_stage *stage);

static const char *const act_keys[ACT_KINDS] = {
    [ACT_FOUND_COMMUNITY] = "act.found-community",
    [ACT_RECORD_OFFICE] = "act.record-office",
    [ACT_RECORD_POPULATION] = "act.record-population",
    [ACT_RECORD_BUDGET] = "act.record-budget",
    [ACT_IMPORT_RESIDENTS] = "act.import-residents",
    [ACT_OPEN] = "act.open",
    [ACT_SIGN] = "act.sign",
    [ACT_CONSENT] = "act.consent",
    [ACT_CALL] = "act.call",
    [ACT_NOTIFY] = "act.notify",
    [ACT_WITHDRAW] = "act.withdraw",
    [ACT_ARRIVE] = "act.arrive",
    [ACT_LEAVE] = "act.leave",
    [ACT_CORRECT_PRESENCE] = "act.correct-presence",
    [ACT_ATTEND] = "act.attend",
    [ACT_OPEN_SITTING] = "act.open-sitting",
    [ACT_ELECT] = "act.elect",
    [ACT_APPROVE_AGENDA] = "act.approve-agenda",
    [ACT_CHOOSE] = "act.choose",
    [ACT_SPEAK] = "act.speak",
    [ACT_PUT] = "act.put",
    [ACT_VOTE] = "act.vote",
    [ACT_CORRECT_VOTE] = "act.correct-vote",
    [ACT_COUNT] = "act.count",
    [ACT_CLOSE_VOTE] = "act.close-vote",
    [ACT_WITHDRAW_ITEM] = "act.withdraw-item",
    [ACT_ADJOURN] = "act.adjourn",
    [ACT_RESUME] = "act.resume",
    [ACT_CLOSE_SITTING] = "act.close-sitting",
    [ACT_SIGN_MINUTES] = "act.sign-minutes",
    [ACT_HAND_OVER] = "act.hand-over",
    [ACT_REVIEW] = "act.review",
    [ACT_DELIBERATE] = "act.deliberate",
    [ACT_RESOLVE] = "act.resolve",
    [ACT_PUBLISH] = "act.publish",
    [ACT_ASSIGN] = "act.assign",
    [ACT_REPORT] = "act.report",
    [ACT_MONITOR] = "act.monitor",
    [ACT_CONCLUDE] = "act.conclude",
};

const char *engine_act_key(enum act_kind kind)
{
    assert((size_t)kind < ACT_KINDS);
    return act_keys[kind];
}

static struct instant midnight(struct date day)
{
    char text[DATE_TEXT_MAX];
    struct instant instant = {0};
    date_write(day, text);
    bool read = instant_parse(text, &instant);
    assert(read);
    (void)read;
    return instant;
}

size_t engine_options(const struct engine_facts *facts, const char *procedure,
    const char *office, struct date today, struct arena *arena,
    struct engine_option *options)
{
    struct refusal refusal = {0};
    struct error error = {0};
    struct engine_events events = {0};
    struct looking looking = {.office = office, .options = options};
    const struct territory *unit = facts->community->unit;
    looking.act.at = midnight(today);
    looking.act.body = json_object(arena);
    looking.ruling = (struct ruling){
        .facts = facts,
        .act = &looking.act,
        .proceeding = facts->proceeding,
        .law_day = facts->proceeding == NULL ? today
                                             : facts->proceeding->law_day,
        .population = facts->proceeding == NULL
            ? facts->community->population
            : facts->proceeding->population,
        .today = today,
        .arena = arena,
        .events = &events,
        .refusal = &refusal,
        .error = &error,
    };
    if (unit == NULL) {
        return 0;
    }
    looking.ruling.procedure = facts->proceeding != NULL
        ? engine_procedure(facts, arena)
        : law_procedure(facts->law, procedure, today, unit->code,
              facts->community->population, arena);
    if (looking.ruling.procedure == NULL ||
        stage_organ(looking.ruling.procedure) == NULL) {
        return 0; /* a vote, a petition: nobody sits */
    }
    if (facts->proceeding == NULL) {
        look(&looking, ACT_OPEN);
        return looking.count;
    }
    for (size_t i = ACT_OPEN + 1; i < ACT_KINDS; i++) {
        look(&looking, (enum act_kind)i);
    }
    return looking.count;
}

/* The actor as whom an option is asked; NULL: not this office's. */
static const char *actor_find(
    const struct looking *looking, const struct engine_actors *actors)
{
    const struct law *law = looking->ruling.facts->law;
    if (looking->office == NULL) {
        return actors->count == 0 ? NULL : actors->words[0];
    }
    for (size_t i = 0; i < actors->count; i++) {
        if (stage_actor_is(law, looking->office, actors->words[i])) {
            return looking->office;
        }
    }
    return NULL;
}

/* The ways to open: one for each who may. */
static void look_openers(
    struct looking *looking, const struct engine_actors *actors)
{
    const struct ruling *ruling = &looking->ruling;
    for (size_t i = 0; i < actors->count; i++) {
        const char *word = actors->words[i];
        if (looking->office != NULL &&
            !stage_actor_is(ruling->facts->law, looking->office, word)) {
            continue;
        }
        const struct law_stage *stage = NULL;
        size_t k = 0;
        do {
            stage = stage_at(ruling->facts, ruling->procedure,
                LAW_STAGE_INITIATED_BY, NULL, k++);
        } while (stage != NULL && !law_stage_has_word(stage, word));
        option_add(looking, word, stage);
    }
}

/* The silences of the law that nobody has filled. */
static void look_silences(struct looking *looking)
{
    static const char *const parameters[] = {"initiated-by", "notice",
        "quorum", "carried-by", "form", "forms", "term"};
    const struct ruling *ruling = &looking->ruling;
    for (size_t i = 0; i < sizeof parameters / sizeof parameters[0]; i++) {
        bool known = false;
        const struct law_stage *stage =
            stage_silence(ruling->procedure, parameters[i], &known);
        if (stage != NULL &&
            proceeding_chosen(ruling->proceeding, parameters[i]) == NULL) {
            option_add(looking, parameters[i], stage);
        }
    }
}

/* Offices to be elected, or whose signature lacks. */
static void look_offices(struct looking *looking, enum act_kind kind)
{
    const struct ruling *ruling = &looking->ruling;
    const struct law_stage *stage =
        stage_of(ruling, engine_row(kind)->stage, NULL);
    const struct law_clause *signers = stage == NULL
        ? NULL
        : law_stage_clause(stage, "signed-by");
    bool electing = kind == ACT_ELECT;
    size_t count = stage == NULL ? 0
        : electing               ? stage->words_count
        : signers != NULL        ? signers->words_count
                                 : 0;
    for (size_t i = 0; i < count; i++) {
        const char *word = electing ? stage->words[i] : signers->words[i];
        const struct officer *officer =
            proceeding_officer(ruling->proceeding, word);
        bool mine = electing || looking->office == NULL ||
            stage_actor_is(ruling->facts->law, looking->office, word);
        bool done =
            officer != NULL && (electing || officer->signed_minutes);
        if (mine && !done) {
            if (!electing) {
                looking->act.actor = word;
                looking->actors = NULL;
            }
            option_add(looking, word, stage);
        }
    }
}

static void look_items(struct looking *looking, enum act_kind kind)
{
    struct ruling *ruling = &looking->ruling;
    const struct proceeding *proceeding = ruling->proceeding;
    assert(proceeding != NULL);
    for (size_t i = 0; i < proceeding->items_count; i++) {
        ruling->item = &proceeding->items[i];
        if (engine_due(ruling)) {
            option_add(looking, NULL,
                stage_of(ruling, engine_row(kind)->stage,
                    ruling->item->matter));
        }
    }
    ruling->item = NULL;
}

static void look(struct looking *looking, enum act_kind kind)
{
    struct ruling *ruling = &looking->ruling;
    struct engine_actors actors;
    looking->act.kind = kind;
    engine_actors_of(ruling->facts, ruling->procedure, kind, &actors);
    looking->act.actor = actor_find(looking, &actors);
    if (looking->act.actor == NULL) {
        return;
    }
    looking->actors = looking->office == NULL ? &actors : NULL;
    if (engine_row(kind)->item_phases != 0) {
        look_items(looking, kind);
    } else if (kind == ACT_OPEN) {
        look_openers(looking, &actors);
    } else if (engine_due(ruling)) {
        look_other(looking, kind);
    }
    looking->actors = NULL;
}

/* Of the proceeding as a whole. */
static void look_other(struct looking *looking, enum act_kind kind)
{
    const struct ruling *ruling = &looking->ruling;
    if (kind == ACT_CHOOSE) {
        look_silences(looking);
    } else if (kind == ACT_ELECT || kind == ACT_SIGN_MINUTES) {
        look_offices(looking, kind);
    } else {
        option_add(looking, NULL,
            stage_of(ruling, engine_row(kind)->stage, NULL));
    }
}

/* Lawful where the law lets one of the actors do it; else why the first may
   not. */
static enum status ask(struct looking *looking)
{
    struct ruling *ruling = &looking->ruling;
    const struct engine_actors *actors = looking->actors;
    enum status status = engine_ready(ruling);
    struct refusal first = *ruling->refusal;
    for (size_t i = 1; status == STATUS_REFUSED && actors != NULL &&
         i < actors->count; i++) {
        looking->act.actor = actors->words[i];
        if (engine_ready(ruling) == STATUS_OK) {
            status = STATUS_OK;
        }
    }
    if (actors != NULL) {
        looking->act.actor = actors->words[0];
    }
    *ruling->refusal = first;
    return status;
}

/* Asks the rule; what makes no sense is no option. */
static void option_add(struct looking *looking, const char *detail,
    const struct law_stage *stage)
{
    struct ruling *ruling = &looking->ruling;
    if (looking->count == ENGINE_OPTIONS_MAX) {
        return;
    }
    enum status status = ask(looking);
    if (status != STATUS_OK && status != STATUS_REFUSED) {
        return;
    }
    struct engine_option *option = &looking->options[looking->count++];
    *option = (struct engine_option){
        .kind = ruling->act->kind,
        .item = ruling->item == NULL ? 0 : ruling->item->number,
        .detail = detail,
        .lawful = status == STATUS_OK,
        .citation = stage == NULL ? ruling->procedure->citation
                                  : stage->citation,
    };
    if (status == STATUS_REFUSED) {
        option->refusal = *ruling->refusal;
        option->from = ruling->refusal->lawful_from;
    }
}
