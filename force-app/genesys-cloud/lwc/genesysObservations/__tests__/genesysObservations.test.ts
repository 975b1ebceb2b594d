import fc from 'fast-check';
import { decodeClientEvent } from 'c/clientEvents';
import { createGenesysObservations } from 'c/genesysObservations';
import type { PhoneObservation } from 'c/phoneOnPage';

type Word = 'hold' | 'securePause';

interface Phone {
    pass(ms: number): void;
    says(message: object): void;
    /** As every subscriber hears it, sent by the panel or by another component. */
    sends(action: string, id?: string): void;
    /** A message of a call that is on hold, or whose recording is paused. */
    tells(word: Word, on: boolean): void;
    line(word: string): PhoneObservation | undefined;
}

const ID = 'a8c63d49-a1e6-44ea-b16a-05d1c0b6d671';
const START = Date.parse('2026-01-15T09:00:00.000Z');
/** Longer than anything is waited for, in milliseconds. */
const LONG = 11_000;
const WORDS: readonly Word[] = ['hold', 'securePause'];

/** The phone's channel, and the clock of the page. */
function phone(): Phone {
    const observations = createGenesysObservations();
    let now = START;
    const says = (message: object): void => observations.hear(decodeClientEvent(message, new Date(now).toISOString()));
    return {
        pass(ms): void {
            now += ms;
        },
        says,
        sends: (action, id = ID) => says({ type: 'PureCloud.Interaction.updateState', data: { action, id } }),
        tells(word, on): void {
            const fields = word === 'hold' ? { state: on ? 'HELD' : 'CONNECTED' } : { securePause: on };
            says({ type: 'Interaction', category: 'change', data: { new: { id: ID, isConnected: true, ...fields } } });
        },
        line: (word) =>
            observations.observations(now).find(({ id }) => id.toLowerCase() === `genesys${word}`.toLowerCase())
    };
}

/** Somebody sends the word, and a second later the phone tells what became of it. */
function asks(line: Phone, word: Word, becomes?: boolean): void {
    line.sends(word);
    line.pass(1_000);
    if (becomes !== undefined) line.tells(word, becomes);
    line.pass(LONG);
}

