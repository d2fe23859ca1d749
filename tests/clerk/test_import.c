/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Registers and budgets from files: all of a file, or nothing.
 */
#include <string.h>

#include "desk.h"
#include "test.h"

#define HEAD "surname,name,birth,kato,from,citizen\n"
#define ROW(name) name ",Асан,1970-01-02," DESK_VILLAGE ",2010-01-01,yes\n"

#define BUDGET_HEAD \
    "year,decision,decided_on,revenue,tax,non_tax,capital_sales,transfers," \
    "expenditure,net_lending,loans,loan_repayment,financial_assets,deficit," \
    "financing\n"
#define BUDGET_ROW "2026,26/155,2025-12-27,"

static enum status residents(struct desk *desk, const char *csv)
{
    struct clerk_account keeper = desk_account("keeper");
    int64_t imported = 0;
    return clerk_import_residents(desk->clerk, &keeper, bytes_of_text(csv),
        &imported, &desk->error);
}

static enum status budget(struct desk *desk, const char *csv)
{
    struct clerk_account keeper = desk_account("keeper");
    int64_t imported = 0;
    enum status status = clerk_import_budget(desk->clerk, &keeper,
        bytes_of_text(csv), true, &imported, &desk->error);
    assert_int_equal(imported, status == STATUS_OK ? 1 : 0);
    return status;
}

static int64_t count(struct desk *desk, const char *table)
{
    return kept_sql_integer(&desk->file,
        arena_format(desk->arena, "SELECT count(*) FROM %s", table));
}

static struct community community_of(struct desk *desk)
{
    struct community community;
    struct store_reader *reader = desk_reader(desk);
    desk_ok(desk,
        store_community(reader, desk->arena, &community, &desk->error));
    store_reader_close(reader);
    return community;
}

static bool event_keep(void *context, const struct store_event *event)
{
    buffer_add(context, event->bytes.data, event->bytes.length);
    return false;
}

/* The keys of those imported, in the order of the file, under the root. */
static void an_import_is_one_event_with_count_and_root(void **state)
{
    struct desk *desk = *state;
    struct buffer bytes = BUFFER_EMPTY;
    desk_ok(desk, residents(desk, HEAD ROW("Абаев") ROW("Болатов")));
    assert_int_equal(desk_events(desk), 2);
    struct store_reader *reader = desk_reader(desk);
    desk_ok(desk, store_events(reader, 2, 0, event_keep, &bytes,
        &desk->error));
    struct hash leaves[2];
    for (int64_t i = 0; i < 2; i++) {
        struct engine_needs needs = {
            .residents = {i + 1}, .residents_count = 1};
        struct engine_person person;
        desk_ok(desk, store_persons(reader, &needs, NULL, desk->arena,
            &person, &desk->error));
        assert_true(
            bytes_from_hex(person.key, leaves[i].bytes, HASH_SIZE));
    }
    store_reader_close(reader);
    char root[COMMITMENT_TEXT_MAX];
    struct hash whole = commitment_root(leaves, 2);
    commitment_write(&whole, root);
    const char *text = buffer_text(&bytes);
    assert_non_null(strstr(text, "\"kind\":\"residents-imported\""));
    assert_non_null(strstr(text, "\"count\":2"));
    assert_non_null(strstr(text, root));
    assert_null(strstr(text, "Абаев"));
    buffer_finish(&bytes);
    assert_int_equal(community_of(desk).residents, 2);
}

static void a_file_with_one_fault_imports_nothing(void **state)
{
    static const char *const faulty[] = {
        HEAD ROW("Абаев") "Болатов,,1970-01-02," DESK_VILLAGE
                          ",2010-01-01,yes\n",
        HEAD ROW("Абаев") "Болатов,Асан,1970-02-30," DESK_VILLAGE
                          ",2010-01-01,yes\n",
        HEAD ROW("Абаев") "Болатов,Асан,1970-01-02,111111111"
                          ",2010-01-01,yes\n",
        HEAD ROW("Абаев") "Болатов\xff,Асан,1970-01-02," DESK_VILLAGE
                          ",2010-01-01,yes\n",
        HEAD ROW("Абаев") "Болатов,Асан\n",
        HEAD,
        "",
    };
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        assert_int_equal(residents(desk, faulty[i]), STATUS_INVALID);
        assert_non_null(desk->error.message.key);
        assert_true(tongue_has(desk->error.message.key));
    }
    assert_int_equal(count(desk, "residents"), 0);
    assert_int_equal(count(desk, "persons"), 0);
    assert_int_equal(desk_events(desk), 1);
}

static void a_second_import_brings_the_register_up_to_date(void **state)
{
    struct desk *desk = *state;
    desk_ok(desk, residents(desk, HEAD ROW("Абаев") ROW("Болатов")));
    desk_ok(desk, residents(desk, HEAD ROW("Болатов") ROW("Ғалиев")));
    assert_int_equal(count(desk, "residents"), 3);
    assert_int_equal(count(desk, "persons"), 3);
    assert_int_equal(community_of(desk).residents, 3);
}

/* ---- budgets ----------------------------------------------------------- */

