/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A player of random acts: mostly what a clerk who knows the law would do
 * next, often not.  The same seed plays the same acts.
 */
#ifndef SUPPORT_PLAYER_H
#define SUPPORT_PLAYER_H

#include "desk.h"
#include "lawful.h"

enum {
    PLAYER_ADULTS = 20, /* residents 1 to 20 may take part, 21 to 24 not */
    PLAYER_RESIDENTS = 24,
    PLAYER_TEXT_MAX = 700
};

/* A sequence, and the community that it is of. */
struct player {
    struct desk desk;
    struct store_reader *reader;
    struct arena *arena;  /* of the sequence */
    struct map *entitled; /* in the order of the register */
    struct map *assembly; /* NULL: not formed yet */
    struct lawful lawful;
    int64_t events; /* of the record, as far as it was read */
    int64_t proceeding;
    struct date today;
    int minute; /* of the day */
    uint64_t random;
    int sequence;
    char text[PLAYER_TEXT_MAX]; /* the latest act */
};

/* 0 to `count` - 1; true in so many of a hundred. */
int player_chance(struct player *player, int count);
bool player_is_likely(struct player *player, int percent);

/* Sets the desk's clock to where the player is. */
void player_clock(struct player *player);

/* Some minutes, or to the day of the sitting, or past it. */
void player_time_pass(struct player *player);

/* Writes the next act into player->text. */
void player_act(struct player *player);

#endif
