/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Which inputs the form of each kind of act has.
 */
#include "web/act_form.h"

#include <assert.h>

#include "web/voters.h"

enum { LINE_MAX_CHARS = 200, TEXT_MAX_CHARS = 3000, WORD_MAX_CHARS = 64 };

const struct form_field act_form_fields[ACT_FORM_FIELDS] = {
    {"step", FORM_WORD, WORD_MAX_CHARS, false, false},
    {"back", FORM_WORD, WORD_MAX_CHARS, false, false},
    {"item", FORM_NUMBER, 9, false, false},
    {"detail", FORM_WORD, WORD_MAX_CHARS, false, false},
    {"actor", FORM_WORD, WORD_MAX_CHARS, false, false},
    {"evidence", FORM_LINE, LINE_MAX_CHARS, false, false},
    {"search", FORM_LINE, 100, false, false},
    {"offset", FORM_NUMBER, 9, false, false},
    {"resident", FORM_NUMBER, 9, false, true},
    {"person", FORM_NUMBER, 9, false, false},
    {"speaker", FORM_WORD, WORD_MAX_CHARS, false, false},
    {"granted", FORM_WORD, 3, false, false},
    {"agreed", FORM_WORD, 3, false, false},
    {"upheld", FORM_WORD, 3, false, false},
    {"done", FORM_WORD, 3, false, false},
    {"reason", FORM_TEXT, TEXT_MAX_CHARS, false, false},
    {"text", FORM_TEXT, TEXT_MAX_CHARS, false, false},
    {"opinion", FORM_TEXT, TEXT_MAX_CHARS, false, false},
    {"ground", FORM_TEXT, TEXT_MAX_CHARS, false, false},
    {"task", FORM_TEXT, TEXT_MAX_CHARS, false, false},
    {"to", FORM_LINE, LINE_MAX_CHARS, false, false},
    {"day", FORM_DATE, 10, false, false},
    {"time", FORM_TIME, 5, false, false},
    {"due", FORM_DATE, 10, false, false},
    {"ways", FORM_WORD, WORD_MAX_CHARS, false, true},
    {"form", FORM_WORD, WORD_MAX_CHARS, false, false},
    {"choice", FORM_WORD, WORD_MAX_CHARS, false, false},
    {"for", FORM_NUMBER, 9, false, false},
    {"against", FORM_NUMBER, 9, false, false},
    {"abstain", FORM_NUMBER, 9, false, false},
    {"value", FORM_LINE, WORD_MAX_CHARS, false, false},
    {"bound", FORM_WORD, WORD_MAX_CHARS, false, false},
    {"unit", FORM_WORD, WORD_MAX_CHARS, false, false},
    {VOTERS_FIELD, FORM_WORD, WORD_MAX_CHARS, false, true},
    {"one", FORM_NUMBER, 9, false, false},
    {"seen", FORM_NUMBER, 12, false, false},
    {"present", FORM_WORD, 3, false, false},
    {"year", FORM_NUMBER, 4, false, false},
    {"half", FORM_NUMBER, 1, false, false},
};

#define END                                                                    \
    {                                                                          \
        NULL, ACT_FORM_END, NULL, NULL, false                                  \
    }
#define REASON                                                                 \
    {                                                                          \
        "reason", ACT_FORM_TEXT, "field.reason", NULL, false                   \
    }
#define FOR                                                                    \
    {                                                                          \
        "for", ACT_FORM_NUMBER, "field.for", NULL, false                       \
    }
#define AGAINST                                                                \
    {                                                                          \
        "against", ACT_FORM_NUMBER, "field.against", NULL, false               \
    }
#define ABSTAIN                                                                \
    {                                                                          \
        "abstain", ACT_FORM_NUMBER, "field.abstain", NULL, false               \
    }
#define PEOPLE(label)                                                          \
    {                                                                          \
        "resident", ACT_FORM_PEOPLE, label, NULL, false                        \
    }

enum { INPUTS_MAX = 6 };

