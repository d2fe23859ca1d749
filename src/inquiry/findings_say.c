/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The sentence of each finding.
 */
#include <string.h>

#include "inquiry/findings_internal.h"

static const char *place_of(
    const struct findings_item *item, enum findings_role role);
static bool key_has(const struct findings_item *item, const char *part);
static void status_say(struct findings_item *item, const char *one,
    const char *two, const char *three);
static void one_say(
    struct findings_item *item, const char *key, const char *word);
static void against_say(
    struct findings_item *item, const char *key, const char *word);
static void places_say(struct findings_item *item, const char *key);
static void parameter_say(struct findings_item *item);

/* A sentence for each kind. NOLINTNEXTLINE(readability-function-size) */
void findings_internal_say(struct findings_item *item, const char *one,
    const char *two, const char *three)
{
    switch (item->kind) {
    case FINDINGS_STATUS:
        status_say(item, one, two, three);
        break;
    case FINDINGS_TERRITORY:
        against_say(item, "finding.territory", NULL);
        break;
    case FINDINGS_PROCEDURE:
        against_say(item, "finding.procedure", one);
        break;
    case FINDINGS_INDEPENDENCE:
        against_say(item, "finding.independence", one);
        break;
    case FINDINGS_INTERNAL:
        (void)message_word(message_word(message_start(&item->message,
                               "finding.internal"),
                               "organ", one),
            "class", two);
        break;
    case FINDINGS_PEOPLE:
        (void)message_citation(message_start(&item->message, "finding.people"),
            "fails", place_of(item, FINDINGS_FAILS));
        break;
    case FINDINGS_BASIS:
        against_say(item, "finding.basis", NULL);
        break;
    case FINDINGS_VACUOUS:
        one_say(item, "finding.vacuous", one);
        break;
    case FINDINGS_TERM:
        one_say(item, "finding.term", one);
        break;
    case FINDINGS_LEVEL:
        (void)message_start(&item->message,
            key_has(item, "community") ? "finding.level-community"
                                       : "finding.level-elected");
        break;
    case FINDINGS_ORGAN:
        one_say(item,
            key_has(item, "promised") ? "finding.organ-promised"
                                      : "finding.organ",
            one);
        break;
    case FINDINGS_ATTRIBUTE:
        one_say(item, "finding.attribute", one);
        break;
    case FINDINGS_COMPETENCE:
        one_say(item, "finding.competence", one);
        break;
    case FINDINGS_RESOURCES:
        (void)message_start(&item->message, "finding.resources");
        break;
    case FINDINGS_FORMS:
        one_say(item, "finding.forms", one);
        break;
    case FINDINGS_INITIATIVE:
        if (one == NULL) {
            places_say(item, "finding.initiative-consent");
        } else {
            one_say(item, "finding.initiative", one);
        }
        break;
    case FINDINGS_PARAMETER:
        parameter_say(item);
        break;
    case FINDINGS_RECALL:
        one_say(item, "finding.recall", one);
        break;
    case FINDINGS_OVERLAP:
        if (one == NULL) {
            (void)message_start(&item->message, "finding.overlap-territory");
        } else {
            one_say(item, "finding.overlap", one);
        }
        break;
    case FINDINGS_DANGLING:
        one_say(item, "finding.dangling", one);
        break;
    case FINDINGS_SELF_REFERENCE:
        (void)message_word(message_word(message_start(&item->message,
                               "finding.self-reference"),
                               "organ", one),
            "class", two);
        break;
    }
}

/* The first place of a role; "" where none has it. */
static const char *place_of(
    const struct findings_item *item, enum findings_role role)
{
    for (size_t i = 0; i < item->parts_count; i++) {
        if (item->parts[i].role == role) {
            return item->parts[i].norm->citation.place;
        }
    }
    return "";
}

static bool key_has(const struct findings_item *item, const char *part)
{
    return strstr(item->key, part) != NULL;
}

static void status_say(struct findings_item *item, const char *one,
    const char *two, const char *three)
{
    (void)message_start(&item->message,
        item->loser == NULL ? "finding.status" : "finding.status-inferior");
    (void)message_word(&item->message, "organ", one);
    (void)message_word(&item->message, "class", two);
    (void)message_word(&item->message, "other", three);
    (void)message_citation(
        &item->message, "measure", place_of(item, FINDINGS_MEASURE));
    if (item->loser != NULL) {
        (void)message_citation(&item->message, "loser", item->loser);
    }
}

static void one_say(
    struct findings_item *item, const char *key, const char *word)
{
    (void)message_word(message_start(&item->message, key), "word", word);
}

/* What fails, and what it is measured with. */
static void against_say(
    struct findings_item *item, const char *key, const char *word)
{
    (void)message_start(&item->message, key);
    if (word != NULL) {
        (void)message_word(&item->message, "word", word);
    }
    (void)message_citation(
        &item->message, "fails", place_of(item, FINDINGS_FAILS));
    (void)message_citation(
        &item->message, "measure", place_of(item, FINDINGS_MEASURE));
}

static void places_say(struct findings_item *item, const char *key)
{
    (void)message_citation(message_start(&item->message, key), "place",
        item->places_count > 0 ? item->places[0] : "");
}

/* "parameter:PROCEDURE:STAGE": a keyword has a name as a word has. */
static void parameter_say(struct findings_item *item)
{
    if (key_has(item, ":represented:")) {
        places_say(item, "finding.parameter-represented");
        return;
    }
    places_say(item, "finding.parameter");
    (void)message_word(
        &item->message, "stage", strrchr(item->key, ':') + 1);
}