static void a_budget_is_kept_in_tiyn_and_marked_as_an_example(void **state)
{
    struct desk *desk = *state;
    desk_ok(desk,
        budget(desk, BUDGET_HEAD BUDGET_ROW
            "366814.4,94107,48,8240,264419.4,368941.8,0,0,0,0,-2127.4,"
            "2127.4\n"));
    struct community community = community_of(desk);
    assert_int_equal(community.budgets_count, 1);
    const struct community_budget *kept = &community.budgets[0];
    assert_int_equal(kept->year, 2026);
    assert_string_equal(kept->decision, "26/155, 2025-12-27");
    assert_true(kept->example);
    assert_int_equal(
        json_member_integer(kept->figures, "revenue", 0), 36681440000);
    assert_int_equal(
        json_member_integer(kept->figures, "deficit", 0), -212740000);
}

/* Each sum, one tenge off. */
static void a_sum_that_is_not_that_of_its_parts_is_not_kept(void **state)
{
    static const struct {
        const char *row;
        const char *column;
    } faulty[] = {
        {"10.001,4,3,2,1,8,1,2,1,1,0,0\n", "revenue"},
        {"10,4,3,2,1,8,1.001,2,1,1,0,0\n", "net_lending"},
        {"10,4,3,2,1,8,1,2,1,1,0.001,-0.001\n", "deficit"},
        {"10,4,3,2,1,8,1,2,1,1,0,0.001\n", "financing"},
        {"10,4,3,2,1,7,1,2,1,1,1,1\n", "financing"},
    };
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        desk_fails(desk,
            budget(desk, arena_format(desk->arena,
                BUDGET_HEAD BUDGET_ROW "%s", faulty[i].row)),
            STATUS_INVALID, "error.budget-sum");
        assert_string_equal(
            message_value(&desk->error.message, "column"),
            faulty[i].column);
        assert_string_equal(message_value(&desk->error.message, "line"), "2");
    }
    assert_int_equal(desk_events(desk), 1);
    desk_ok(desk,
        budget(desk, BUDGET_HEAD BUDGET_ROW "10,4,3,2,1,7,1,2,1,1,1,-1\n"));
}

static void a_figure_is_a_number_that_the_record_can_hold(void **state)
{
    static const char *const faulty[] = {
        "x,4,3,2,1,8,1,2,1,1,0,0\n",
        ",4,3,2,1,8,1,2,1,1,0,0\n",
        "10.1234567,4,3,2,1,8,1,2,1,1,0,0\n",
        "90071992548,4,3,2,1,8,1,2,1,1,0,0\n",
        "-90071992548,4,3,2,1,8,1,2,1,1,0,0\n",
        "99999999999999999999,4,3,2,1,8,1,2,1,1,0,0\n",
    };
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        desk_fails(desk,
            budget(desk, arena_format(desk->arena,
                BUDGET_HEAD BUDGET_ROW "%s", faulty[i])),
            STATUS_INVALID, "error.budget-figure");
    }
    desk_ok(desk,
        budget(desk, BUDGET_HEAD BUDGET_ROW
            "90071992547,90071992547,0,0,0,90071992547,0,0,0,0,0,0\n"));
}

static void a_budget_says_which_it_is(void **state)
{
    static const char FIGURES[] = "10,4,3,2,1,7,1,2,1,1,1,-1\n";
    static const char *const faulty[] = {"x,26/155,2025-12-27,",
        "1990,26/155,2025-12-27,", "3000,26/155,2025-12-27,",
        "2026,,2025-12-27,", "2026,26/155,27 желтоқсан,"};
    struct desk *desk = *state;
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        desk_fails(desk,
            budget(desk, arena_format(desk->arena, BUDGET_HEAD "%s%s",
                faulty[i], FIGURES)),
            STATUS_INVALID, "error.budget-head");
    }
    assert_int_equal(desk_events(desk), 1);
}

static void a_file_of_another_shape_is_no_budget(void **state)
{
    static const char ROW_OF_ONE[] = "10,4,3,2,1,7,1,2,1,1,1,-1\n";
    struct desk *desk = *state;
    desk_fails(desk, budget(desk, BUDGET_HEAD), STATUS_INVALID,
        "error.budget-empty");
    desk_fails(desk,
        budget(desk, arena_format(desk->arena,
            BUDGET_HEAD BUDGET_ROW "%s" BUDGET_ROW "%s", ROW_OF_ONE,
            ROW_OF_ONE)),
        STATUS_INVALID, "error.budget-one-year");
    desk_fails(desk, budget(desk, "year,decision\n2026,26/155\n"),
        STATUS_INVALID, "error.budget-column");
    assert_string_equal(
        message_value(&desk->error.message, "column"), "decided_on");
    desk_fails(desk,
        budget(desk,
            "year,decision,decided_on,revenue\n2026,26/155,2025-12-27,1\n"),
        STATUS_INVALID, "error.budget-column");
    assert_string_equal(
        message_value(&desk->error.message, "column"), "tax");
    assert_int_equal(
        budget(desk, arena_format(desk->arena,
            BUDGET_HEAD BUDGET_ROW "%s" BUDGET_ROW "1\n", ROW_OF_ONE)),
        STATUS_INVALID);
    assert_int_equal(desk_events(desk), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(an_import_is_one_event_with_count_and_root),
        DESK_TEST(a_file_with_one_fault_imports_nothing),
        DESK_TEST(a_second_import_brings_the_register_up_to_date),
        DESK_TEST(a_budget_is_kept_in_tiyn_and_marked_as_an_example),
        DESK_TEST(a_sum_that_is_not_that_of_its_parts_is_not_kept),
        DESK_TEST(a_figure_is_a_number_that_the_record_can_hold),
        DESK_TEST(a_budget_says_which_it_is),
        DESK_TEST(a_file_of_another_shape_is_no_budget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
