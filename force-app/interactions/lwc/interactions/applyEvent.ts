import { changedFields } from './changes.ts';
import { isAboutConsult } from './consult.ts';
import { doubt, heard, withoutPending } from './doubt.ts';
import { fillInEnded, merge } from './facts.ts';
import { find, replace, replaceEarlier } from './ledger.ts';
import { livesOn } from './progress.ts';
import { isAfter } from './quiet.ts';
import { isAboutEnded, segmentSpokenOf, withoutFormerPart } from './segments.ts';
import type { Applied, Interaction, InteractionEvent, InteractionFacts, Ledger } from './types.ts';

type Told = Extract<InteractionEvent, { facts: InteractionFacts }>;

/**
 * The ledger after one event. Never throws; an event that changes nothing gives the same ledger object back, but for a
 * message that comes 20 s or later after the last news: that the phone still speaks of it is news (`lastSeenAt`).
 */
export function applyEvent(ledger: Ledger, event: InteractionEvent): Applied {
    const known = find(ledger, event.id);
    switch (event.kind) {
        case 'described':
        case 'mentioned':
            return told(ledger, known, event);
        case 'transferred':
            return amend(ledger, known, (one) => transfer(one, event.transfer), event.at);
        case 'left':
            return amend(ledger, known, (one) => ({ ...one, ...GONE }), event.at);
        case 'phoneStarted':
            return amend(ledger, known, (one) => doubt(one, event.at));
        case 'dismissed':
            return amend(ledger, known, (one) => ({ ...one, dismissed: true }));
        case 'noted':
            return amend(ledger, known, (one) => ({ ...one, notes: event.notes }));
        default:
            return unchanged(ledger, known);
    }
}

/** Shorter than `JUST_TOLD`, so that what is told again just before the phone starts anew is never in doubt. */
const STILL_SPOKEN_OF = 20_000;

const GONE = { state: 'disconnected', connected: false, disconnected: true, done: true } as const;

function transfer(known: Interaction, how: 'blind' | 'consult' | 'consultCompleted'): Interaction {
    if (how === 'blind') return { ...known, transferred: 'blind' };
    if (how === 'consultCompleted') return { ...withoutPending(known), transferred: 'consult' };
    // A consult that has only begun is no transfer, and one that arrives behind its completion is late.
    return known.transferred === 'consult' ? known : { ...known, consulting: true };
}

function told(ledger: Ledger, known: Interaction | undefined, message: Told): Applied {
    if (known === undefined) return begin(ledger, undefined, message);
    const event = { ...message, facts: withoutFormerPart(ledger, known, message.facts) };
    const earlier = segmentSpokenOf(ledger, known, event.facts);
    if (earlier) return settle(ledger, earlier, next(earlier, event), replaceEarlier);
    const after = heard(known);
    if (isAboutConsult(known, event.facts)) return settle(ledger, known, after, put, event.at);
    if (known.disconnected && livesOn(event.facts)) {
        if (comesBack(known, event)) return begin(ledger, known, event);
        return settle(ledger, known, { ...after, ...fillInEnded(after, event.facts) }, put, event.at);
    }
    return settle(ledger, known, next(after, event), put, event.at);
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

/** Without `at` it is no news from the phone. */
function amend(
    ledger: Ledger,
    known: Interaction | undefined,
    change: (known: Interaction) => Interaction,
    at?: string
): Applied {
    return known ? settle(ledger, known, change(known), put, at) : { ledger, changes: [] };
}

const put = (ledger: Ledger, _before: Interaction, after: Interaction): Ledger => replace(ledger, after);

function settle(
    ledger: Ledger,
    before: Interaction,
    given: Interaction,
    store: (ledger: Ledger, before: Interaction, after: Interaction) => Ledger,
    at: string = before.lastSeenAt
): Applied {
    // Nothing is pending in what is over, in whatever order it is told.
    const after = given.disconnected ? withoutPending(given) : given;
    const changes = [...changedFields(before, after)];
    if (changes.length === 0) {
        if (!isAfter(at, before.lastSeenAt, STILL_SPOKEN_OF)) return unchanged(ledger, before);
        changes.push('lastSeenAt');
    }
    const interaction = { ...after, version: before.version + 1, lastSeenAt: at };
    return { ledger: store(ledger, before, interaction), interaction, changes };
}

function unchanged(ledger: Ledger, interaction: Interaction | undefined): Applied {
    return interaction ? { ledger, interaction, changes: [] } : { ledger, changes: [] };
}
