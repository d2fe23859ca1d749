/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Accounts and sessions.  Only hashes are kept: of passwords, and of the
 * tokens in cookies.
 */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "clerk/clerk_internal.h"
#include "crypto/password.h"
#include "crypto/random.h"

enum {
    SESSION_SECONDS = 12 * 60 * 60,
    FAILURES_MAX = 10,
    FAILURES_SECONDS = 15 * 60,
    NAME_BYTES_MAX = 60
};

static enum status account_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error);
static enum status session_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error);
static enum status sign_out_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error);
static enum status name_check(const char *name, struct error *error);
static enum status offices_check(struct clerk *clerk,
    const char *const *offices, size_t count, struct error *error);
static void account_show(const struct store_account *stored,
    struct clerk_account *account);
static bool attempt_begin(
    struct clerk *clerk, const char *name, struct instant now);
static void attempt_succeeded(struct clerk *clerk, const char *name);
static void token_hash(const char *token, char hash[COMMITMENT_TEXT_MAX]);

/* Five groups of five letters that are not mistaken for one another. */
void clerk_password(char password[CLERK_TOKEN_MAX])
{
    static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    enum { GROUP = 5, LETTERS = 29 };
    unsigned char random[LETTERS];
    random_fill(random, sizeof random);
    for (size_t i = 0; i < LETTERS; i++) {
        bool parts = (i + 1) % (GROUP + 1) == 0;
        password[i] = letters[random[i] % (sizeof letters - 1)];
        if (parts) {
            password[i] = '-';
        }
    }
    password[LETTERS] = '\0';
}

