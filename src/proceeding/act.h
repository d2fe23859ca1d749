/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * An act: what somebody wants to do.  docs/acts.md lists every kind and its
 * fields; its JSON Schema is docs/acts.schema.json.
 */
#ifndef PROCEEDING_ACT_H
#define PROCEEDING_ACT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/instant.h"
#include "base/json.h"

enum act_kind {
    /* of the keeper, outside the law */
    ACT_FOUND_COMMUNITY,
    ACT_RECORD_OFFICE,
    ACT_RECORD_POPULATION,
    ACT_RECORD_BUDGET,
    ACT_IMPORT_RESIDENTS,
    /* of a proceeding, in its order */
    ACT_OPEN,
    ACT_SIGN,
    ACT_CONSENT,
    ACT_CALL,
    ACT_NOTIFY,
    ACT_WITHDRAW,
    ACT_ARRIVE,
    ACT_LEAVE,
    ACT_CORRECT_PRESENCE,
    ACT_ATTEND,
    ACT_OPEN_SITTING,
    ACT_ELECT,
    ACT_APPROVE_AGENDA,
    ACT_CHOOSE,
    ACT_SPEAK,
    ACT_PUT,
    ACT_VOTE,
    ACT_CORRECT_VOTE,
    ACT_COUNT,
    ACT_CLOSE_VOTE,
    ACT_WITHDRAW_ITEM,
    ACT_ADJOURN,
    ACT_RESUME,
    ACT_CLOSE_SITTING,
    ACT_SIGN_MINUTES,
    ACT_HAND_OVER,
    ACT_REVIEW,
    ACT_DELIBERATE,
    ACT_RESOLVE,
    ACT_PUBLISH,
    ACT_ASSIGN,
    ACT_REPORT,
    ACT_MONITOR,
    ACT_CONCLUDE
};

enum {
    ACT_KINDS = ACT_CONCLUDE + 1,
    ACT_PERSONS_MAX = 64,
    ACT_TEXT_MAX = 8000
};

struct act {
    enum act_kind kind;
    int64_t proceeding;     /* 0 for the keeper's acts and ACT_OPEN */
    const char *actor;      /* an office ("rural-akim"), "member", "keeper" */
    const char *entered_by; /* set by the clerk: "account-3" */
    const char *evidence;   /* NULL: none */
    const char *token;      /* one act per token, however often it comes; or
                               NULL */
    struct instant at;      /* set by the clerk */
    const struct json *body; /* the fields of this kind */
};

/* "open-sitting", … as in docs/acts.md; static. */
const char *act_kind_name(enum act_kind kind);
bool act_kind_parse(const char *name, enum act_kind *kind);

/*
 * Reads an act from JSON {"act","proceeding","actor","evidence","token", and
 * the kind's fields}: required fields there, of their type, within bounds,
 * nothing unknown.  STATUS_INVALID names the field and what it should be.
 */
enum status act_read(const struct json *json, struct arena *arena,
    struct act *act, struct error *error);

/*
 * The residents that an act names, by the numbers of the register, without
 * repetition; -> how many (at most ACT_PERSONS_MAX).
 */
size_t act_residents(const struct act *act, int64_t *residents);

#endif
