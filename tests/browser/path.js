/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The whole path of a community's decisions, as acts on their days: a
 * gathering that elects the assembly and decides by name, the akim's review
 * and a disagreement all the way to the district akim, publication and
 * execution, an assembly that agrees the budget, and two gatherings for which
 * a tenth of the members ask: one is called and withdrawn, of the other the
 * district akim says no.  Who enters an act is
 * `as`; the rest is the act, as `kenes submit` takes it.
 */
'use strict';

const {courseFrom, SIGNATURES_PAPER} = require('./course');

const START = '2026-11-30T09:00:00+05:00';

const accounts = {
    clerk: ['clerk'],
    akim: ['rural-akim'],
    audan: ['district-akim'],
};

const members = [1, 2, 3, 4, 5];

const budget = {
    year: 2026,
    csv: 'year,decision,decided_on,revenue,tax,non_tax,capital_sales,' +
        'transfers,expenditure,net_lending,loans,loan_repayment,' +
        'financial_assets,deficit,financing\n' +
        '2026,№ 12/3,2025-12-24,100000.5,60000.5,1000,0,39000,101000.5,0,0,' +
        '0,0,-1000,1000\n',
};

const {steps, at, step, openBy, callNow, callFor, openWith, speak, countVotes,
    voteByName, handOver, publish} = courseFrom(START);

/* ---- 1: the gathering ---------------------------------------------------- */

at('2026-11-30T09:00');
callFor('gathering', '2026-12-12', [
    {matter: 'assembly-composition', title: 'Жиналыс құрамын айқындау', members},
    {matter: 'community-tasks', title: 'Жол жөндеу'},
    {matter: 'task-deadlines', title: 'Жөндеу мерзімі'}]);
openWith([1, 2, 3, 4, 6, 7, 8], '2026-12-12', '10:40', '11:00');
at('2026-12-12T11:20');
step('clerk', 'arrive', 'secretary', {residents: [9, 10]});
speak(1, 7, 'Құрамға барлық көше өкілдері кірсін.');
countVotes(1, 7, 1, 1);
step('clerk', 'leave', 'secretary', {residents: [3]});
speak(2, 8, 'Мектеп жолынан бастайық.');
voteByName(2, {1: 'for', 2: 'for', 4: 'for', 6: 'for', 7: 'against',
    8: 'for', 9: 'abstain', 10: 'for'});
step('clerk', 'withdraw-item', 'chair',
    {item: 3, reason: 'Смета әлі дайын емес'});
step('clerk', 'close-sitting', 'chair');
at('2026-12-14T10:00');
handOver();
at('2026-12-15T15:00');
step('akim', 'review', 'rural-akim', {item: 1, agreed: true});
step('akim', 'review', 'rural-akim',
    {item: 2, agreed: false, reason: 'Бюджетте қаражат жоқ'});
publish(1, 1);

/* ---- 2: the gathering on what the akim does not agree with ----------------- */

callFor('gathering', '2026-12-26', [
    {matter: 'community-tasks', title: 'Жол жөндеу, қайта қарау',
        repeats: {proceeding: 1, item: 2}}]);
openWith([1, 2, 6, 7], '2026-12-26', '10:50', '11:00');
speak(1, 7, 'Шешім күшінде қалсын.');
countVotes(1, 4, 0, 0);
step('clerk', 'close-sitting', 'chair');
at('2026-12-28T10:00');
handOver();
at('2026-12-29T10:00');
step('akim', 'review', 'rural-akim', {proceeding: 1, item: 2, agreed: false,
    reason: 'Қаражат әлі табылмады'});
at('2026-12-30T10:00');
step('clerk', 'deliberate', 'district-maslikhat', {proceeding: 1, item: 2,
    opinion: 'Шешімді қолдаймыз', evidence: 'Мәслихаттың хаты, № 31'});
step('audan', 'resolve', 'district-akim', {proceeding: 1, item: 2,
    upheld: true, reason: 'Аудан бюджетінен бөлінеді'});
publish(1, 2);
step('akim', 'assign', 'rural-akim', {proceeding: 1, item: 2,
    to: 'Әкім аппараты', task: 'Мектеп жолын жөндеу', due: '2027-05-01'});

/* ---- 3: the assembly --------------------------------------------------------- */

at('2027-01-05T09:00');
callFor('assembly', '2027-01-16', [
    {matter: 'local-budget', title: 'Бюджет жобасын келісу',
        budget: budget.year},
    {matter: 'budget-monitoring-commission',
        title: 'Мониторинг комиссиясын құру', members: [1, 2, 3]}]);
openWith([1, 2, 3, 4], '2027-01-16', '10:55', '11:05');
speak(1, 3, 'Жобаны қолдаймын.');
countVotes(1, 4, 0, 0);
step('clerk', 'adjourn', 'chair',
    {day: '2027-01-18', time: '15:00', reason: 'Кеш болды'});
at('2027-01-18T14:50');
step('clerk', 'arrive', 'secretary', {residents: [1, 2, 3]});
at('2027-01-18T15:00');
step('clerk', 'resume', 'chair');
step('clerk', 'leave', 'secretary', {residents: [3]});
step('clerk', 'arrive', 'secretary', {residents: [4, 5]});
step('clerk', 'speak', 'secretary', {item: 2});
countVotes(2, 4, 0, 0);
step('clerk', 'close-sitting', 'chair');
at('2027-01-19T10:00');
handOver();
at('2027-01-20T10:00');
step('akim', 'review', 'rural-akim', {item: 1, agreed: true});
step('akim', 'review', 'rural-akim', {item: 2, agreed: true});
publish(3, 1);
publish(3, 2);

/* ---- 4, 5: a tenth of the members ask for a gathering -------------------------- */

at('2027-02-01T10:00');
openBy('member', 'gathering', 'Бастамашылардың өтініші');
step('clerk', 'sign', 'member',
    {residents: [11, 12], evidence: SIGNATURES_PAPER});
step('clerk', 'sign', 'member', {residents: [13], evidence: SIGNATURES_PAPER});
step('audan', 'consent', 'district-akim', {granted: true});
callNow('2027-02-12', [{matter: 'community-tasks', title: 'Ауыз су'}]);
step('clerk', 'withdraw', 'rural-akim',
    {reason: 'Боран басталды', evidence: 'Әкімнің өкімі, № 17'});
openBy('member', 'gathering', 'Бастамашылардың өтініші');
step('clerk', 'sign', 'member',
    {residents: [11, 12, 14], evidence: SIGNATURES_PAPER});
step('clerk', 'consent', 'district-akim', {granted: false,
    reason: 'Мәселе шешіліп қойған', evidence: 'Аудан әкімінің хаты, № 9'});

/* ---- the first, carried out ----------------------------------------------------- */

at('2027-05-03T10:00');
step('clerk', 'report', 'rural-akim', {proceeding: 1, item: 2,
    text: 'Жол жөнделді', done: true, evidence: 'Қабылдау актісі'});

module.exports = {START, accounts, budget, steps};
