/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * One act on its way: copied for the writer thread, authorised, decided by the
 * pinned law, entered in the record.
 */
#include <assert.h>
#include <string.h>

#include "clerk/clerk_internal.h"
#include "crypto/random.h"

/* An act with its account, copied into the job's arena. */
struct submission {
    struct act act;
    struct clerk_account account;
    struct store_refusal refusal;
};

/* What is loaded for an act. */
struct loaded {
    struct engine_facts facts;
    const struct proceeding *related[ENGINE_RELATED_MAX];
    const struct clerk_corpus *corpus;
    const struct law_procedure *procedure; /* NULL: none rules the act */
    struct electorate electorate;
    struct engine_roll roll;
};

static struct clerk_job *submission_create(
    const struct clerk_account *account, const struct act *act);
static enum status submission_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error);
static enum status repeated_find(struct clerk *clerk, const char *token,
    struct clerk_answer *answer, struct error *error);
static enum status submission_enter(
    struct clerk *clerk, struct clerk_job *job, struct error *error);
static void refusal_note(struct clerk_job *job);
static enum status official_add(struct clerk *clerk, const struct act *act,
    struct arena *arena, const char **key, struct error *error);
static enum status load(struct clerk *clerk, const struct act *act,
    const char *person, struct arena *arena, struct loaded *loaded,
    struct error *error);
static enum status load_states(struct clerk *clerk, const struct act *act,
    struct engine_needs *needs, struct loaded *loaded, struct error *error);
static enum status load_related(struct clerk *clerk,
    const struct engine_needs *needs, struct loaded *loaded,
    struct error *error);
static enum status load_persons(struct clerk *clerk, const struct act *act,
    const struct engine_needs *needs, const char *person,
    struct arena *arena, struct loaded *loaded, struct error *error);
static enum status roll_draw(struct clerk *clerk, const struct act *act,
    struct loaded *loaded, struct arena *arena, struct error *error);
static enum status events_append(struct clerk *clerk, const struct act *act,
    struct engine_events *events, struct arena *arena,
    struct clerk_answer *answer, struct error *error);

void clerk_submit(struct clerk *clerk, const struct clerk_account *account,
    const struct act *act, clerk_done *done, void *context)
{
    struct clerk_job *job = submission_create(account, act);
    job->done = done;
    job->done_context = context;
    clerk_job_push(clerk, job);
}

void clerk_submit_wait(struct clerk *clerk,
    const struct clerk_account *account, const struct act *act,
    struct clerk_answer *answer)
{
    (void)clerk_job_wait(
        clerk, submission_create(account, act), answer, NULL);
}

void clerk_dry_run(struct clerk *clerk, const struct clerk_account *account,
    const struct act *act, struct clerk_answer *answer)
{
    struct clerk_job *job = submission_create(account, act);
    job->dry = true;
    (void)clerk_job_wait(clerk, job, answer, NULL);
}

static struct clerk_job *submission_create(
    const struct clerk_account *account, const struct act *act)
{
    struct clerk_job *job = clerk_job_create(submission_run, NULL);
    struct submission *copy = arena_take(job->arena, sizeof *copy);
    job->context = copy;
    copy->act = *act;
    copy->act.actor = arena_text(job->arena, act->actor);
    copy->act.entered_by =
        arena_format(job->arena, "account-%lld", (long long)account->id);
    copy->act.evidence = act->evidence == NULL
        ? NULL
        : arena_text(job->arena, act->evidence);
    copy->act.token =
        act->token == NULL ? NULL : arena_text(job->arena, act->token);
    copy->act.body = json_copy(act->body, job->arena);
    copy->account = *account;
    for (size_t i = 0; i < account->offices_count; i++) {
        copy->account.offices[i] =
            arena_text(job->arena, account->offices[i]);
    }
    return job;
}

static enum status submission_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error)
{
    struct submission *own = job->context;
    struct act *act = &own->act;
    const struct proceeding *proceeding = NULL;
    enum status status = STATUS_OK;
    if (act->proceeding != 0) {
        status =
            store_state(clerk->store, act->proceeding, &proceeding, error);
    }
    if (status == STATUS_OK) {
        status = clerk_authorise(&own->account, act, proceeding, error);
    }
    if (status == STATUS_OK && act->token != NULL && !job->dry) {
        status = repeated_find(clerk, act->token, &job->answer, error);
    }
    if (status == STATUS_OK && !job->answer.repeated) {
        status = submission_enter(clerk, job, error);
    }
    if (status == STATUS_REFUSED && !job->dry) {
        refusal_note(job);
    }
    return status;
}

