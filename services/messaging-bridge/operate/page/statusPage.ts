import type { AsideRow } from '../../store/backlog.ts';
import type { ProcessRow } from '../../store/processes.ts';
import type { Sample } from '../../store/samples.ts';
import type { BridgeStatus } from '../status/bridgeStatus.ts';
import { findingsOf, isAlive, nameOf } from '../status/findings.ts';
import type { Finding } from '../status/findings.ts';
import { counted, durationInWords } from '../status/words.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import { lineChart } from './lineChart.ts';
import { STYLE } from './style.ts';

export const SHOWN_MS = 3_600_000;

/** The whole page; without a status where the database does not answer. */
export function statusPage(status: BridgeStatus | undefined, samples: readonly Sample[]): string {
    return `<!doctype html>\n${
        html`<html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>Messaging bridge</title>
                <link rel="icon" href="data:," />
                ${STYLE}
                <script src="/page.js" defer></script>
            </head>
            <body>
                <main id="now">${nowOnPage(status, samples)}</main>
            </body>
        </html>`.text
    }\n`;
}

/** What changes: the script of the page fetches it again. */
export function nowOnPage(status: BridgeStatus | undefined, samples: readonly Sample[]): Markup {
    const findings: Finding[] =
        status === undefined
            ? [
                  {
                      severity: 'wrong',
                      text: 'The database does not answer: nothing is read and nothing delivered. Look at the database.'
                  }
              ]
            : findingsOf(status);
    return html`<h1>Messaging bridge</h1>
        <section aria-labelledby="found">
            <h2 id="found">${findings.length === 0 ? 'All is well' : 'What to know'}</h2>
            <div role="status">
                <ul class="findings">
                    ${findings.length === 0 ? html`<li class="well">Everything that came is delivered, or on its way.</li>` : findings.map(finding)}
                </ul>
            </div>
        </section>
        ${status === undefined ? '' : standing(status, samples)}`;
}

const finding = ({ severity, text }: Finding): Markup =>
    html`<li class="${severity}"><strong>${severity === 'wrong' ? 'Act' : 'Note'}</strong> ${text}</li>`;

function standing(status: BridgeStatus, samples: readonly Sample[]): Markup {
    const chart = (title: string, valueOf: (sample: Sample) => number, words: (value: number) => string): Markup =>
        lineChart({
            title,
            words,
            forMs: SHOWN_MS,
            points: samples.map((one) => ({ agoMs: one.agoMs, value: valueOf(one) }))
        });
    const { delivered, waiting } = status;
    return html`<section aria-labelledby="hour">
            <h2 id="hour">The last hour</h2>
            <div class="charts">
                ${chart(
                    'Waiting',
                    (one) => one.waiting,
                    (value) => counted(value, 'entry', 'entries')
                )}
                ${chart(
                    'Delivered each minute',
                    (one) => one.delivered,
                    (value) => counted(value, 'entry', 'entries')
                )}
                ${chart('Behind Salesforce', (one) => one.behindMs, durationInWords)}
                ${chart(
                    'Set aside',
                    (one) => one.aside,
                    (value) => counted(value, 'entry', 'entries')
                )}
            </div>
        </section>
        <section aria-labelledby="present">
            <h2 id="present">Now</h2>
            <dl>
                ${pair('Waiting', `${counted(waiting.entries, 'entry', 'entries')} of ${counted(waiting.conversations, 'conversation')}`)}
                ${waiting.oldestMs === undefined ? '' : pair('The oldest waits for', durationInWords(waiting.oldestMs))}
                ${pair('Delivered in the last minute', counted(delivered.lastMinute, 'entry', 'entries'))}
                ${delivered.p50Ms === undefined ? '' : pair('Half of them within', durationInWords(delivered.p50Ms))}
                ${delivered.p99Ms === undefined ? '' : pair('99 of 100 within', durationInWords(delivered.p99Ms))}
                ${streamPairs(status)}
            </dl>
        </section>
        ${asideSection(status.aside)} ${processSection(status)}`;
}

const pair = (name: string, text: string): Markup =>
    html`<div>
        <dt>${name}</dt>
        <dd>${text}</dd>
    </div>`;

const STREAM: Readonly<Record<string, string>> = {
    connecting: 'connecting',
    streaming: 'open',
    paused: 'closed until there is room',
    waiting: 'broken, tried again soon',
    notTaken: 'comes again, since it could not be stored',
    alarm: 'somebody should look',
    fatal: 'stands still',
    closed: 'closed'
};

function streamPairs({ stream }: BridgeStatus): Markup[] {
    const { state, storedAgoMs } = stream;
    return [
        ...(state === undefined
            ? []
            : [
                  pair(
                      'Stream of Salesforce',
                      `${STREAM[state.name] ?? state.name}, for ${durationInWords(state.sinceMs)}`
                  )
              ]),
        ...(storedAgoMs === undefined ? [] : [pair('Read last', `${durationInWords(storedAgoMs)} ago`)])
    ];
}

const ASIDE: Readonly<Record<AsideRow['state'], string>> = {
    dead: 'refused for good',
    parked: 'perhaps delivered, or too old',
    unreadable: 'nobody could read it'
};

function asideSection(rows: readonly AsideRow[]): Markup {
    const most = Math.max(1, ...rows.map(({ count }) => count));
    const line = ({ count, kind = 'event', oldestMs, state }: AsideRow): Markup =>
        html`<tr>
            <th scope="row">${kind}</th>
            <td>${ASIDE[state]}</td>
            <td class="number">
                <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width="${Math.max(2, Math.round((count / most) * 100))}" height="10" />
                </svg>
                ${count.toLocaleString('en')}
            </td>
            <td>${durationInWords(oldestMs)} ago</td>
        </tr>`;
    const table = html`<div class="wide" tabindex="0" role="region" aria-labelledby="aside">
        <table>
            <thead>
                <tr>
                    <th scope="col">What</th>
                    <th scope="col">Why</th>
                    <th scope="col">How many</th>
                    <th scope="col">The oldest</th>
                </tr>
            </thead>
            <tbody>
                ${rows.map(line)}
            </tbody>
        </table>
    </div>`;
    return html`<section>
        <h2 id="aside">Set aside</h2>
        ${
            rows.length === 0
                ? html`<p>Nothing.</p>`
                : html`${table}
                      <p><code>bridge dead-letters list</code> shows each of them.</p>`
        }
    </section>`;
}

function processSection({ database, leader, processes }: BridgeStatus): Markup {
    const line = (one: ProcessRow): Markup =>
        html`<li>
            ${nameOf(one)}${one.name === leader?.process && leader.leadsForMs > 0 ? ', follows Salesforce' : ''}
        </li>`;
    const alive = processes.filter(isAlive);
    return html`<section aria-labelledby="processes">
        <h2 id="processes">Processes</h2>
        <ul>
            ${alive.length === 0 ? html`<li>None.</li>` : alive.map(line)}
        </ul>
        <p>${database === 'embedded' ? 'The embedded database, for one process.' : 'PostgreSQL.'}</p>
    </section>`;
}
