/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A village for tests: a folder made by the command line, with invented
 * residents, officials and accounts, and a clock that stands still until the
 * test moves it.
 */
'use strict';

const {spawnSync, spawn} = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const kenes = path.resolve(
    process.env.KENES || path.join(__dirname, '../../build/release/kenes'));

/* Қоянды, a village of the Tselinograd district, and its one settlement. */
const KATO = '116645000';
const SETTLEMENT = '116645100';

/* In the order of the alphabet, as pages list them. */
const surnames = [
    'Абдрахманов', 'Әлімжанов', 'Базарбаев', 'Бекенов', 'Ғалымов',
    'Дәулетов', 'Досжанов', 'Есенов', 'Жақыпов', 'Жұмабаев', 'Иманбаев',
    'Исабеков', 'Кәрімов', 'Қасымов', 'Құсайынов', 'Молдабеков', 'Мұратов',
    'Нұрланов', 'Омаров', 'Оспанов', 'Өтегенов', 'Рахимов', 'Сәрсенов',
    'Сейітов', 'Тоқтаров', 'Төлегенов', 'Үсенов', 'Хасенов', 'Шәріпов',
    'Ыбыраев'];
const names = ['Асан', 'Берік', 'Дәурен', 'Ерлан', 'Қайрат', 'Нұржан'];

/* Residents 1, 2, 3…, all of age and registered here for years. */
const residents = surnames.map((surname, i) => ({
    id: i + 1,
    surname,
    name: names[i % names.length],
    birth: `${1950 + i}-03-${String(10 + i % 19)}`,
    house: String(i + 1),
}));

function residentName(id) {
    return `${residents[id - 1].surname} ${residents[id - 1].name}`;
}

function csvOfResidents() {
    const lines = ['surname,name,birth,kato,street,house,from,citizen'];
    for (const one of residents) {
        lines.push([one.surname, one.name, one.birth, SETTLEMENT, 'Абай',
            one.house, '2015-06-01', 'yes'].join(','));
    }
    return `${lines.join('\n')}\n`;
}

const officials = [
    {office: 'rural-akim', surname: 'Серіков', name: 'Марат'},
    {office: 'district-akim', surname: 'Тілеубаев', name: 'Арман'},
    {office: 'district-maslikhat', surname: 'Құдайбергенова', name: 'Гүлнар'},
];

/* A command that must end well; its standard output. */
function run(input, ...words) {
    const done = spawnSync(kenes, [...words, '--lang', 'kk'],
        {input, encoding: 'utf8'});
    if (done.error || done.status !== 0) {
        throw new Error(`kenes ${words.join(' ')}\n${input}\n` +
            `exit ${done.status}: ${done.error || done.stderr}`);
    }
    return done.stdout;
}

/* Acts by an account, with options such as --now. */
function submitTo(dir, account, acts, ...options) {
    run(JSON.stringify(acts), 'submit', dir, '-', '--as', account, ...options);
}

/* An official paper of a folder as HTML. */
function paperOf(dir, proceeding, kind, language) {
    const done = spawnSync(kenes, ['document', dir, String(proceeding), kind,
        '--item', '1', '--format', 'html', '--lang', language],
    {encoding: 'utf8'});
    if (done.error || done.status !== 0) {
        throw new Error(`${kind}: ${done.error || done.stderr}`);
    }
    return done.stdout;
}

class Village {
    /* Made on the instant `now`, with `accounts` {name: [office…]}, or
       {name: N}: the account of resident N. */
    constructor(now, accounts) {
        this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kenes-browser-'));
        this.dir = path.join(this.folder, 'village');
        this.clockFile = path.join(this.folder, 'now');
        this.passwords = {};
        this.server = null;
        this.setClock(now);
        this.run('init', this.dir, '--community', KATO);
        this.importResidents();
        for (const {office, surname, name} of officials) {
            this.submit({act: 'record-office', actor: 'keeper', office,
                surname, name, from: '2018-06-01', basis: 'Сайлау хаттамасы'},
            'keeper');
        }
        for (const [name, whose] of Object.entries(accounts)) {
            const words = Array.isArray(whose)
                ? ['--offices', whose.join(',')]
                : ['--resident', String(whose)];
            this.passwords[name] = this.run('account', this.dir, name,
                ...words).trim().split(' ')[1];
        }
    }