/* Answers as before where the act came before. */
static enum status repeated_find(struct clerk *clerk, const char *token,
    struct clerk_answer *answer, struct error *error)
{
    struct store_receipt receipt;
    enum status status =
        store_token(store_reads(clerk->store), token, &receipt, error);
    if (status == STATUS_OK) {
        answer->number = receipt.number;
        answer->hash = receipt.hash;
        answer->proceeding = receipt.proceeding;
        answer->repeated = true;
    }
    return status == STATUS_MISSING ? STATUS_OK : status;
}

static enum status submission_enter(
    struct clerk *clerk, struct clerk_job *job, struct error *error)
{
    struct submission *own = job->context;
    struct act *act = &own->act;
    const char *official = NULL;
    enum status status = clerk_act_time(clerk, &act->at, error);
    if (status == STATUS_OK && act->kind == ACT_RECORD_OFFICE) {
        status = official_add(clerk, act, job->arena, &official, error);
    }
    if (status == STATUS_OK) {
        status = clerk_decide(
            clerk, act, official, job->arena, &job->answer, error);
    }
    if (status == STATUS_OK && act->token != NULL) {
        struct store_receipt receipt = {
            job->answer.number, job->answer.hash, job->answer.proceeding};
        status = store_token_keep(clerk->store, act->token, &receipt, error);
    }
    return status;
}

static void refusal_note(struct clerk_job *job)
{
    struct submission *own = job->context;
    const struct act *act = &own->act;
    struct buffer text = BUFFER_EMPTY;
    json_write(refusal_json(&job->answer.refusal, job->arena), &text);
    own->refusal = (struct store_refusal){
        .at = act->at,
        .entered_by = act->entered_by,
        .act = act_kind_name(act->kind),
        .proceeding = act->proceeding,
        .text = arena_text(job->arena, buffer_text(&text)),
    };
    job->refusal = &own->refusal;
    buffer_finish(&text);
}

enum status clerk_act_time(
    struct clerk *clerk, struct instant *now, struct error *error)
{
    struct store_head head;
    enum status status = clerk_time(clerk, now, error);
    if (status == STATUS_OK) {
        status = store_head(store_reads(clerk->store), &head, error);
    }
    if (status == STATUS_OK && now->seconds < head.at.seconds) {
        char last[INSTANT_TEXT_MAX];
        instant_write(head.at, last);
        status = error_set(error, STATUS_CONFLICT, "error.clock-behind");
        message_text(&error->message, "last", last);
    }
    return status;
}

/* An official is a person of the record by name and office alone. */
static enum status official_add(struct clerk *clerk, const struct act *act,
    struct arena *arena, const char **key, struct error *error)
{
    const char *patronymic = json_member_text(act->body, "patronymic");
    struct json *fields = json_object(arena);
    json_put_text(
        fields, "surname", json_member_text(act->body, "surname"));
    json_put_text(fields, "name", json_member_text(act->body, "name"));
    json_put_text(fields, "patronymic", patronymic == NULL ? "" : patronymic);
    json_put_text(fields, "office", json_member_text(act->body, "office"));
    struct buffer written = BUFFER_EMPTY;
    json_write(fields, &written);
    struct store_person person = {
        .fields = buffer_bytes(&written),
        .name = arena_format(arena, "%s %s%s%s",
            json_member_text(act->body, "surname"),
            json_member_text(act->body, "name"),
            patronymic == NULL ? "" : " ",
            patronymic == NULL ? "" : patronymic),
    };
    random_fill(&person.salt, sizeof person.salt);
    char *made = arena_take(arena, COMMITMENT_TEXT_MAX);
    enum status status =
        store_person_add(clerk->store, &person, made, error);
    buffer_finish(&written);
    *key = made;
    return status;
}