enum status clerk_account_add(struct clerk *clerk, const char *name,
    const char *password, const char *const *offices, size_t offices_count,
    int64_t resident, enum language language, struct error *error)
{
    char stored[PASSWORD_STORED_MAX];
    size_t length = strlen(password);
    enum status status = name_check(name, error);
    if (status == STATUS_OK &&
        (length < PASSWORD_MIN || length > PASSWORD_MAX)) {
        status = error_set(error, STATUS_INVALID, "error.password-length");
        message_number(&error->message, "least", PASSWORD_MIN);
        message_number(&error->message, "most", PASSWORD_MAX);
    }
    if (status == STATUS_OK) {
        status = offices_check(clerk, offices, offices_count, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    pthread_mutex_lock(&clerk->hashing);
    bool made = password_store(password, stored);
    pthread_mutex_unlock(&clerk->hashing);
    if (!made) {
        return error_set(error, STATUS_UNAVAILABLE, "error.no-memory");
    }
    struct clerk_job *job = clerk_job_create(account_run, NULL);
    struct store_account *account = arena_take(job->arena, sizeof *account);
    account->name = arena_text(job->arena, name);
    account->password = arena_text(job->arena, stored);
    account->offices_count = offices_count;
    account->resident = resident;
    account->language = language;
    for (size_t i = 0; i < offices_count; i++) {
        account->offices[i] = arena_text(job->arena, offices[i]);
    }
    job->context = account;
    return clerk_job_wait(clerk, job, NULL, error);
}

static enum status account_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error)
{
    struct store_account *account = job->context;
    if (account->resident != 0) {
        struct resident resident;
        enum status status = store_resident(store_reads(clerk->store),
            account->resident, job->arena, &resident, error);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return store_account_add(clerk->store, account, &account->id, error);
}

static enum status name_check(const char *name, struct error *error)
{
    size_t length = strlen(name);
    bool fits = length > 0 && length <= NAME_BYTES_MAX &&
        utf8_invalid_at(bytes_of_text(name)) == length;
    for (size_t i = 0; fits && i < length; i++) {
        fits = (unsigned char)name[i] > ' ' && name[i] != 0x7f;
    }
    return fits ? STATUS_OK
                : error_set(error, STATUS_INVALID, "error.account-name");
}

/* An account speaks for offices and organs of the law, or for the two of the
   house itself. */
static enum status offices_check(struct clerk *clerk,
    const char *const *offices, size_t count, struct error *error)
{
    const struct law *law = clerk_law(clerk, NULL);
    if (count > STORE_OFFICES_MAX) {
        return error_set(error, STATUS_INVALID, "error.offices-many");
    }
    for (size_t i = 0; i < count; i++) {
        const char *kind = law_word_kind(law, offices[i]);
        bool of_the_house = strcmp(offices[i], "keeper") == 0 ||
            strcmp(offices[i], "clerk") == 0;
        bool of_the_law = kind != NULL &&
            (strcmp(kind, "office") == 0 || strcmp(kind, "organ") == 0 ||
                strcmp(kind, "person") == 0);
        if (!of_the_house && !of_the_law) {
            error_set(error, STATUS_INVALID, "error.no-such-office");
            message_text(&error->message, "office", offices[i]);
            return STATUS_INVALID;
        }
    }
    return STATUS_OK;
}

enum status clerk_account_find(struct clerk *clerk, const char *name,
    struct arena *arena, struct clerk_account *account, struct error *error)
{
    struct store_account stored;
    pthread_mutex_lock(&clerk->reading);
    enum status status =
        store_account(clerk->reader, name, arena, &stored, error);
    pthread_mutex_unlock(&clerk->reading);
    if (status == STATUS_OK) {
        account_show(&stored, account);
    }
    return status;
}

static void account_show(
    const struct store_account *stored, struct clerk_account *account)
{
    *account = (struct clerk_account){
        .id = stored->id,
        .name = stored->name,
        .offices_count = stored->offices_count,
        .resident = stored->resident,
        .language = stored->language,
    };
    for (size_t i = 0; i < stored->offices_count; i++) {
        account->offices[i] = stored->offices[i];
    }
}

/* ---- signing in -------------------------------------------------------- */

/* A session to be opened; the tokens are the caller's until it is. */
struct opening {
    struct store_session session;
    struct instant now;
};

enum status clerk_sign_in(struct clerk *clerk, const char *name,
    const char *password, char session[CLERK_TOKEN_MAX], struct error *error)
{
    struct instant now;
    struct store_account account = {0};
    enum status status = clerk_time(clerk, &now, error);
    if (status != STATUS_OK) {
        return status;
    }
    if (!attempt_begin(clerk, name, now)) {
        return error_set(
            error, STATUS_UNAVAILABLE, "error.sign-in-too-often");
    }
    struct clerk_job *job = clerk_job_create(session_run, NULL);
    pthread_mutex_lock(&clerk->reading);
    status = store_account(clerk->reader, name, job->arena, &account, error);
    pthread_mutex_unlock(&clerk->reading);
    if (status != STATUS_OK && status != STATUS_MISSING) {
        arena_destroy(job->arena);
        return status;
    }
    pthread_mutex_lock(&clerk->hashing);
    bool matches = password_matches(password, account.password);
    pthread_mutex_unlock(&clerk->hashing);
    if (!matches || status == STATUS_MISSING) {
        arena_destroy(job->arena);
        return error_set(error, STATUS_FORBIDDEN, "error.sign-in-wrong");
    }
    attempt_succeeded(clerk, name);
    struct opening *opening = arena_take(job->arena, sizeof *opening);
    char token[CLERK_TOKEN_MAX];
    char form_token[CLERK_TOKEN_MAX];
    char *hash = arena_take(job->arena, COMMITMENT_TEXT_MAX);
    random_token(token);
    random_token(form_token);
    token_hash(token, hash);
    opening->session = (struct store_session){
        .token_hash = hash,
        .account = account.id,
        .form_token = arena_text(job->arena, form_token),
        .expires = {now.seconds + SESSION_SECONDS},
    };
    opening->now = now;
    job->context = opening;
    status = clerk_job_wait(clerk, job, NULL, error);
    if (status == STATUS_OK) {
        memcpy(session, token, CLERK_TOKEN_MAX);
    }
    return status;
}

static enum status session_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error)
{
    struct opening *opening = job->context;
    return store_session_open(
        clerk->store, &opening->session, opening->now, error);
}

void clerk_sign_out(struct clerk *clerk, const char *session)
{
    struct clerk_job *job = clerk_job_create(sign_out_run, NULL);
    char *hash = arena_take(job->arena, COMMITMENT_TEXT_MAX);
    token_hash(session, hash);
    job->context = hash;
    (void)clerk_job_wait(clerk, job, NULL, NULL);
}

static enum status sign_out_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error)
{
    return store_session_close(clerk->store, job->context, error);
}

