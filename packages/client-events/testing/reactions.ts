/** What the phone does with an action that somebody published. */
import type { Calls } from './calls.ts';
import { isRecord, isText } from './checks.ts';

export interface Reactions {
    /** Does what the action asks; throws when the phone would do nothing. `name` is the type without `PureCloud.`. */
    readonly react: (name: string, data: unknown) => void;
    readonly isAsked: (category: string) => boolean;
    readonly forget: () => void;
}

type Data = Readonly<Record<string, unknown>>;

/** Statuses that updateStatus takes: the status by its id. */
export type Statuses = Readonly<Record<string, string>>;

const STATUS_WORDS = [
    ...['AVAILABLE', 'AWAY', 'BREAK', 'BUSY', 'MEAL', 'MEETING'],
    ...['OFF_QUEUE', 'ON_QUEUE', 'OUT_OF_OFFICE', 'TRAINING']
];
const TARGET_TYPES = ['userId', 'queueId', 'address'];

export function createReactions(calls: Calls, statuses: Statuses, say: (message: unknown) => void): Reactions {
    const asked = new Set<string>();

    const states: Readonly<Record<string, (id: string, data: Data) => void>> = {
        pickup: (id) => {
            calls.inState('pickup', id, 'ALERTING');
            calls.connect(id);
        },
        disconnect: (id) => calls.disconnect(id),
        hold: (id) => calls.hold(id),
        mute: (id) => calls.mute(id),
        securePause: (id) => calls.securePause(id),
        blindTransfer: (id, data) => {
            checkTarget(data.participantContext);
            calls.blindTransfer(id);
        },
        consultTransfer: (id, data) => {
            checkTarget(data.participantContext);
            calls.consultTransfer(id);
        },
        concludeTransfer: (id) => calls.concludeTransfer(id),
        // Accepted; no message follows.
        secureSession: (id, { secureSessionContext: session }) => {
            calls.inState('secureSession', id, 'CONNECTED', 'HELD');
            if (!isRecord(session)) throw new Error('secureSession: secureSessionContext is missing');
            text(session, 'flowId');
            if (typeof session.userData !== 'string') throw new Error('secureSession: userData is no text');
        }
    };

    const actions: Readonly<Record<string, (data: Data) => void>> = {
        'interaction.updatestate': (data) => {
            const action = text(data, 'action');
            const change = Object.hasOwn(states, action) ? states[action] : undefined;
            if (!change)
                throw new Error(`updateState: action is "${action}"; it must be one of ${Object.keys(states)}`);
            change(text(data, 'id'), data);
        },
        'interaction.addcustomattributes': (data) => {
            const { attributes } = data;
            if (!isRecord(attributes)) throw new Error('addCustomAttributes: attributes is no object');
            const before = calls.inState('addCustomAttributes', text(data, 'id'));
            const named = Object.entries(attributes).map(([name, value]) => [`Participant.${name}`, value]);
            calls.change(before.id, { attributes: { ...before.attributes, ...Object.fromEntries(named) } });
        },
        // Experimental at the vendor's; accepted, and no message follows.
        'interaction.addassociation': (data) => void calls.inState('addAssociation', text(data, 'interactionId')),
        'user.updatestatus': (data) => {
            const id = text(data, 'id');
            const word = id.toUpperCase().replaceAll(' ', '_');
            const status = Object.hasOwn(statuses, id) ? statuses[id] : STATUS_WORDS.find((known) => known === word);
            if (!status) throw new Error(`updateStatus: id is "${id}"; name it in fakePhone({ statuses })`);
            say({ type: 'UserAction', category: 'status', data: { status, id } });
        },
        subscribe: (data) => {
            const { categories } = data;
            text(data, 'type');
            if (!Array.isArray(categories)) throw new Error('Subscribe: categories is no list');
            for (const category of categories) asked.add(String(category).toLowerCase());
        }
    };

    return {
        react: (name, data) => {
            const known = name.toLowerCase();
            const action = Object.hasOwn(actions, known) ? actions[known] : undefined;
            if (!action) throw new Error(`the phone knows no action PureCloud.${name}`);
            if (!isRecord(data)) throw new Error(`${name}: data is no object`);
            action(data);
        },
        isAsked: (category) => asked.has(category.toLowerCase()),
        forget: () => asked.clear()
    };
}

function checkTarget(context: unknown): void {
    if (!isRecord(context)) throw new Error('transfer: participantContext is missing');
    text(context, 'transferTarget');
    const type = text(context, 'transferTargetType');
    if (TARGET_TYPES.includes(type)) return;
    throw new Error(`transfer: transferTargetType is "${type}"; it must be one of ${TARGET_TYPES.join(', ')}`);
}

function text(data: Data, field: string): string {
    const value = data[field];
    if (isText(value)) return value;
    throw new Error(`${field} is ${value === '' ? 'empty' : typeof value}; it must be a text`);
}
