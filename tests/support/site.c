/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 */
#include "site.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crypto/random.h"
#include "test.h"
#include "web/study.h"

static const char password[] = "жеті қазына ұзақ";

static void site_ok(struct site *site, enum status status)
{
    if (status != STATUS_OK) {
        fail_msg("%s", site->error.message.key);
    }
}

/* Nobody's password is checked here: an account is what it may do. */
static struct clerk_account account_of(const char *name)
{
    struct clerk_account account = {
        .id = 1, .name = name, .language = LANGUAGE_KK};
    if (strcmp(name, "member") == 0) {
        account.resident = 1;
    } else {
        account.offices[account.offices_count++] =
            strcmp(name, "akim") == 0 ? "rural-akim" : name;
    }
    return account;
}

/* Hashing a password takes a while: accounts are made once they sign in. */
static void account_add(struct site *site, const char *name)
{
    struct clerk_account known;
    struct clerk_account account = account_of(name);
    if (clerk_account_find(site->clerk, name, site->arena, &known,
            &site->error) == STATUS_OK) {
        return;
    }
    site_ok(site, clerk_account_add(site->clerk, name, password,
                      account.offices, account.offices_count, account.resident,
                      account.language, &site->error));
}

static void residents_import(struct site *site, const char *settlement)
{
    struct buffer csv = BUFFER_EMPTY;
    struct clerk_account keeper = account_of("keeper");
    int64_t imported = 0;
    buffer_add_text(
        &csv, "surname,name,birth,kato,street,house,from,citizen\n");
    for (int i = 1; i <= SITE_RESIDENTS; i++) {
        buffer_add_format(&csv,
            "Тұрғын%03d,Аты,1980-01-01,%s,Абай,%d,2010-01-01,yes\n", i,
            settlement, i);
    }
    site_ok(site, clerk_import_residents(site->clerk, &keeper,
                      bytes_of(csv.data, csv.length), &imported, &site->error));
    assert_int_equal(imported, SITE_RESIDENTS);
    buffer_finish(&csv);
}

void site_setup(struct site *site)
{
    site_setup_in(site, "116645000", "116645100");
}

void site_setup_in(struct site *site, const char *unit, const char *settlement)
{
    char place[96];
    *site = (struct site){.folder = "/tmp/kenes-site-XXXXXX"};
    assert_non_null(mkdtemp(site->folder));
    (void)snprintf(
        site->now_file, sizeof site->now_file, "%s/now", site->folder);
    (void)snprintf(place, sizeof place, "%s/village", site->folder);
    site->arena = arena_create();
    site_now(site, "2026-03-02T10:00:00+05:00");
    struct clerk_clock clock = {.file = site->now_file};
    site_ok(site,
        clerk_init(place, "law", unit, true, &clock, &site->error));
    site_ok(site, clerk_open(place, NULL, &clock, &site->clerk, &site->error));
    residents_import(site, settlement);
    site_act(site, "keeper",
        "{'act':'record-office','actor':'keeper','office':'rural-akim',"
        "'surname':'Ахметов','name':'Серік','from':'2024-01-10',"
        "'basis':'№ 5'}");
    site_ok(site, store_reader_open(clerk_store_path(site->clerk),
                      &site->reader, &site->error));
    site->frame = (struct request_site){
        .community = {"Қоянды ауылы", "село Коянды", "Koyandy village"},
        .is_demonstration = true,
        .study = study_create()};
    random_token(site->once);
}

void site_teardown(struct site *site)
{
    char command[96];
    visit_finish(&site->visit);
    store_reader_close(site->reader);
    study_destroy(site->frame.study);
    clerk_close(site->clerk);
    arena_destroy(site->arena);
    (void)snprintf(command, sizeof command, "rm -r %s", site->folder);
    assert_int_equal(system(command), 0);
}

