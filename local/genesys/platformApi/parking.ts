import { required, text, textOf, time } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isAgent } from './conversation.ts';
import { conversationOf, participantOf } from './lookUp.ts';
import { connect } from './participants.ts';
import { empty } from './routes.ts';
import type { Route } from './routes.ts';
import { badRequest, invalidValue } from './vendorError.ts';

/** An agent puts an email aside, and takes it up again. */
export function parkingRoute(centre: Centre): Route {
    return {
        method: 'PATCH',
        path: '/emails/{conversationId}/participants/{participantId}/parkingstate',
        needs: { any: ['conversation:email:park'] },
        body: { state: required(text), resumeTime: time },
        run(call) {
            const conversation = conversationOf(centre, call, 'email');
            const participant = participantOf(call, conversation);
            const { communication } = participant;
            const resumeTime = textOf(call.body, 'resumeTime');
            if (resumeTime !== undefined && Date.parse(resumeTime) <= centre.now())
                throw invalidValue('resumeTime', 'The field {fieldName} must be a time to come.');
            switch (textOf(call.body, 'state')) {
                case 'parked':
                    if (communication.state !== 'connected' || !isAgent(participant))
                        throw badRequest('Only an agent who is connected can park an email.');
                    communication.state = 'parked';
                    communication.parkTime = centre.time();
                    if (resumeTime !== undefined) communication.resumeTime = resumeTime;
                    return empty;
                case 'connected':
                    if (communication.state !== 'parked') throw badRequest('The email is not parked.');
                    connect(centre, conversation, participant);
                    return empty;
                default:
                    throw invalidValue('state', 'The field {fieldName} takes parked and connected.');
            }
        }
    };
}
