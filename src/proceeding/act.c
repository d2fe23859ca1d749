/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Reading acts: one table says which fields each kind has, of which shape.
 * docs/acts.schema.json says the same to other programs; a test compares them.
 */
#include "proceeding/act.h"

#include <assert.h>
#include <string.h>

#include "proceeding/act_shape.h"

enum { FIELDS_MAX = 9 };

struct field {
    const char *name; /* NULL ends a list */
    enum act_shape shape;
    bool optional;
};

struct kind {
    const char *name;
    struct field fields[FIELDS_MAX];
    bool persons; /* `resident` or `residents` is asked for */
};

static const struct kind kinds[ACT_KINDS];
static const struct field item_fields[6];
static const struct field plot_fields[4];
static const struct field repeats_fields[3];
static const struct field votes_fields[3];

static enum status fields_read(const struct json *object,
    const struct field *fields, bool common, bool persons,
    struct error *error);
static enum status field_check(const struct field *field,
    const struct json *value, struct error *error);
static enum status field_wrong(
    const char *key, const char *field, struct error *error);
static enum status shape_wrong(
    const char *field, enum act_shape shape, struct error *error);
static const struct field *field_find(
    const struct field *fields, const char *name);
static bool is_common(const char *name);
static bool residents_gather(
    const struct json *body, int64_t *residents, size_t *count);
static enum status envelope_read(const struct json *json,
    enum act_kind kind, struct act *act, struct error *error);
static enum status speaker_check(
    const struct json *body, struct error *error);
static enum status voters_check(
    const struct json *body, struct error *error);

const char *act_kind_name(enum act_kind kind)
{
    assert((size_t)kind < ACT_KINDS);
    return kinds[kind].name;
}

bool act_kind_parse(const char *name, enum act_kind *kind)
{
    for (size_t i = 0; i < ACT_KINDS; i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            *kind = (enum act_kind)i;
            return true;
        }
    }
    return false;
}

