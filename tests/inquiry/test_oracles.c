/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Clingo and Z3 on the same facts: a thousand random corpora, and the whole
 * law.  Where a solver is not installed its tests are skipped, aloud.
 *
 * The random corpora are one: each is in force on a day of its own.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "inquiries.h"
#include "inquiry/facts_internal.h"
#include "inquiry/repair.h"
#include "test.h"

enum {
    CORPORA = 1000,
    KINDS = 1 << FINDINGS_STATUS | 1 << FINDINGS_TERRITORY |
        1 << FINDINGS_PROCEDURE,
    ANSWER_MAX = 4 * 1024 * 1024,
    PRICE_WEIGHT = 1000
};

static uint32_t seed;
static struct law *law;
static struct arena *arena;
/* What is found in each corpus, and what the solvers are asked. */
static struct {
    const struct findings_item *items;
    size_t count;
    struct repair_result repair;
} known[CORPORA];
static struct buffer of_clingo;
static struct buffer of_z3;

static char folder[] = "/tmp/kenes-oracle-XXXXXX";

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

static const char *one_of(const char *const *words, size_t count)
{
    return words[draw((uint32_t)count)];
}

#define ONE_OF(words) one_of(words, sizeof(words) / sizeof *(words))

static struct date day_of(size_t corpus)
{
    return date_add_days((struct date){2001, 1, 1}, (int64_t)corpus);
}

static void norm_draw(struct buffer *text)
{
    static const char *const organs[] = {"maslikhat", "oblast-maslikhat",
        "akimat", "akim", "rural-akim", "gathering", "assembly"};
    static const char *const bodies[] = {"gathering", "assembly", "maslikhat"};
    static const char *const classes[] = {
        "state-organ", "lsg-organ", "other-lsg-organ", "form-of-activity"};
    static const char *const functions[] = {
        "state-functions", "lsg-functions"};
    static const char *const levels[] = {
        "oblast", "district", "city", "capital", "village"};
    buffer_add_format(text, "  %u  ", 1 + draw(3));
    switch (draw(9)) {
    case 0:
        buffer_add_text(text, "state-organ is-distinct-from: lsg-organ");
        break;
    case 1:
        buffer_add_text(
            text, "self-government territory-must-be: compactness");
        break;
    case 2:
        buffer_add_text(
            text, "population decides: local-matters; as independent");
        break;
    case 3:
        buffer_add_format(text, "%s sets-procedure-of: %s", ONE_OF(organs),
            ONE_OF(bodies));
        break;
    case 4:
        buffer_add_format(text, "self-government is-exercised-within: %s",
            ONE_OF(levels));
        break;
    case 5:
        buffer_add_format(
            text, "%s exercises: %s", ONE_OF(organs), ONE_OF(functions));
        break;
    default:
        buffer_add_format(
            text, "%s counts-as: %s", ONE_OF(organs), ONE_OF(classes));
        break;
    }
    buffer_add_char(text, '\n');
}

static void corpora_find(void);

static int corpora_make(void **state)
{
    (void)state;
    static const char *const acts[] = {
        "act c; rank constitution; adopted 2000-01-01\n",
        "act l; rank law; adopted 2000-01-01\n",
        "act d; rank decree; adopted 2000-01-01\n"};
    struct buffer text = BUFFER_EMPTY;
    seed = 20100101;
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        buffer_add_text(&text, acts[i]);
        for (size_t corpus = 0; corpus < CORPORA; corpus++) {
            char day[DATE_TEXT_MAX];
            date_write(day_of(corpus), day);
            buffer_add_format(&text, "article 1; from %s\n", day);
            for (uint32_t norms = 2 + draw(4); norms > 0; norms--) {
                norm_draw(&text);
            }
        }
    }
    law = inquiries_words(buffer_text(&text));
    buffer_finish(&text);
    arena = arena_create();
    corpora_find();
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int corpora_free(void **state)
{
    (void)state;
    buffer_finish(&of_clingo);
    buffer_finish(&of_z3);
    arena_destroy(arena);
    law_destroy(law);
    (void)rmdir(folder);
    return 0;
}

