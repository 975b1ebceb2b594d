/** What PATCH changes on a conversation, a participant and a communication: email and messages alike. */
import { flag, object, objectOf, text, textMap, textMapOf, textOf, time, word } from './bodyShape.ts';
import type { Body, Shape } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isLive } from './conversation.ts';
import type { Conversation, Participant } from './conversation.ts';
import { communicationOf, conversationOf, participantOf } from './lookUp.ts';
import { known } from './known.ts';
import { connect, disconnect, endAll } from './participants.ts';
import { empty, ok } from './routes.ts';
import type { Call, Needs, Route } from './routes.ts';
import { shownWhole } from './shown.ts';
import { badRequest, invalidValue } from './vendorError.ts';
import { WRAPUP, keepWrapup } from './wrapups.ts';

const CONVERSATION: Shape = {
    state: text,
    recordingState: word('active', 'paused', 'none'),
    utilizationLabelId: text,
    startTime: time,
    participants: { kind: 'objects' }
};

const PARTICIPANT: Shape = {
    state: text,
    wrapup: object(WRAPUP),
    wrapupSkipped: flag,
    held: flag,
    muted: flag,
    confined: flag,
    recording: flag,
    resumeTime: time
};

interface MediumPermissions {
    readonly conversation: Needs;
    readonly participant: Needs;
}

export function changeRoutes(
    centre: Centre,
    medium: 'email' | 'message',
    { conversation, participant }: MediumPermissions
): Route[] {
    const root = `/${medium}s/{conversationId}`;
    const one = `${root}/participants/{participantId}`;
    const found = (call: Call): { conversation: Conversation; participant: Participant } => {
        const conversation = conversationOf(centre, call, medium);
        return { conversation, participant: participantOf(call, conversation) };
    };
    return [
        {
            method: 'PATCH',
            path: root,
            needs: conversation,
            body: CONVERSATION,
            run(call) {
                const it = conversationOf(centre, call, medium);
                changeConversation(centre, it, call.body);
                return ok(shownWhole(it));
            }
        },
        {
            method: 'PATCH',
            path: one,
            needs: participant,
            body: PARTICIPANT,
            // The SDK marks the body of the one as needed, of the other as not.
            ...(medium === 'message' ? { bodyOptional: true } : {}),
            run(call) {
                const it = found(call);
                changeParticipant(centre, it.conversation, it.participant, call.body);
                return empty;
            }
        },
        {
            method: 'PATCH',
            path: `${one}/communications/{communicationId}`,
            body: PARTICIPANT,
            run(call) {
                const it = found(call);
                communicationOf(call, [it.participant]);
                const { body } = call;
                changeState(centre, it.conversation, it.participant, { body, state: stateIn(body, it.participant) });
                return ok({});
            }
        },
        {
            method: 'PATCH',
            path: `${one}/attributes`,
            body: { attributes: textMap },
            ...(medium === 'message' ? { bodyOptional: true } : {}),
            run(call) {
                const { attributes } = found(call).participant;
                Object.assign(attributes, textMapOf(call.body, 'attributes'));
                return ok({ attributes });
            }
        }
    ];
}

function changeConversation(centre: Centre, conversation: Conversation, body: Body): void {
    const state = textOf(body, 'state');
    if (state !== undefined && state !== 'disconnected')
        throw invalidValue('state', 'The field {fieldName} takes disconnected and nothing else.');
    if (state !== undefined && conversation.endTime !== undefined)
        throw badRequest('The conversation has ended already.');
    const recordingState = textOf(body, 'recordingState')?.toUpperCase();
    const utilizationLabelId = textOf(body, 'utilizationLabelId');
    Object.assign(conversation, known({ recordingState, utilizationLabelId }));
    if (state !== undefined) endAll(centre, conversation, 'client');
}

function changeParticipant(centre: Centre, conversation: Conversation, participant: Participant, body: Body): void {
    const state = stateIn(body, participant);
    const wrapup = objectOf(body, 'wrapup');
    if (Object.keys(wrapup).length > 0) keepWrapup(centre, participant, wrapup);
    if (typeof body['wrapupSkipped'] === 'boolean') participant.wrapupSkipped = body['wrapupSkipped'];
    changeState(centre, conversation, participant, { body, state });
}

/** Where the communication is to go, if anywhere. Throws VendorError before anything is changed. */
function stateIn(body: Body, participant: Participant): string | undefined {
    const state = textOf(body, 'state');
    if (state === undefined) return undefined;
    if (state !== 'connected' && state !== 'disconnected')
        throw invalidValue('state', 'The field {fieldName} takes connected and disconnected.');
    if (!isLive(participant)) throw badRequest('The communication has ended already.');
    return state;
}

function changeState(
    centre: Centre,
    conversation: Conversation,
    participant: Participant,
    { body, state }: { readonly body: Body; readonly state: string | undefined }
): void {
    if (typeof body['held'] === 'boolean') participant.communication.held = body['held'];
    if (state === 'disconnected') disconnect(centre, conversation, participant, 'client');
    if (state === 'connected') connect(centre, conversation, participant);
}
