#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: a member starts an initiative for a gathering; some sign it on paper,
 * some on screen, and each is counted once; the akim of the district consents,
 * the gathering is called, and a member votes in it by name for himself.  What
 * was opened by mistake can be taken back by who opened it, and the page says
 * that the law is silent on taking back an initiative of the members.
 */
'use strict';

const {run} = require('./journey');
const {courseFrom, SIGNATURES_PAPER} = require('./course');
const {START} = require('./path');
const tap = require('./tap');

const accounts = {asan: 11, berik: 12};

const calling = courseFrom(START);
calling.at('2026-12-01T10:00');
calling.openBy('member', 'gathering', 'none');
calling.callNow('2026-12-12', [{matter: 'community-tasks', title: 'Ауыз су'}]);
calling.openWith([6, 11, 12, 13], '2026-12-12', '10:40', '11:00');
calling.step('clerk', 'speak', 'secretary', {item: 1});
calling.step('clerk', 'put', 'chair', {item: 1, form: 'by-name'});

/* Of the one proceeding. */
function act(as, name, actor, fields) {
    return {at: '2026-12-01T10:00:00+05:00', as,
        act: {act: name, actor, proceeding: 1, ...fields}};
}

const opened = {at: START, as: 'asan',
    act: {act: 'open', actor: 'member', procedure: 'gathering'}};
const onPaper = residents => act('clerk', 'sign', 'member',
    {residents, evidence: SIGNATURES_PAPER});

run({now: START, accounts}, journey => {
    tap.course('a member opens the initiative', async () => {
        await journey.enter(opened);
        await journey.look('asan', '/sittings/1', ['phase.opened']);
    });

    tap.course('signs it on screen, and others on paper', async () => {
        await journey.consider(act('asan', 'sign', 'member'));
        await journey.enter(act('asan', 'sign', 'member'));
        await journey.enter(onPaper([13]));
        await journey.enter(act('berik', 'sign', 'member'));
    });

    tap.course('whoever signed is not counted again', async () => {
        for (const [account, again] of [['clerk', onPaper([11])],
            ['asan', act('asan', 'sign', 'member')]]) {
            await journey.everyone(account, async one => {
                await one.hands.answer(again.act);
                await one.page.getByRole('heading',
                    {name: one.say('refusal-part.will-be')}).waitFor();
            });
        }
        await journey.look(null, '/sittings/1', ['sitting.signatures']);
        await journey.everyone(null, async one => {
            await one.goto('/sittings/1');
            await one.main().locator('dd').filter({hasText: /^3 \(.*30/})
                .waitFor();
        });
    });

    tap.course('nobody takes it back: the law is silent', () =>
        journey.everyone('clerk', async one => {
            await one.goto('/sittings/1');
            await one.main().getByText(one.say('next.refused')).click();
            await one.reads('refusal.initiative-of-others');
        }));

    tap.course('the akim of the district consents', async () => {
        const consent = act('audan', 'consent', 'district-akim',
            {granted: true});
        await journey.consider(consent);
        await journey.enter(consent);
        await journey.look(null, '/sittings/1', ['sitting.consent']);
    });

    tap.course('it is called, and a member votes for himself', async () => {
        journey.submit(calling.steps.slice(1));
        await journey.look('asan', '/sittings/1', ['act.vote']);
        await journey.enter({at: journey.clock, as: 'asan', act: {
            act: 'vote', actor: 'member', proceeding: 1, item: 1,
            choice: 'for'}});
        await journey.enter({at: journey.clock, as: 'berik', act: {
            act: 'vote', actor: 'member', proceeding: 1, item: 1,
            choice: 'against'}});
        await journey.everyone('asan', async one => {
            await one.hands.goTo({act: 'vote', proceeding: 1, item: 1});
            await one.page.getByRole('heading', {level: 1}).waitFor();
        }, {axe: true});
    });

    tap.course('what was opened by mistake is taken back', async () => {
        await journey.enter({at: journey.clock, as: 'akim',
            act: {act: 'open', actor: 'rural-akim', procedure: 'gathering'}});
        const withdraw = {at: journey.clock, as: 'akim', act: {
            act: 'withdraw', actor: 'rural-akim', proceeding: 2,
            reason: 'Қате ашылды'}};
        await journey.consider(withdraw);
        await journey.enter(withdraw);
        await journey.look(null, '/sittings/2', ['phase.withdrawn']);
    });
});
