import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { interactionsOfTrace } from 'c/genesysTransport';
import { played } from './playedTrace.ts';

const TRACES = path.resolve(__dirname, '../../../../../local/genesys/traces');
const NAMES = readdirSync(TRACES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));

it.each(NAMES)('the admin previews %s as a page that listened from its beginning knew it at its end', async (name) => {
    const { at, interactions } = await played(name);
    const text = readFileSync(path.join(TRACES, `${name}.json`), 'utf8');
    expect(interactionsOfTrace(text, Date.parse(at(0)))).toEqual({ interactions });
});

it('a trace recorded under a phone that began anew tells of what was not named again', () => {
    const data = { id: 'call-1', state: 'CONNECTED', isConnected: true, isDisconnected: false, isDone: false };
    const text = JSON.stringify([
        { atMs: 0, message: { type: 'Interaction', category: 'connect', data } },
        { atMs: 60_000, message: { type: 'InitialSetup' } }
    ]);
    expect(interactionsOfTrace(text, 0)).toMatchObject({
        interactions: [{ id: 'call-1', doubtedSince: new Date(60_000).toISOString() }]
    });
});

it('a text that is no trace is told as such', () => {
    expect(interactionsOfTrace('{}', 0)).toEqual({ problem: 'notAList' });
});