void site_now(struct site *site, const char *now)
{
    FILE *file = fopen(site->now_file, "w");
    assert_non_null(file);
    (void)fprintf(file, "%s\n", now);
    assert_int_equal(fclose(file), 0);
}

void site_sign_in(struct site *site, const char *account)
{
    site->session[0] = '\0';
    if (account != NULL) {
        account_add(site, account);
        site_ok(site, clerk_sign_in(site->clerk, account, password,
                          site->session, &site->error));
    }
}

static unsigned ask(struct site *site, enum request_method method,
    const char *target, const char *body)
{
    char cookies[80] = "";
    visit_finish(&site->visit);
    if (site->session[0] != '\0') {
        (void)snprintf(
            cookies, sizeof cookies, "kenes-session=%s", site->session);
    }
    struct visit_input input = {.method = method,
        .target = target,
        .cookies = cookies,
        .body = bytes_of_text(body)};
    if (visit_open(
            &site->visit, &input, site->clerk, &site->frame, site->arena)) {
        visit_ask(&site->visit, site->reader);
        if (site->visit.response.act != NULL) {
            struct clerk_answer answer;
            clerk_submit_wait(site->clerk, site->visit.request.account,
                site->visit.response.act, &answer);
            visit_answer(&site->visit, site->reader, &answer);
        }
    }
    visit_close(&site->visit);
    return site->visit.response.status;
}

unsigned site_get(struct site *site, const char *target)
{
    return ask(site, REQUEST_GET, target, "");
}

/* Percent-encodes what a form cannot carry as it is. */
static void fields_add(struct buffer *body, const char *fields)
{
    for (; *fields != '\0'; fields++) {
        unsigned char byte = (unsigned char)*fields;
        if (byte == ' ') {
            buffer_add_char(body, '+');
        } else if (byte >= 0x80) {
            buffer_add_format(body, "%%%02X", byte);
        } else {
            buffer_add_char(body, *fields);
        }
    }
}

unsigned site_post(struct site *site, const char *target, const char *fields)
{
    struct buffer body = BUFFER_EMPTY;
    struct clerk_account account;
    char token[CLERK_TOKEN_MAX] = "";
    if (!site->keep_once) {
        random_token(site->once);
    }
    if (site->session[0] != '\0') {
        site_ok(site, clerk_session(site->clerk, site->session, site->arena,
                          &account, token, &site->error));
    }
    fields_add(&body, fields);
    buffer_add_format(&body, "%sform-token=%s&once=%s",
        fields[0] == '\0' ? "" : "&", token, site->once);
    unsigned status = ask(site, REQUEST_POST, target, buffer_text(&body));
    buffer_finish(&body);
    return status;
}

const char *site_text(const struct site *site)
{
    return buffer_text(&site->visit.response.body);
}

const char *site_location(const struct site *site)
{
    const char *location = site->visit.response.location.text;
    return location == NULL ? "" : location;
}

bool site_says(const struct site *site, const char *text)
{
    return strstr(site_text(site), text) != NULL;
}

int64_t site_entries(struct site *site)
{
    struct store_head head = {.count = 0};
    site_ok(site, store_head(site->reader, &head, &site->error));
    return head.count;
}

void site_act(struct site *site, const char *account, const char *act)
{
    struct clerk_account entering = account_of(account);
    struct clerk_answer answer;
    struct act read;
    const struct json *json = NULL;
    char *text = arena_text(site->arena, act);
    for (char *at = text; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    site_ok(site,
        json_parse(bytes_of_text(text), site->arena, &json, &site->error));
    site_ok(site, act_read(json, site->arena, &read, &site->error));
    clerk_submit_wait(site->clerk, &entering, &read, &answer);
    if (answer.status == STATUS_REFUSED) {
        fail_msg("%s: %s", act, answer.refusal.reason.key);
    }
    if (answer.status != STATUS_OK) {
        fail_msg("%s: %s", act, answer.error.message.key);
    }
}
