import type { ClientEvent } from 'c/clientEvents';
import type { ListedMessage } from 'c/clientEventInspectorList';

/** How many messages are kept: the newest. */
export const KEPT = 500;
/** How many may be on their way back. */
const EXPECTED = 200;
/** A longer message is found by its beginning only. */
const SEARCHED_CHARACTERS = 20_000;

export interface LogView {
    /** Newest first. */
    readonly messages: readonly ListedMessage[];
    readonly received: number;
    readonly unknown: number;
    /** How many were let go. */
    readonly dropped: number;
    readonly paused: boolean;
    /** How many came since the pause. */
    readonly waiting: number;
}

export interface Sending {
    /** It was not published after all. */
    readonly forget: () => void;
    readonly isOnItsWay: () => boolean;
}

export interface MessageLog {
    readonly heard: (message: unknown, event: ClientEvent) => ListedMessage;
    /**
     * Says that this page is about to publish a message, so that it is known when the channel brings it back.
     */
    readonly sending: (message: unknown) => Sending;
    readonly pause: () => void;
    readonly resume: () => void;
    /** Forgets the messages; the counts go on. */
    readonly clear: () => void;
    readonly view: () => LogView;
}

export function createMessageLog(kept = KEPT): MessageLog {
    let messages: readonly ListedMessage[] = [];
    let shown: readonly ListedMessage[] | undefined;
    let onTheirWay: readonly { readonly text: string }[] = [];
    let [received, unknown, dropped, waiting] = [0, 0, 0, 0];

    /** The channel brings a message back as it was sent, member by member. */
    function isOurs(text: string): boolean {
        const sent = onTheirWay.find((one) => one.text === text);
        onTheirWay = onTheirWay.filter((one) => one !== sent);
        return sent !== undefined;
    }

    return {
        heard: (message, event): ListedMessage => {
            const text = textOf(message);
            received += 1;
            if (event.type === 'Unknown') unknown += 1;
            if (shown) waiting += 1;
            const from = isOurs(text) ? 'here' : event.type === 'ActionEcho' ? 'page' : 'phone';
            const listed: ListedMessage = {
                key: String(received),
                from,
                message,
                event,
                text: text.slice(0, SEARCHED_CHARACTERS).toLowerCase()
            };
            messages = [listed, ...messages];
            if (messages.length > kept) {
                messages = messages.slice(0, kept);
                dropped += 1;
            }
            return listed;
        },
        sending: (message): Sending => {
            const one = { text: textOf(message) };
            onTheirWay = [...onTheirWay, one].slice(-EXPECTED);
            return {
                forget: (): void => {
                    onTheirWay = onTheirWay.filter((other) => other !== one);
                },
                isOnItsWay: () => onTheirWay.includes(one)
            };
        },
        pause: (): void => {
            shown ??= messages;
        },
        resume: (): void => {
            shown = undefined;
            waiting = 0;
        },
        clear: (): void => {
            messages = [];
            if (shown) shown = [];
            [dropped, waiting] = [0, 0];
        },
        view: () => ({ messages: shown ?? messages, received, unknown, dropped, paused: shown !== undefined, waiting })
    };
}

function textOf(message: unknown): string {
    try {
        return JSON.stringify(message) ?? '';
    } catch {
        return '';
    }
}
