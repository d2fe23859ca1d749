#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: one person at one table registers who came and takes a vote by name
 * with the keyboard alone and without script; a slip is taken back, a form that
 * was sent twice or into a lost connection is one act, and of two clerks the
 * later one is told what the other has entered.
 */
'use strict';

const assert = require('assert/strict');
const {Village, residentName} = require('./village');
const {launch, visitor, signIn, describe} = require('./browser');
const {say, titled} = require('./hands');
const {START, steps} = require('./path');
const tap = require('./tap');

const DAY = '2026-12-12';
const SCREEN = '/kk/sittings/1/screen';
const TABS_MAX = 120;
const ROLL_PAPER = 'Тіркеу парағы';

let village;
let browser;
let page;
let keys;
let second;

/* ---- a keyboard ----------------------------------------------------------------- */

class Keys {
    constructor(of) {
        this.page = of;
        this.keyboard = of.keyboard;
    }

    async isAt(locator) {
        return await locator.count() > 0 && locator.first().evaluate(
            element => element === element.ownerDocument.activeElement);
    }

    /* By Tab alone; what cannot be reached so fails. */
    async to(locator, key = 'Tab') {
        for (let i = 0; i < TABS_MAX; i++) {
            if (await this.isAt(locator)) {
                return;
            }
            await this.keyboard.press(key);
        }
        throw new Error(`${locator} is out of reach of Tab`);
    }

    async type(locator, text) {
        await this.to(locator);
        await this.keyboard.press('Control+A');
        await this.keyboard.type(text);
    }

    /* Where it leads to another page. */
    async press(locator, key = 'Enter') {
        await this.to(locator);
        await this.go(key);
    }

    async go(key = 'Enter') {
        await Promise.all([
            this.page.waitForEvent('load'), this.keyboard.press(key)]);
    }

    field(key) {
        return this.page.getByLabel(say(key), {exact: true});
    }

    button(key) {
        return this.page.getByRole('main')
            .getByRole('button', {name: say(key), exact: true});
    }
}

/* ---- what the record holds --------------------------------------------------------- */

function count(kind) {
    return village.events().filter(event => event.kind === kind).length;
}

function last() {
    return village.events().at(-1);
}

/* The screen says how many are here, after a receipt. */
async function here(number) {
    await page.getByText(say('screen.present', {present: number})).waitFor();
}

/* A link of several alike, by whom it is of. */
function alike(key, resident) {
    return page.getByRole('link',
        {name: new RegExp(`^${say(key)} ?: ${residentName(resident)}$`)});
}

function form(name) {
    return page.getByRole('radio', {name: titled(name), exact: true});
}

/* Of a list, by the arrows. */
async function choose(list, text) {
    await keys.to(list);
    for (let i = 0; i < 40; i++) {
        if (await list.evaluate(element =>
            element.selectedOptions[0].label) === text) {
            return;
        }
        await keys.keyboard.press('ArrowDown');
    }
    throw new Error(`${text} is not in the list`);
}

async function counts(votesFor, against, abstain) {
    await keys.type(keys.field('field.for'), String(votesFor));
    await keys.type(keys.field('field.against'), String(against));
    await keys.type(keys.field('field.abstain'), String(abstain));
}

/* What the screen says of the count. */
async function counted(votesFor, against, abstain) {
    await page.getByText(say('screen.counted',
        {for: votesFor, against, abstain}), {exact: true}).waitFor();
}

/* A clerk stands before the one whom he searched. */
async function found(of, resident) {
    await of.goto(SCREEN);
    await of.getByLabel(say('screen.search'), {exact: true})
        .fill(residentName(resident));
    await of.getByLabel(say('screen.search'), {exact: true}).press('Enter');
    await of.getByRole('button', {name: residentName(resident)}).waitFor();
}

/* A click to which no answer comes: the browser says so, and waits. */
async function unanswered(button) {
    await Promise.all([
        page.waitForEvent('requestfailed'),
        button.click({noWaitAfter: true}),
    ]);
    await page.getByRole('main').waitFor({state: 'detached'});
}

/* What the other clerk entered meanwhile stands on the page. */
async function told(of, key) {
    const note = of.getByRole('status').filter({has: of.getByRole('heading',
        {name: say('changes.title')})});
    await note.getByText(say(key)).first().waitFor();
}

/* The hidden and filled in fields of the form that a button sends. */
async function fieldsOf(button) {
    return button.evaluate(element => {
        const form = element.form;
        return {action: form.action,
            fields: [...new FormData(form, element)].map(([k, v]) => [k, v])};
    });
}

function send(of, {action, fields}) {
    return of.context().request.post(action, {
        headers: {'Content-Type': 'application/x-www-form-urlencoded'},
        data: new URLSearchParams(fields).toString(), maxRedirects: 0});
}

