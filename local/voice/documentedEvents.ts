/**
 * What the vendor's page documents of each event, written down a second time for the tests: nothing of it is used to make
 * events. Source: Salesforce Voice developer guide, LWC Toolkit API Telephony Events.
 */
type Field = 'text' | 'integer' | 'time' | 'nothing' | { readonly [field: string]: Field };
type Fields = { readonly [field: string]: Field };

const BASE: Fields = { callId: 'text' };
const CALL: Fields = { ...BASE, callType: 'text', participant: 'text' };
const PART: Fields = { ...BASE, participant: 'text' };
const message = (content: Fields, sender: Fields): Fields => ({
    ...BASE,
    id: 'text',
    clientSentTimestamp: 'time',
    serverReceivedTimestamp: 'time',
    content,
    sender
});
const TEXT: Fields = { formatType: 'text', text: 'text' };
const NOTHING: Fields = { formatType: 'nothing', text: 'nothing' };
const ROLE: Fields = { role: 'text' };
const NAMED: Fields = { role: 'text', displayName: 'text' };

export const DOCUMENTED: Readonly<Record<string, Fields>> = {
    audiostats: {
        ...BASE,
        stats: 'text',
        packetsLost: 'integer',
        packetsCount: 'integer',
        jitterBufferMillis: 'integer',
        roundTripTimeMillis: 'integer',
        statsCount: 'integer'
    },
    callstarted: CALL,
    callconnected: CALL,
    callended: BASE,
    hold: PART,
    resume: PART,
    mute: BASE,
    unmute: BASE,
    participantadded: PART,
    participantremoved: PART,
    conference: BASE,
    swap: BASE,
    pauserecording: BASE,
    resumerecording: BASE,
    wrapupended: BASE,
    transcript: message(TEXT, ROLE),
    flagraise: { ...message(TEXT, NAMED), voiceCallId: 'text' },
    flaglower: { ...message(NOTHING, NAMED), voiceCallId: 'text' },
    note: message(TEXT, NAMED)
};

/** What is not as documented: names of fields, never values. */
export function undocumented(event: unknown): readonly string[] {
    const { type, detail, ...more } = event as { type: string; detail: unknown };
    const fields = Object.hasOwn(DOCUMENTED, type) ? DOCUMENTED[type] : undefined;
    if (fields === undefined) return [`no event ${String(type)}`];
    return [...Object.keys(more).map((name) => `${type}: ${name} beside detail`), ...differences(type, detail, fields)];
}

function differences(at: string, value: unknown, fields: Fields): readonly string[] {
    if (typeof value !== 'object' || value === null) return [`${at} is no object`];
    const given = value as Readonly<Record<string, unknown>>;
    return [
        ...Object.keys(given)
            .filter((name) => !Object.hasOwn(fields, name))
            .map((name) => `${at}.${name} is not documented`),
        ...Object.entries(fields).flatMap(([name, field]) => {
            if (!Object.hasOwn(given, name)) return [`${at}.${name} is missing`];
            if (typeof field === 'object') return differences(`${at}.${name}`, given[name], field);
            return is(field, given[name]) ? [] : [`${at}.${name} is no ${field}`];
        })
    ];
}

function is(field: Exclude<Field, object>, value: unknown): boolean {
    switch (field) {
        case 'text':
            return typeof value === 'string' && value !== '';
        case 'nothing':
            return value === null;
        default:
            return Number.isSafeInteger(value) && Number(value) >= 0;
    }
}
