#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: who looks at a sitting, at the table or in the village, sees the counts
 * change as another browser enters them; without script the page says of which
 * hour its counts are and shows them anew.
 */
'use strict';

const assert = require('assert/strict');
const {Village, residentName} = require('./village');
const {launch, visitor, signIn, describe} = require('./browser');
const {Hands, say} = require('./hands');
const {START, steps} = require('./path');
const {PHONE, accessible, narrow} = require('./look');
const tap = require('./tap');

const PLACE = '/kk/sittings/1';

let village;
let browser;
let clerk; /* who enters */
let hands;
let reader; /* not signed in, with script */
let plain; /* the same without */
let loads = 0;

/* The element of the page that follows this count says so. */
function follows(page, name, text) {
    return page.locator(`[data-live="${name}"]`).filter({hasText: text})
        .waitFor();
}

function present(number) {
    return say('screen.present', {present: number});
}

function submit(act) {
    village.submit({proceeding: 1, actor: 'chair', ...act}, 'clerk');
}

async function start() {
    village = new Village(START, {clerk: ['clerk']});
    for (const {at, as, act} of steps.slice(0, 3)) {
        village.setClock(at);
        village.submit(act, as);
    }
    village.setClock('2026-12-12T11:00:00+05:00');
    browser = await launch();
    const url = await village.serve();
    clerk = await visitor(browser, url);
    hands = new Hands(clerk);
    reader = await visitor(browser, url, {viewport: PHONE});
    plain = await visitor(browser, url, {javaScriptEnabled: false});
    await signIn(clerk, say, 'kk', 'clerk', village.passwords.clerk);
}

async function stop() {
    if (browser) {
        await browser.close();
    }
    if (village) {
        await village.close();
    }
}

tap.course('a page that follows says so', async () => {
    for (const page of [reader, plain]) {
        await page.goto(PLACE);
        await follows(page, 'present', present(0));
    }
    await reader.getByText(say('live.on')).waitFor();
    assert.equal(await reader.getByText(say('live.off')).isVisible(), false);
    await narrow(reader);
    await accessible(reader);
    reader.on('load', () => {
        loads += 1;
    });
});

tap.course('who is entered in another browser is counted at once', async () => {
    await hands.arrive({act: 'arrive', actor: 'rural-akim', proceeding: 1,
        residents: [1, 2, 3], evidence: 'Тіркеу парағы'});
    await hands.button('do.arrive').click();
    await follows(reader, 'present', present(3));
    await follows(reader, 'quorum', say('screen.quorate'));
    await clerk.getByText(say('live.on')).waitFor();
    assert.equal(loads, 0);
});

tap.course('without script the counts stay, and are shown anew', async () => {
    await follows(plain, 'present', present(0));
    await plain.getByText(say('live.off', {hour: '11:00'})).waitFor();
    assert.equal(await plain.getByText(say('live.on')).isVisible(), false);
    await plain.getByRole('link', {name: say('live.again')}).click();
    await follows(plain, 'present', present(3));
});

tap.course('an open vote is followed, also where a command enters it',
    async () => {
        submit({act: 'open-sitting', actor: 'rural-akim', evidence: 'Хаттама'});
        for (const [actor, office, resident] of
            [['rural-akim', 'chair', 1], ['chair', 'secretary', 2]]) {
            submit({act: 'elect', actor, office, resident, for: 3, against: 0,
                abstain: 0, evidence: 'Хаттама'});
        }
        submit({act: 'approve-agenda', for: 3, against: 0, abstain: 0});
        submit({act: 'speak', actor: 'secretary', item: 1});
        submit({act: 'put', item: 1, form: 'by-name'});
        submit({act: 'vote', item: 1, resident: 3, choice: 'against'});
        await follows(reader, 'vote', say('live.vote',
            {item: 1, for: 0, against: 1, abstain: 0}));
        assert.equal(loads, 0);
        const text = await reader.getByRole('main').innerText();
        assert.equal(text.includes(residentName(3)), false);
    });

tap.course('a line that breaks is said', async () => {
    await village.server.stop();
    await reader.getByText(say('live.off')).waitFor();
});

tap.onFailure(async () => `${await describe(clerk)}\n${await describe(reader)}`);
tap.run({start, stop});
