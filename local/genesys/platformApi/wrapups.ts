import { flag, numberOf, text, textOf, texts, textsOf, time, whole } from './bodyShape.ts';
import type { Body, Shape } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isAgent } from './conversation.ts';
import type { Medium, Participant, Wrapup } from './conversation.ts';
import { CODES } from './directory.ts';
import { known } from './known.ts';
import { flagIn } from './listing.ts';
import { communicationOf, conversationOf, participantOf } from './lookUp.ts';
import { empty, ok } from './routes.ts';
import type { Call, Route } from './routes.ts';
import { badRequest, invalidValue, missingField, notFound } from './vendorError.ts';

/** WrapupInput */
export const WRAPUP: Shape = {
    code: text,
    name: text,
    notes: text,
    tags: texts,
    durationSeconds: whole,
    endTime: time,
    provisional: flag,
    disableEndTimeUpdates: flag
};

type WithWrapup = Exclude<Medium, 'cobrowse' | 'internalMessage'>;

/** Of one leg, which all four media have. */
export function communicationWrapupRoutes(centre: Centre, medium: WithWrapup): Route[] {
    const path = `/${medium}s/{conversationId}/participants/{participantId}/communications/{communicationId}/wrapup`;
    const found = (call: Call): Participant =>
        communicationOf(call, [participantOf(call, conversationOf(centre, call, medium))]);
    return [
        { method: 'GET', path, run: (call) => ok(assigned(found(call), call)) },
        {
            method: 'POST',
            path,
            needs: { any: ['conversation:participant:wrapup'] },
            body: WRAPUP,
            bodyOptional: true,
            run(call) {
                keepWrapup(centre, found(call), call.body);
                return empty;
            }
        }
    ];
}

/** Of a participant, which email and messages have. */
export function participantWrapupRoutes(centre: Centre, medium: 'email' | 'message'): Route[] {
    const root = `/${medium}s/{conversationId}/participants/{participantId}`;
    const found = (call: Call): Participant => participantOf(call, conversationOf(centre, call, medium));
    return [
        { method: 'GET', path: `${root}/wrapup`, run: (call) => ok(assigned(found(call), call)) },
        {
            method: 'GET',
            path: `${root}/wrapupcodes`,
            run(call) {
                found(call);
                return ok(CODES.map(({ id, name }) => ({ id, name, selfUri: `/api/v2/routing/wrapupcodes/${id}` })));
            }
        }
    ];
}

/** AssignedWrapupCode. Throws VendorError where there is none. */
function assigned({ id, communication }: Participant, { query }: Call): unknown {
    const kept = flagIn(query, 'provisional') ? communication.provisionalWrapup : communication.wrapup;
    if (kept === undefined) throw notFound('wrapup', id);
    const { name: _, ...rest } = kept;
    return rest;
}

/** Without `provisional` it needs a code, and ends the work after the conversation. Throws VendorError. */
export function keepWrapup(centre: Centre, participant: Participant, body: Body): void {
    if (!isAgent(participant)) throw badRequest('Only an agent has a wrap-up.');
    const given = textOf(body, 'code');
    const code = given === undefined ? undefined : CODES.find(({ id }) => id === given);
    if (given !== undefined && code === undefined)
        throw invalidValue('code', 'The field {fieldName} must be the id of a wrap-up code of the queue.');
    const { communication } = participant;
    const now = centre.time();
    const wrapup: Wrapup = known({
        code: code?.id,
        name: code?.name ?? textOf(body, 'name'),
        notes: textOf(body, 'notes'),
        tags: textsOf(body, 'tags'),
        durationSeconds: numberOf(body, 'durationSeconds'),
        endTime:
            textOf(body, 'endTime') ?? (body['disableEndTimeUpdates'] === true ? communication.wrapup?.endTime : now)
    });
    if (body['provisional'] === true) {
        communication.provisionalWrapup = wrapup;
        return;
    }
    if (code === undefined) throw missingField('code');
    communication.wrapup = wrapup;
    delete communication.provisionalWrapup;
    if (participant.startAcwTime !== undefined) participant.endAcwTime ??= now;
}
