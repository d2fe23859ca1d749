/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whose act an account may enter.  What an office may do is the law's to say,
 * in the engine; here it is only whether the person at the keyboard speaks for
 * that office.
 */
#include <string.h>

#include "clerk/clerk_internal.h"

static bool holds(const struct clerk_account *account, const char *office);
static bool is_own(
    const struct clerk_account *account, const struct act *act);
static bool at_the_table(
    const struct act *act, const struct proceeding *proceeding);
static enum status deny(
    struct error *error, const char *key, const struct act *act);

enum status clerk_authorise(const struct clerk_account *account,
    const struct act *act, const struct proceeding *proceeding,
    struct error *error)
{
    bool keepers = act->kind < ACT_OPEN;
    if (keepers || strcmp(act->actor, "keeper") == 0) {
        return keepers && holds(account, "keeper") &&
                strcmp(act->actor, "keeper") == 0
            ? STATUS_OK
            : deny(error, "error.keeper-alone", act);
    }
    if (holds(account, act->actor) || is_own(account, act)) {
        return STATUS_OK;
    }
    if (!holds(account, "clerk")) {
        return deny(error, "error.not-your-office", act);
    }
    if (act->evidence == NULL && !at_the_table(act, proceeding)) {
        return deny(error, "error.evidence-for-other", act);
    }
    return STATUS_OK;
}

static bool holds(const struct clerk_account *account, const char *office)
{
    for (size_t i = 0; i < account->offices_count; i++) {
        if (strcmp(account->offices[i], office) == 0) {
            return true;
        }
    }
    return false;
}

/* A member acts for himself and for nobody else. */
static bool is_own(const struct clerk_account *account, const struct act *act)
{
    int64_t residents[ACT_PERSONS_MAX];
    if (account->resident == 0 || strcmp(act->actor, "member") != 0) {
        return false;
    }
    size_t count = act_residents(act, residents);
    return count == 0 || (count == 1 && residents[0] == account->resident);
}

/*
 * What the officers of a sitting do during it is entered by the clerk beside
 * them; the minutes that they sign are its evidence.
 */
static bool at_the_table(
    const struct act *act, const struct proceeding *proceeding)
{
    return proceeding != NULL && act->kind != ACT_SIGN_MINUTES &&
        proceeding_officer(proceeding, act->actor) != NULL;
}

static enum status deny(
    struct error *error, const char *key, const struct act *act)
{
    error_set(error, STATUS_FORBIDDEN, key);
    message_word(&error->message, "actor", act->actor);
    return STATUS_FORBIDDEN;
}
