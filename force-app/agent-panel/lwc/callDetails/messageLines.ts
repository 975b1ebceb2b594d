import type { SideMessage } from 'c/agentDesk';
import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

export interface MessageLine {
    readonly key: string;
    readonly head: string;
    readonly text: string;
}

const HEADS: Readonly<Record<SideMessage['kind'], string>> = {
    note: LABELS.noteBy,
    flagRaised: LABELS.flagRaisedBy,
    flagLowered: LABELS.flagLoweredBy
};

const ROLES: Readonly<Record<SideMessage['from'], string>> = {
    agent: LABELS.agent,
    supervisor: LABELS.supervisor,
    unknown: LABELS.somebody
};

/** The newest first: it is the one that is waited for. */
export function messageLines(messages: readonly SideMessage[]): readonly MessageLine[] {
    return messages.map(lineOf).reverse();
}

function lineOf({ from, id, kind, name, text }: SideMessage): MessageLine {
    const written = text?.trim() ?? '';
    const head = fill(HEADS[kind], name?.trim() || ROLES[from]);
    // The template drops the space between two elements.
    return { key: id, head: written ? `${head}: ` : head, text: written };
}