async function start() {
    village = new Village(START, {clerk: ['clerk'], other: ['clerk']});
    for (const {at, as, act} of steps.slice(0, 3)) {
        village.setClock(at);
        village.submit(act, as);
    }
    village.setClock(`${DAY}T10:40:00+05:00`);
    browser = await launch();
    const url = await village.serve();
    page = await visitor(browser, url, {javaScriptEnabled: false});
    keys = new Keys(page);
    second = await visitor(browser, url, {javaScriptEnabled: false});
    await signIn(second, say, 'kk', 'other', village.passwords.other);
}

async function stop() {
    if (browser) {
        await browser.close();
    }
    if (village) {
        await village.close();
    }
}

/* ---- by the keyboard alone ------------------------------------------------------------ */

tap.course('keyboard: signing in', async () => {
    await page.goto('/kk/sign-in');
    await keys.type(keys.field('sign-in.name'), 'clerk');
    await keys.type(keys.field('sign-in.password'), village.passwords.clerk);
    await keys.go();
    await page.getByRole('button', {name: say('frame.sign-out')}).waitFor();
});

tap.course('a name is found however the keyboard is set', async () => {
    for (const [typed, resident] of [['алим', 2], ['галым', 5], ['даул', 6],
        ['кусай', 15], ['отеген', 21], ['усен', 27], ['нурлан', 18],
        ['сейит', 24], ['шарип', 29], ['f,lhf[', 1], ['2kbv', 2], ['  ҚАСЫМ ', 14]]) {
        await page.goto(SCREEN);
        await keys.type(keys.field('screen.search'), typed);
        await keys.go();
        const found = page.getByRole('checkbox',
            {name: residentName(resident)});
        assert.equal(await found.count(), 1, typed);
    }
});

tap.course('keyboard: one who came is found, ticked and registered',
    async () => {
        await page.goto(SCREEN);
        await keys.type(keys.field('screen.search'), 'алим');
        await keys.go();
        const one = page.getByRole('button', {name: residentName(2)});
        assert.ok(await keys.isAt(one), 'work goes on at the one found');
        await keys.to(page.getByRole('checkbox', {name: residentName(2)}),
            'Shift+Tab');
        await keys.keyboard.press('Space');
        await keys.type(keys.field('field.evidence'), ROLL_PAPER);
        await keys.press(keys.button('do.arrive'));
        await here(1);
        assert.ok(await keys.isAt(keys.field('screen.search')),
            'work goes on in the search');
    });

tap.course('keyboard: six more in one go', async () => {
    await keys.type(keys.field('screen.search'), '');
    await keys.go();
    for (const resident of [1, 3, 4, 5, 6, 7]) {
        await keys.to(page.getByRole('checkbox',
            {name: residentName(resident)}), resident === 1 ? 'Shift+Tab' :
            'Tab');
        await keys.keyboard.press('Space');
    }
    await keys.type(keys.field('field.evidence'), ROLL_PAPER);
    await keys.press(keys.button('do.arrive'));
    await here(7);
});

tap.course('keyboard: a slip of the roll is taken back', async () => {
    await keys.to(page.getByText(say('screen.here', {count: 7})));
    await keys.keyboard.press('Enter');
    await keys.press(alike('recorded.correct', 7));
    await keys.type(keys.field('field.evidence'), ROLL_PAPER);
    await keys.press(keys.button('do.correct-presence'));
    await here(6);
    assert.equal(count('presence-corrected'), 1);
});

tap.course('keyboard: opening, officers, agenda, what was said', async () => {
    village.setClock(`${DAY}T11:00:00+05:00`);
    await page.goto(SCREEN);
    await keys.type(keys.field('field.evidence'), 'Хаттама');
    await keys.go();
    for (const resident of [1, 2]) {
        await choose(page.getByRole('combobox'), residentName(resident));
        await counts(6, 0, 0);
        if (resident === 1) {
            await keys.type(keys.field('field.evidence'), 'Хаттама');
        }
        await keys.go();
    }
    await counts(6, 0, 0);
    await keys.go();
    await keys.press(keys.button('do.speak'));
    assert.equal(last().kind, 'speech-recorded');
});

tap.course('keyboard: a vote by name is put', async () => {
    await keys.to(page.getByRole('radio').first());
    for (let i = 0; i < 4 && !await form('by-name').isChecked(); i++) {
        await keys.keyboard.press(i === 0 ? 'Space' : 'ArrowDown');
    }
    assert.ok(await form('by-name').isChecked());
    await keys.press(keys.button('do.put'));
    assert.equal(last().kind, 'vote-put');
});

tap.course('keyboard: all votes in one form, two against', async () => {
    for (const resident of [1, 2, 3, 4, 5, 6]) {
        const voter = page.getByRole('group',
            {name: residentName(resident), exact: true});
        await keys.to(voter.getByRole('radio').first());
        await keys.keyboard.press('Space');
        if (resident > 4) {
            await keys.keyboard.press('ArrowRight');
        }
    }
    await keys.press(keys.button('voters.record'));
    await counted(4, 2, 0);
    assert.equal(count('vote-cast'), 6);
});

