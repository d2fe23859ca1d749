/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official papers as pages.
 */
#include "web/papers.h"

#include <string.h>

#include "base/number.h"
#include "web/people.h"

enum { LINKS_MAX = PROCEEDING_ITEMS_MAX + 3 };

static const char decision_prefix[] = "decision-";

/* "minutes", or "decision-2" of item 2. */
static bool word_read(const char *word, enum document_kind *kind, int64_t *item)
{
    size_t length = sizeof decision_prefix - 1;
    *item = 0;
    if (strncmp(word, decision_prefix, length) == 0) {
        *kind = DOCUMENT_DECISION;
        return number_parse(word + length, item) && *item > 0;
    }
    return document_kind_parse(word, kind) && *kind != DOCUMENT_DECISION;
}

/* The page shows the title itself: takes it out of the tree. */
static const char *title_take(struct document_node *root)
{
    struct document_node *before = NULL;
    for (struct document_node *node = root->first; node != NULL;
         node = node->next) {
        if (node->kind != DOCUMENT_TITLE) {
            before = node;
            continue;
        }
        if (before == NULL) {
            root->first = node->next;
        } else {
            before->next = node->next;
        }
        return node->text;
    }
    return NULL;
}

void papers_show(struct request *request, struct response *response)
{
    struct engine_facts facts;
    struct document_node *paper = NULL;
    struct error error = {.status = STATUS_OK};
    enum document_kind kind = DOCUMENT_NOTICE;
    int64_t item = 0;
    if (!word_read(request->target.word, &kind, &item)) {
        page_status(request, response, 404, NULL);
        return;
    }
    if (!view_facts(request, response, request->target.numbers[0], &facts)) {
        return;
    }
    /* It is nothing but a list of people and where they live. */
    if (kind == DOCUMENT_ATTENDANCE && !people_are_open(request, &facts)) {
        page_status(request, response, 403, NULL);
        return;
    }
    if (document_make(kind, &facts, item, request->target.language,
            people_of_paper(request, &facts), request->arena, &paper,
            &error) != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    const char *title = title_take(paper);
    const struct law_procedure *procedure =
        engine_procedure(&facts, request->arena);
    struct pages_paper page = {
        .back =
            request_url_number(request, URL_SITTING, facts.proceeding->number),
        .back_title = view_sitting_title(request, &facts, procedure),
        .is_closed =
            kind == DOCUMENT_MINUTES && !people_are_open(request, &facts),
        .paper =
            html_of_document(paper, request->target.language, request->arena),
    };
    pages_paper(&page,
        view_start(request, response, 200,
            title == NULL ? view_key(request, "paper-page.title") : title,
            &facts));
}

/* ---- links --------------------------------------------------------------- */

static struct url paper_url(
    const struct request *request, int64_t proceeding, const char *word)
{
    return url_to(
        request->arena, (struct url_target){.place = URL_SITTING_PAPER,
                            .language = request->target.language,
                            .numbers = {proceeding},
                            .word = word});
}

size_t papers_links(const struct request *request,
    const struct engine_facts *facts, const struct papers_link **links)
{
    const struct proceeding *proceeding = facts->proceeding;
    struct papers_link *made =
        arena_take_array(request->arena, LINKS_MAX, sizeof *made);
    size_t count = 0;
    *links = made;
    if (!date_is_set(proceeding->called)) {
        return 0;
    }
    made[count++] =
        (struct papers_link){paper_url(request, proceeding->number, "notice"),
            view_key(request, "paper.notice.title")};
    if (people_are_open(request, facts)) {
        made[count++] = (struct papers_link){
            paper_url(request, proceeding->number, "attendance"),
            view_key(request, "paper.attendance.title")};
    }
    if (proceeding->sitting_opened.seconds != 0) {
        made[count++] = (struct papers_link){
            paper_url(request, proceeding->number, "minutes"),
            view_key(request, "papers.minutes")};
    }
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *item = &proceeding->items[i];
        struct message title;
        if (item->decision == 0) {
            continue;
        }
        (void)message_start(&title, "papers.decision");
        (void)message_number(&title, "number", item->decision);
        made[count++] = (struct papers_link){
            paper_url(request, proceeding->number,
                arena_format(request->arena, "%s%lld", decision_prefix,
                    (long long)item->number)),
            view_say(request, facts->law, &title)};
    }
    return count;
}
