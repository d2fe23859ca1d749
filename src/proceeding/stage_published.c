/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Making a decision known, in the ways that the law names.
 */
#include <string.h>

#include "proceeding/stage.h"

enum status stage_publish_ready(struct ruling *ruling)
{
    if (!ruling->item->published) {
        return STATUS_OK;
    }
    stage_refuse(ruling, stage_of(ruling, LAW_STAGE_PUBLISHED, NULL),
        "refusal.published-already", "cure.published-already");
    message_date(
        &ruling->refusal->reason, "day", ruling->item->published_on);
    return STATUS_REFUSED;
}

/* One of the law's ways, or a narrower one; any where it names none. */
static bool is_lawful(const struct law *law,
    const struct law_stage *published, const char *way)
{
    const char *kind = law_word_kind(law, way);
    if (published->words_count == 0) {
        return kind != NULL && strcmp(kind, "way") == 0;
    }
    for (size_t i = 0; i < published->words_count; i++) {
        if (law_word_is(law, way, published->words[i])) {
            return true;
        }
    }
    return false;
}

enum status stage_publish(struct ruling *ruling)
{
    const struct law_stage *published =
        stage_of(ruling, LAW_STAGE_PUBLISHED, NULL);
    const struct json *ways = json_member(ruling->act->body, "ways");
    for (size_t i = 0; i < json_count(ways); i++) {
        const char *way = json_text(json_at(ways, i));
        if (!is_lawful(ruling->facts->law, published, way)) {
            stage_refuse(ruling, published, "refusal.way-unlawful",
                "cure.way-unlawful");
            message_word(&ruling->refusal->reason, "way", way);
            message_word(&ruling->refusal->cure, "way",
                published->words_count == 0 ? "" : published->words[0]);
            return STATUS_REFUSED;
        }
    }
    struct json *body = stage_emit(ruling, "decision-published");
    json_put_integer(body, "item", ruling->item->number);
    json_put(body, "ways", ways);
    return STATUS_OK;
}