enum status clerk_decide(struct clerk *clerk, const struct act *act,
    const char *person, struct arena *arena, struct clerk_answer *answer,
    struct error *error)
{
    struct loaded loaded = {.facts = {.members_entitled = -1}};
    enum status status = load(clerk, act, person, arena, &loaded, error);
    if (status != STATUS_OK) {
        return status;
    }
    struct engine_events events;
    status = engine_decide(&loaded.facts, act, arena, &events,
        &answer->refusal, error);
    if (status == STATUS_OK && act->kind == ACT_OPEN) {
        char digest[COMMITMENT_TEXT_MAX];
        status = store_corpus_keep(clerk->store, loaded.corpus->sources,
            loaded.corpus->sources_count, digest, error);
    }
    if (status == STATUS_OK) {
        status = events_append(clerk, act, &events, arena, answer, error);
    }
    return status;
}

/* ---- loading ------------------------------------------------------------- */

static enum status load(struct clerk *clerk, const struct act *act,
    const char *person, struct arena *arena, struct loaded *loaded,
    struct error *error)
{
    struct date today = instant_date(act->at);
    struct engine_needs needs;
    enum status status = load_states(clerk, act, &needs, loaded, error);
    struct engine_facts *facts = &loaded->facts;
    if (status == STATUS_OK && facts->proceeding != NULL) {
        loaded->procedure = engine_procedure(facts, arena);
    }
    if (status == STATUS_OK && loaded->procedure != NULL) {
        loaded->electorate =
            electorate_of(facts, loaded->procedure, today, arena);
    }
    bool counts = act->kind == ACT_SIGN || act->kind == ACT_CONSENT ||
        act->kind == ACT_CALL;
    if (status == STATUS_OK && counts && loaded->electorate.residents) {
        struct store_electorate electorate =
            clerk_electorate(facts, loaded->procedure, today);
        status = store_members_entitled(store_reads(clerk->store),
            &electorate, &facts->members_entitled, error);
    }
    if (status == STATUS_OK) {
        status = load_persons(
            clerk, act, &needs, person, arena, loaded, error);
    }
    if (status == STATUS_OK && needs.roll && loaded->procedure != NULL) {
        status = roll_draw(clerk, act, loaded, arena, error);
    }
    return status;
}

