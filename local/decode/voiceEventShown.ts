import { flag, oneOf, ownWord, time, uuid, where, within } from './allowList.ts';
import type { AllowList } from './allowList.ts';

/** The kinds of calls that Salesforce's own connectors know; another word may be a name. */
const callType = oneOf(
    ...['INBOUND', 'OUTBOUND', 'CALLBACK', 'ADDPARTICIPANT', 'TRANSFER', 'INTERNALCALL', 'DIALEDCALLBACK', 'CONSULT']
);
/** Epoch milliseconds of these decades begin with 1 and have 13 digits; a phone number that begins so has 11. */
const moment = where((value) => typeof value === 'number' && value >= 1e12 && value < 2e12);
/** With fewer digits than a phone number. */
const figure = where((value) => typeof value === 'number' && value < 1e6);
const voiceCallId = where((value) => typeof value === 'string' && /^0LQ[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(value));
const line = within({
    packetsLost: figure,
    packetsCount: figure,
    jitterBufferMillis: figure,
    roundTripTimeMillis: figure
});

/** Of what `decodeVoiceEvent` of Salesforce Voice answers. Numbers, names and what was said are not in it (V14). */
export const VOICE_EVENT: AllowList = {
    ok: flag,
    code: ownWord,
    type: ownWord,
    receivedAt: time,
    event: within({
        type: ownWord,
        callId: uuid,
        callType: within({ raw: callType, folded: callType }),
        id: uuid,
        clientSentAt: moment,
        serverReceivedAt: moment,
        formatType: oneOf('TEXT'),
        sender: within({ role: ownWord }),
        voiceCallId,
        input: line,
        output: line
    })
};
