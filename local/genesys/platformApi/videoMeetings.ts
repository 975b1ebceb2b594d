import { flag, numberOf, required, text, textOf, whole } from './bodyShape.ts';
import type { Centre, Meeting } from './centre.ts';
import { known } from './known.ts';
import { ROOT, ok } from './routes.ts';
import type { Needs, Route } from './routes.ts';
import { invalidValue, notFound } from './vendorError.ts';

const NEEDS: Needs = { any: ['video:video:access'] };
const DAY_MS = 24 * 60 * 60_000;
const MOST_DAYS = 365;

export function videoMeetingRoutes(centre: Centre): Route[] {
    return [
        {
            method: 'POST',
            path: '/videos/meetings',
            needs: NEEDS,
            body: { ephemeral: required(flag), conferenceId: text, expireTimeDays: whole },
            run({ body }) {
                const days = numberOf(body, 'expireTimeDays') ?? 1;
                if (days < 1 || days > MOST_DAYS)
                    throw invalidValue('expireTimeDays', `The field {fieldName} must be from 1 to ${MOST_DAYS}.`);
                const meeting: Meeting = {
                    id: centre.newId(),
                    ephemeral: body['ephemeral'] === true,
                    expiresAt: centre.now() + days * DAY_MS,
                    ...known({ conferenceId: textOf(body, 'conferenceId') })
                };
                centre.state.meetings.push(meeting);
                return ok(shown(meeting));
            }
        },
        {
            method: 'GET',
            path: '/videos/meetings/{meetingId}',
            needs: NEEDS,
            run(call) {
                const id = call.id('meetingId');
                const found = centre.state.meetings.find((one) => one.id === id && one.expiresAt > centre.now());
                if (found === undefined) throw notFound('meeting', id);
                return ok(shown(found));
            }
        }
    ];
}

/** MeetingIdRecord */
function shown({ expiresAt, ...rest }: Meeting): unknown {
    const dateExpired = new Date(expiresAt).toISOString();
    return { ...rest, dateExpired, selfUri: `${ROOT}/videos/meetings/${rest.id}` };
}