tap.course('keyboard: a slip of the pen is taken back before closing',
    async () => {
        await keys.to(page.getByText(say('recorded.title', {count: 6})));
        await keys.keyboard.press('Enter');
        await keys.press(alike('recorded.correct', 6));
        const choice = page.getByRole('radio',
            {name: say('choice.abstain'), exact: true});
        await keys.to(page.getByRole('main').getByRole('radio').first());
        for (let i = 0; i < 4 && !await choice.isChecked(); i++) {
            await keys.keyboard.press('ArrowDown');
        }
        await keys.press(keys.button('do.correct-vote'));
        await counted(4, 1, 1);
    });

/* ---- twice ------------------------------------------------------------------------------- */

tap.course('a form that is sent twice at once is one act', async () => {
    await page.goto(`${SCREEN.replace('/screen', '')}/acts/correct-vote` +
        `?item=1&person=${5}&back=screen`);
    await page.getByRole('radio',
        {name: say('choice.for'), exact: true}).check();
    const form = await fieldsOf(keys.button('do.correct-vote'));
    const answers = await Promise.all([send(page, form), send(page, form)]);
    assert.deepEqual(answers.map(answer => answer.status()), [303, 303]);
    assert.equal(answers[0].headers().location, answers[1].headers().location);
    assert.equal(count('vote-corrected'), 2);
});

tap.course('a double click is one act', async () => {
    const before = count('arrived');
    await found(page, 8);
    await page.getByRole('button', {name: residentName(8)}).dblclick();
    await here(7);
    assert.equal(count('arrived'), before + 1);
});

tap.course('what was sent into a dead line can be sent again', async () => {
    const before = count('arrived');
    await found(page, 9);
    await page.context().setOffline(true);
    await unanswered(page.getByRole('button', {name: residentName(9)}));
    assert.equal(count('arrived'), before);
    await page.context().setOffline(false);
    await page.reload();
    await here(8);
    assert.equal(count('arrived'), before + 1);
});

tap.course('an act whose answer was lost is not done again', async () => {
    const before = count('arrived');
    await found(page, 10);
    await page.route('**/acts/arrive', async route => {
        await route.fetch({maxRedirects: 0});
        await route.abort('connectionreset');
    });
    await unanswered(page.getByRole('button', {name: residentName(10)}));
    assert.equal(count('arrived'), before + 1);
    await page.unroute('**/acts/arrive');
    await page.reload();
    await here(9);
    assert.equal(count('arrived'), before + 1);
});

/* ---- two clerks ---------------------------------------------------------------------------- */

tap.course('who came is entered once, and the second clerk is told',
    async () => {
        await found(page, 11);
        await found(second, 11);
        const before = count('arrived');
        await page.getByRole('button', {name: residentName(11)}).click();
        await here(10);
        await second.getByRole('button', {name: residentName(11)}).click();
        await told(second, 'event.arrived');
        assert.equal(count('arrived'), before + 1);
    });

tap.course('a vote that the other clerk closed is not counted on', async () => {
    await second.goto(`/kk/sittings/1/acts/correct-vote` +
        '?item=1&person=1&back=screen');
    await second.getByRole('radio',
        {name: say('choice.against'), exact: true}).check();
    await page.goto(SCREEN);
    await keys.press(keys.button('do.close-vote'));
    const decided = village.events().find(event =>
        event.kind === 'item-adopted');
    assert.equal(decided.body.count.for, 5);
    await second.getByRole('main').getByRole('button',
        {name: say('do.correct-vote'), exact: true}).click();
    await told(second, 'event.item-adopted');
    assert.equal(count('vote-corrected'), 2);
});

tap.course('two counts of hands: the second clerk sees the first', async () => {
    for (const step of [{act: 'speak', item: 2},
        {act: 'put', item: 2, form: 'by-show-of-hands'}]) {
        village.submit({...step, proceeding: 1,
            actor: step.act === 'put' ? 'chair' : 'secretary'}, 'clerk');
    }
    await second.goto(SCREEN);
    await page.goto(SCREEN);
    await counts(8, 1, 1);
    await keys.go();
    await counted(8, 1, 1);
    await second.getByLabel(say('field.for'), {exact: true}).fill('3');
    await second.getByLabel(say('field.against'), {exact: true}).fill('7');
    await second.getByLabel(say('field.abstain'), {exact: true}).fill('0');
    await second.getByRole('main').getByRole('button',
        {name: say('do.count'), exact: true}).click();
    await told(second, 'event.votes-counted');
    assert.equal(count('votes-counted'), 1);
});

tap.test('the record is whole', () => {
    village.run('record', 'verify', village.dir);
    village.run('rebuild', village.dir, '--check');
});

tap.onFailure(async () => `${await describe(page)}\n${await describe(second)}`);
tap.run({start, stop});
