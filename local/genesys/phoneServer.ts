import { followServer } from '../lightning/platform/serverEvents.ts';
import { phoneRequests } from '../phoneRequests.ts';
import type { ClientMessage } from './clientMessage.ts';
import type { Flow, Queue, Station, Status } from './directory.ts';
import type { PhoneView } from './phoneView.ts';

/** How the soft phone, in the browser, talks to the contact centre. */

export interface Directory {
    readonly users: readonly { readonly name: string; readonly label: string; readonly id: string }[];
    readonly queues: readonly Queue[];
    readonly flows: readonly Flow[];
    readonly stations: readonly Station[];
    readonly wrapUpCodes: readonly string[];
    readonly statuses: readonly Status[];
    readonly callers: readonly { readonly name: string; readonly number: string; readonly email?: string }[];
}

export interface PhoneListener {
    /** `messages`: what the client publishes when its page was loaded. */
    opened(view: PhoneView, messages: readonly ClientMessage[]): void;
    said(messages: readonly ClientMessage[]): void;
    shows(view: PhoneView): void;
    connection(connected: boolean): void;
}

/** Follows the signed-in agent's phone. Where the page has no server-sent events, nothing happens. */
export function followPhone(listener: PhoneListener): () => void {
    return followServer({
        on: {
            snapshot: (content) => {
                const { view, messages } = content as { view: PhoneView; messages: ClientMessage[] };
                listener.connection(true);
                listener.opened(view, messages);
            },
            messages: (messages) => listener.said(messages as ClientMessage[]),
            view: (view) => listener.shows(view as PhoneView)
        },
        lost: () => listener.connection(false)
    });
}

export const { ask, tell } = phoneRequests('/local/genesys');

/** Does what an agent's own buttons do, in the form in which others publish it. */
export function changeState(action: string, id: string, more: object = {}): Promise<string | undefined> {
    return tell('POST', 'actions', { type: 'PureCloud.Interaction.updateState', data: { action, id, ...more } });
}