/* What a program says to a file of this text; NULL where it is not there. */
static char *answer_of(const char *program, const char *arguments,
    const struct buffer *question)
{
    const char *check =
        arena_format(arena, "command -v %s >/dev/null 2>&1", program);
    if (system(check) != 0) { /* NOLINT(cert-env33-c): a test's own words */
        print_message("%s is not installed: skipped\n", program);
        return NULL;
    }
    const char *path = arena_format(arena, "%s/question", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    (void)fwrite(buffer_text(question), 1, question->length, file);
    assert_int_equal(fclose(file), 0);
    FILE *pipe = popen(
        arena_format(arena, "%s %s %s 2>&1", program, arguments, path), "r");
    assert_non_null(pipe);
    char *answer = arena_take(arena, ANSWER_MAX);
    size_t length = fread(answer, 1, ANSWER_MAX - 1, pipe);
    answer[length] = '\0';
    (void)pclose(pipe);
    (void)remove(path);
    return answer;
}

static void words_write(struct buffer *text)
{
    static const char *const kinds[] = {"organ", "office", "class", "term"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *const *words = NULL;
        size_t count = 0;
        law_words(law, kinds[i], arena, &words, &count);
        for (size_t k = 0; k < count; k++) {
            const char *const *wider = NULL;
            size_t wider_count = 0;
            law_word_wider(law, words[k], arena, &wider, &wider_count);
            buffer_add_format(
                text, "is(\"%s\",\"%s\").\n", words[k], words[k]);
            for (size_t j = 0; j < wider_count; j++) {
                buffer_add_format(
                    text, "is(\"%s\",\"%s\").\n", words[k], wider[j]);
            }
            if (i < 2) {
                buffer_add_format(text, "organ(\"%s\").\n", words[k]);
            }
            if (i == 0) {
                buffer_add_format(text, "body(\"%s\").\n", words[k]);
            }
        }
    }
    sqlite3_stmt *statement = NULL;
    struct facts *facts =
        facts_load(law, &(struct facts_query){.day = day_of(0)});
    statement = facts_prepare(facts, "SELECT level, part FROM covers");
    while (facts_step(statement)) {
        buffer_add_format(text, "part(\"%s\",\"%s\").\n",
            facts_column(statement, 0, arena),
            facts_column(statement, 1, arena));
    }
    (void)sqlite3_finalize(statement);
    for (size_t i = 0; i < law_levels_count(law); i++) {
        const struct law_level *level = law_level_at(law, i);
        if (strcmp(level->compact, "unknown") != 0) {
            buffer_add_format(text, "compact(\"%s\",\"%s\").\n", level->id,
                level->compact);
        }
    }
    facts_destroy(facts);
}

static void norms_write(
    const struct facts *facts, size_t corpus, struct buffer *text)
{
    for (size_t id = 1; id <= facts_count(facts); id++) {
        const struct law_norm *norm = facts_norm(facts, id);
        int rank = *norm->citation.act == 'c' ? facts_rank("constitution")
            : *norm->citation.act == 'l'      ? facts_rank("law")
                                              : facts_rank("decree");
        buffer_add_format(text,
            "n(%zu,%zu,\"%s\",%d,\"%s\",\"%s\",\"%s\",\"%s\").\n", corpus, id,
            norm->citation.place, rank, norm->subject, norm->verb,
            norm->object,
            strcmp(norm->clauses, "as independent") == 0 ? "independent" : "");
    }
}

static bool says(const char *answer, const char *atom)
{
    const char *at = strstr(answer, atom);
    return at != NULL;
}

/* The last line of clingo's that begins so: of its best answer. */
static const char *last_line(const char *answer, const char *start)
{
    const char *found = NULL;
    for (const char *at = strstr(answer, start); at != NULL;
         at = strstr(at + 1, start)) {
        found = at;
    }
    return found;
}

static size_t atoms_count(const char *answer, const char *name)
{
    size_t count = 0;
    for (const char *at = strstr(answer, name); at != NULL;
         at = strstr(at + 1, name)) {
        count++;
    }
    return count;
}

static void clingo_finds_and_repairs_the_same(void **state)
{
    (void)state;
    char *answer =
        answer_of("clingo", "--opt-strategy=usc --quiet=1", &of_clingo);
    if (answer == NULL) {
        skip();
    }
    const char *best = last_line(answer, "Answer:");
    const char *optimum = last_line(answer, "Optimization : ");
    assert_non_null(best);
    assert_non_null(optimum);
    assert_non_null(strstr(answer, "OPTIMUM FOUND"));
    int64_t price = 0;
    int64_t dropped = 0;
    size_t territories = 0;
    size_t procedures = 0;
    for (size_t corpus = 0; corpus < CORPORA; corpus++) {
        const struct findings_item *items = known[corpus].items;
        const struct repair_result *repair = &known[corpus].repair;
        assert_true(repair->possible);
        price += repair->price;
        dropped += (int64_t)repair->options[0].dropped_count;
        bool is_any = false;
        for (size_t i = 0; i < known[corpus].count; i++) {
            const char *about = strchr(items[i].key, ':') + 1;
            const char *atom = arena_format(arena, "%s(%zu,\"%s\")",
                findings_kind_name(items[i].kind), corpus, about);
            if (!says(best, atom)) {
                fail_msg("clingo does not say %s", atom);
            }
            territories += items[i].kind == FINDINGS_TERRITORY ? 1 : 0;
            procedures += items[i].kind == FINDINGS_PROCEDURE ? 1 : 0;
            is_any = is_any || items[i].kind == FINDINGS_STATUS;
        }
        /* Of one conflict the widest organ alone is told here. */
        if (is_any !=
            says(best, arena_format(arena, "status(%zu,", corpus))) {
            fail_msg("status differs in corpus %zu", corpus);
        }
    }
    assert_int_equal(atoms_count(best, "territory("), territories);
    assert_int_equal(atoms_count(best, "procedure("), procedures);
    assert_true(territories > CORPORA / 100);
    assert_true(procedures > CORPORA / 100);
    char *rest = NULL;
    assert_int_equal(
        strtoll(optimum + strlen("Optimization : "), &rest, 10), price);
    assert_int_equal(strtoll(rest, NULL, 10), dropped);
}

/* The clauses of the views as an optimisation of Z3. */
static void z3_write(const struct facts *facts, size_t corpus,
    const char *const *views, size_t views_count, struct buffer *text)
{
    for (size_t id = 1; id <= facts_count(facts); id++) {
        const char *place = facts_norm(facts, id)->citation.place;
        bool is_new = true;
        for (size_t k = 1; k < id && is_new; k++) {
            is_new =
                strcmp(facts_norm(facts, k)->citation.place, place) != 0;
        }
        if (is_new) {
            bool is_constitution = *place == 'c';
            buffer_add_format(text,
                "(declare-const |%zu %s| Bool)\n"
                "(assert-soft (not |%zu %s|) :weight %d :id g)\n",
                corpus, place, corpus, place,
                PRICE_WEIGHT *
                    (is_constitution ? REPAIR_CONSTITUTION : REPAIR_OTHER));
        }
        buffer_add_format(text,
            "(declare-const d%zu-%zu Bool)\n"
            "(assert-soft (not d%zu-%zu) :weight 1 :id g)\n"
            "(assert (=> d%zu-%zu |%zu %s|))\n",
            corpus, id, corpus, id, corpus, id, corpus, place);
    }
    for (size_t i = 0; i < views_count; i++) {
        sqlite3_stmt *statement = facts_view(facts, views[i], NULL);
        while (facts_step(statement)) {
            buffer_add_text(text, "(assert (or false");
            for (int column = 0; column < 2; column++) {
                const char *ids = facts_column(statement, column, arena);
                for (const char *at = ids == NULL ? "" : ids;
                     *at != '\0';) {
                    size_t length = strcspn(at, ",");
                    buffer_add_format(text,
                        column == 0 ? " d%zu-%.*s" : " (not d%zu-%.*s)",
                        corpus, (int)length, at);
                    at += length + (at[length] == ',' ? 1 : 0);
                }
            }
            buffer_add_text(text, "))\n");
        }
        (void)sqlite3_finalize(statement);
    }
}

/* Each corpus once: its findings, its repair, and both questions. */
static void corpora_find(void)
{
    static const char *const views[] = {
        "clause_status", "clause_territory", "clause_procedure"};
    static const char *const rules[] = {
        "tests/inquiry/oracle.lp", "tests/inquiry/oracle_repair.lp"};
    struct error error = {0};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        assert_int_equal(
            file_read(rules[i], 1 << 20, &of_clingo, &error), STATUS_OK);
    }
    words_write(&of_clingo);
    for (size_t corpus = 0; corpus < CORPORA; corpus++) {
        struct facts *facts = facts_load(
            law, &(struct facts_query){.day = day_of(corpus)});
        findings_find(facts, KINDS, arena, &known[corpus].items,
            &known[corpus].count);
        repair_find(facts, &(struct repair_terms){.kinds = KINDS}, arena,
            &known[corpus].repair);
        norms_write(facts, corpus, &of_clingo);
        buffer_add_text(&of_z3, "(push)\n");
        z3_write(facts, corpus, views, 3, &of_z3);
        buffer_add_text(&of_z3, "(check-sat)\n(get-objectives)\n(pop)\n");
        facts_destroy(facts);
    }
}

