import { createToolkitBridge, watchToolkits } from 'c/voiceToolkit';
import type { ToolkitWatch } from 'c/voiceToolkit';
import { CALL } from '../../../../../test/samples/toolkitEvents.ts';
import { heardFrom, toolkit } from './page.ts';

const stops: (() => void)[] = [];

function watching(more: Partial<ToolkitWatch> = {}): readonly string[] {
    const seen: string[] = [];
    stops.push(
        watchToolkits({
            attached: () => seen.push('attached'),
            detached: () => seen.push('detached'),
            heard: (event) => seen.push((event as Event).type),
            calling: (method) => seen.push(`calling ${method}`),
            called: (method, returned) => seen.push(`${method} ${String(returned)}`),
            ...more
        })
    );
    return seen;
}

afterEach(() => {
    stops.splice(0).forEach((stop) => stop());
    document.body.replaceChildren();
});

it('who watches the toolkits of a page sees what comes, before it is checked, and what is asked', () => {
    const seen = watching();
    const element = toolkit();
    element.hold = jest.fn(() => element.tell('hold', { callId: CALL }));
    const bridge = createToolkitBridge({ callId: 'another call' });
    bridge.attach(element);
    bridge.attach(element);
    element.tell('callended', undefined);
    bridge.call('hold', 'Initial_Caller');
    bridge.detach();
    bridge.detach();
    element.tell('mute', { callId: CALL });
    expect(seen).toEqual(['attached', 'callended', 'calling hold', 'hold', 'hold undefined', 'detached']);
});

it('who watches sees one element take the place of another', () => {
    const bridge = createToolkitBridge();
    bridge.attach(toolkit());
    const seen = watching();
    bridge.attach(toolkit());
    bridge.attach(null);
    expect(seen).toEqual(['detached', 'attached', 'detached']);
});

it('the agent loses nothing where somebody who watches throws', () => {
    const fails = (): never => {
        throw new Error('not my call');
    };
    watching({ attached: fails, detached: fails, heard: fails, calling: fails, called: fails });
    const seen = watching();
    const element = toolkit();
    const bridge = createToolkitBridge();
    const heard = heardFrom(bridge);
    bridge.attach(element);
    element.tell('callended', { callId: CALL });
    bridge.call('mute');
    bridge.detach();
    expect(heard).toHaveLength(1);
    expect(element.mute).toHaveBeenCalledTimes(1);
    expect(seen).toHaveLength(5);
});

it('nobody who has stopped sees anything', () => {
    const seen = watching();
    stops.splice(0).forEach((stop) => stop());
    createToolkitBridge().attach(toolkit());
    expect(seen).toEqual([]);
});
