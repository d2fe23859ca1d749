#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: what the law does not allow is said on the page with its place and its
 * cure, and what was typed is kept; a form is one act however often it is
 * sent, comes from our own pages alone, and only from who is signed in.
 */
'use strict';

const assert = require('assert/strict');
const {Village} = require('./village');
const {launch, visitor, signIn, describe} = require('./browser');
const {Hands, say, word, titled} = require('./hands');
const tap = require('./tap');

const accounts = {clerk: ['clerk'], akim: ['rural-akim']};
const proceeding = 1;
const open = {act: 'open', actor: 'rural-akim', procedure: 'gathering'};
const tasks = {matter: 'community-tasks', title: 'Жол жөндеу'};

/* Notice given on 30 November: ten days before the sitting is 10 December. */
const today = '2026-11-30';
const dayNine = '2026-12-09';
const dayTen = '2026-12-10';
const dayTenSaid = '2026 жылғы 10 желтоқсан';

let village;
let browser;
let page;
let hands;

function happened(kind) {
    return village.events().filter(event => event.kind === kind).length;
}

function alert() {
    return page.getByRole('alert');
}

/* The law's no holds each of these: texts or patterns. */
async function refused(title, ...parts) {
    const text = await alert().innerText();
    for (const part of [say(title), ...parts]) {
        const isThere = part instanceof RegExp
            ? part.test(text) : text.includes(part);
        assert.ok(isThere, `"${part}" is not in:\n${text}`);
    }
}

function value(label) {
    return page.getByLabel(say(label), {exact: true}).inputValue();
}

/* The fields of the page's form with this button, as a browser sends them. */
async function fieldsOf(key) {
    const form = page.locator('form').filter({has: hands.button(key)});
    const fields = await form.evaluate(node =>
        [...new FormData(node, node.querySelector('button'))]);
    return {
        action: await form.getAttribute('action'),
        fields: new URLSearchParams(fields),
    };
}

/* Sends a form past the page; {status, url, text} of the answer. */
async function send(action, fields, cookies = true) {
    const sender = cookies
        ? page.request
        : (await visitor(browser, village.server.url)).request;
    const answer = await sender.post(action, {
        data: fields.toString(),
        headers: {'content-type': 'application/x-www-form-urlencoded'},
        maxRedirects: 0,
    });
    return {
        status: answer.status(),
        location: answer.headers().location,
        text: await answer.text(),
    };
}

async function start() {
    village = new Village(`${today}T09:00:00+05:00`, accounts);
    village.submit(open, 'akim');
    browser = await launch();
    page = await visitor(browser, await village.serve(),
        {javaScriptEnabled: false});
    hands = new Hands(page);
}

async function stop() {
    if (browser) {
        await browser.close();
    }
    if (village) {
        await village.close();
    }
}

/* ---- signing in -------------------------------------------------------------- */

tap.course('a wrong password is said where the reader looks first', async () => {
    await page.goto('/kk/sign-in');
    await hands.line(page, say('sign-in.name'), 'clerk');
    await hands.line(page, say('sign-in.password'), 'бұл емес');
    const [answer] = await Promise.all([
        page.waitForResponse(response => response.request().method() === 'POST'),
        hands.button('frame.sign-in', page.getByRole('main')).click(),
    ]);
    assert.equal(answer.status(), 422);
    assert.match(await alert().innerText(),
        new RegExp(say('error.sign-in-wrong')));
    assert.match(await page.title(), new RegExp(`^${say('frame.error')}: `));
    assert.equal(await value('sign-in.name'), 'clerk');
    assert.equal(await value('sign-in.password'), '');
    const focused = await page.evaluate(
        'document.activeElement.getAttribute("role")');
    assert.equal(focused, 'alert');
});

tap.course('signing in leads to the page that was asked for', async () => {
    await page.goto(`/kk/sittings/${proceeding}/screen`);
    assert.equal(new URL(page.url()).pathname, '/kk/sign-in');
    await hands.line(page, say('sign-in.name'), 'clerk');
    await hands.line(page, say('sign-in.password'), village.passwords.clerk);
    await hands.button('frame.sign-in', page.getByRole('main')).click();
    await hands.heading(say('screen.title')).waitFor();
});

