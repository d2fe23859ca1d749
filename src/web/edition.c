/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law of a day, as the corpus prints it, made into a page.
 */
#include "web/edition.h"

#include <assert.h>
#include <string.h>

#include "web/editions.h"
#include "web/lawpage.h"
#include "web/pager.h"
#include "web/wordings.h"

const struct form_field edition_fields[EDITION_FIELDS] = {
    {"article", FORM_LINE, 32, false, false},
    {"day", FORM_DATE, 10, false, false},
    {"page", FORM_NUMBER, 6, false, false},
};

/* A page in the making: blocks, and the sentences of the last one. */
struct listing {
    const struct request *request;
    const struct law *law;
    struct pages_edition *page;
    struct pages_edition_blocks *blocks;
    size_t blocks_capacity;
    struct pages_edition_blocks_rows *rows;
    size_t rows_capacity;
};

/* ---- addresses ----------------------------------------------------------- */

/* "3.1-1" as the name of a line: "p3p1-1". */
static const char *line_id(
    const struct request *request, const char *label, size_t length)
{
    char *id = arena_format(request->arena, "p%.*s", (int)length, label);
    for (char *at = id; *at != '\0'; at++) {
        bool is_plain = (*at >= 'a' && *at <= 'z') ||
                        (*at >= '0' && *at <= '9') || *at == '-';
        if (!is_plain) {
            *at = 'p';
        }
    }
    return id;
}

struct url edition_url(const struct request *request,
    const struct law_citation *citation, struct date day)
{
    struct arena *arena = request->arena;
    const char *place = citation->place;
    size_t act = strcspn(place, "/");
    const char *rest = place[act] == '\0' ? "" : place + act + 1;
    size_t article = strcspn(rest, "/");
    bool has_article = rest[article] == '/';
    const char *label = has_article ? rest + article + 1 : rest;
    char written[DATE_TEXT_MAX];
    struct url url =
        lawpage_url(request, URL_LAW_ACT, arena_text_n(arena, place, act));
    if (has_article) {
        url =
            url_with(arena, url, "article", arena_text_n(arena, rest, article));
    }
    if (date_is_set(day)) {
        date_write(day, written);
        url = url_with(arena, url, "day", written);
    }
    return label[0] == '\0'
               ? url
               : url_at(arena, url, line_id(request, label, strlen(label)));
}

/* ---- blocks -------------------------------------------------------------- */

static void rows_close(struct listing *listing)
{
    size_t count = listing->page->blocks_count;
    if (count > 0) {
        assert(listing->blocks != NULL);
        listing->blocks[count - 1].rows = listing->rows;
    }
    listing->rows = NULL;
    listing->rows_capacity = 0;
}

static void block_add(struct listing *listing, const char *title)
{
    struct pages_edition *page = listing->page;
    rows_close(listing);
    listing->blocks = arena_grow(listing->request->arena, listing->blocks,
        page->blocks_count, &listing->blocks_capacity, sizeof *listing->blocks);
    listing->blocks[page->blocks_count++] =
        (struct pages_edition_blocks){.title = title};
    page->blocks = listing->blocks;
}

/* The words of a head after `name`, up to the next ";". */
static const char *head_part(
    const struct listing *listing, const char *line, const char *name)
{
    const char *at = strstr(line, name);
    if (at == NULL) {
        return NULL;
    }
    at += strlen(name);
    return arena_text_n(listing->request->arena, at, strcspn(at, ";"));
}

static const char *article_title(
    const struct listing *listing, const char *path, const char *from)
{
    struct message title;
    struct date date = {0, 0, 0};
    bool is_unchecked = from != NULL && from[0] == '~';
    (void)message_start(&title, "edition.article");
    (void)message_text(&title, "article", path);
    if (from == NULL || !date_parse(from + (is_unchecked ? 1 : 0), &date)) {
        date = (struct date){0, 0, 0};
    }
    (void)message_date(&title, "day", date);
    const char *said = view_say(listing->request, listing->law, &title);
    return is_unchecked ? arena_format(listing->request->arena, "%s %s", said,
                              view_key(listing->request, "basis.unchecked"))
                        : said;
}

/* "article 39-3; from 2018-01-01; …", "procedure gathering; …". */
static void head_read(struct listing *listing, const char *line)
{
    static const char article[] = "article ";
    static const char procedure[] = "procedure ";
    if (strncmp(line, article, sizeof article - 1) == 0) {
        block_add(
            listing, article_title(listing, head_part(listing, line, article),
                         head_part(listing, line, "; from ")));
    } else if (strncmp(line, procedure, sizeof procedure - 1) == 0) {
        struct message title;
        (void)message_start(&title, "edition.procedure");
        (void)message_text(&title, "procedure",
            view_word(listing->request, listing->law,
                head_part(listing, line, procedure)));
        block_add(listing, view_say(listing->request, listing->law, &title));
    }
}