enum status clerk_session(struct clerk *clerk, const char *session,
    struct arena *arena, struct clerk_account *account,
    char form_token[CLERK_TOKEN_MAX], struct error *error)
{
    char hash[COMMITMENT_TEXT_MAX];
    struct instant now;
    struct store_session stored;
    struct store_account holder;
    enum status status = clerk_time(clerk, &now, error);
    if (status != STATUS_OK) {
        return status;
    }
    token_hash(session, hash);
    pthread_mutex_lock(&clerk->reading);
    status = store_session(
        clerk->reader, hash, now, arena, &stored, &holder, error);
    pthread_mutex_unlock(&clerk->reading);
    if (status == STATUS_OK) {
        account_show(&holder, account);
        (void)snprintf(
            form_token, CLERK_TOKEN_MAX, "%s", stored.form_token);
    }
    return status;
}

static void token_hash(const char *token, char hash[COMMITMENT_TEXT_MAX])
{
    struct hash digest = hash_of(bytes_of_text(token));
    commitment_write(&digest, hash);
}

/* ---- failed attempts --------------------------------------------------- */

static int attempt_find(const struct clerk_attempts *attempts, const char *name)
{
    for (int i = 0; i < CLERK_NAMES_MAX; i++) {
        if (strncmp(attempts->names[i].name, name,
                sizeof attempts->names[i].name - 1) == 0) {
            return i;
        }
    }
    return -1;
}

/* Failures that still count. */
static int attempt_failures(
    const struct clerk_attempts *attempts, int at, struct instant now)
{
    bool is_past = now.seconds - attempts->names[at].first.seconds >=
        FAILURES_SECONDS;
    return is_past ? 0 : attempts->names[at].failures;
}

/* Room for another name: whose failures are the fewest makes it. */
static int attempt_room(struct clerk_attempts *attempts, const char *name,
    struct instant now)
{
    int at = 0;
    for (int i = 1; i < CLERK_NAMES_MAX; i++) {
        if (attempt_failures(attempts, i, now) <
            attempt_failures(attempts, at, now)) {
            at = i;
        }
    }
    memset(&attempts->names[at], 0, sizeof attempts->names[at]);
    strncpy(attempts->names[at].name, name,
        sizeof attempts->names[at].name - 1);
    return at;
}

/*
 * Counted as failed until it succeeds, so that many at once are no way round
 * the limit.
 */
static bool attempt_begin(
    struct clerk *clerk, const char *name, struct instant now)
{
    struct clerk_attempts *attempts = &clerk->attempts;
    pthread_mutex_lock(&attempts->lock);
    int at = attempt_find(attempts, name);
    if (at < 0) {
        at = attempt_room(attempts, name, now);
    }
    if (attempt_failures(attempts, at, now) == 0) {
        attempts->names[at].first = now;
        attempts->names[at].failures = 0;
    }
    bool allowed = attempts->names[at].failures < FAILURES_MAX;
    if (allowed) {
        attempts->names[at].failures++;
    }
    pthread_mutex_unlock(&attempts->lock);
    return allowed;
}

static void attempt_succeeded(struct clerk *clerk, const char *name)
{
    struct clerk_attempts *attempts = &clerk->attempts;
    pthread_mutex_lock(&attempts->lock);
    int at = attempt_find(attempts, name);
    if (at >= 0) {
        attempts->names[at].failures = 0;
    }
    pthread_mutex_unlock(&attempts->lock);
}
