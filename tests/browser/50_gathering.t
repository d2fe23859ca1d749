#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: the whole path of a community's decisions is gone in a browser, in
 * Kazakh and without script, day after day; the same acts by `kenes submit`
 * leave the same record.
 */
'use strict';

const assert = require('assert/strict');
const {Village} = require('./village');
const {launch, visitor, signIn, describe} = require('./browser');
const {Hands, say} = require('./hands');
const {actsOf} = require('./record');
const {START, accounts, budget, steps} = require('./path');
const tap = require('./tap');

const hands = {};
let village;
let other;
let browser;
let last;

function nameOf({act}) {
    const item = act.item ? `, item ${act.item}` : '';
    return `${act.act}${act.proceeding ? ` in ${act.proceeding}` : ''}${item}`;
}

/* Acts of one kind that come together are one test. */
function courses() {
    const runs = [];
    for (const step of steps) {
        const run = runs.at(-1);
        if (run && nameOf(run[0]) === nameOf(step) && run[0].as === step.as) {
            run.push(step);
        } else {
            runs.push([step]);
        }
    }
    return runs;
}

/* A session lasts half a day: each morning begins with signing in. */
async function enter({at, as, act}) {
    village.setClock(at);
    last = hands[as].page;
    if (hands[as].day !== at.slice(0, 10)) {
        await signIn(last, say, 'kk', as, village.passwords[as]);
        hands[as].day = at.slice(0, 10);
    }
    await hands[as].enter(act);
}

async function start() {
    village = new Village(START, accounts);
    other = new Village(START, accounts);
    village.importBudget(budget.csv);
    other.importBudget(budget.csv);
    browser = await launch();
    const url = await village.serve();
    for (const name of Object.keys(accounts)) {
        hands[name] = new Hands(
            await visitor(browser, url, {javaScriptEnabled: false}));
    }
}

async function stop() {
    if (browser) {
        await browser.close();
    }
    for (const one of [village, other]) {
        if (one) {
            await one.close();
        }
    }
}

for (const run of courses()) {
    const count = run.length > 1 ? ` (${run.length})` : '';
    tap.course(`in the browser: ${nameOf(run[0])}${count}`, async () => {
        for (const step of run) {
            await enter(step);
        }
    });
}
tap.test('the same acts go by the command line', () => {
    for (const {at, as, act} of steps) {
        other.setClock(at);
        other.submit(act, as);
    }
});
tap.test('both records hold the same acts', () => {
    assert.deepEqual(actsOf(village), actsOf(other));
});
tap.test('both records are whole', () => {
    for (const one of [village, other]) {
        one.run('record', 'verify', one.dir);
        one.run('rebuild', one.dir, '--check');
    }
});

tap.onFailure(() => describe(last));
tap.run({start, stop});
