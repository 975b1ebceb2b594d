import { applyEvent, quietSince } from 'c/interactions';
import type { Interaction, InteractionFacts } from 'c/interactions';
import {
    CALL,
    described,
    dismissed,
    ENDED,
    ending,
    HELD,
    later,
    mentioned,
    noted,
    phoneStarted,
    RINGING,
    TALKING,
    tell,
    WRAPPED_UP
} from './story.ts';

const NINE = '2026-03-02T09:00:00.000Z';
const after = (minutes: number, since = NINE): string => new Date(Date.parse(since) + minutes * 60_000).toISOString();
const told = (facts: InteractionFacts, time = NINE): Interaction => ending(later(described(facts), time));
const HOUR = 60;

describe('an interaction that nobody hears of any more', () => {
    it.each<[string, InteractionFacts, number]>([
        ['a call that rings, after ten minutes', RINGING, 10],
        ['a call that is dialed, after ten minutes', { ...RINGING, state: 'dialing' }, 10],
        ['a call, after two hours', TALKING, 2 * HOUR],
        ['a call on hold, after two hours', HELD, 2 * HOUR],
        ['a call whose wrap-up stays open, after two hours', ENDED, 2 * HOUR],
        ['a callback, after two hours', { ...TALKING, type: 'callback' }, 2 * HOUR],
        ['a voicemail, after two hours', { ...TALKING, type: 'voicemail' }, 2 * HOUR],
        ['a chat, after a day', { ...TALKING, type: 'chat' }, 24 * HOUR],
        ['a message, after a day', { ...TALKING, type: 'message' }, 24 * HOUR],
        ['an email that waits, after a day', { ...RINGING, type: 'email' }, 24 * HOUR]
    ])('is %s', (_name, facts, minutes) => {
        expect(quietSince(told(facts), after(minutes))).toBeUndefined();
        expect(quietSince(told(facts), after(minutes + 1))).toBe(NINE);
    });

    it('is never one that is done', () => {
        expect(quietSince(told(WRAPPED_UP), after(100 * HOUR))).toBeUndefined();
    });

    it('is not known by a clock that makes no sense', () => {
        expect(quietSince(told(TALKING), 'soon')).toBeUndefined();
    });

    it('is none when there is news again', () => {
        const again = ending(later(described(TALKING), NINE), later(described(HELD), after(3 * HOUR)));
        expect(quietSince(again, after(4 * HOUR))).toBeUndefined();
    });

    it('is none while the phone speaks of it, though it says nothing new (T8)', () => {
        const again = Array.from({ length: 13 }, (_, i) => later(described(TALKING), after(10 * i)));
        expect(quietSince(ending(...again), after(121))).toBeUndefined();
        expect(quietSince(ending(...again), after(4 * HOUR + 1))).toBe(after(2 * HOUR));
    });

    it('is none when the phone told it again just before it said that it has started (T19)', () => {
        const seconds = (count: number): string => after(count / 60);
        const call = ending(
            later(described(TALKING), NINE),
            later(described(TALKING), seconds(29)),
            later(phoneStarted(), seconds(31))
        );
        expect(quietSince(call, after(10))).toBeUndefined();
    });

    it('is one in spite of what the agent typed, which is no news from the phone', () => {
        const typed = ending(later(described(TALKING), NINE), later(noted('hello?'), after(3 * HOUR)));
        expect(quietSince(typed, after(3 * HOUR))).toBe(NINE);
    });
});

describe('a phone that starts anew (T19)', () => {
    const started = (minutes: number): ReturnType<typeof later> => later(phoneStarted(), after(minutes));

    it('and does not speak of a call that was going on puts it in doubt after a minute', () => {
        const doubted = ending(later(described(TALKING), NINE), started(5));
        expect(quietSince(doubted, after(6))).toBeUndefined();
        expect(quietSince(doubted, after(7))).toBe(NINE);
    });

    it('does so for an email, too', () => {
        const doubted = ending(later(described({ ...TALKING, type: 'email' }), NINE), started(5));
        expect(quietSince(doubted, after(7))).toBe(NINE);
    });

    it('and tells the call again takes the doubt away', () => {
        const again = ending(later(described(TALKING), NINE), started(5), later(described(TALKING), after(6)));
        expect(again).not.toHaveProperty('doubtedSince');
        expect(quietSince(again, after(60))).toBeUndefined();
    });

    it('and names only the id takes the doubt away', () => {
        expect(ending(later(described(TALKING), NINE), started(5), mentioned({}))).not.toHaveProperty('doubtedSince');
    });

    it('casts no doubt on what it told just before', () => {
        const { ledger } = tell([later(described(TALKING), NINE)]);
        const soon = later(phoneStarted(), '2026-03-02T09:00:20.000Z');
        expect(applyEvent(ledger, soon).ledger).toBe(ledger);
    });

    it('casts no doubt on a wrap-up, which it does not tell again', () => {
        const { ledger } = tell([later(described(ENDED), NINE)]);
        expect(applyEvent(ledger, started(5)).ledger).toBe(ledger);
    });

    it('a second time leaves the doubt as old as it is', () => {
        const { ledger } = tell([later(described(TALKING), NINE), started(5)]);
        expect(applyEvent(ledger, started(9)).ledger).toBe(ledger);
    });

    it('does not end the call: the end is not known', () => {
        const doubted = ending(later(described(TALKING), NINE), started(5));
        expect(doubted).toMatchObject({ state: 'connected', disconnected: false });
        expect(doubted.endTime).toBeUndefined();
    });

    it('leaves no doubt behind when the end comes', () => {
        expect(ending(later(described(TALKING), NINE), started(5), described(ENDED))).not.toHaveProperty(
            'doubtedSince'
        );
    });
});

describe('an agent who puts a stale call away', () => {
    const PUT_AWAY = [described(TALKING), dismissed()];

    it('sees that it is put away, and neither ended nor given an end', () => {
        const { interaction, changes } = tell(PUT_AWAY);
        expect(changes).toEqual(['dismissed']);
        expect(interaction).toMatchObject({ dismissed: true, state: 'connected', disconnected: false, done: false });
        expect(interaction?.endTime).toBeUndefined();
    });

    it.each([
        ['a change', described(HELD)],
        ['a repetition', described(TALKING)],
        ['the end', described(ENDED)],
        ['a message with only the id', mentioned({})]
    ])('has it back with %s', (_name, news) => {
        expect(ending(...PUT_AWAY, news)).not.toHaveProperty('dismissed');
    });

    it('has it back also with a message about the colleague who is consulted on it', () => {
        const colleague = { ...TALKING, direction: 'outbound', connectedTime: '2026-03-02T09:02:00.000Z' } as const;
        expect(ending(...PUT_AWAY, described(colleague))).not.toHaveProperty('dismissed');
    });

    it('keeps the notes', () => {
        expect(ending(described(TALKING), noted('angry'), dismissed())).toMatchObject({ notes: 'angry' });
    });

    it('is not told of a call that nobody knows', () => {
        expect(tell([dismissed()]).interaction).toBeUndefined();
    });

    it('has room for other calls: only the newest twenty are remembered', () => {
        const many = Array.from({ length: 25 }, (_, i) => [described(TALKING, `${i}`), dismissed(`${i}`)]).flat();
        const { ledger } = tell([...many, described(TALKING)]);
        expect(Object.keys(ledger.interactions)).toHaveLength(21);
        expect(ledger.interactions[CALL]?.state).toBe('connected');
    });
});
