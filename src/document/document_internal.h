/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Internal: what the papers are made with.  One file per paper decides its
 * content; tree.c joins nodes, wording.c and who.c find words, places.c those
 * of the law, about.c says what the paper is; parts.c, vote.c, course.c,
 * substance.c and fate.c make what more than one paper holds or would make a
 * paper's file too long.
 */
#ifndef DOCUMENT_DOCUMENT_INTERNAL_H
#define DOCUMENT_DOCUMENT_INTERNAL_H

#include "document/document.h"

/* One paper in the making. */
struct document_making {
    const struct engine_facts *facts;
    const struct proceeding *proceeding;
    const struct law_procedure *procedure;
    const struct document_people *people; /* may be NULL */
    const struct item *item; /* DECISION, EXTRACT, SLIPS of one; or NULL */
    enum language language;
    struct arena *arena;
    struct document_node *root;
};

/* Shown where there is nothing to show. */
#define DOCUMENT_DASH "\u2014"

/* Each adds all its content to making->root; the paper is known to exist. */
void document_notice(const struct document_making *making);
void document_attendance(const struct document_making *making);
void document_minutes(const struct document_making *making);
void document_decision(const struct document_making *making);
void document_slips(const struct document_making *making);
void document_extract(const struct document_making *making);

/* ---- about.c ------------------------------------------------------------- */

/* What the paper is. */
const struct document_about *document_about(
    const struct document_making *making, enum document_kind kind);

/* "/akn/kz/act/2001-01-23/148/~art_39-3__para_8" of a place of the law. */
const char *document_address(const struct document_making *making,
    const struct law_citation *citation);

/* ---- tree.c -------------------------------------------------------------- */

/* Adds a node to the end of `parent`; `text` may be NULL and is kept. */
struct document_node *document_add(const struct document_making *making,
    struct document_node *parent, enum document_node_kind kind,
    const char *text);

/* A heading of the paper, by message key. */
void document_heading(const struct document_making *making, const char *key);

/* A fact with a label, given or by message key; without text a dash. */
struct document_node *document_labelled(const struct document_making *making,
    struct document_node *facts, const char *label, const char *text);
struct document_node *document_fact(const struct document_making *making,
    struct document_node *facts, const char *key, const char *text);

/* A row of a table, of `count` cells. */
struct document_node *document_row(const struct document_making *making,
    struct document_node *table, const char *const *cells, size_t count);

/* Where a part rests in the law; an empty place adds nothing. */
void document_basis(const struct document_making *making,
    struct document_node *parent, const struct law_citation *citation);

/* The same of a stage, with the local act that fills it in; NULL: nothing. */
void document_stage_basis(const struct document_making *making,
    struct document_node *parent, const struct law_stage *stage);

/* A line to sign: the office, a word of the law, and a name, or NULL. */
void document_signature(const struct document_making *making,
    struct document_node *signatures, const char *office, const char *name,
    bool is_signed);

/* ---- wording.c, who.c ---------------------------------------------------- */

/* All return text that lives as long as the paper. */

/* The text of a message key; of a message with its arguments. */
const char *document_key(
    const struct document_making *making, const char *key);
const char *document_said(
    const struct document_making *making, const struct message *message);

/* The text of a key in which `text`, of any length, stands for {text}. */
const char *document_quote(const struct document_making *making,
    const char *key, const char *text);

/* `left` and `right` with `between` unless one of them is empty or NULL. */
const char *document_join(const struct document_making *making,
    const char *left, const char *between, const char *right);

/* The name of a word of the law; of several, with commas. */
const char *document_word(
    const struct document_making *making, const char *word);
const char *document_words(const struct document_making *making,
    const char *const *words, size_t count);

const char *document_capital(
    const struct document_making *making, const char *text);
const char *document_number(
    const struct document_making *making, int64_t value);
const char *document_amount(
    const struct document_making *making, const struct law_amount *amount);

/* "2026 жылғы 12 желтоқсан"; …"дағы"; with weekday and hour. */
const char *document_date(
    const struct document_making *making, struct date date);
const char *document_date_of(
    const struct document_making *making, struct date date);
const char *document_when(const struct document_making *making,
    struct date date, const char *time);