/* Two articles may have a place of one name: the first has it. */
static bool is_taken(const struct listing *listing, const char *id)
{
    for (size_t b = 0; b < listing->page->blocks_count; b++) {
        const struct pages_edition_blocks *block = &listing->blocks[b];
        const struct pages_edition_blocks_rows *rows =
            b + 1 == listing->page->blocks_count ? listing->rows : block->rows;
        for (size_t i = 0; i < block->rows_count; i++) {
            if (rows[i].id != NULL && strcmp(rows[i].id, id) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* The place `label` of the last block, a new one where it has none yet. */
static struct pages_edition_blocks_rows *row_of(
    struct listing *listing, const char *label)
{
    struct arena *arena = listing->request->arena;
    struct pages_edition_blocks *block =
        &listing->blocks[listing->page->blocks_count - 1];
    for (size_t i = 0; i < block->rows_count; i++) {
        if (strcmp(listing->rows[i].label, label) == 0) {
            return &listing->rows[i];
        }
    }
    const char *id = line_id(listing->request, label, strlen(label));
    const char *unique = is_taken(listing, id) ? NULL : id;
    listing->rows = arena_grow(arena, listing->rows, block->rows_count,
        &listing->rows_capacity, sizeof *listing->rows);
    listing->rows[block->rows_count] =
        (struct pages_edition_blocks_rows){.id = unique, .label = label};
    return &listing->rows[block->rows_count++];
}

/* "  ~3.1-1  assembly agrees: …": several may stand at one place. */
static void sentence_read(struct listing *listing, const char *line)
{
    struct pages_edition *page = listing->page;
    const struct request *request = listing->request;
    line += strspn(line, " ");
    bool is_unchecked = line[0] == '~';
    line += is_unchecked ? 1 : 0;
    size_t length = strcspn(line, " ");
    const char *text = line + length + strspn(line + length, " ");
    if (page->blocks_count == 0 || length == 0 || text[0] == '\0') {
        return;
    }
    struct pages_edition_blocks_rows *row =
        row_of(listing, arena_text_n(request->arena, line, length));
    struct pages_edition_blocks_rows_texts *texts = arena_take_array(
        request->arena, row->texts_count + 1, sizeof *texts);
    if (row->texts_count > 0) {
        memcpy(texts, row->texts, row->texts_count * sizeof *texts);
    }
    texts[row->texts_count++] = (struct pages_edition_blocks_rows_texts){
        .text = view_capital(request, text),
        .unchecked = is_unchecked,
    };
    row->texts = texts;
}

static void text_read(struct listing *listing, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        const char *line = arena_text_n(listing->request->arena, text, length);
        if (line[0] == ' ') {
            sentence_read(listing, line);
        } else if (line[0] != '\0') {
            head_read(listing, line);
        }
        text += length + (text[length] == '\n' ? 1 : 0);
    }
    rows_close(listing);
}

/* ---- the page ------------------------------------------------------------ */

/* What it is called, and whose it is; false where the law has no such act. */
static bool act_fill(
    const struct request *request, const char *id, struct pages_edition *page)
{
    for (size_t i = 0; i < law_acts_count(request->law); i++) {
        const struct law_act *act = law_act_at(request->law, i);
        if (strcmp(act->id, id) == 0) {
            const char *title = act->title[request->target.language];
            page->act = title == NULL ? id : title;
            page->is_local = act->local;
            return true;
        }
    }
    return false;
}

/* A whole act comes in pages. */
static void blocks_cut(
    const struct request *request, struct pages_edition *page)
{
    size_t offset = pager_offset(request);
    size_t count = page->blocks_count;
    page->pager = pager_part_at(request, lawpage_here(request), count);
    offset = offset > count ? count : offset;
    page->blocks += offset;
    page->blocks_count =
        count - offset > PAGER_ROWS ? PAGER_ROWS : count - offset;
}

void edition_show(struct request *request, struct response *response)
{
    struct date day = lawpage_day(request);
    const char *act = request->target.word;
    const char *article = form_text(&request->form, "article");
    struct buffer text = BUFFER_EMPTY;
    struct pages_edition page = {
        .day = day,
        .is_today = date_compare(day, request->today) == 0,
        .article = article,
        .foot = lawpage_foot(request, NULL),
    };
    if (!act_fill(request, act, &page)) {
        page_status(request, response, 404, NULL);
        return;
    }
    (void)law_at(request->law, day, act, article[0] == '\0' ? NULL : article,
        request->target.language, &text);
    struct listing listing = {
        .request = request, .law = request->law, .page = &page};
    text_read(&listing, buffer_text(&text));
    buffer_finish(&text);
    if (article[0] == '\0') {
        blocks_cut(request, &page);
    } else if (!wordings_part(request, response, act, article,
                   (struct date){0, 0, 0}, day, &page.wordings)) {
        return;
    }
    page.editions = editions_url(request, act, article, (struct date){0, 0, 0});
    page.when = lawpage_when(request, day, NULL, NULL);
    pages_edition(&page, page_start(request, response, lawpage_status(request),
                             editions_title(request, act, article)));
}
