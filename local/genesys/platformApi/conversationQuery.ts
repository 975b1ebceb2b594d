import { numberOf, object, objectOf, objects, objectsOf, required, text, textOf, whole, word } from './bodyShape.ts';
import type { Body } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import type { Conversation, Participant } from './conversation.ts';
import { known } from './known.ts';
import { ok } from './routes.ts';
import type { Route } from './routes.ts';
import { badRequest, invalidValue } from './vendorError.ts';

/** Analytics, as far as it finds conversations: by when they began, whether they have ended, by queue and medium. */
export function conversationQueryRoute(centre: Centre): Route {
    const filters = objects({
        type: required(word('and', 'or')),
        predicates: objects({ dimension: text, value: text })
    });
    return {
        method: 'POST',
        root: '/api/v2/analytics/conversations',
        path: '/details/query',
        needs: { any: ['analytics:conversationDetail:view'] },
        body: {
            interval: required(text),
            order: word('asc', 'desc'),
            orderBy: word('conversationStart'),
            conversationFilters: filters,
            segmentFilters: filters,
            paging: object({ pageSize: required(whole), pageNumber: required(whole) })
        },
        run({ body }) {
            const found = matching(centre, body);
            const paging = objectOf(body, 'paging');
            const size = numberOf(paging, 'pageSize') ?? 25;
            const page = numberOf(paging, 'pageNumber') ?? 1;
            if (size < 1 || size > 100) throw invalidValue('paging.pageSize', '{fieldName} must be from 1 to 100.');
            return ok({
                conversations: found.slice((page - 1) * size, page * size).map(shownConversation),
                totalHits: found.length
            });
        }
    };
}

function matching({ state }: Centre, body: Body): Conversation[] {
    const [from = NaN, to = NaN] = (textOf(body, 'interval') ?? '').split('/').map((one) => Date.parse(one));
    if (!(from < to)) throw invalidValue('interval', 'The field {fieldName} is no interval of two times.');
    const found = state.conversations.filter((one) => {
        const began = Date.parse(one.startTime);
        return (
            began >= from &&
            began < to &&
            isSo(body, 'conversationFilters', (predicate) => conversationFits(one, predicate)) &&
            isSo(body, 'segmentFilters', (predicate) => segmentFits(one, predicate))
        );
    });
    return textOf(body, 'order') === 'desc' ? found.toReversed() : found;
}

/** All filters of the list, each with all or one of its predicates. */
const isSo = (body: Body, name: string, fits: (predicate: Body) => boolean): boolean =>
    objectsOf(body, name).every((filter) => {
        const predicates = objectsOf(filter, 'predicates');
        return textOf(filter, 'type') === 'or' ? predicates.some(fits) : predicates.every(fits);
    });

function conversationFits({ endTime }: Conversation, predicate: Body): boolean {
    const operator = textOf(predicate, 'operator');
    if (textOf(predicate, 'dimension') !== 'conversationEnd' || !/^(exists|notExists)$/.test(operator ?? ''))
        throw badRequest('Conversations are found here by conversationEnd that exists or notExists.');
    return (endTime !== undefined) === (operator === 'exists');
}

function segmentFits({ medium, participants }: Conversation, predicate: Body): boolean {
    const value = textOf(predicate, 'value');
    switch (textOf(predicate, 'dimension')) {
        case 'queueId':
            return participants.some(({ queueId }) => queueId === value);
        case 'mediaType':
            return medium === value;
        default:
            throw badRequest('Segments are found here by queueId and mediaType.');
    }
}

/** AnalyticsConversationWithoutAttributes */
function shownConversation(conversation: Conversation): unknown {
    const { endTime, id, medium, participants, startTime } = conversation;
    return known({
        conversationId: id,
        conversationStart: startTime,
        conversationEnd: endTime,
        participants: participants.map((one) => shownParticipant(medium, one))
    });
}

const shownParticipant = (mediaType: string, participant: Participant): unknown =>
    known({
        participantId: participant.id,
        participantName: participant.name,
        purpose: participant.purpose,
        userId: participant.userId,
        sessions: [
            {
                sessionId: participant.communication.id,
                mediaType,
                direction: participant.communication.direction,
                segments: [
                    known({
                        segmentType: 'interact',
                        segmentStart: participant.startTime,
                        segmentEnd: participant.endTime,
                        queueId: participant.queueId
                    })
                ]
            }
        ]
    });