static enum status load_states(struct clerk *clerk, const struct act *act,
    struct engine_needs *needs, struct loaded *loaded, struct error *error)
{
    struct engine_facts *facts = &loaded->facts;
    struct store *store = clerk->store;
    enum status status =
        store_state_community(store, &facts->community, error);
    if (status == STATUS_OK && act->proceeding != 0) {
        status = store_state(
            store, act->proceeding, &facts->proceeding, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    engine_needs(act, facts->proceeding, needs);
    status = load_related(clerk, needs, loaded, error);
    /* A separate gathering is under the law of the gathering it is for. */
    const struct proceeding *ruled = facts->proceeding;
    if (act->kind == ACT_OPEN && facts->related_count > 0) {
        ruled = loaded->related[0];
    }
    loaded->corpus = clerk_corpus_newest(clerk);
    if (status == STATUS_OK && ruled != NULL) {
        status = clerk_corpus_pinned(clerk, store_reads(store), ruled->law,
            &loaded->corpus, error);
    }
    facts->law = loaded->corpus->law;
    facts->days = clerk_corpus_newest(clerk)->law;
    facts->law_digest = loaded->corpus->digest;
    return status;
}

static enum status load_related(struct clerk *clerk,
    const struct engine_needs *needs, struct loaded *loaded,
    struct error *error)
{
    struct engine_facts *facts = &loaded->facts;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < needs->related_count; i++) {
        status = store_state(clerk->store, needs->related[i],
            &loaded->related[i], error);
    }
    if (status == STATUS_OK) {
        facts->related = loaded->related;
        facts->related_count = needs->related_count;
    }
    return status;
}

/* A person whose fields were corrected since keeps the key, if any, under which
   `known` has him. */
static enum status key_keep(struct clerk *clerk, const struct map *known,
    struct engine_person *person, struct arena *arena, bool *found,
    struct error *error)
{
    const char *const *keys = NULL;
    size_t count = 0;
    enum status status = store_resident_keys(store_reads(clerk->store),
        person->resident, arena, &keys, &count, error);
    *found = false;
    for (size_t i = 0; status == STATUS_OK && i < count && !*found; i++) {
        *found = map_get(known, keys[i]) != NULL;
        person->key = *found ? keys[i] : person->key;
    }
    return status;
}

/*
 * Before the roll is frozen, and for those named, membership follows from the
 * electorate; who signed has signed, whatever his key is now.
 */
static enum status persons_match(struct clerk *clerk, const struct act *act,
    struct loaded *loaded, struct engine_person *persons, struct arena *arena,
    struct error *error)
{
    static bool named_so = true; /* what a key maps to */
    const struct proceeding *proceeding = loaded->facts.proceeding;
    const struct electorate *electorate = &loaded->electorate;
    bool named = electorate->named && !date_is_set(proceeding->called);
    struct map *keys = map_create(arena);
    enum status status = STATUS_OK;
    for (size_t i = 0; named && i < electorate->count; i++) {
        (void)map_put(keys, electorate->keys[i], &named_so);
    }
    for (size_t i = 0;
         status == STATUS_OK && i < loaded->facts.persons_count; i++) {
        bool signs = act->kind == ACT_SIGN;
        bool found = false;
        if (named) {
            status = key_keep(clerk, keys, &persons[i], arena, &found, error);
            persons[i].on_roll |= found;
        }
        if (status == STATUS_OK && signs && proceeding != NULL) {
            status = key_keep(clerk, proceeding->signatures, &persons[i],
                arena, &found, error);
        }
    }
    return status;
}

static enum status load_persons(struct clerk *clerk, const struct act *act,
    const struct engine_needs *needs, const char *person,
    struct arena *arena, struct loaded *loaded, struct error *error)
{
    struct date today = instant_date(act->at);
    struct engine_facts *facts = &loaded->facts;
    struct engine_person *persons =
        arena_take_array(arena, ACT_PERSONS_MAX, sizeof *persons);
    facts->persons = persons;
    if (person != NULL) {
        persons[0].key = person;
        facts->persons_count = 1;
        return STATUS_OK;
    }
    struct store_electorate electorate;
    const struct store_electorate *entitled = NULL;
    if (loaded->procedure != NULL && facts->community->unit != NULL) {
        electorate = clerk_electorate(facts, loaded->procedure, today);
        entitled = &electorate;
    }
    enum status status = store_persons(store_reads(clerk->store), needs,
        entitled, arena, persons, error);
    facts->persons_count = needs->residents_count;
    return status == STATUS_OK
        ? persons_match(clerk, act, loaded, persons, arena, error)
        : status;
}

static enum status roll_draw(struct clerk *clerk, const struct act *act,
    struct loaded *loaded, struct arena *arena, struct error *error)
{
    struct engine_facts *facts = &loaded->facts;
    assert(facts->proceeding != NULL);
    struct date day = {0};
    const char *text = json_member_text(act->body, "day");
    if (text == NULL || !date_parse(text, &day) ||
        date_is_set(facts->proceeding->called)) {
        return STATUS_OK; /* the engine says what is wrong with it */
    }
    struct store_electorate electorate =
        clerk_electorate(facts, loaded->procedure, day);
    struct electorate members =
        electorate_of(facts, loaded->procedure, day, arena);
    struct store_roll_drawn drawn;
    enum status status = members.named
        ? store_roll_name(clerk->store, act->proceeding, members.keys,
              members.count, &drawn, error)
        : store_roll_draw(
              clerk->store, act->proceeding, &electorate, &drawn, error);
    loaded->roll.members_entitled = drawn.count;
    if (status == STATUS_OK && members.named && members.residents) {
        status = store_members_entitled(store_reads(clerk->store),
            &electorate, &loaded->roll.members_entitled, error);
    }
    if (status == STATUS_OK) {
        loaded->roll.count = drawn.count;
        loaded->roll.root = arena_text(arena, drawn.root);
        facts->roll = &loaded->roll;
    }
    return status;
}

/* ---- entering ------------------------------------------------------------ */

static enum status events_append(struct clerk *clerk, const struct act *act,
    struct engine_events *events, struct arena *arena,
    struct clerk_answer *answer, struct error *error)
{
    assert(events->count > 0);
    for (size_t i = 0; i < events->count; i++) {
        struct event *event = &events->items[i];
        event->at = act->at;
        event->actor = act->actor;
        event->entered_by = act->entered_by;
        event->evidence = act->evidence;
        enum status status = store_append(
            clerk->store, event, arena, &answer->hash, error);
        if (status != STATUS_OK) {
            return status;
        }
        answer->number = event->number;
    }
    answer->proceeding = events->items[0].proceeding;
    return STATUS_OK;
}