enum status act_read(const struct json *json, struct arena *arena,
    struct act *act, struct error *error)
{
    if (json == NULL || json_kind(json) != JSON_OBJECT) {
        return error_set(error, STATUS_INVALID, "error.act-no-object");
    }
    const char *name = json_member_text(json, "act");
    if (name == NULL) {
        return field_wrong("error.field-missing", "act", error);
    }
    enum act_kind kind = ACT_OPEN;
    if (!act_kind_parse(name, &kind)) {
        enum status status =
            error_set(error, STATUS_INVALID, "error.act-unknown");
        message_text(&error->message, "act", name);
        return status;
    }
    struct act read = {.kind = kind};
    enum status status = envelope_read(json, kind, &read, error);
    if (status != STATUS_OK) {
        return status;
    }
    const struct kind *shape = &kinds[kind];
    status = fields_read(json, shape->fields, true, shape->persons, error);
    if (status == STATUS_OK && kind == ACT_SPEAK) {
        status = speaker_check(json, error);
    }
    if (status == STATUS_OK && kind == ACT_VOTE) {
        status = voters_check(json, error);
    }
    int64_t residents[ACT_PERSONS_MAX] = {0};
    size_t count = 0;
    if (status == STATUS_OK && !residents_gather(json, residents, &count)) {
        status = error_set(error, STATUS_INVALID, "error.persons-many");
        message_number(&error->message, "most", ACT_PERSONS_MAX);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct json *body = json_object(arena);
    for (size_t i = 0; i < json_count(json); i++) {
        const char *member = json_name_at(json, i);
        if (!is_common(member)) {
            json_put(body, member, json_at(json, i));
        }
    }
    read.body = body;
    *act = read;
    return STATUS_OK;
}

/* Adds `resident` where it is new; false where there is no room. */
static bool resident_add(
    int64_t *residents, size_t *count, const struct json *value)
{
    int64_t resident = json_integer(value, 0);
    for (size_t i = 0; i < *count; i++) {
        if (residents[i] == resident) {
            return true;
        }
    }
    if (resident > 0 && *count < ACT_PERSONS_MAX) {
        residents[(*count)++] = resident;
        return true;
    }
    return resident <= 0;
}

size_t act_residents(const struct act *act, int64_t *residents)
{
    size_t count = 0;
    (void)residents_gather(act->body, residents, &count);
    return count;
}

/* False where there are more than any act may name. */
static bool residents_gather(
    const struct json *body, int64_t *residents, size_t *count)
{
    bool fits =
        resident_add(residents, count, json_member(body, "resident"));
    const struct json *list = json_member(body, "residents");
    for (size_t i = 0; i < json_count(list); i++) {
        fits = resident_add(residents, count, json_at(list, i)) && fits;
    }
    const struct json *votes = json_member(body, "votes");
    for (size_t i = 0; i < json_count(votes); i++) {
        fits = resident_add(residents, count,
                   json_member(json_at(votes, i), "resident")) &&
            fits;
    }
    const struct json *items = json_member(body, "items");
    for (size_t i = 0; i < json_count(items); i++) {
        const struct json *members =
            json_member(json_at(items, i), "members");
        for (size_t j = 0; j < json_count(members); j++) {
            fits = resident_add(residents, count, json_at(members, j)) && fits;
        }
    }
    return fits;
}

/* ---- the fields that every act has -------------------------------------- */

static bool is_common(const char *name)
{
    static const char *const common[] = {
        "act", "proceeding", "actor", "evidence", "token"};
    for (size_t i = 0; i < sizeof common / sizeof common[0]; i++) {
        if (strcmp(common[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static enum status envelope_read(const struct json *json,
    enum act_kind kind, struct act *act, struct error *error)
{
    static const struct field of_none[] = {{"actor", SHAPE_WORD, false},
        {"evidence", SHAPE_TEXT, true}, {"token", SHAPE_LINE, true},
        {NULL, SHAPE_TEXT, false}};
    static const struct field of_one[] = {
        {"proceeding", SHAPE_NUMBER, false}, {"actor", SHAPE_WORD, false},
        {"evidence", SHAPE_TEXT, true}, {"token", SHAPE_LINE, true},
        {NULL, SHAPE_TEXT, false}};
    const struct field *fields = kind > ACT_OPEN ? of_one : of_none;
    if (kind <= ACT_OPEN && json_member(json, "proceeding") != NULL) {
        return field_wrong("error.field-unknown", "proceeding", error);
    }
    for (const struct field *field = fields; field->name != NULL; field++) {
        enum status status =
            field_check(field, json_member(json, field->name), error);
        if (status != STATUS_OK) {
            return status;
        }
    }
    act->proceeding = json_member_integer(json, "proceeding", 0);
    act->actor = json_member_text(json, "actor");
    act->evidence = json_member_text(json, "evidence");
    act->token = json_member_text(json, "token");
    return STATUS_OK;
}

static enum status field_wrong(
    const char *key, const char *field, struct error *error)
{
    error_set(error, STATUS_INVALID, key);
    message_text(&error->message, "field", field);
    return STATUS_INVALID;
}

/* A speech has one speaker and a text, or says that nobody asked to speak. */
static enum status speaker_check(const struct json *body, struct error *error)
{
    bool resident = json_member(body, "resident") != NULL;
    bool office = json_member(body, "office") != NULL;
    bool text = json_member(body, "text") != NULL;
    if (resident && office) {
        return field_wrong("error.field-unknown", "office", error);
    }
    if ((resident || office) && !text) {
        return field_wrong("error.field-missing", "text", error);
    }
    if (text && !resident && !office) {
        return field_wrong("error.field-missing", "resident", error);
    }
    return STATUS_OK;
}

/* One vote, or a list in which nobody stands twice. */
static enum status voters_check(const struct json *body, struct error *error)
{
    const struct json *votes = json_member(body, "votes");
    bool resident = json_member(body, "resident") != NULL;
    bool choice = json_member(body, "choice") != NULL;
    if (votes == NULL) {
        return resident && choice ? STATUS_OK
            : field_wrong("error.field-missing",
                  resident ? "choice" : "resident", error);
    }
    if (resident || choice) {
        return field_wrong("error.field-unknown",
            resident ? "resident" : "choice", error);
    }
    for (size_t i = 0; i < json_count(votes); i++) {
        int64_t one = json_member_integer(json_at(votes, i), "resident", 0);
        for (size_t j = 0; j < i; j++) {
            if (json_member_integer(json_at(votes, j), "resident", 0) == one) {
                return shape_wrong("votes", SHAPE_VOTES, error);
            }
        }
    }
    return STATUS_OK;
}

/* ---- fields against their table ----------------------------------------- */

static const struct field persons_fields[] = {
    {"resident", SHAPE_NUMBER, true}, {"residents", SHAPE_NUMBERS, true},
    {NULL, SHAPE_TEXT, false}};

static const struct field *field_find(
    const struct field *fields, const char *name)
{
    for (; fields->name != NULL; fields++) {
        if (strcmp(fields->name, name) == 0) {
            return fields;
        }
    }
    return NULL;
}

static enum status fields_read(const struct json *object,
    const struct field *fields, bool common, bool persons,
    struct error *error)
{
    for (size_t i = 0; i < json_count(object); i++) {
        const char *name = json_name_at(object, i);
        const struct field *field = field_find(fields, name);
        if (field == NULL && persons) {
            field = field_find(persons_fields, name);
        }
        if (field != NULL) {
            enum status status =
                field_check(field, json_at(object, i), error);
            if (status != STATUS_OK) {
                return status;
            }
        } else if (!common || !is_common(name)) {
            return field_wrong("error.field-unknown", name, error);
        }
    }
    const char *missing = NULL;
    for (; fields->name != NULL && missing == NULL; fields++) {
        if (!fields->optional && json_member(object, fields->name) == NULL) {
            missing = fields->name;
        }
    }
    bool one = json_member(object, "resident") != NULL;
    bool many = json_member(object, "residents") != NULL;
    if (missing == NULL && persons && !one && !many) {
        missing = "resident";
    }
    if (missing != NULL) {
        return field_wrong("error.field-missing", missing, error);
    }
    if (persons && one && many) {
        return field_wrong("error.field-unknown", "residents", error);
    }
    return STATUS_OK;
}

static enum status field_check(const struct field *field,
    const struct json *value, struct error *error)
{
    if (value == NULL) {
        if (field->optional) {
            return STATUS_OK;
        }
        return field_wrong("error.field-missing", field->name, error);
    }
    if (!act_shape_fits(field->shape, value)) {
        return shape_wrong(field->name, field->shape, error);
    }
    if (field->shape == SHAPE_PLOT) {
        return fields_read(value, plot_fields, false, false, error);
    }
    if (field->shape == SHAPE_REPEATS) {
        return fields_read(value, repeats_fields, false, false, error);
    }
    const struct field *fields = field->shape == SHAPE_ITEMS ? item_fields
        : field->shape == SHAPE_VOTES                        ? votes_fields
                                                             : NULL;
    enum status status = STATUS_OK;
    for (size_t i = 0;
         fields != NULL && i < json_count(value) && status == STATUS_OK; i++) {
        const struct json *one = json_at(value, i);
        if (json_kind(one) != JSON_OBJECT) {
            return shape_wrong(field->name, field->shape, error);
        }
        status = fields_read(one, fields, false, false, error);
    }
    return status;
}

static enum status shape_wrong(
    const char *field, enum act_shape shape, struct error *error)
{
    static const char *const expected[] = {
        [SHAPE_TEXT] = "error.expect-text",
        [SHAPE_LINE] = "error.expect-line",
        [SHAPE_WORD] = "error.expect-word",
        [SHAPE_WORDS] = "error.expect-words",
        [SHAPE_DATE] = "error.expect-date",
        [SHAPE_TIME] = "error.expect-time",
        [SHAPE_COUNT] = "error.expect-count",
        [SHAPE_NUMBER] = "error.expect-number",
        [SHAPE_NUMBERS] = "error.expect-numbers",
        [SHAPE_BOOLEAN] = "error.expect-boolean",
        [SHAPE_CHOICE] = "error.expect-choice",
        [SHAPE_KATO] = "error.expect-kato",
        [SHAPE_DIGEST] = "error.expect-digest",
        [SHAPE_OBJECT] = "error.expect-object",
        [SHAPE_ITEMS] = "error.expect-items",
        [SHAPE_VOTES] = "error.expect-votes",
        [SHAPE_PLOT] = "error.expect-object",
        [SHAPE_REPEATS] = "error.expect-object",
    };
    enum status status =
        error_set(error, STATUS_INVALID, "error.field-wrong");
    message_text(&error->message, "field", field);
    message_key(&error->message, "expected", expected[shape]);
    return status;
}

/* ---- the table ----------------------------------------------------------- */

#define END {NULL, SHAPE_TEXT, false}
#define ITEM {"item", SHAPE_NUMBER, false}
#define FOR {"for", SHAPE_COUNT, false}
#define AGAINST {"against", SHAPE_COUNT, false}
#define ABSTAIN {"abstain", SHAPE_COUNT, false}

static const struct field item_fields[6] = {{"matter", SHAPE_WORD, false},
    {"title", SHAPE_LINE, false}, {"members", SHAPE_NUMBERS, true},
    {"budget", SHAPE_NUMBER, true}, {"repeats", SHAPE_REPEATS, true}, END};

static const struct field plot_fields[4] = {{"kato", SHAPE_KATO, false},
    {"street", SHAPE_LINE, true}, {"name", SHAPE_LINE, false}, END};

static const struct field repeats_fields[3] = {
    {"proceeding", SHAPE_NUMBER, false}, ITEM, END};

static const struct field votes_fields[3] = {
    {"resident", SHAPE_NUMBER, false}, {"choice", SHAPE_CHOICE, false}, END};

static const struct kind kinds[ACT_KINDS] = {
    [ACT_FOUND_COMMUNITY] = {"found-community",
        {{"kato", SHAPE_KATO, false}, {"demonstration", SHAPE_BOOLEAN, false},
            END}, false},
    [ACT_RECORD_OFFICE] = {"record-office",
        {{"office", SHAPE_WORD, false}, {"surname", SHAPE_LINE, false},
            {"name", SHAPE_LINE, false}, {"patronymic", SHAPE_LINE, true},
            {"from", SHAPE_DATE, false}, {"until", SHAPE_DATE, true},
            {"basis", SHAPE_TEXT, false}, END}, false},
    [ACT_RECORD_POPULATION] = {"record-population",
        {{"persons", SHAPE_COUNT, false}, {"on", SHAPE_DATE, false},
            {"basis", SHAPE_TEXT, false}, END}, false},
    [ACT_RECORD_BUDGET] = {"record-budget",
        {{"year", SHAPE_NUMBER, false}, {"figures", SHAPE_OBJECT, false},
            {"decision", SHAPE_LINE, false},
            {"example", SHAPE_BOOLEAN, false}, END}, false},
    [ACT_IMPORT_RESIDENTS] = {"import-residents",
        {{"count", SHAPE_COUNT, false}, {"root", SHAPE_DIGEST, false},
            {"added", SHAPE_COUNT, true}, END}, false},
    [ACT_OPEN] = {"open",
        {{"procedure", SHAPE_WORD, false},
            {"represented", SHAPE_BOOLEAN, true}, {"for", SHAPE_NUMBER, true},
            {"plot", SHAPE_PLOT, true}, END}, false},
    [ACT_SIGN] = {"sign", {END}, true},
    [ACT_CONSENT] = {"consent",
        {{"granted", SHAPE_BOOLEAN, false}, {"reason", SHAPE_TEXT, true},
            END}, false},
    [ACT_CALL] = {"call",
        {{"day", SHAPE_DATE, false}, {"time", SHAPE_TIME, false},
            {"place", SHAPE_LINE, false}, {"items", SHAPE_ITEMS, false},
            END}, false},
    [ACT_NOTIFY] = {"notify", {{"ways", SHAPE_WORDS, false}, END}, false},
    [ACT_WITHDRAW] = {"withdraw", {{"reason", SHAPE_TEXT, false}, END},
        false},
    [ACT_ARRIVE] = {"arrive", {END}, true},
    [ACT_LEAVE] = {"leave", {END}, true},
    [ACT_CORRECT_PRESENCE] = {"correct-presence",
        {{"present", SHAPE_BOOLEAN, false}, END}, true},
    [ACT_ATTEND] = {"attend", {END}, false},
    [ACT_OPEN_SITTING] = {"open-sitting", {END}, false},
    [ACT_ELECT] = {"elect",
        {{"office", SHAPE_WORD, false}, {"resident", SHAPE_NUMBER, false},
            FOR, AGAINST, ABSTAIN, END}, false},
    [ACT_APPROVE_AGENDA] = {"approve-agenda",
        {FOR, AGAINST, ABSTAIN, END}, false},
    [ACT_CHOOSE] = {"choose",
        {{"parameter", SHAPE_WORD, false}, {"value", SHAPE_LINE, false},
            {"ground", SHAPE_TEXT, false}, END}, false},
    [ACT_SPEAK] = {"speak",
        {ITEM, {"resident", SHAPE_NUMBER, true},
            {"office", SHAPE_WORD, true}, {"text", SHAPE_TEXT, true}, END},
        false},
    [ACT_PUT] = {"put", {ITEM, {"form", SHAPE_WORD, true}, END}, false},
    [ACT_VOTE] = {"vote",
        {ITEM, {"resident", SHAPE_NUMBER, true},
            {"choice", SHAPE_CHOICE, true}, {"votes", SHAPE_VOTES, true},
            END}, false},
    [ACT_CORRECT_VOTE] = {"correct-vote",
        {ITEM, {"resident", SHAPE_NUMBER, false},
            {"choice", SHAPE_CHOICE, true}, END}, false},
    [ACT_COUNT] = {"count", {ITEM, FOR, AGAINST, ABSTAIN, END}, false},
    [ACT_CLOSE_VOTE] = {"close-vote", {ITEM, END}, false},
    [ACT_WITHDRAW_ITEM] = {"withdraw-item",
        {ITEM, {"reason", SHAPE_TEXT, false}, END}, false},
    [ACT_ADJOURN] = {"adjourn",
        {{"day", SHAPE_DATE, false}, {"time", SHAPE_TIME, false},
            {"reason", SHAPE_TEXT, false}, END}, false},
    [ACT_RESUME] = {"resume", {END}, false},
    [ACT_CLOSE_SITTING] = {"close-sitting", {END}, false},
    [ACT_SIGN_MINUTES] = {"sign-minutes", {END}, false},
    [ACT_HAND_OVER] = {"hand-over", {END}, false},
    [ACT_REVIEW] = {"review",
        {ITEM, {"agreed", SHAPE_BOOLEAN, false},
            {"reason", SHAPE_TEXT, true}, END}, false},
    [ACT_DELIBERATE] = {"deliberate",
        {ITEM, {"opinion", SHAPE_TEXT, false}, END}, false},
    [ACT_RESOLVE] = {"resolve",
        {ITEM, {"upheld", SHAPE_BOOLEAN, false},
            {"reason", SHAPE_TEXT, false}, END}, false},
    [ACT_PUBLISH] = {"publish",
        {ITEM, {"ways", SHAPE_WORDS, false}, END}, false},
    [ACT_ASSIGN] = {"assign",
        {ITEM, {"to", SHAPE_LINE, false}, {"task", SHAPE_TEXT, false},
            {"due", SHAPE_DATE, false}, END}, false},
    [ACT_REPORT] = {"report",
        {ITEM, {"text", SHAPE_TEXT, false}, {"done", SHAPE_BOOLEAN, false},
            END}, false},
    [ACT_MONITOR] = {"monitor",
        {{"year", SHAPE_NUMBER, false}, {"half", SHAPE_NUMBER, false},
            {"text", SHAPE_TEXT, false}, END}, false},
    [ACT_CONCLUDE] = {"conclude",
        {ITEM, {"text", SHAPE_TEXT, false}, END}, false},
};
