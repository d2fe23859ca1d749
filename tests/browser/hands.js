/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A person at the keyboard, who enters acts through the pages by what they
 * say: headings, labels and buttons in Kazakh.  The acts are those of
 * `kenes submit`, so that the same course can be gone both ways.
 */
'use strict';

const {messagesOf, wordsOf, capital} = require('./messages');
const {residentName} = require('./village');

const say = messagesOf('kk');
const word = wordsOf('kk');

/* What the law calls it, as it begins a line. */
const titled = name => capital(word(name));

/* The inputs of an act: which field, how it is filled in, its label. */
const numbers = [['for', 'line', 'field.for'],
    ['against', 'line', 'field.against'], ['abstain', 'line', 'field.abstain']];
const inputs = {
    'sign': [['residents', 'people', 'field.signers']],
    'consent': [['granted', 'yes', 'field.granted'],
        ['reason', 'line', 'field.reason-free']],
    'withdraw': [['reason', 'line', 'field.reason']],
    'notify': [['ways', 'words', 'field.ways'],
        ['evidence', 'line', 'field.evidence-notice']],
    'arrive': [['residents', 'people', 'field.arrived']],
    'leave': [['residents', 'people', 'field.left']],
    'elect': [['resident', 'person', 'field.candidate'], ...numbers],
    'approve-agenda': numbers,
    'speak': [['resident', 'speaker', 'field.speaker'],
        ['office', 'official', 'field.speaker'],
        ['text', 'line', 'field.speech']],
    'put': [['form', 'word', 'field.form']],
    'count': numbers,
    'withdraw-item': [['reason', 'line', 'field.reason']],
    'adjourn': [['day', 'line', 'field.day-next'],
        ['time', 'line', 'field.time'], ['reason', 'line', 'field.reason']],
    'review': [['agreed', 'yes', 'field.agreed'],
        ['reason', 'line', 'field.reason-disagree']],
    'deliberate': [['opinion', 'line', 'field.opinion']],
    'resolve': [['upheld', 'yes', 'field.upheld'],
        ['reason', 'line', 'field.reason']],
    'publish': [['ways', 'words', 'field.ways-published']],
    'assign': [['to', 'line', 'field.to'], ['task', 'line', 'field.task'],
        ['due', 'line', 'field.due']],
    'monitor': [['year', 'line', 'field.year'], ['half', 'line', 'field.half'],
        ['text', 'line', 'field.monitoring']],
    'conclude': [['text', 'line', 'field.conclusion']],
    'report': [['text', 'line', 'field.report'], ['done', 'yes', 'field.done']],
};

/* Entered in the screen of the sitting, in one step. */
const direct = new Set(['open-sitting', 'elect', 'approve-agenda', 'speak',
    'put', 'vote', 'count', 'close-vote', 'resume']);
const atDecision = new Set(['publish', 'assign', 'report', 'conclude']);