static const struct act_form_input inputs[ACT_KINDS][INPUTS_MAX] = {
    [ACT_SIGN] = {PEOPLE("field.signers"), END},
    [ACT_CONSENT] = {{"granted", ACT_FORM_YES, "field.granted", NULL, false},
        {"reason", ACT_FORM_TEXT, "field.reason-free", NULL, true}, END},
    [ACT_NOTIFY] = {{"ways", ACT_FORM_WAYS, "field.ways", NULL, false}, END},
    [ACT_WITHDRAW] = {REASON, END},
    [ACT_ARRIVE] = {PEOPLE("field.arrived"), END},
    [ACT_LEAVE] = {PEOPLE("field.left"), END},
    [ACT_CORRECT_PRESENCE] =
        {{"person", ACT_FORM_REGISTERED, "field.registered", NULL, false},
            {"present", ACT_FORM_YES, "field.really", NULL, false}, END},
    [ACT_ELECT] = {{"person", ACT_FORM_PRESENT, "field.candidate", NULL, false},
        FOR, AGAINST, ABSTAIN, END},
    [ACT_APPROVE_AGENDA] = {FOR, AGAINST, ABSTAIN, END},
    [ACT_CHOOSE] = {{"value", ACT_FORM_VALUE, "field.value", NULL, false},
        {"bound", ACT_FORM_BOUND, "field.bound", NULL, false},
        {"unit", ACT_FORM_UNIT, "field.unit", NULL, false},
        {"ground", ACT_FORM_TEXT, "field.ground", "field.ground.hint", false},
        END},
    [ACT_SPEAK] = {{"speaker", ACT_FORM_SPEAKER, "field.speaker", NULL, true},
        {"text", ACT_FORM_TEXT, "field.speech", NULL, true}, END},
    [ACT_PUT] = {{"form", ACT_FORM_VOTE, "field.form", NULL, false}, END},
    [ACT_VOTE] = {{"person", ACT_FORM_PRESENT, "field.voter", NULL, false},
        {"choice", ACT_FORM_CHOICE, "field.choice", NULL, false}, END},
    [ACT_CORRECT_VOTE] =
        {{"person", ACT_FORM_VOTER, "field.voter", NULL, false},
            {"choice", ACT_FORM_MEANT, "field.meant", NULL, false}, END},
    [ACT_COUNT] = {FOR, AGAINST, ABSTAIN, END},
    [ACT_WITHDRAW_ITEM] = {REASON, END},
    [ACT_ADJOURN] =
        {{"day", ACT_FORM_DATE, "field.day-next", "field.day.hint", false},
            {"time", ACT_FORM_TIME, "field.time", "field.time.hint", false},
            REASON, END},
    [ACT_REVIEW] = {{"agreed", ACT_FORM_YES, "field.agreed", NULL, false},
        {"reason", ACT_FORM_TEXT, "field.reason-disagree", NULL, true}, END},
    [ACT_DELIBERATE] =
        {{"opinion", ACT_FORM_TEXT, "field.opinion", NULL, false}, END},
    [ACT_RESOLVE] = {{"upheld", ACT_FORM_YES, "field.upheld", NULL, false},
        REASON, END},
    [ACT_PUBLISH] =
        {{"ways", ACT_FORM_WAYS, "field.ways-published", NULL, false}, END},
    [ACT_ASSIGN] = {{"to", ACT_FORM_LINE, "field.to", "field.to.hint", false},
        {"task", ACT_FORM_TEXT, "field.task", NULL, false},
        {"due", ACT_FORM_DATE, "field.due", "field.day.hint", false}, END},
    [ACT_REPORT] = {{"text", ACT_FORM_TEXT, "field.report", NULL, false},
        {"done", ACT_FORM_YES, "field.done", NULL, false}, END},
    [ACT_MONITOR] = {{"year", ACT_FORM_NUMBER, "field.year", NULL, false},
        {"half", ACT_FORM_NUMBER, "field.half", "field.half.hint", false},
        {"text", ACT_FORM_TEXT, "field.monitoring", NULL, false}, END},
    [ACT_CONCLUDE] = {{"text", ACT_FORM_TEXT, "field.conclusion", NULL, false},
        END},
};

static const struct act_form_input none[] = {END};

const struct act_form_input *act_form_inputs(enum act_kind kind)
{
    assert((size_t)kind < ACT_KINDS);
    return inputs[kind][0].name == NULL ? none : inputs[kind];
}

bool act_form_is_direct(enum act_kind kind)
{
    switch ((int)kind) {
    case ACT_ARRIVE:
    case ACT_LEAVE:
    case ACT_CORRECT_PRESENCE:
    case ACT_OPEN_SITTING:
    case ACT_ELECT:
    case ACT_APPROVE_AGENDA:
    case ACT_SPEAK:
    case ACT_PUT:
    case ACT_VOTE:
    case ACT_CORRECT_VOTE:
    case ACT_COUNT:
    case ACT_CLOSE_VOTE:
    case ACT_RESUME:
        return true;
    default:
        return false;
    }
}

const char *act_form_button(
    const struct request *request, const struct act_form *form)
{
    return arena_format(request->arena, "do.%s", act_kind_name(form->kind));
}
