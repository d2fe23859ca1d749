/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Scenarios: what the law must answer on a day.
 */
#include "law/norms.h"

static void scenario_run(const struct law *law,
    const struct corpus_scenario *scenario, struct diagnostic_list *failures);
static void expectation_run(const struct law *law,
    const struct corpus_scenario *scenario, const struct syntax_node *node,
    struct diagnostic_list *failures);
static struct message *failure(const struct corpus_scenario *scenario,
    const struct syntax_node *node, struct diagnostic_list *failures,
    const char *key, const struct law_query *query);

void law_test(const struct law *law, struct law_diagnostics *failures,
    size_t *expectations)
{
    struct diagnostic_list list;
    diagnostic_start(&list, failures);
    *expectations = 0;
    for (size_t i = 0; i < law->scenarios_count; i++) {
        *expectations += law->scenarios[i].expectations;
        scenario_run(law, &law->scenarios[i], &list);
    }
}

static void scenario_run(const struct law *law,
    const struct corpus_scenario *scenario, struct diagnostic_list *failures)
{
    const struct syntax_node *node = scenario->node + 1;
    for (size_t left = scenario->expectations; left > 0; node++) {
        if (node->kind == SYNTAX_EXPECT) {
            expectation_run(law, scenario, node, failures);
            left--;
        }
    }
}

/* Each subject with each object; without a subject: nobody. */
static void expectation_run(const struct law *law,
    const struct corpus_scenario *scenario, const struct syntax_node *node,
    struct diagnostic_list *failures)
{
    const struct syntax_head *head = scenario->node->of.head;
    const struct syntax_norm *norm = node->of.norm;
    bool is_none = norm->subjects_count == 0;
    struct arena *arena = arena_create();
    for (size_t i = 0; i < (is_none ? 1 : norm->subjects_count); i++) {
        for (size_t k = 0; k < norm->objects_count; k++) {
            const struct law_query query = {
                .day = head->from.date,
                .subject = is_none ? NULL : norm->subjects[i],
                .verb = norm->verb->id,
                .object = norm->objects[k],
                .level = head->levels_count == 0 ? NULL : head->levels[0],
                .population = -1,
            };
            struct norms_found found = {.arena = arena};
            norms_search(law, &query, &found);
            if (!is_none && found.count == 0) {
                (void)failure(
                    scenario, node, failures, "law.expected", &query);
            } else if (is_none && found.count > 0) {
                (void)message_citation(
                    failure(scenario, node, failures, "law.expected-none",
                        &query),
                    "citation", found.items[0]->citation.place);
            }
        }
    }
    arena_destroy(arena);
}

static struct message *failure(const struct corpus_scenario *scenario,
    const struct syntax_node *node, struct diagnostic_list *failures,
    const char *key, const struct law_query *query)
{
    struct message *message = diagnostic_add(
        failures, scenario->file, node->line, node->column, key);
    (void)message_text(
        message, "scenario", scenario->node->of.head->id.text);
    if (query->subject != NULL) {
        (void)message_text(message, "subject", query->subject);
    }
    (void)message_text(message, "verb", query->verb);
    return message_text(message, "object", query->object);
}
