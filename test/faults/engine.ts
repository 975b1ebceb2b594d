import type { Locks } from 'c/taskSync';
import type { Asked, ModelOrg, OrgAnswer } from './org/modelOrg.ts';

/** An engine that is broken through its ports: the oracle must catch it. */
export interface EngineChange {
    readonly name: string;
    readonly locks?: (locks: Locks) => Locks;
    /** Wraps the answers to one tab's look-ups. */
    readonly lookUps?: () => (asked: Asked, answer: () => OrgAnswer) => OrgAnswer;
    /** True: a mutation is answered before it is sent, and its failure is told to nobody. */
    readonly answersBeforeCommit?: boolean;
}

export const SOUND: EngineChange = { name: 'the product' };

const noLock: EngineChange = {
    name: 'no lock',
    locks: () => ({ ifFree: (_name, run) => run(), hold: (_name, over) => over })
};

const cachedLookUp: EngineChange = {
    name: 'cached look-up',
    lookUps: () => {
        const first = new Map<string, OrgAnswer>();
        return (asked, answer) => {
            const { conversation, key, task } = asked.variables;
            if (conversation === undefined && key === undefined && task === undefined) return answer();
            const name = String(key ?? conversation ?? task);
            const known = first.get(name) ?? answer();
            first.set(name, known);
            return known;
        };
    }
};

const acknowledgesEarly: EngineChange = { name: 'acknowledge before commit', answersBeforeCommit: true };

export const BROKEN_ENGINES: readonly EngineChange[] = [noLock, acknowledgesEarly, cachedLookUp];

/** What an early answer says: as if the org had done it. */
export function earlyAnswer(asked: Asked, org: ModelOrg): { readonly answer: OrgAnswer; readonly asked: Asked } {
    const input = asked.variables['input'] as { readonly Id?: string } | undefined;
    const id = input?.Id ?? org.tasks.nextId();
    const record = { Record: { Id: id } };
    const data = { uiapi: { TaskCreate: record, TaskUpdate: record, TaskDelete: { Id: id } } };
    return { answer: { data, errors: [] }, asked: input?.Id === undefined ? { ...asked, promisedId: id } : asked };
}
