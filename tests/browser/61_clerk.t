#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: the clerk comes from the first sign-in to a published decision: opens
 * a gathering, calls it, gives notice, holds it at the table, has the minutes
 * signed and handed over, and the decision reviewed and made known.
 */
'use strict';

const {run} = require('./journey');
const {signIn} = require('./browser');
const {START, steps} = require('./path');
const tap = require('./tap');

const published = steps.findIndex(({act}) => act.act === 'publish');
const all = steps.slice(0, published + 1);

/* The acts from where we are to the last of a kind in this journey. */
let next = 0;

function upTo(kind, item) {
    const last = all.findLastIndex(({act}) =>
        act.act === kind && (!item || act.item === item));
    return all.slice(next, next = last + 1);
}

run({now: START}, journey => {
    tap.course('the clerk signs in', () =>
        journey.everyone(null, async one => {
            await one.goto('/');
            await signIn(one.page, key => one.say(key), one.language, 'clerk',
                journey.village.passwords.clerk);
            await one.goto('/');
            await one.reads('home.nothing');
            one.account = `clerk ${START.slice(0, 10)}`;
        }));

    tap.course('opens a gathering, calls it and gives notice', async () => {
        await journey.everyone('clerk', async one => {
            await one.goto('/sittings');
            await one.follow(one.say('opening.ways'));
        });
        await journey.enterAll(upTo('notify'));
        await journey.look('clerk', '/sittings/1',
            ['phase.notified', 'sitting.papers']);
    });

    tap.course('holds it at the table', async () => {
        await journey.enterAll(upTo('approve-agenda'));
        await journey.look('clerk', '/sittings/1/screen',
            ['screen.now', 'screen.quorate']);
        await journey.enterAll(upTo('close-vote', 1));
        journey.submit(upTo('withdraw-item'));
        await journey.enterAll(upTo('close-sitting'));
        await journey.look('clerk', '/sittings/1', ['phase.closed']);
    });

    tap.course('has the minutes signed and handed over', async () => {
        await journey.consider(all[next]);
        await journey.enterAll(upTo('hand-over'));
        await journey.look('clerk', '/due', ['act.review']);
        await journey.look('clerk', '/sittings/1/papers/minutes');
    });

    tap.course('and the decision is reviewed and made known', async () => {
        await journey.enterAll(upTo('review'));
        await journey.consider(all[next]);
        await journey.enterAll(upTo('publish'));
        await journey.look('clerk', '/decisions/1',
            ['item-phase.approved', 'step.published']);
        await journey.look(null, '/', ['home.decided']);
    });
});
