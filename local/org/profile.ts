import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One platform assumption that no document settles, and the answer that is in force. */
export interface Assumption {
    readonly id: string;
    readonly question: string;
    /** `documented`, `seen` in public code, `inferred`, `conflicting`, or `proven` in an org. */
    readonly evidence: 'documented' | 'seen' | 'inferred' | 'conflicting' | 'proven';
    readonly answer: string;
    readonly allowed: readonly string[];
}

/**
 * The ids that the local org, or the local page over it, acts on, with what each answer may be. Those of the phones
 * (`genesys-`, `voice-`) are kept and shown only: on the local page Genesys' words switch, and Voice has switches of its own.
 */
export const ASSUMPTIONS = {
    'task-graphql-mutation': ['works', 'undefined'],
    'task-graphql-query': ['works', 'undefined'],
    'task-callobject-filter': ['works', 'refused'],
    'task-ui-api': ['refused', 'works'],
    'task-object-infos': ['answers', 'refused'],
    'unique-key': ['accepted', 'notUnique', 'absent'],
    'metadata-type-without-access': ['undefined', 'no-rows'],
    'forbidden-field-error': ['named', 'unnamed', 'dropped'],
    'lead-with-related-to': ['refused', 'accepted'],
    'save-error-code': ['message', 'extensions'],
    'error-path-name': ['paths', 'path'],
    'task-field-limits': ['answers', 'refused'],
    'task-picklist-values': ['answers', 'refused'],
    'type-picklist': ['complete', 'withoutChannels'],
    'long-text-on-activity': ['refused', 'accepted'],
    'unsaved-field': ['there', 'absent'],
    'task-rights': ['all', 'noEdit', 'noDelete'],
    'too-long-text': ['refused', 'taken'],
    'restricted-picklist': ['refused', 'taken'],
    'required-field': ['refused', 'taken'],
    'read-after-write': ['same', 'changed'],
    'person-accounts': ['off', 'on'],
    'browser-storage': ['works', 'disabled', 'full'],
    'web-locks': ['works', 'missing'],
    'broadcast-channel': ['works', 'missing'],
    'browser-database': ['works', 'missing'],
    'utility-bar-functions': ['works', 'missing'],
    'phone-messages': ['all', 'noInteractions'],
    'genesys-hold': ['switches', 'sets'],
    'genesys-secure-pause': ['switches', 'sets'],
    'voice-audio-stats': ['flat', 'nested', 'both', 'other'],
    'voice-event-bubbling': ['stays', 'bubbles'],
    'voice-event-detail': ['plain', 'frozen', 'wrapped'],
    'voice-customer-role': ['enduser', 'other'],
    'voice-told-again': ['again', 'silent'],
    'voice-added-call-id': ['same', 'own', 'missing'],
    'voice-removed-call-id': ['same', 'own', 'missing'],
    'voice-caller-leaves': ['removed', 'ended'],
    'voice-swap': ['swap', 'holdResume'],
    'voice-call-id': ['uuid', 'other'],
    'voice-wrap-up': ['told', 'withoutCallId', 'silent'],
    'voice-two-elements': ['each', 'once'],
    'voice-methods': ['all', 'some'],
    'voice-method-returns': ['nothing', 'promise', 'value'],
    'voice-convert-event-type': ['there', 'absent'],
    'voice-call-type': ['documented', 'otherCase', 'otherWords'],
    'voice-html-entities': ['no', 'yes']
} as const satisfies Record<string, readonly string[]>;

export type AssumptionId = keyof typeof ASSUMPTIONS;

type Answers = { [Id in AssumptionId]: (typeof ASSUMPTIONS)[Id][number] };

function isAssumption(id: string): id is AssumptionId {
    return Object.hasOwn(ASSUMPTIONS, id);
}

