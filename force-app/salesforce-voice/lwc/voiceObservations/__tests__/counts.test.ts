import { createVoiceObservations } from 'c/voiceObservations';
import type { ToolkitMethod } from 'c/voiceToolkit';
import type { TelephonyEventName } from 'c/voiceToolkitEvents';
import { toolkitEvent } from '../../../../../test/samples/toolkitEvents.ts';
import { shapeOf } from '../shapeOf.ts';

type Fields = Readonly<Record<string, unknown>>;
type Step = readonly [name: TelephonyEventName, more?: Fields] | { readonly asks: ToolkitMethod };

const OWN = { callId: 'leg-2' };
const says = (text: string): Fields => ({ content: { formatType: 'Text', text } });
const element = (): VoiceToolkitElement => document.createElement('x-toolkit') as unknown as VoiceToolkitElement;

/** What the line of this question counted after these steps at one toolkit. */
function saidOf(id: string, ...steps: readonly Step[]): string | undefined {
    const seen = createVoiceObservations();
    const toolkit = element();
    for (const step of steps) {
        if ('asks' in step) seen.calling(step.asks);
        else seen.heard(new CustomEvent(step[0], { detail: toolkitEvent(step[0], step[1]).detail }), toolkit);
    }
    return seen.observations().find((line) => line.id === id)?.said;
}

it.each<[what: string, id: string, said: string | undefined, steps: readonly Step[]]>([
    [
        'each id once, when its call is connected',
        'voiceCallId',
        'uuid 1',
        [['callstarted'], ['callconnected'], ['hold']]
    ],
    ['a kind of call that nobody documented', 'voiceCallTypes', 'other 1', [['callconnected', { callType: 'Dream' }]]],
    [
        'a known kind of call that is not in lower case as that kind alone',
        'voiceCallTypes',
        'transfer 1',
        [['callconnected', { callType: 'Transfer' }]]
    ],
    [
        'one answer for each conference',
        'voiceConference',
        'removed 1',
        [['conference'], ['participantremoved'], ['participantremoved'], ['callended']]
    ],
    ['the delivery of each event once', 'voiceDelivery', 'stays 1', [['mute'], ['mute']]],
    ['a text with entities and characters once', 'voiceEntities', 'entities 1', [['note', says("Don&apos;t 'call'")]]],
    ['a swap once', 'voiceSwap', 'swap 1', [{ asks: 'swap' }, ['swap'], ['hold'], ['resume']]],
    [
        'no answer of another method as that of a swap',
        'voiceSwap',
        undefined,
        [{ asks: 'swap' }, { asks: 'hold' }, ['hold']]
    ],
    [
        'no call as one without the end of its wrap-up that is told to be connected again',
        'voiceWrapUp',
        undefined,
        [['callconnected'], ['callended'], ['callconnected']]
    ],
    [
        'no call whose wrap-up was told to end',
        'voiceWrapUp',
        'told 1',
        [['callconnected'], ['callended'], ['wrapupended'], ['callconnected', OWN]]
    ],
    ['no double where another event came between', 'voiceElements', undefined, [['mute'], ['unmute'], ['mute']]]
])('support reads %s', (_what, id, said, steps) => {
    expect(saidOf(id, ...steps)).toBe(said);
});

describe('U8 two toolkits', () => {
    const said = (seen: ReturnType<typeof createVoiceObservations>): string | undefined =>
        seen.observations().find(({ id }) => id === 'voiceElements')?.said;
    const tell = (name: TelephonyEventName, more?: Fields): Event =>
        new CustomEvent(name, { detail: toolkitEvent(name, more).detail });

    it('one alone on the page hears by itself, also after the other one is gone', () => {
        const seen = createVoiceObservations();
        const [one, other] = [element(), element()];
        for (const toolkit of [one, other]) seen.attached(toolkit);
        seen.detached(other);
        for (const name of ['mute', 'unmute', 'hold'] as const) seen.heard(tell(name), one);
        expect(said(seen)).toBeUndefined();
    });

    it('an event that the other one tells after twenty more is another event', () => {
        const seen = createVoiceObservations();
        const [one, other] = [element(), element()];
        for (let index = 0; index <= 20; index += 1) seen.heard(tell('mute', { callId: `call-${index}` }), one);
        seen.heard(tell('mute', { callId: 'call-0' }), other);
        expect(said(seen)).toBeUndefined();
        seen.heard(tell('mute', { callId: 'call-20' }), other);
        expect(said(seen)).toBe('byBoth 1');
    });
});

describe('V14 the forms of events', () => {
    it('are three of each event, and one count for all others', () => {
        const forms = ['a', 'b', 'c', 'd', 'e', 'a'].map((key): Step => ['mute', { [key]: 1 }]);
        expect(saidOf('voiceHeard', ...forms)).toMatch(/^mute \{callId text, a number\} 2, .* 1, .* 1, other forms 2$/);
    });

    it('name twenty fields at the most, and nothing of what cannot be read', () => {
        const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`key${'x'.repeat(index)}`, 1]));
        expect(shapeOf(many).match(/number/g)).toHaveLength(20);
        expect(shapeOf(many)).toMatch(/, …\}$/);
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        expect(shapeOf(proxy)).toBe('unreadable');
    });
});
