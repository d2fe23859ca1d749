/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Forms of acts.  One table says which inputs each kind of act has; from it
 * come the form, what is checked, the answers shown before the last button,
 * and the act itself.  Calling a sitting has pages of its own (calling.h).
 */
#ifndef WEB_ACT_FORM_H
#define WEB_ACT_FORM_H

#include "web/people.h"

/* The fields of every act's form, for routes.c. */
enum { ACT_FORM_FIELDS = 39 };
extern const struct form_field act_form_fields[ACT_FORM_FIELDS];

struct act_form {
    enum act_kind kind;
    int64_t item;       /* of the agenda, 0: none */
    const char *detail; /* an office, a parameter of a choice; or NULL */
    const char *back;   /* where to go on to: "screen", "screen-singly",
                           "sitting", "decision" */
    bool is_alone;      /* the page's own form, filled with what was sent */
    bool is_focused;    /* work goes on here */
};

/* What the request's fields `item`, `detail`, `back` say. */
struct act_form act_form_of(const struct request *request, enum act_kind kind);

/* True for what is entered at the table of a sitting in one click; all else is
   checked before. */
bool act_form_is_direct(enum act_kind kind);

/* The message of the button: "do.call", … */
const char *act_form_button(
    const struct request *request, const struct act_form *form);

/* The form; it posts to the place of its act. */
struct pages_act *act_form_make(const struct request *request,
    struct response *response, const struct engine_facts *facts,
    const struct act_form *form);

/* Adds the problems of fields that the act needs; true where there is none. */
bool act_form_check(struct request *request, const struct engine_facts *facts,
    const struct act_form *form);

/* True where votes are given in a list: see voters.h. */
bool act_form_is_list(const struct request *request, enum act_kind kind);

/* The problems of the form, with links to its inputs; NULL: none. */
struct pages_errors *act_form_errors(
    const struct request *request, const struct error *error);

/*
 * The act that was sent, in the request's arena.  STATUS_INVALID names the
 * field.
 */
enum status act_form_read(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form,
    struct act *act, struct error *error);

/* What was answered, one row each, and the fields that carry it on. */
void act_form_answers(const struct request *request, struct response *response,
    const struct engine_facts *facts, const struct act_form *form,
    struct pages_check *check);

/* ---- whose act ----------------------------------------------------------- */

struct act_form_actor {
    const char *actor;
    bool needs_evidence; /* the account enters it for another */
};

enum { ACT_FORM_ACTORS_MAX = 8 };

/*
 * As whom the account may enter an act, the likeliest first; -> how many.
 * `kind` ACT_OPEN: the one `opener` of the law.
 */
size_t act_form_actors(const struct request *request,
    const struct engine_facts *facts, enum act_kind kind, const char *opener,
    struct act_form_actor actors[ACT_FORM_ACTORS_MAX]);

/* ---- inputs of a kind ---------------------------------------------------- */

enum act_form_shape {
    ACT_FORM_END, /* of a list of inputs */
    ACT_FORM_LINE,
    ACT_FORM_TEXT,
    ACT_FORM_DATE,
    ACT_FORM_TIME,
    ACT_FORM_NUMBER,
    ACT_FORM_YES,     /* yes or no: `words` are the two messages */
    ACT_FORM_CHOICE,  /* for, against, abstain */
    ACT_FORM_WAYS,    /* ways of notice or of publishing, by the law */
    ACT_FORM_VOTE,    /* the forms of vote that the law leaves open */
    ACT_FORM_PRESENT, /* one of those in the room */
    ACT_FORM_REGISTERED, /* or of those who were */
    ACT_FORM_VOTER,   /* one whose vote is recorded */
    ACT_FORM_MEANT,   /* for, against, abstain, or none was given */
    ACT_FORM_SPEAKER, /* one of them, an office, or nobody */
    ACT_FORM_PEOPLE,  /* searched by name */
    ACT_FORM_VALUE,   /* what is chosen where the law is silent */
    ACT_FORM_BOUND,
    ACT_FORM_UNIT
};

struct act_form_input {
    const char *name;
    enum act_form_shape shape;
    const char *label; /* a message */
    const char *hint;  /* a message, or NULL */
    bool is_free;      /* may stay empty */
};

/* The inputs of a kind, ended with ACT_FORM_END. */
const struct act_form_input *act_form_inputs(enum act_kind kind);

/* One input as a part of the page; NULL where nothing is to be asked. */
struct pages_input *act_form_input(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form,
    const struct act_form_input *input);

/* The inputs that every act has besides its own. */
struct pages_input *act_form_evidence(
    const struct request *request, const struct act_form *form, bool is_needed);
struct pages_input *act_form_whose(const struct request *request,
    const struct engine_facts *facts, const struct act_form *form);

#endif
