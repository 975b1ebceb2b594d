import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attributesOf } from 'c/interactionAttributes';
import { applyEvent, emptyLedger } from 'c/interactions';
import { decodeVoiceEvent, TELEPHONY_EVENTS } from 'c/voiceToolkitEvents';
import { applyVoiceEvent, noCalls } from 'c/voiceTransport';
import { toolkitEvent } from '../../../../../test/samples/toolkitEvents.ts';
import { attributeRows } from '../../../../../scripts/docs/attributes.ts';

const GUIDE = readFileSync(path.resolve(__dirname, '../../../../../docs/voice.md'), 'utf8');

/** The attributes that a call of this kind ever has, told by each of the 19 events. */
function attributesOfCall(callType: string): string[] {
    const events = TELEPHONY_EVENTS.filter((name) => name !== 'callended' && name !== 'wrapupended');
    const names = new Set<string>();
    let calls = noCalls();
    let ledger = emptyLedger();
    for (const [index, name] of [...events, 'callended' as const, 'wrapupended' as const].entries()) {
        const decoded = decodeVoiceEvent(toolkitEvent(name, name.startsWith('call') ? { callType } : {}));
        if (!decoded.ok) throw new Error(decoded.code);
        const at = new Date(Date.UTC(2026, 0, 15, 9, 0, 10 * index)).toISOString();
        const applied = applyVoiceEvent(calls, decoded.event, { at, kept: {} });
        calls = applied.calls;
        if (applied.event) ledger = applyEvent(ledger, applied.event).ledger;
        for (const one of Object.values(ledger.interactions)) {
            Object.keys(attributesOf(one)).forEach((attribute) => names.add(attribute));
        }
    }
    return [...names];
}

const kinds = (word: string): string[] =>
    attributeRows(GUIDE)
        .filter(({ kind }) => kind === word)
        .map(({ name }) => name);

describe('the guide to Salesforce Voice', () => {
    const told = new Set(['Inbound', 'outbound', 'InternalCall'].flatMap(attributesOfCall));

    it('an admin reads "otherwise" at exactly the attributes that the events of a call tell', () => {
        expect([...told].sort()).toEqual(kinds('otherwise').sort());
    });

    it('an admin reads "same" at what the agent alone tells', () => {
        expect(kinds('same')).toEqual(['Salesforce.InteractionLogNotes']);
    });

    it('an admin finds no other word in the table', () => {
        expect(new Set(attributeRows(GUIDE).map(({ kind }) => kind))).toEqual(
            new Set(['same', 'otherwise', 'look-up', 'lost', 'never there'])
        );
    });
});
