import { createSentStatus } from './sentStatus.ts';
import { createTranscripts } from './transcripts.ts';
import type { AgentPresence, CallDetails, CommandOutcome, Transport, Utterance } from './transport.ts';

/** What the phone tells beside the conversations: the agent's status, what is selected, what is said. */
export interface PhoneListening {
    /** Undefined where the vendor tells nothing of it. */
    agent(): AgentPresence | undefined;
    statusAwaited(): string | undefined;
    setStatus(status: string): Promise<CommandOutcome> | undefined;
    selected(): string | undefined;
    transcript(id: string): readonly Utterance[] | undefined;
    details(id: string): CallDetails | undefined;
    close(): void;
}

export function listenToPhone(transport: Transport, onChange: () => void): PhoneListening {
    const { agent } = transport;
    const transcripts = createTranscripts();
    const status = agent === undefined ? undefined : createSentStatus(agent, onChange);
    let selected: string | undefined;

    const stopSelection = transport.onSelection?.((id) => {
        if (id !== selected) {
            selected = id;
            onChange();
        }
    });
    const stopDetails = transport.details?.onChange(onChange);
    const stopUtterances = transport.onUtterance?.((id, utterances) => {
        if (transcripts.hear(id, utterances)) {
            onChange();
        }
    });

    return {
        agent: () => agent?.read(),
        statusAwaited: () => status?.awaited(),
        setStatus: (wanted) => status?.send(wanted),
        selected: () => selected,
        transcript: transcripts.of,
        details: (id) => transport.details?.of(id),
        close(): void {
            status?.close();
            stopSelection?.();
            stopUtterances?.();
            stopDetails?.();
        }
    };
}
