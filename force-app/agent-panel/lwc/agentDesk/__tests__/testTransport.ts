import type {
    AgentPresence,
    CallDetails,
    CommandDetail,
    CommandOutcome,
    PanelCommand,
    Transport,
    Utterance
} from 'c/agentDesk';
import type { InteractionEvent, InteractionFacts } from 'c/interactions';

export type TestTransport = Transport & {
    readonly sent: string[];
    tell(event: InteractionEvent): void;
    describe(id: string, facts: InteractionFacts): void;
    /** Answers the newest command, or status. */
    answer: (outcome: CommandOutcome) => void;
    /** The newest command was not sent. */
    refuse: (reason: unknown) => void;
    show(presence: AgentPresence): void;
    select(id: string | undefined): void;
    say(id: string, utterances: readonly Utterance[]): void;
    /** Tells of a conversation what goes to no Task. */
    detail(id: string, details: CallDetails): void;
};

/** A phone in the test's hand: tells events, notes commands, answers them when told to. */
export function createTestTransport(now: () => number, vendor = 'test'): TestTransport {
    const listeners = new Set<(event: InteractionEvent) => void>();
    const selections = new Set<(id: string | undefined) => void>();
    const transcripts = new Set<(id: string, utterances: readonly Utterance[]) => void>();
    const presences = new Set<() => void>();
    const told = new Map<string, CallDetails>();
    const detailed = new Set<() => void>();
    const sent: string[] = [];
    let presence: AgentPresence = {};

    function send(text: string): Promise<CommandOutcome> {
        sent.push(text);
        return new Promise((resolve, reject) => {
            transport.answer = resolve;
            transport.refuse = reject;
        });
    }
    const command =
        (name: PanelCommand) =>
        (id: string, detail?: CommandDetail): Promise<CommandOutcome> =>
            send([name, id, detail?.to?.address ?? detail?.secureFlow?.flowId].filter(Boolean).join(' '));
    function joins<Listener>(listeners: Set<Listener>): (listener: Listener) => () => void {
        return (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        };
    }
    const transport: TestTransport = {
        vendor,
        sent,
        answer: () => undefined,
        refuse: () => undefined,
        events: joins(listeners),
        onSelection: joins(selections),
        onUtterance: joins(transcripts),
        agent: { read: () => presence, onChange: joins(presences), setStatus: (status) => send(`status ${status}`) },
        show(next): void {
            presence = next;
            presences.forEach((listener) => listener());
        },
        select: (id) => selections.forEach((listener) => listener(id)),
        say: (id, utterances) => transcripts.forEach((listener) => listener(id, utterances)),
        details: { of: (id) => told.get(id), onChange: joins(detailed) },
        detail(id, details): void {
            told.set(id, details);
            detailed.forEach((listener) => listener());
        },
        tell(event): void {
            listeners.forEach((listener) => listener(event));
        },
        describe(id, facts): void {
            transport.tell({ kind: 'described', at: new Date(now()).toISOString(), id, facts });
        },
        commands: {
            pickup: command('pickup'),
            hold: command('hold'),
            mute: command('mute'),
            securePause: command('securePause'),
            blindTransfer: command('blindTransfer'),
            consultTransfer: command('consultTransfer'),
            concludeTransfer: command('concludeTransfer'),
            secureSession: command('secureSession'),
            conference: command('conference'),
            swap: command('swap'),
            disconnect: command('disconnect')
        },
        can: (name, interaction) => name !== 'pickup' || interaction.state === 'alerting',
        diagnostics: () => ({ received: 0, unknown: 0, reasons: [] }),
        onDiagnostics: () => () => undefined
    };
    return transport;
}