    /* Both the commands and a running server go by it. */
    setClock(now) {
        fs.writeFileSync(`${this.clockFile}.new`, `${now}\n`);
        fs.renameSync(`${this.clockFile}.new`, this.clockFile);
    }

    importResidents() {
        const file = path.join(this.folder, 'residents.csv');
        fs.writeFileSync(file, csvOfResidents());
        this.run('import', this.dir, 'members', file);
    }

    importBudget(csv) {
        const file = path.join(this.folder, 'budget.csv');
        fs.writeFileSync(file, csv);
        this.run('import', this.dir, 'budget', file);
    }

    /* The official text of an act in one edition. */
    importText(act, edition, text) {
        const file = path.join(this.folder, `${act}.md`);
        fs.writeFileSync(file, text);
        this.run('import', this.dir, 'text', act, edition, file);
    }

    acknowledge(finding, day, author, reason) {
        this.run('law', 'acknowledge', finding, day, '--by', author,
            '--why', reason, '--law', path.join(this.dir, 'law'));
    }

    /* A command on this village's clock. */
    run(...words) {
        return run('', ...words, '--now', `@${this.clockFile}`);
    }

    submit(acts, account) {
        submitTo(this.dir, account, acts, '--now', `@${this.clockFile}`);
    }

    /* Serves the village; the address to go to, once it answers. */
    async serve() {
        this.server = await Server.start(
            ['serve', this.dir, '--listen', '127.0.0.1:0',
                '--now', `@${this.clockFile}`]);
        return this.server.url;
    }

    /* All events of the record, with `persons`, the residents by their keys
       (an official is 0). */
    events() {
        return rowsOf(this.dir,
            'SELECT CAST(bytes AS TEXT) FROM events ORDER BY number')
            .map(row => JSON.parse(row));
    }

    persons() {
        return new Map(rowsOf(this.dir,
            'SELECT key || \' \' || resident FROM persons')
            .map(row => row.split(' '))
            .map(([key, resident]) => [key, Number(resident)]));
    }

    async close() {
        if (this.server) {
            await this.server.stop();
        }
        fs.rmSync(this.folder, {recursive: true, force: true});
    }
}

/* What a query finds in the store of a folder, a text for each row. */
function rowsOf(dir, sql) {
    const done = spawnSync('sqlite3',
        ['-readonly', path.join(dir, 'kenes.db'), sql],
        {encoding: 'utf8', maxBuffer: 1 << 26});
    if (done.status !== 0) {
        throw new Error(`sqlite3: ${done.error || done.stderr}`);
    }
    return done.stdout.split('\n').filter(line => line !== '');
}

/* A process that says where it serves. */
class Server {
    static start(words) {
        return new Promise((resolve, reject) => {
            const server = new Server();
            server.output = '';
            server.process = spawn(kenes, words,
                {stdio: ['ignore', 'pipe', 'pipe']});
            server.ended = new Promise(done => {
                server.process.on('exit', done);
            });
            server.process.on('error', reject);
            server.process.on('exit', code => reject(
                new Error(`kenes ${words.join(' ')}: exit ${code}\n` +
                    server.output)));
            server.process.stderr.on('data', text => {
                server.output += text;
            });
            server.process.stdout.on('data', text => {
                server.output += text;
                const found = /^(http:\/\/\S+)$/m.exec(server.output);
                if (found) {
                    server.url = found[1];
                    resolve(server);
                }
            });
        });
    }

    async stop() {
        this.process.kill('SIGTERM');
        await this.ended;
    }
}

module.exports = {Village, Server, rowsOf, submitTo, paperOf, residents, residentName,
    KATO, SETTLEMENT};
