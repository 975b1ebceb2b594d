/** A desk for component tests: shows what it is given, remembers what it was asked. */
import type {
    AgentDesk,
    CommandDetail,
    CommandOutcome,
    DeskInteraction,
    DeskView,
    Directory,
    PageRecord,
    PanelCommand,
    TaskRelation,
    TransportDiagnostics
} from 'c/agentDesk';
import type { Interaction } from 'c/interactions';
import type { MergeAnswer, SaveState } from 'c/taskSync';

export const SEEN_AT = '2026-11-20T10:00:00.000Z';

/** An inbound voice call that rings. */
export function interaction(facts: Partial<Interaction> = {}): Interaction {
    const state = facts.state ?? 'alerting';
    return {
        id: 'call-1',
        segment: 1,
        version: 1,
        complete: true,
        type: 'call',
        direction: 'inbound',
        queueName: 'Support',
        phone: '+61491570006',
        connected: state === 'connected' || state === 'held',
        disconnected: state === 'disconnected',
        done: false,
        handled: state === 'connected' || state === 'held',
        firstSeenAt: SEEN_AT,
        lastSeenAt: SEEN_AT,
        ...facts,
        state
    };
}

export function item(facts: Partial<Interaction> = {}, more: Partial<DeskInteraction> = {}): DeskInteraction {
    return { problems: [], awaiting: [], notesUnsaved: false, ...more, interaction: interaction(facts) };
}

/** What an admin named: nothing, unless a test says so. */
export function directory(facts: Partial<Directory> = {}): Directory {
    return { targets: [], secureFlows: [], statuses: [], problems: [], state: 'read', ...facts };
}

export const EDNA = {
    id: '003000000000001AAA',
    objectApiName: 'Contact',
    name: 'Edna Frank',
    accountName: 'Genepoint'
} as const;

export function saved(facts: Partial<SaveState> = {}): SaveState {
    return { version: 1, key: 'k1', phase: 'saved', unsaved: [], pending: false, writes: 1, ...facts };
}

export interface FakeDesk {
    readonly desk: AgentDesk;
    readonly asked: { readonly command: PanelCommand; readonly id: string; readonly detail?: CommandDetail }[];
    /** Statuses asked for, oldest first. */
    readonly statuses: string[];
    /** Numbers that the agent is about to call. */
    readonly dialled: { readonly number: string; readonly record: PageRecord | undefined }[];
    /** Conversations that were put away. */
    readonly putAway: string[];
    readonly noted: { readonly id: string; readonly notes: string }[];
    readonly retry: jest.Mock;
    readonly resume: jest.Mock;
    /** Name and Related To as the agent picked them, oldest first. */
    readonly related: { readonly id: string; readonly relation: TaskRelation; readonly record: string | undefined }[];
    /** Keys of kept notes that the agent wants to be rid of. */
    readonly forgotten: string[];
    /** Asked to merge; answers what `mockResolvedValue` gave it, `merged` unless told. */
    readonly merge: jest.Mock<Promise<MergeAnswer>, [string]>;
    /** Whether closing the page would lose something. */
    unsaved: boolean;
    /** How many listen now. */
    listeners(): number;
    show(view: Partial<DeskView>): void;
    allow(commands: readonly PanelCommand[]): void;
    answer(with_: () => Promise<CommandOutcome>): void;
    count(diagnostics: TransportDiagnostics): void;
}

export function fakeDesk(first: Partial<DeskView> = {}): FakeDesk {
    let view: DeskView = {
        version: 1,
        interactions: [],
        earlier: [],
        keptNotes: [],
        directory: directory(),
        recentTargets: [],
        recent: [],
        dropped: { expired: 0, unreadable: 0 },
        ...first
    };
    let allowed: readonly PanelCommand[] = [];
    let outcome: () => Promise<CommandOutcome> = () => Promise.resolve('confirmed');
    let diagnostics: TransportDiagnostics = { received: 0, unknown: 0, reasons: [] };
    const listeners = new Set<() => void>();
    const asked: FakeDesk['asked'] = [];
    const noted: FakeDesk['noted'] = [];
    const statuses: FakeDesk['statuses'] = [];
    const dialled: FakeDesk['dialled'] = [];
    const putAway: FakeDesk['putAway'] = [];
    const related: FakeDesk['related'] = [];
    const forgotten: string[] = [];
    const retry = jest.fn();
    const resume = jest.fn();
    const merge: FakeDesk['merge'] = jest.fn((_id: string) => Promise.resolve<MergeAnswer>('merged'));
    const desk: AgentDesk = {
        view: () => view,
        onChange(listener) {
            listeners.add(listener);
            return () => {
                listeners.delete(listener);
            };
        },
        command(command, id, detail) {
            asked.push(detail ? { command, id, detail } : { command, id });
            return outcome();
        },
        can: (command) => allowed.includes(command),
        lacks: [],
        note(id, notes) {
            noted.push({ id, notes });
        },
        setStatus(status) {
            statuses.push(status);
            return outcome();
        },
        dials(number, record) {
            dialled.push({ number, record });
        },
        putAway(id) {
            putAway.push(id);
        },
        forgetNotes(key) {
            forgotten.push(key);
        },
        page: () => undefined,
        relate(id, relation, record) {
            related.push({ id, relation, record });
        },
        merge,
        hasUnsaved: () => fake.unsaved,
        retry,
        resume,
        diagnostics: () => diagnostics,
        close: () => undefined
    };
    const fake: FakeDesk = {
        desk,
        asked,
        noted,
        statuses,
        dialled,
        putAway,
        retry,
        resume,
        related,
        forgotten,
        merge,
        unsaved: false,
        listeners: () => listeners.size,
        show(next) {
            view = { ...view, ...next, version: next.version ?? view.version + 1 };
            listeners.forEach((listener) => listener());
        },
        allow(commands) {
            allowed = commands;
        },
        answer(with_) {
            outcome = with_;
        },
        count(next) {
            diagnostics = next;
        }
    };
    return fake;
}
