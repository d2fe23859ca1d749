/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official papers as pages.
 */
#include "web/papers.h"

#include <string.h>

#include "base/number.h"
#include "press/press.h"
#include "web/people.h"

/* Notice, list, slips, minutes; decision and extract of each item. */
enum { LINKS_MAX = 2 * PROCEEDING_ITEMS_MAX + 4 };

/* "minutes", or "decision-2" of item 2. */
static bool word_read(struct arena *arena, const char *word,
    enum document_kind *kind, int64_t *item)
{
    size_t length = strcspn(word, "-");
    *item = 0;
    if (!document_kind_parse(arena_text_n(arena, word, length), kind)) {
        return false;
    }
    if (!document_kind_is_of_item(*kind)) {
        return word[length] == '\0';
    }
    return word[length] == '-' && number_parse(word + length + 1, item) &&
           *item > 0;
}

static const char *word_of(
    struct arena *arena, enum document_kind kind, int64_t item)
{
    return item == 0 ? document_kind_name(kind)
                     : arena_format(arena, "%s-%lld", document_kind_name(kind),
                           (long long)item);
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

/* The paper that the address names, as this account may see it; false where
   the answer says why there is none. */
static bool paper_make(struct request *request, struct response *response,
    struct engine_facts *facts, struct document_node **paper)
{
    struct error error = {.status = STATUS_OK};
    enum document_kind kind = DOCUMENT_NOTICE;
    int64_t item = 0;
    if (!word_read(request->arena, request->target.word, &kind, &item)) {
        page_status(request, response, 404, NULL);
        return false;
    }
    if (!view_facts(request, response, request->target.numbers[0], facts)) {
        return false;
    }
    /* It is nothing but a list of people and where they live. */
    if (kind == DOCUMENT_ATTENDANCE && !people_are_open(request, facts)) {
        page_status(request, response, 403, NULL);
        return false;
    }
    if (document_make(kind, facts, item, request->target.language,
            people_of_paper(request, facts), request->arena, paper, &error) !=
        STATUS_OK) {
        page_failed(request, response, &error);
        return false;
    }
    return true;
}

void papers_print(struct request *request, struct response *response)
{
    struct engine_facts facts;
    struct document_node *paper = NULL;
    struct error error = {.status = STATUS_OK};
    struct buffer pdf = BUFFER_EMPTY;
    if (!paper_make(request, response, &facts, &paper)) {
        return;
    }
    if (press_pdf(paper, &pdf, &error) != STATUS_OK) {
        page_failed(request, response, &error);
        return;
    }
    page_file(response, "application/pdf");
    buffer_finish(&response->body);
    response->body = pdf;
}

void papers_mark_up(struct request *request, struct response *response)
{
    struct engine_facts facts;
    struct document_node *paper = NULL;
    if (paper_make(request, response, &facts, &paper)) {
        page_file(response, "application/akn+xml; charset=utf-8");
        document_akn(paper, &response->body);
    }
}

/* ---- the page ------------------------------------------------------------ */

/* True of what is filled in with the pen, and then entered. */
static bool is_by_hand(enum document_kind kind)
{
    return kind == DOCUMENT_ATTENDANCE || kind == DOCUMENT_SLIPS ||
           kind == DOCUMENT_MINUTES || kind == DOCUMENT_NOTICE;
}

/* The same paper in another form. */
static struct url form_url(const struct request *request, enum url_place place)
{
    struct url_target target = request->target;
    target.place = place;
    return url_to(request->arena, target);
}

void papers_show(struct request *request, struct response *response)
{
    struct engine_facts facts;
    struct document_node *paper = NULL;
    if (!paper_make(request, response, &facts, &paper)) {
        return;
    }
    enum document_kind kind = paper->about->kind;
    const char *title = title_take(paper);
    const struct law_procedure *procedure =
        engine_procedure(&facts, request->arena);
    struct pages_paper page = {
        .back =
            request_url_number(request, URL_SITTING, facts.proceeding->number),
        .back_title = view_sitting_title(request, &facts, procedure),
        .is_closed =
            kind == DOCUMENT_MINUTES && !people_are_open(request, &facts),
        .pdf = form_url(request, URL_SITTING_PDF),
        .akn = form_url(request, URL_SITTING_AKN),
        .is_by_hand = request->account != NULL && is_by_hand(kind),
        .paper =
            html_of_document(paper, request->target.language, request->arena),
    };
    pages_paper(&page,
        view_start(request, response, 200,
            title == NULL ? view_key(request, "paper-page.title") : title,
            &facts));
}

/* ---- links --------------------------------------------------------------- */

struct links {
    const struct request *request;
    int64_t proceeding;
    struct papers_link *items;
    size_t count;
};

static void link_add(struct links *links, enum document_kind kind,
    int64_t item, const char *title)
{
    const struct request *request = links->request;
    links->items[links->count++] = (struct papers_link){
        .where = url_to(
            request->arena, (struct url_target){.place = URL_SITTING_PAPER,
                                .language = request->target.language,
                                .numbers = {links->proceeding},
                                .word = word_of(request->arena, kind, item)}),
        .title = title};
}

static void item_links_add(struct links *links,
    const struct engine_facts *facts, const struct item *item)
{
    struct message title;
    if (item->decision > 0) {
        (void)message_number(message_start(&title, "papers.decision"),
            "number", item->decision);
        link_add(links, DOCUMENT_DECISION, item->number,
            view_say(links->request, facts->law, &title));
    }
    if (item->decision > 0 || item->phase == ITEM_REJECTED) {
        (void)message_number(
            message_start(&title, "papers.extract"), "item", item->number);
        link_add(links, DOCUMENT_EXTRACT, item->number,
            view_say(links->request, facts->law, &title));
    }
}

size_t papers_links(const struct request *request,
    const struct engine_facts *facts, const struct papers_link **links)
{
    const struct proceeding *proceeding = facts->proceeding;
    struct links made = {request, proceeding->number,
        arena_take_array(
            request->arena, LINKS_MAX, sizeof(struct papers_link)),
        0};
    bool is_to_vote = false;
    *links = made.items;
    if (!date_is_set(proceeding->called)) {
        return 0;
    }
    for (size_t i = 0; i < proceeding->items_count; i++) {
        enum item_phase phase = proceeding->items[i].phase;
        is_to_vote = is_to_vote || phase == ITEM_PROPOSED || phase == ITEM_PUT;
    }
    link_add(
        &made, DOCUMENT_NOTICE, 0, view_key(request, "paper.notice.title"));
    if (people_are_open(request, facts)) {
        link_add(&made, DOCUMENT_ATTENDANCE, 0,
            view_key(request, "paper.attendance.title"));
        if (is_to_vote) {
            link_add(&made, DOCUMENT_SLIPS, 0,
                view_key(request, "paper.slips.title"));
        }
    }
    if (proceeding->sitting_opened.seconds != 0) {
        link_add(
            &made, DOCUMENT_MINUTES, 0, view_key(request, "papers.minutes"));
    }
    for (size_t i = 0; i < proceeding->items_count; i++) {
        item_links_add(&made, facts, &proceeding->items[i]);
    }
    return made.count;
}
