import { followServer } from '../lightning/platform/serverEvents.ts';
import { phoneRequests } from '../phoneRequests.ts';
import type { Move } from './moves.ts';
import type { MethodName } from './toolkitMethods.ts';
import type { ToolkitEvent } from './toolkitEvent.ts';
import type { VoiceView } from './voiceView.ts';

/** How the Voice phone, in the browser, talks to the local Salesforce Voice. */
export const { ask, tell } = phoneRequests('/local/voice');

export interface VoiceListener {
    /** `events`: what a page that was loaded anew is told. */
    opened(view: VoiceView, events: readonly ToolkitEvent[]): void;
    told(events: readonly ToolkitEvent[]): void;
    shows(view: VoiceView): void;
    connection(connected: boolean): void;
}

/** Follows the signed-in agent's phone. Where the page has no server-sent events, nothing happens. */
export function followVoice(listener: VoiceListener): () => void {
    return followServer({
        on: {
            voiceSnapshot: (content) => {
                const { events, view } = content as { view: VoiceView; events: ToolkitEvent[] };
                listener.connection(true);
                listener.opened(view, events);
            },
            voiceEvents: (events) => listener.told(events as ToolkitEvent[]),
            voiceView: (view) => listener.shows(view as VoiceView)
        },
        lost: () => listener.connection(false)
    });
}

/** What the phone's own buttons do is what a component does with the toolkit. */
export function does(method: MethodName, ...args: readonly unknown[]): Promise<string | undefined> {
    return tell('POST', 'methods', { method, args });
}

/** Something that others do: those at the other end of the line, or beside it. */
export function happens(move: Exclude<Move, { move: 'method' }>): Promise<string | undefined> {
    return tell('POST', 'moves', move);
}
