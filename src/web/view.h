/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What pages of the community share: a proceeding with its law, the stage of
 * the law that holds for it, and small texts in the language of the page.
 * Texts and parts of pages live as long as the request.
 */
#ifndef WEB_VIEW_H
#define WEB_VIEW_H

#include "web/page.h"

/* Loads what the engine needs of a proceeding (0: none); false where that
   failed and the response says why. */
bool view_facts(struct request *request, struct response *response,
    int64_t proceeding, struct engine_facts *facts);

/* page_start, with words and places named by the law of `facts`. */
struct html_out *view_start(const struct request *request,
    struct response *response, unsigned status, const char *title,
    const struct engine_facts *facts);

/*
 * The stage whose conditions hold for the proceeding (or, without one, for the
 * unit) and `matter` (NULL: any); NULL where there is none.
 */
const struct law_stage *view_stage(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    enum law_stage_kind kind, const char *matter);
const struct law_stage *view_stage_at(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure,
    enum law_stage_kind kind, size_t index);

/* The norm that makes an item a matter of its organ, or NULL. */
const struct law_norm *view_norm(const struct request *request,
    const struct engine_facts *facts, const struct item *item);

/* ---- texts --------------------------------------------------------------- */

const char *view_key(const struct request *request, const char *key);
const char *view_say(const struct request *request, const struct law *law,
    const struct message *message);
const char *view_word(
    const struct request *request, const struct law *law, const char *word);
const char *view_words(const struct request *request, const struct law *law,
    const char *const *words, size_t count);
const char *view_capital(const struct request *request, const char *text);
const char *view_number(const struct request *request, int64_t number);
const char *view_day(const struct request *request, struct date day);
const char *view_amount(const struct request *request, const struct law *law,
    const struct law_amount *amount);

/* One stage as a sentence of the law. */
const char *view_sentence(const struct request *request, const struct law *law,
    const struct law_stage *stage);

/* One norm as a sentence of the law, with a capital. */
const char *view_norm_text(const struct request *request,
    const struct law *law, const struct law_norm *norm);

/* "11:00" of a moment. */
const char *view_hour(const struct request *request, struct instant instant);

/* The organ whose sitting a proceeding is: a word of the law. */
const char *view_organ(
    const struct law_procedure *procedure, const char *otherwise);

/* "Сход местного сообщества № 3". */
const char *view_sitting_title(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure);

/* ---- parts --------------------------------------------------------------- */

/* A place of the law with its link and marks; NULL for NULL or none. */
struct pages_basis *view_basis(const struct request *request,
    const struct law_citation *citation, struct date day);

/* The same of a stage, with the local act that fills it in. */
struct pages_bases *view_stage_basis(const struct request *request,
    const struct law_stage *stage, struct date day);

/* A lawful no; `title` is a message. */
struct pages_refusal *view_refusal(const struct request *request,
    const struct engine_facts *facts, const struct refusal *refusal,
    const char *title);

/* How many must come, by which sum; NULL where the law asks for no quorum. */
struct pages_quorum *view_quorum(const struct request *request,
    const struct engine_facts *facts, const struct law_procedure *procedure);

/* What was entered in the record, where the page's query has `receipt`. */
struct pages_receipt *view_receipt(const struct request *request);

#endif