/* The hour, with its date where that is not the sitting's first day. */
const char *document_moment(
    const struct document_making *making, struct instant instant);

/* A place of the law, said, with its marks. */
const char *document_place(const struct document_making *making,
    const struct law_citation *citation);

/* A person's name; a dash and the first digits of an erased one's key. */
const char *document_person(
    const struct document_making *making, const char *key);
const char *document_persons(const struct document_making *making,
    const char *const *keys, size_t count);

/* Who holds an office on a day, or NULL; office and name together. */
const char *document_holder(const struct document_making *making,
    const char *office, struct date day);
const char *document_office(const struct document_making *making,
    const char *office, struct date day);

/* The organ that sits, as a word of the law and by its name; the unit with the
   places above it. */
const char *document_organ_word(const struct document_making *making);
const char *document_organ(const struct document_making *making);
const char *document_unit(const struct document_making *making);

/* ---- places.c ------------------------------------------------------------ */

/* The stage that holds here; `matter` NULL: whichever matter. */
const struct law_stage *document_stage(const struct document_making *making,
    enum law_stage_kind kind, const char *matter);

/* The index-th of a kind whose conditions hold, or NULL. */
const struct law_stage *document_stage_at(
    const struct document_making *making, enum law_stage_kind kind,
    size_t index);

/* The way in which the sitting was initiated, or NULL. */
const struct law_stage *document_initiation(
    const struct document_making *making);

/* The norm that makes an item a matter of this organ, or NULL. */
const struct law_norm *document_norm(
    const struct document_making *making, const struct item *item);

/* The citation of a place, as far as the corpus knows it, or NULL. */
const struct law_citation *document_cited(
    const struct document_making *making, const char *place);

/* ---- parts of several papers --------------------------------------------- */

/* Marks on top: demonstration, withdrawn, not finished. */
void document_marks(const struct document_making *making);

/* Organ and place under the title. */
void document_seat(const struct document_making *making);

/* "2. Title", with the name of its matter. */
const char *document_item_title(
    const struct document_making *making, const struct item *item);

/* The quorum: how many are needed, out of how many. */
void document_quorum(const struct document_making *making,
    struct document_node *facts);

/* The table of those who came: name, arrival, departure, signature. */
void document_presence(
    const struct document_making *making, bool with_signature);

/* A vote: form, rule, participants, needed, counted, outcome. */
void document_vote(
    const struct document_making *making, const struct item *item);

/* Who voted how, where the vote was by name. */
void document_vote_names(
    const struct document_making *making, const struct item *item);

/* What was decided on an item: "Approve: the budget." */
const char *document_substance(
    const struct document_making *making, const struct item *item);

/* The stage by which the decision on an item forms an organ, or NULL. */
const struct law_stage *document_forming(
    const struct document_making *making, const struct item *item);

/* "{organ} {date} № {number}", in the forms that a title asks for. */
const char *document_line(const struct document_making *making,
    const char *key, struct date date, int64_t number);

/* How many were present when it was opened, and whether that was enough. */
void document_opening(
    const struct document_making *making, struct document_node *facts);

/* "for 40, against 3, abstained 2". */
const char *document_count(
    const struct document_making *making, const struct vote_count *count);

/* Recorded choices where the law is silent; `parameter` NULL: all of them. */
void document_choices(
    const struct document_making *making, const char *parameter);

/* The choice recorded for a parameter, said; or NULL. */
const char *document_chosen(
    const struct document_making *making, const char *parameter);

/* How the sitting came about and went. */
void document_course(const struct document_making *making);

/* Who signs the minutes; `signed_minutes`: and whether they did. */
void document_officers(
    const struct document_making *making, bool signed_minutes);

/* Marks of a decision that is not approved, or was dropped. */
void document_decision_marks(const struct document_making *making);

/* What became of a decision. */
void document_fate(const struct document_making *making);

/* From which state of the record the paper was made. */
void document_provenance(const struct document_making *making);

/* ---- writers ------------------------------------------------------------- */

/* Escaped for an element or an attribute in double quotes; `line_break` stands
   for a newline.  Characters that XML forbids become blanks. */
void document_escape(
    struct buffer *buffer, const char *text, const char *line_break);

#endif
