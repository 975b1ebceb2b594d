import type { FieldDescription, MappingRule } from 'c/attributeMapping';
import type { InteractionEvent, Ledger } from 'c/interactions';
import type { Clock, Storage, TaskKey, TaskWriter } from 'c/taskSync';
import type { Pipeline } from './pipeline.ts';

export interface LiveCallsOptions {
    /** How many interactions are live at once. */
    readonly live: number;
    /** Of the admin's mapping: one for each field. */
    readonly rules: number;
}

/** Events of the phone about calls that go on, each with one new value, through all parts up to the kept values. */
export interface LiveCalls {
    /** One event about the next call. */
    event(): void;
    /** How many fields the last event gave a value. */
    readonly mapped: () => number;
    /** What the browser keeps for the calls. */
    readonly kept: () => number;
    /** Lets everything that waits be written. */
    settle(): Promise<void>;
    readonly writes: () => number;
}

const START = Date.parse('2026-03-02T09:00:00.000Z');
const USER = '005000000000001AAA';
/** Values that a flow has set on each call. */
const PARTICIPANT_DATA = 20;
const CARRIED = ['Call.Ani', 'Call.QueueName', 'Call.State', 'Interaction.TotalAcdTime', 'Salesforce.ConnectedTime'];

export function createLiveCalls(pipeline: Pipeline, { live, rules: ruleCount }: LiveCallsOptions): LiveCalls {
    const { applyEvent, attributesOf, defaultFields, mapAttributes, createTaskSync, emptyLedger } = pipeline;
    const rules = rulesOf(ruleCount);
    const fields = Object.fromEntries(rules.map(({ field }) => [field, described(field)]));
    const timers = new Set<() => void>();
    const clock: Clock = {
        now: () => START + turn,
        after: (ms, run) => {
            // A minute never passes here.
            if (ms < 60_000) timers.add(run);
            return () => timers.delete(run);
        }
    };
    const entries = new Map<string, string>();
    let turn = 0;
    let mapped = 0;
    let writes = 0;
    let ledger: Ledger = emptyLedger();
    const writer: TaskWriter = {
        save: ({ conversationId }) => {
            writes += 1;
            return Promise.resolve({ outcome: 'saved', taskId: `00T${conversationId}`, wrote: true, unsaved: [] });
        }
    };
    const sync = createTaskSync({
        writer,
        storage: storageOver(entries),
        clock,
        locks: { ifFree: (_name, run) => run(), hold: (_name, over) => over },
        settings: () => ({ mode: 'own', when: 'eachStep', logMissed: false, coalesceMs: 500, followSeconds: 180 }),
        org: 'bench',
        userId: USER
    });

    function tell(event: InteractionEvent, urgency: 'milestone' | 'detail'): void {
        const applied = applyEvent(ledger, event);
        ledger = applied.ledger;
        const { interaction } = applied;
        if (interaction === undefined || applied.changes.length === 0) throw new Error('An event changed nothing.');
        const attributes = attributesOf(interaction);
        const { patch, onlyWhenEmpty } = mapAttributes(attributes, rules, fields, interaction.type, {
            timeZone: 'UTC'
        });
        mapped = Object.keys(patch).length;
        const defaults = defaultFields({ interaction, attributes, locale: 'en-US', timeZone: 'UTC' });
        const submission = { attributes, patch, onlyWhenEmpty, defaults, interactionType: interaction.type, urgency };
        sync.submit(keyOf(interaction.id), submission);
    }

    async function settle(): Promise<void> {
        while (timers.size > 0) {
            for (const run of [...timers]) {
                timers.delete(run);
                run();
            }
            await new Promise((resolve) => setImmediate(resolve));
        }
    }

    const ids = Array.from({ length: live }, (_, index) => `c${index}`);
    for (const id of ids) tell(connected(id), 'milestone');

    return {
        event(): void {
            const id = ids[turn % ids.length] ?? '';
            turn += 1;
            tell(changed(id, turn), 'detail');
        },
        mapped: () => mapped,
        kept: () => [...entries.keys()].filter((name) => name.includes(':task:')).length,
        settle,
        writes: () => writes
    };
}

function connected(id: string): InteractionEvent {
    return {
        kind: 'described',
        at: new Date(START).toISOString(),
        id,
        facts: {
            state: 'connected',
            type: 'call',
            direction: 'inbound',
            internal: false,
            connected: true,
            disconnected: false,
            done: false,
            ani: '+61491570006',
            remoteName: 'Mobile Number, Australia',
            queueName: 'Service',
            acdSeconds: 4,
            connectedTime: new Date(START).toISOString(),
            participantData: Object.fromEntries(
                Array.from({ length: PARTICIPANT_DATA }, (_, index) => [`Participant.Value${index}`, `${id} ${index}`])
            )
        }
    };
}

function changed(id: string, turn: number): InteractionEvent {
    const at = new Date(START + turn).toISOString();
    const participantData = { [`Participant.Value${turn % PARTICIPANT_DATA}`]: `now ${turn}` };
    return { kind: 'described', at, id, facts: { state: 'connected', connected: true, participantData } };
}

/** Over the attributes that the calls carry and the values that were set, in turn; every fourth has no value. */
function rulesOf(count: number): MappingRule[] {
    const data = Array.from({ length: PARTICIPANT_DATA }, (_, index) => `Participant.Value${index}`);
    const attributes = [...CARRIED, ...data];
    return Array.from({ length: count }, (_, index) => ({
        id: `Rule_${index}`,
        attribute: index % 4 === 3 ? `Participant.Untold${index}` : (attributes[index % attributes.length] ?? ''),
        field: `Field_${index}__c`,
        active: true,
        interactionTypes: 'all',
        order: (index * 7919) % count,
        overwrite: 'always',
        source: 'record'
    }));
}

function described(name: string): FieldDescription {
    return { name, label: name, dataType: 'STRING', createable: true, updateable: true, length: 255 };
}

function keyOf(conversationId: string): TaskKey {
    const connectedTime = new Date(START).toISOString();
    return { id: `${conversationId}:${USER}:${connectedTime}`, conversationId, userId: USER, connectedTime };
}

function storageOver(entries: Map<string, string>): Storage {
    return {
        keys: () => [...entries.keys()],
        get: (key) => entries.get(key) ?? null,
        set: (key, value) => void entries.set(key, value),
        remove: (key) => void entries.delete(key)
    };
}
