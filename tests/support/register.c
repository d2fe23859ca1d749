/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Residents and a procedure made by hand, so that no law is needed.
 */
#include "register.h"

#include "test.h"

static const char *const minor_words[] = {"minor"};
static const char *const incapable_words[] = {"declared-incapable"};

/* Takes part who is of age and not declared incapable. */
static const struct law_stage stages[] = {
    {.kind = LAW_STAGE_TAKES_PART},
    {
        .kind = LAW_STAGE_TAKES_PART_NOT,
        .words = minor_words,
        .words_count = 1,
        .amount = {.given = true, .bound = LAW_BOUND_LESS_THAN,
            .value = {18, 1}, .unit = "years"},
        .citation = {.place = "law/1/minor"},
    },
    {
        .kind = LAW_STAGE_TAKES_PART_NOT,
        .words = incapable_words,
        .words_count = 1,
        .citation = {.place = "law/1/incapable"},
    },
};

static const struct law_procedure procedure = {
    .id = "gathering", .stages = stages, .stages_count = 3};

struct resident register_person(
    const char *number, const char *surname, const char *name, int year)
{
    return (struct resident){
        .number = number,
        .surname = surname,
        .name = name,
        .patronymic = "",
        .birth = {(int16_t)year, 3, 20},
        .kato = REGISTER_KATO,
        .street = "Абай көшесі",
        .house = "7",
        .from = {2010, 1, 1},
        .citizen = true,
    };
}

struct store_import register_import(
    struct kept *kept, struct resident *residents, size_t count)
{
    struct store_import done;
    struct commitment_salt salts[8];
    assert_true(count <= 8);
    for (size_t i = 0; i < count; i++) {
        salts[i] = kept_salt(kept);
    }
    kept_begin(kept);
    kept_ok(kept, store_import(
        kept->store, residents, salts, count, &done, &kept->error));
    kept_commit(kept);
    return done;
}

void register_fill(struct kept *kept)
{
    struct resident residents[] = {
        register_person("000000000001", "Жақсыбеков", "Әлихан", 1960),
        register_person("000000000002", "Абаев", "Нұрлан", 1970),
        register_person("000000000003", "Петров-Водкин", "Кузьма", 2008),
        register_person("000000000004", "Ёлкин", "Иван", 2008),
        register_person("000000000005", "Қасымов", "Серік", 1980),
        register_person(NULL, "Абаева", "Гүл_нар", 1990),
    };
    residents[3].birth.day = 21;
    residents[4].exclusions[0] = (struct resident_exclusion){
        .reason = "declared-incapable", .from = {2020, 1, 1}};
    residents[4].exclusions_count = 1;
    struct store_import done = register_import(kept, residents, 6);
    assert_int_equal(done.added, 6);
    assert_int_equal(residents[5].id, 6);
}

struct store_electorate register_electorate(void)
{
    return (struct store_electorate){
        .law = "ab",
        .procedure = &procedure,
        .law_day = {2026, 3, 1},
        .unit = territory_find("116645000"),
        .day = {2026, 3, 20},
    };
}
