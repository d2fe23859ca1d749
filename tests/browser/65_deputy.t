#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: a deputy of the maslikhat, to whom the law gives the right to take
 * part, attends a gathering: he is registered and heard, counts for no quorum
 * and has no vote, and stands in the minutes.
 */
'use strict';

const assert = require('assert/strict');
const {run} = require('./journey');
const {courseFrom} = require('./course');
const {START} = require('./path');
const tap = require('./tap');

const course = courseFrom(START);
course.at('2026-11-30T09:00');
course.callFor('gathering', '2026-12-12',
    [{matter: 'community-tasks', title: 'Жол жөндеу'}]);
const before = course.steps.length;
course.openWith([1, 2, 3, 4], '2026-12-12', '10:40', '11:00');
const during = course.steps.length;
course.countVotes(1, 4, 0, 0);
course.step('clerk', 'close-sitting', 'chair');

const SITTING = '2026-12-12T11:00:00+05:00';
const attend = {at: SITTING, as: 'deputy',
    act: {act: 'attend', actor: 'maslikhat-deputy', proceeding: 1}};
const speak = {at: SITTING, as: 'clerk', act: {act: 'speak',
    actor: 'secretary', proceeding: 1, item: 1, office: 'maslikhat-deputy',
    text: 'Мәслихат қаражат бөлуді қарайды.'}};

run({
    now: START,
    accounts: {deputy: ['maslikhat-deputy']},
    offices: [{office: 'maslikhat-deputy', surname: 'Мұхтаров',
        name: 'Серік'}],
}, journey => {
    tap.course('the deputy learns of the gathering', async () => {
        journey.submit(course.steps.slice(0, before));
        await journey.everyone('deputy', async one => {
            await one.goto('/');
            await one.reads('home.next');
            await one.main().getByRole('link').first().click();
            await one.reads('phase.notified');
        });
    });

    tap.course('and is registered on its day, on his own', async () => {
        journey.submit(course.steps.slice(before, during));
        await journey.consider(attend);
        await journey.enter(attend);
        await journey.look(null, '/sittings/1',
            ['sitting.guests', 'sitting.guests-vote'], {axe: true});
        await journey.everyone(null, one => one.shows(/: Мұхтаров Серік/));
    });

    tap.course('once', () => journey.everyone('deputy', async one => {
        await one.goto('/sittings/1/acts/attend');
        await one.reads('refusal.attends-already');
    }));

    tap.course('is heard, and not counted', async () => {
        await journey.enter(speak);
        await journey.look('clerk', '/sittings/1/screen',
            [['screen.present', {present: 4, needed: 3}]]);
        await journey.everyone('deputy', async one => {
            await one.goto('/sittings/1');
            const text = await one.main().innerText();
            assert.ok(!text.includes(one.say('act.vote')), text);
        });
    });

    tap.course('and stands in the minutes', async () => {
        await journey.enterAll(course.steps.slice(during));
        await journey.look(null, '/sittings/1/papers/minutes',
            ['paper.guest']);
        await journey.everyone(null, async one => {
            const text = await one.page.locator('body').innerText();
            assert.ok(text.includes('Мұхтаров'), text);
            assert.ok(text.includes(speak.act.text), text);
        });
    });
});