/* ---- the call ---------------------------------------------------------------- */

tap.course('a call with nine days of notice is refused, and kept', async () => {
    await hands.sitting(proceeding);
    await hands.follow(say('act.call'));
    await hands.when({day: dayNine, time: '11:30', place: 'Мектеп залы'});
    await hands.item(tasks);
    await hands.evidence(page, 'Өкім № 15');
    await hands.button('act-page.check').click();
    await refused('refusal-part.will-be',
        say('refusal.notice-too-short', {have: 9}),
        say('cure.notice-too-short', {first: dayTenSaid}),
        say('refusal-part.from', {day: dayTenSaid}), '39-3-бап, 8-тармақ');
    assert.equal(await hands.button('do.call').count(), 0);
    await hands.button('check.change').click();
    await page.getByText(tasks.title).first().waitFor();
    assert.equal(await value('field.evidence'), 'Өкім № 15');
    await hands.button('calling.change-when').click();
    assert.equal(await value('field.day'), dayNine);
    assert.equal(await value('field.time'), '11:30');
    assert.equal(await value('field.place'), 'Мектеп залы');
    assert.equal(happened('sitting-called'), 0);
});

tap.course('a matter of the other organ is not offered', async () => {
    await hands.when({day: dayTen, time: '11:30', place: 'Мектеп залы'});
    await hands.button('calling.add').click();
    const radios = page.getByRole('radio');
    assert.ok(await radios.count() > 3);
    assert.equal(await radios.and(page.getByRole('radio',
        {name: new RegExp(titled('local-budget'))})).count(), 0);
});

tap.course('and refused where it is asked for, with whose it is', async () => {
    const radio = page.getByRole('radio').first();
    await radio.evaluate(node => {
        node.value = 'local-budget';
    });
    await radio.check();
    await hands.line(page, say('field.title'), 'Бюджет');
    await hands.button('calling.added').click();
    await hands.button('act-page.check').click();
    await refused('refusal-part.will-be',
        say('refusal.matter-of-another', {organ: word('assembly')}),
        say('cure.matter-of-another', {organ: word('assembly')}),
        '39-3-бап, 3-тармақ');
    assert.equal(await hands.button('do.call').count(), 0);
    await hands.button('check.change').click();
    await page.getByRole('listitem').filter({hasText: 'Бюджет'})
        .getByRole('button', {name: say('calling.remove')}).click();
});

tap.course('a call with ten days of notice is lawful', async () => {
    await hands.button('act-page.check').click();
    await hands.button('do.call').click();
    await hands.received();
    assert.equal(happened('sitting-called'), 1);
    await hands.enter({act: 'notify', proceeding, actor: 'rural-akim',
        ways: ['mass-media'], evidence: 'Газет, № 48'});
});

/* ---- quorum ------------------------------------------------------------------- */

tap.course('a sitting one short of its quorum does not open', async () => {
    village.setClock(`${dayTen}T11:30:00+05:00`);
    await signIn(page, say, 'kk', 'clerk', village.passwords.clerk);
    await hands.enter({act: 'arrive', proceeding, actor: 'rural-akim',
        residents: [1, 2], evidence: 'Тіркеу парағы'});
    await hands.screen(proceeding);
    await refused('refusal-part.not-yet',
        say('refusal.quorum-short', {have: 2, needed: 3, base_count: 30}),
        say('cure.quorum-short', {count: 1}), '39-3-бап, 9-тармақ');
    assert.equal(await hands.button('do.open-sitting').count(), 0);
});

tap.course('not even where the act is asked for by its address', async () => {
    await page.goto(`/kk/sittings/${proceeding}/acts/open-sitting`);
    const [answer] = await Promise.all([
        page.waitForResponse(response => response.request().method() === 'POST'),
        hands.button('do.open-sitting').click(),
    ]);
    assert.equal(answer.status(), 422);
    await refused('refusal-part.refused',
        say('refusal.quorum-short', {have: 2, needed: 3, base_count: 30}),
        say('cure.quorum-short', {count: 1}), '39-3-бап, 9-тармақ');
    assert.match(await page.title(), new RegExp(`^${say('frame.error')}: `));
    assert.equal(happened('sitting-opened'), 0);
});

