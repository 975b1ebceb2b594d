import { changedFields } from './changes.ts';
import { fillInEnded, merge } from './facts.ts';
import { find, replace, replaceEarlier } from './ledger.ts';
import { livesOn } from './progress.ts';
import { isAboutEnded, segmentSpokenOf, withoutFormerPart } from './segments.ts';
import type { Applied, Interaction, InteractionEvent, InteractionFacts, Ledger } from './types.ts';

type Told = Extract<InteractionEvent, { facts: InteractionFacts }>;

/** The ledger after one event. Never throws; an event that changes nothing gives the same ledger object back. */
export function applyEvent(ledger: Ledger, event: InteractionEvent): Applied {
    const known = find(ledger, event.id);
    switch (event.kind) {
        case 'described':
        case 'mentioned':
            return told(ledger, known, event);
        case 'transferred':
            // A consult that has only begun may still be taken back.
            if (event.transfer === 'consult') return unchanged(ledger, known);
            return amend(ledger, known, event.at, {
                transferred: event.transfer === 'blind' ? 'blind' : 'consult'
            });
        case 'left':
            return amend(ledger, known, event.at, {
                state: 'disconnected',
                connected: false,
                disconnected: true,
                done: true
            });
        case 'noted':
            return amend(ledger, known, event.at, { notes: event.notes });
        default:
            return unchanged(ledger, known);
    }
}

function told(ledger: Ledger, known: Interaction | undefined, message: Told): Applied {
    if (known === undefined) return begin(ledger, undefined, message);
    const event = { ...message, facts: withoutFormerPart(ledger, known, message.facts) };
    const earlier = segmentSpokenOf(ledger, known, event.facts);
    if (earlier) return settle(ledger, earlier, next(earlier, event), replaceEarlier);
    if (known.disconnected && livesOn(event.facts)) {
        if (comesBack(known, event)) return begin(ledger, known, event);
        return settle(ledger, known, { ...known, ...fillInEnded(known, event.facts) }, put, event.at);
    }
    return settle(ledger, known, next(known, event), put, event.at);
}

function comesBack(ended: Interaction, { kind, facts }: Told): boolean {
    const offered = facts.state === 'alerting' || facts.state === 'dialing';
    return (kind === 'described' || offered) && !isAboutEnded(ended, facts);
}

/** A first segment, or the next one of a conversation that came back. */
function begin(ledger: Ledger, before: Interaction | undefined, event: Told): Applied {
    // Nothing can be shown of an id alone when the message says only that it is over, or says nothing.
    if (event.kind === 'mentioned' && !livesOn(event.facts)) return { ledger, changes: [] };
    const blank: Interaction = {
        id: event.id,
        segment: (before?.segment ?? 0) + 1,
        version: (before?.version ?? 0) + 1,
        complete: false,
        state: 'alerting',
        type: 'call',
        connected: false,
        disconnected: false,
        done: false,
        handled: false,
        firstSeenAt: event.at,
        lastSeenAt: event.at
    };
    const interaction = next(blank, event);
    return { ledger: replace(ledger, interaction), interaction, changes: changedFields(before, interaction) };
}

function next(known: Interaction, event: Told): Interaction {
    const merged = merge(known, event.facts);
    return event.kind === 'described' ? { ...merged, complete: true } : merged;
}

function amend(ledger: Ledger, known: Interaction | undefined, at: string, facts: Partial<Interaction>): Applied {
    return known ? settle(ledger, known, { ...known, ...facts }, put, at) : { ledger, changes: [] };
}

const put = (ledger: Ledger, _before: Interaction, after: Interaction): Ledger => replace(ledger, after);

function settle(
    ledger: Ledger,
    before: Interaction,
    after: Interaction,
    store: (ledger: Ledger, before: Interaction, after: Interaction) => Ledger,
    at: string = before.lastSeenAt
): Applied {
    const changes = changedFields(before, after);
    if (changes.length === 0) return unchanged(ledger, before);
    const interaction = { ...after, version: before.version + 1, lastSeenAt: at };
    return { ledger: store(ledger, before, interaction), interaction, changes };
}

function unchanged(ledger: Ledger, interaction: Interaction | undefined): Applied {
    return interaction ? { ledger, interaction, changes: [] } : { ledger, changes: [] };
}