/* The sum of all its optima. */
static int64_t z3_price(const char *answer, size_t problems)
{
    int64_t sum = 0;
    size_t count = 0;
    for (const char *at = strstr(answer, "(g "); at != NULL;
         at = strstr(at + 1, "(g ")) {
        sum += strtoll(at + 3, NULL, 10);
        count++;
    }
    if (count != problems) {
        fail_msg("z3 says %.200s", answer);
    }
    return sum;
}

static void z3_repairs_the_same(void **state)
{
    (void)state;
    int64_t cost = 0;
    for (size_t corpus = 0; corpus < CORPORA; corpus++) {
        const struct repair_result *repair = &known[corpus].repair;
        cost += repair->price * PRICE_WEIGHT +
            (int64_t)repair->options[0].dropped_count;
    }
    char *answer = answer_of("z3", "-T:300", &of_z3);
    if (answer == NULL) {
        skip();
    }
    assert_int_equal(z3_price(answer, CORPORA), cost);
}

static void z3_repairs_the_whole_law_the_same(void **state)
{
    (void)state;
    static const char *const views[] = {"clause_status", "clause_territory",
        "clause_procedure", "clause_independence", "clause_internal"};
    static const char *const days[] = {
        "2007-06-01", "2010-01-01", "2018-11-05", "2025-08-31"};
    static const char *const readings[] = {"text", "article"};
    struct law *whole = inquiries_corpus(NULL);
    for (size_t i = 0; i < 8; i++) {
        struct facts *facts = facts_load(whole,
            &(struct facts_query){.day = inquiries_day(days[i / 2]),
                .reading = readings[i % 2]});
        struct buffer text = BUFFER_EMPTY;
        struct repair_result result;
        repair_find(facts,
            &(struct repair_terms){.kinds = (1u << FINDINGS_PEOPLE) - 1},
            arena, &result);
        z3_write(facts, 0, views, sizeof views / sizeof *views, &text);
        buffer_add_text(&text, "(check-sat)\n(get-objectives)\n");
        char *answer = answer_of("z3", "-T:300", &text);
        buffer_finish(&text);
        facts_destroy(facts);
        if (answer == NULL) {
            law_destroy(whole);
            skip();
        }
        assert_int_equal(z3_price(answer, 1),
            result.price * PRICE_WEIGHT +
                (int64_t)result.options[0].dropped_count);
    }
    law_destroy(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clingo_finds_and_repairs_the_same),
        cmocka_unit_test(z3_repairs_the_same),
        cmocka_unit_test(z3_repairs_the_whole_law_the_same),
    };
    return cmocka_run_group_tests(tests, corpora_make, corpora_free);
}