tap.course('nobody ticked is no arrival', async () => {
    await page.goto(`/kk/sittings/${proceeding}/acts/arrive`);
    await hands.button('do.arrive').click();
    assert.match(await alert().innerText(), new RegExp(say('form.people')));
    assert.equal(happened('arrived'), 1);
});

/* ---- forms -------------------------------------------------------------------- */

tap.course('a double click makes one act', async () => {
    await hands.enter({act: 'arrive', proceeding, actor: 'rural-akim',
        residents: [3], evidence: 'Тіркеу парағы'});
    await hands.screen(proceeding);
    const before = hands.receipt();
    await hands.button('do.open-sitting').dblclick();
    await hands.received(before);
    assert.equal(happened('sitting-opened'), 1);
});

tap.course('a form that comes twice has one receipt', async () => {
    await hands.fill(page.getByRole('region', {name: say('screen.now')}),
        {act: 'elect', actor: 'rural-akim', resident: 1, for: 3, against: 0,
            abstain: 0});
    const {action, fields} = await fieldsOf('do.elect');
    const answers = await Promise.all(
        [1, 2, 3].map(() => send(action, fields)));
    assert.deepEqual(answers.map(answer => answer.status), [303, 303, 303]);
    assert.equal(new Set(answers.map(answer => answer.location)).size, 1);
    assert.match(answers[0].location, /receipt=\d+/);
    assert.equal(happened('officer-elected'), 1);
});

tap.course('a form without its token, or with another, is refused', async () => {
    await page.goto(`/kk/sittings/${proceeding}/screen`);
    const {action, fields} = await fieldsOf('do.elect');
    const changes = {
        'no token': now => now.delete('form-token'),
        'a token of nobody': now => now.set('form-token', '0'.repeat(32)),
        'no once': now => now.delete('once'),
    };
    for (const [name, change] of Object.entries(changes)) {
        const changed = new URLSearchParams(fields);
        change(changed);
        const answer = await send(action, changed);
        assert.equal(answer.status, 403, name);
        assert.ok(answer.text.includes(say('error.form-expired')), name);
    }
    assert.equal((await send(action, fields, false)).status, 403);
    assert.equal(happened('officer-elected'), 1);
});

/* ---- the end of a session ---------------------------------------------------- */

tap.course('cookies are for our own pages alone', async () => {
    const cookies = await page.context().cookies();
    assert.ok(cookies.some(cookie => cookie.name === 'kenes-session'));
    for (const cookie of cookies) {
        assert.equal(cookie.httpOnly, true, cookie.name);
        assert.equal(cookie.sameSite, 'Strict', cookie.name);
    }
});

tap.course('after half a day one has to sign in again', async () => {
    const {action, fields} = await fieldsOf('do.elect');
    village.setClock(`${dayTen}T23:30:01+05:00`);
    await page.goto(`/kk/sittings/${proceeding}/screen`);
    assert.equal(new URL(page.url()).pathname, '/kk/sign-in');
    assert.equal((await send(action, fields)).status, 403);
    assert.equal(happened('officer-elected'), 1);
});

tap.course('who signs out is out', async () => {
    await signIn(page, say, 'kk', 'clerk', village.passwords.clerk);
    await page.goto(`/kk/sittings/${proceeding}/screen`);
    const session = await page.context().cookies();
    await hands.button('frame.sign-out').click();
    await page.getByRole('link', {name: say('frame.sign-in')}).waitFor();
    await page.context().clearCookies();
    await page.context().addCookies(session);
    await page.goto(`/kk/sittings/${proceeding}/screen`);
    assert.equal(new URL(page.url()).pathname, '/kk/sign-in');
});

tap.onFailure(() => describe(page));
tap.run({start, stop});
