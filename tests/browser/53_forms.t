#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: what no link leads to keeps WCAG 2.2 AA and fits a small phone too:
 * the pages between the first and the last button of a form, those that tell
 * of what is missing or refused, and the screen of a sitting in each of its
 * states.
 */
'use strict';

const assert = require('assert/strict');
const {Village} = require('./village');
const {launch, visitor, signIn, describe} = require('./browser');
const {Hands, say, titled} = require('./hands');
const {PHONE, accessible, narrow, named} = require('./look');
const {START, accounts, budget, steps} = require('./path');
const tap = require('./tap');

const community = 'Қоянды ауылы';

let village;
let browser;
let page;
let hands;

/* Looks at the page as it stands. */
async function see() {
    await named(page, 'kk', community);
    await narrow(page);
    await accessible(page);
}

async function press(key) {
    await Promise.all([
        page.waitForEvent('load'),
        hands.button(key).click(),
    ]);
}

async function problems() {
    await page.getByRole('alert').waitFor();
    assert.ok((await page.title()).startsWith(`${say('frame.error')}: `));
    await see();
}

/* All steps up to the first for which `isLast` holds, by the command line. */
let next = 0;

async function goOn(isLast) {
    let step;
    do {
        step = steps[next++];
        village.setClock(step.at);
        village.submit(step.act, step.as);
    } while (!isLast(step.act));
    if (hands.day !== step.at.slice(0, 10)) {
        await signIn(page, say, 'kk', 'clerk', village.passwords.clerk);
        hands.day = step.at.slice(0, 10);
    }
    return step.act;
}

async function start() {
    village = new Village(START, accounts);
    village.importBudget(budget.csv);
    browser = await launch();
    page = await visitor(browser, await village.serve(), {viewport: PHONE});
    hands = new Hands(page);
    hands.day = START.slice(0, 10);
    await signIn(page, say, 'kk', 'clerk', village.passwords.clerk);
}

async function stop() {
    if (browser) {
        await browser.close();
    }
    if (village) {
        await village.close();
    }
}

/* ---- opening and calling ------------------------------------------------------- */

tap.course('a form with nothing in it tells what is missing', async () => {
    await page.goto(
        '/kk/sittings/new?procedure=gathering&initiator=rural-akim');
    await press('act-page.check');
    await problems();
});

tap.course('the answers are shown before a proceeding is opened', async () => {
    await hands.yes(page, say('field.represented'), false, 'field.represented');
    await hands.evidence(page, 'Өкім № 1');
    await press('act-page.check');
    await page.getByRole('heading', {name: say('check.lawful')}).waitFor();
    await see();
});

tap.course('when and where: what is missing', async () => {
    await goOn(act => act.act === 'open');
    await page.goto('/kk/sittings/1/call');
    await press('calling.next-agenda');
    await problems();
});

tap.course('the agenda, still empty', async () => {
    await hands.when({day: '2026-12-01', time: '11:00', place: 'Клуб'});
    await see();
});

tap.course('a matter for it', async () => {
    await press('calling.add');
    await see();
    await press('calling.added');
    await problems();
});

tap.course('whom to elect', async () => {
    await page.getByRole('radio',
        {name: new RegExp(`^${titled('assembly-composition')} `)}).check();
    await hands.line(page, say('field.title'), 'Құрам');
    await press('calling.added');
    await hands.heading(say('calling.members')).waitFor();
    await see();
    await hands.people(page, say('field.members'), [1, 2]);
    await see();
});

tap.course('the agenda with a matter, and the law that says no', async () => {
    await press('calling.chosen');
    await hands.heading(say('calling.agenda')).waitFor();
    await see();
    await press('act-page.check');
    await hands.heading(say('calling.agenda')).waitFor();
    await problems();
    await hands.evidence(page, 'Өкім № 2');
    await press('act-page.check');
    await page.getByRole('alert').getByRole('heading',
        {name: say('refusal-part.will-be')}).waitFor();
    await see();
});

/* ---- the sitting ------------------------------------------------------------------ */

tap.course('those who are found by name', async () => {
    await goOn(act => act.act === 'notify');
    village.setClock('2026-12-12T10:40:00+05:00');
    await signIn(page, say, 'kk', 'clerk', village.passwords.clerk);
    hands.day = '2026-12-12';
    await hands.screen(1);
    await see();
    await hands.line(page, say('screen.search'), '');
    await press('picker.search');
    await hands.tick(3);
    await see();
    await press('picker.search');
    await see();
});

const states = [
    ['with a quorum, not open', act => act.act === 'arrive'],
    ['open', act => act.act === 'open-sitting'],
    ['with a chair', act => act.office === 'chair'],
    ['with both officers', act => act.office === 'secretary'],
    ['with its agenda', act => act.act === 'approve-agenda'],
    ['after a speech', act => act.act === 'speak'],
    ['voting by hands', act => act.act === 'put'],
    ['with a count', act => act.act === 'count'],
    ['with a decision', act => act.act === 'close-vote'],
    ['voting by name', act => act.form === 'by-name'],
    ['with all votes but one', act => act.resident === 9],
    ['with an item withdrawn', act => act.act === 'withdraw-item'],
    ['closed', act => act.act === 'close-sitting'],
    ['signed by the chair', act => act.act === 'sign-minutes'],
    ['signed by both', act => act.act === 'sign-minutes'],
    ['handed over', act => act.act === 'hand-over'],
    ['adjourned', act => act.act === 'adjourn'],
    ['without a quorum', act => act.act === 'leave'],
];
for (const [name, isLast] of states) {
    tap.course(`the screen and the page of a sitting ${name}`, async () => {
        const {proceeding} = await goOn(isLast);
        for (const path of ['/screen', '']) {
            await page.goto(`/kk/sittings/${proceeding}${path}`);
            await see();
        }
    });
}

tap.course('an act of its own: the form, what is missing, the answers',
    async () => {
        await page.goto('/kk/sittings/3/acts/adjourn');
        await see();
        await press('act-page.check');
        await problems();
        await hands.fill(page.getByRole('main'), {act: 'adjourn',
            actor: 'chair', day: '2027-01-20', time: '11:00', reason: 'Кеш'});
        await press('act-page.check');
        await page.getByRole('heading', {name: say('check.lawful')}).waitFor();
        await see();
    });

tap.course('decisions to the end of their way', async () => {
    await goOn(act => act.act === 'report');
    for (const number of [1, 2, 3, 4, 5]) {
        await page.goto(`/kk/decisions/${number}`);
        await see();
    }
});

tap.onFailure(() => describe(page));
tap.run({start, stop});