describe.each(WORDS)('what the word %s does a second time', (word) => {
    it('an admin who has taken no call reads what to do on the phone', () => {
        const { line } = phone();
        expect(line(word)).toMatchObject({ outcome: 'unclear', meaning: 'This page has not seen it yet.' });
        expect(line(word)?.setting).toMatch(/press Ask again\.$/);
        expect(line(word)?.said).toBeUndefined();
    });

    it('an admin reads that it switches, once it took back what it had done', () => {
        const one = phone();
        one.tells(word, false);
        asks(one, word, true);
        expect(one.line(word)?.outcome).toBe('unclear');
        asks(one, word, false);
        expect(one.line(word)).toMatchObject({ outcome: 'works', said: 'done 1, undone 1' });
        expect(Object.values(one.line(word)?.profile ?? {})).toEqual(['switches']);
    });

    it('an agent need not wait between the word and the same word again', () => {
        const one = phone();
        one.tells(word, false);
        one.sends(word);
        one.tells(word, true);
        one.sends(word);
        one.tells(word, false);
        expect(one.line(word)).toMatchObject({ outcome: 'works', said: 'done 1, undone 1' });
    });

    it('an admin reads that it sets, where everything stayed as it was for ten seconds', () => {
        const one = phone();
        one.tells(word, false);
        asks(one, word, true);
        asks(one, word, true);
        expect(one.line(word)).toMatchObject({ outcome: 'limited', said: 'done 1, stayed 1' });
        expect(Object.values(one.line(word)?.profile ?? {})).toEqual(['sets']);
        expect(one.line(word)?.setting).toContain(`Write ${word} into Hidden actions`);
    });

    it('nothing is claimed of a phone that heeds no word at all', () => {
        const one = phone();
        one.tells(word, true);
        asks(one, word);
        expect(one.line(word)).toMatchObject({ outcome: 'unclear', said: 'stayed 1' });
        expect(one.line(word)?.profile).toBeUndefined();
    });

    it('nothing is claimed before the phone had ten seconds to answer', () => {
        const one = phone();
        one.tells(word, false);
        asks(one, word, true);
        one.sends(word);
        one.pass(9_000);
        one.tells(word, true);
        expect(one.line(word)?.outcome).toBe('unclear');
        one.pass(1_000);
        expect(one.line(word)?.outcome).toBe('limited');
    });

    it('a change that comes late was made in the phone itself, and is no answer', () => {
        const one = phone();
        one.tells(word, true);
        one.sends(word);
        one.pass(4_000);
        one.tells(word, false);
        one.pass(LONG);
        expect(one.line(word)?.outcome).toBe('unclear');
        expect(one.line(word)?.said).toBeUndefined();
    });

    it('words in a row tell nothing: nobody knows whose answer comes', () => {
        const one = phone();
        one.tells(word, true);
        one.sends(word);
        one.sends(word);
        one.sends(word);
        one.tells(word, false);
        one.pass(LONG);
        expect(one.line(word)?.said).toBeUndefined();
    });

    it('a word for another call, or another word, tells nothing', () => {
        const one = phone();
        one.tells(word, true);
        one.sends(word, 'another');
        one.sends(word === 'hold' ? 'securePause' : 'hold');
        one.sends('mute');
        one.tells(word, false);
        one.pass(LONG);
        expect(one.line(word)?.said).toBeUndefined();
    });

    it('a call that ends on the way tells nothing', () => {
        const one = phone();
        one.tells(word, true);
        one.sends(word);
        one.says({ type: 'Interaction', category: 'disconnect', data: { id: ID, isDisconnected: true } });
        one.pass(LONG);
        one.tells(word, true);
        expect(one.line(word)?.said).toBeUndefined();
    });

    it('an admin whose phone answers now so and now so reads that', () => {
        const one = phone();
        one.tells(word, true);
        asks(one, word, false);
        asks(one, word, true);
        asks(one, word, true);
        expect(one.line(word)).toMatchObject({ outcome: 'limited', said: 'done 1, undone 1, stayed 1' });
        expect(one.line(word)?.profile).toBeUndefined();
    });
});

it('an admin reads that nobody can know it of mute', () => {
    const one = phone();
    one.sends('mute');
    one.pass(LONG);
    expect(one.line('mute')?.outcome).toBe('fact');
    expect(one.line('mute')?.meaning).toMatch(/^No page can know it\./);
    expect(one.line('mute')?.profile).toBeUndefined();
});

it('no line holds a number, a name or an id, whatever comes', () => {
    const secret = 'Edna Frank +61491570006';
    const message = fc.oneof(
        fc.record({
            type: fc.constant('Interaction'),
            category: fc.constantFrom('add', 'change', 'connect', 'disconnect', secret),
            data: fc.record({
                id: fc.constantFrom(ID, secret),
                state: fc.constantFrom('HELD', 'CONNECTED', secret, 7),
                securePause: fc.constantFrom(true, false, secret),
                name: fc.constant(secret)
            })
        }),
        fc.record({
            type: fc.constant('PureCloud.Interaction.updateState'),
            data: fc.record({ action: fc.constantFrom('hold', 'securePause', secret), id: fc.constantFrom(ID, secret) })
        }),
        fc.anything()
    );
    fc.assert(
        fc.property(fc.array(fc.tuple(message, fc.nat(20_000))), (messages) => {
            const observations = createGenesysObservations();
            let now = START;
            for (const [one, ms] of messages) {
                now += ms;
                observations.hear(decodeClientEvent(one, new Date(now).toISOString()));
            }
            const text = JSON.stringify(observations.observations(now));
            expect(text).not.toContain('Edna');
            expect(text).not.toContain(ID);
        })
    );
});