/* A button or link of several alike says unseen which one it is: "For: NAME". */
function alike(text, which) {
    const escape = part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escape(text)} ?: ${escape(which)}$`);
}

class Hands {
    constructor(page, language = 'kk') {
        this.page = page;
        this.language = language;
        this.say = messagesOf(language);
        this.term = wordsOf(language);
    }

    /* What the law calls it, as it begins a line. */
    titled(name) {
        return capital(this.term(name));
    }

    /* ---- going about ----------------------------------------------------- */

    button(key, scope = this.page) {
        return scope.getByRole('button', {name: this.say(key), exact: true});
    }

    heading(text) {
        return this.page.getByRole('heading', {level: 1, name: text});
    }

    /* Follows a link of the main part by its whole text. */
    async follow(text, scope = this.page.getByRole('main')) {
        await scope.getByRole('link', {name: text, exact: true}).click();
    }

    /* The number of the receipt that the page shows, or null. */
    receipt() {
        return new URL(this.page.url()).searchParams.get('receipt');
    }

    /* Waits for a receipt other than `before`, with the way to its place. */
    async received(before = null) {
        await this.page.waitForURL(url => {
            const number = url.searchParams.get('receipt');
            return number !== null && number !== before;
        });
        await this.page.getByRole('status').getByRole('link',
            {name: this.say('receipt.entry')}).waitFor();
    }

    /* ---- filling in -------------------------------------------------------- */

    async fill(scope, act) {
        await this.actor(scope, act.actor);
        for (const [field, shape, label] of inputs[act.act] || []) {
            if (act[field] !== undefined) {
                await this[shape](scope, this.say(label), act[field], label);
            }
        }
        if (act.act !== 'notify') {
            await this.evidence(scope, act.evidence);
        }
    }

    line(scope, label, value) {
        return scope.getByLabel(label, {exact: true}).fill(String(value));
    }

    /* Where the page asks for it. */
    async evidence(scope, text) {
        const field = scope.getByLabel(
            this.say('field.evidence'), {exact: true});
        if (text && await field.count() > 0) {
            await field.fill(text);
        }
    }

    /* Where the page leaves open whose act it is. */
    async actor(scope, actor) {
        if (await this.group(scope, this.say('field.actor')).count() > 0) {
            await this.word(scope, this.say('field.actor'), actor);
        }
    }

    group(scope, legend) {
        return scope.getByRole('group', {name: legend});
    }

    async words(scope, legend, names) {
        for (const name of names) {
            await this.group(scope, legend)
                .getByRole('checkbox', {name: this.titled(name), exact: true})
                .check();
        }
    }

    word(scope, legend, name) {
        return this.group(scope, legend)
            .getByRole('radio', {name: this.titled(name), exact: true}).check();
    }

    yes(scope, legend, value, key) {
        const name = this.say(`${key}.${value ? 'yes' : 'no'}`);
        return this.group(scope, legend)
            .getByRole('radio', {name, exact: true}).check();
    }

    person(scope, label, resident) {
        return scope.getByLabel(label, {exact: true})
            .selectOption({label: residentName(resident)});
    }

    official(scope, label, office) {
        return scope.getByLabel(label, {exact: true})
            .selectOption(`o-${office}`);
    }

    speaker(scope, label, resident) {
        return this.person(scope, label, resident);
    }

    /* The first is searched for by name, the others are found among all. */
    async people(scope, label, ids) {
        const [first, ...others] = ids;
        await scope.getByLabel(label, {exact: true})
            .fill(residentName(first).split(' ')[0]);
        await this.button('picker.search').click();
        await this.tick(first);
        if (others.length > 0) {
            await this.page.getByLabel(label, {exact: true}).fill('');
            await this.button('picker.search').click();
            for (const id of others) {
                await this.tick(id);
            }
        }
    }

    tick(id) {
        return this.page.getByRole('checkbox', {name: residentName(id)})
            .check();
    }

    /* ---- acts -------------------------------------------------------------- */

    async enter(act) {
        const before = this.receipt();
        if (act.act === 'open') {
            await this.open(act);
        } else if (act.act === 'call') {
            await this.call(act);
        } else if (act.act === 'vote' && !act.resident) {
            await this.voteOneself(act);
        } else if (act.act === 'vote') {
            await this.vote(act);
        } else if (direct.has(act.act)) {
            await this.enterNow(act);
        } else {
            await this.enterAlone(act);
        }
        await this.received(before);
    }

    async sitting(number) {
        await this.page.goto(`/${this.language}/sittings/${number}`);
    }

    /* From the page of the sitting to its screen, where we are not there. */
    async screen(number) {
        const path = `/${this.language}/sittings/${number}/screen`;
        if (new URL(this.page.url()).pathname !== path) {
            await this.sitting(number);
            await this.follow(this.say('next.screen'));
            await this.page.waitForURL(url => url.pathname === path);
        }
    }

    /* The act that the screen offers as the next one. */
    async enterNow(act) {
        await this.screen(act.proceeding);
        const now = this.page.getByRole('region', {
            name: `${this.say('screen.now')} ${this.say(`act.${act.act}`)}`,
            exact: true});
        if (act.act === 'elect') {
            await now.getByText(this.titled(act.office), {exact: true})
                .waitFor();
        }
        await this.fill(now, act);
        await this.button(`do.${act.act}`, now).click();
    }

    async vote(act) {
        await this.screen(act.proceeding);
        const singly = this.page.getByRole('link',
            {name: this.say('voters.singly'), exact: true});
        if (await singly.count() > 0) {
            await singly.click();
            await this.page.waitForURL(/way=singly/);
        }
        await this.page.getByRole('button', {
            name: alike(this.say(`choice.${act.choice}`),
                residentName(act.resident))}).click();
    }

    /* A member votes for himself, from the page of the sitting. */
    async voteOneself(act) {
        await this.goTo(act);
        await this.group(this.page, this.say('field.choice'))
            .getByRole('radio',
                {name: this.say(`choice.${act.choice}`), exact: true}).check();
        await this.button('do.vote').click();
    }

    /* The page that shows the answers, of an act that the law lets pass. */
    lawful() {
        return this.page.getByRole('heading', {name: this.say('check.lawful')})
            .waitFor();
    }

    /* An act with a page of its own, reached from where it is offered. */
    async enterAlone(act) {
        if (act.act === 'arrive') {
            await this.arrive(act);
        } else {
            await this.goTo(act);
            await this.fill(this.page.getByRole('main'), act);
        }
        if (act.act !== 'arrive' && act.act !== 'leave') {
            await this.button('act-page.check').click();
            await this.lawful();
        }
        await this.button(`do.${act.act}`).click();
    }

    /* The act's page, filled in as far as to its answers: nothing is done. */
    async answer(act) {
        await this.goTo(act);
        await this.fill(this.page.getByRole('main'), act);
        await this.button('act-page.check').click();
    }

    async consider(act) {
        await this.answer(act);
        await this.lawful();
    }

    /* The search stands on the screen; what is found on the act's page. */
    async arrive(act) {
        const [first] = act.residents;
        await this.screen(act.proceeding);
        await this.page.getByLabel(this.say('screen.search'), {exact: true})
            .fill(residentName(first).split(' ')[0]);
        await this.button('picker.search').click();
        await this.heading(this.say('act.arrive')).waitFor();
        await this.tick(first);
        if (act.residents.length > 1) {
            await this.fill(this.page.getByRole('main'),
                {...act, residents: act.residents});
        } else {
            await this.actor(this.page, act.actor);
            await this.evidence(this.page, act.evidence);
        }
    }

    async goTo(act) {
        const number = act.proceeding;
        const main = this.page.getByRole('main');
        let text = this.say(`act.${act.act}`);
        if (['leave', 'adjourn', 'withdraw-item', 'close-sitting']
            .includes(act.act)) {
            await this.screen(number);
        } else {
            await this.sitting(number);
        }
        if (atDecision.has(act.act)) {
            await main.getByRole('listitem').filter(
                {has: this.page.getByRole('heading', {level: 3})})
                .nth(act.item - 1)
                .getByRole('link', {name: this.say('sitting.decision')})
                .click();
        }
        if (act.item) {
            text = new RegExp(`^${text}: ${act.item}\\. `);
        } else if (act.act === 'sign-minutes') {
            text = `${text}: ${this.term(act.actor)}`;
        }
        await this.follow(text);
    }

    /* ---- opening and calling ------------------------------------------------- */

    async open(act) {
        await this.page.goto(`/${this.language}/sittings`);
        await this.follow(this.say('opening.ways'));
        const initiator = act.actor === 'member' &&
            act.procedure === 'assembly' ? 'assembly-member' : act.actor;
        await this.follow(alike(this.say('opening.choose'),
            `${this.titled(act.procedure)}, ${this.titled(initiator)}`));
        const represented = this.say('field.represented');
        if (await this.group(this.page, represented).count() > 0) {
            await this.yes(this.page, represented,
                act.represented === true, 'field.represented');
        }
        if (act.plot) {
            await this.plot(act);
        }
        await this.evidence(this.page, act.evidence);
        await this.button('act-page.check').click();
        await this.button('do.open').click();
    }

    async plot({plot, for: gathering}) {
        await this.page.getByLabel(this.say('field.gathering'), {exact: true})
            .selectOption(String(gathering));
        await this.page.getByLabel(this.say('field.kato'), {exact: true})
            .selectOption(plot.kato);
        await this.line(this.page, this.say('field.street'), plot.street);
        await this.line(this.page, this.say('field.plot'), plot.name);
    }

    async call(act) {
        await this.sitting(act.proceeding);
        await this.follow(this.say('act.call'));
        await this.when(act);
        for (const item of act.items) {
            await this.item(item);
        }
        await this.evidence(this.page, act.evidence);
        await this.button('act-page.check').click();
        await this.lawful();
        await this.button('do.call').click();
    }

    async when({day, time, place}) {
        await this.line(this.page, this.say('field.day'), day);
        await this.line(this.page, this.say('field.time'), time);
        await this.line(this.page, this.say('field.place'), place);
        await this.button('calling.next-agenda').click();
        await this.heading(this.say('calling.agenda')).waitFor();
    }

    async item(item) {
        await this.button('calling.add').click();
        if (item.repeats) {
            await this.page.getByLabel(this.say('field.repeats'), {exact: true})
                .selectOption(`${item.repeats.proceeding}-${item.repeats.item}`);
        } else {
            await this.page.getByRole('radio',
                {name: new RegExp(`^${this.titled(item.matter)} .*\\d`)})
                .check();
        }
        await this.line(this.page, this.say('field.title'), item.title);
        if (item.budget) {
            await this.page.getByLabel(this.say('field.budget'), {exact: true})
                .selectOption({label: String(item.budget)});
        }
        await this.button('calling.added').click();
        if (item.members) {
            await this.heading(this.say('calling.members')).waitFor();
            await this.people(
                this.page, this.say('field.members'), item.members);
            await this.button('calling.chosen').click();
        }
        await this.heading(this.say('calling.agenda')).waitFor();
    }
}

module.exports = {Hands, say, word, titled};