function checkAnswer(where: string, id: string, answer: unknown): asserts id is AssumptionId {
    if (!isAssumption(id)) {
        throw new Error(`${where}: "${id}" is no known assumption; known are ${Object.keys(ASSUMPTIONS).join(', ')}`);
    }
    const allowed: readonly string[] = ASSUMPTIONS[id];
    if (typeof answer !== 'string' || !allowed.includes(answer)) {
        throw new Error(
            `${where}: the answer to "${id}" is ${JSON.stringify(answer)}; it must be ${allowed.join(' or ')}`
        );
    }
}

const EVIDENCE: readonly unknown[] = ['documented', 'seen', 'inferred', 'conflicting', 'proven'];

function readAssumption(where: string, entry: unknown): Assumption {
    const { id, question, evidence, answer } = (entry ?? {}) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof question !== 'string' || !EVIDENCE.includes(evidence)) {
        throw new Error(`${where}: each entry needs id, question and evidence (${EVIDENCE.join(', ')})`);
    }
    checkAnswer(where, id, answer);
    return {
        id,
        question,
        evidence: evidence as Assumption['evidence'],
        answer: answer as string,
        allowed: ASSUMPTIONS[id]
    };
}

/** The answers in force; they can be switched while the org runs. */
export class OrgProfile {
    private readonly entries: Map<string, Assumption>;
    private readonly listeners: (() => void)[] = [];
    private readonly initial: readonly Assumption[];

    constructor(entries: readonly Assumption[]) {
        this.initial = entries;
        this.entries = new Map(entries.map((entry) => [entry.id, entry]));
    }

    answer<Id extends AssumptionId>(id: Id): Answers[Id] {
        return (this.entries.get(id)?.answer ?? ASSUMPTIONS[id][0]) as Answers[Id];
    }

    list(): Assumption[] {
        return [...this.entries.values()];
    }

    /** Switches answers by id. Throws naming the entry, and then nothing is switched. */
    switch(answers: Readonly<Record<string, unknown>>): void {
        for (const [id, answer] of Object.entries(answers)) {
            checkAnswer('profile', id, answer);
        }
        for (const [id, answer] of Object.entries(answers)) {
            const entry = this.entries.get(id);
            if (entry !== undefined) {
                this.entries.set(id, { ...entry, answer: String(answer) });
            }
        }
        this.listeners.forEach((listener) => listener());
    }

    restore(): void {
        this.switch(Object.fromEntries(this.initial.map((entry) => [entry.id, entry.answer])));
    }

    onSwitch(listener: () => void): void {
        this.listeners.push(listener);
    }
}

function readEntries(file: string, where: string): Assumption[] {
    let content: unknown;
    try {
        content = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
        const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
        throw new Error(`${where}: ${reason}; give the file that the org health page exported`);
    }
    if (!Array.isArray(content)) {
        throw new Error(`${where}: must be a list of entries`);
    }
    return content.map((entry) => readAssumption(where, entry));
}

function documented(projectDir: string, name: string): Assumption[] {
    const where = `config/org-profiles/${name}.json`;
    const entries = readEntries(join(projectDir, 'config', 'org-profiles', `${name}.json`), where);
    const missing = Object.keys(ASSUMPTIONS).find((id) => !entries.some((entry) => entry.id === id));
    if (missing !== undefined) {
        throw new Error(`${where}: "${missing}" has no entry`);
    }
    return entries;
}

/** Reads config/org-profiles/<name>.json; every known assumption must be answered in it. */
export function readProfile(projectDir: string, name: string): OrgProfile {
    return new OrgProfile(documented(projectDir, name));
}

/**
 * Reads the answers that one org gave, as its health page exports them, over those of documented.json: what is not in
 * the file keeps the documented answer. Throws naming the file and the entry that is wrong.
 */
export function readProfileFile(projectDir: string, file: string): OrgProfile {
    const given = readEntries(file, file);
    const twice = given.find(({ id }, at) => given.findIndex((entry) => entry.id === id) !== at);
    if (twice !== undefined) {
        throw new Error(`${file}: "${twice.id}" is answered twice; leave one of the entries out`);
    }
    return new OrgProfile(
        documented(projectDir, 'documented').map((entry) => given.find(({ id }) => id === entry.id) ?? entry)
    );
}
