import path from 'node:path';
import type { LocalOrg } from '../org/org.ts';
import { callersOf, createPhoneRoutes, json } from '../phoneRoutes.ts';
import type { PhoneHandler } from '../phoneRoutes.ts';
import type { PackageAttributes } from './describeInteraction.ts';
import { FLOWS, genesysUserId, QUEUES, STATIONS, STATUSES, WRAP_UP_CODES } from './directory.ts';
import {
    BadRequest,
    readBody,
    readCall,
    readConsultStep,
    readSaying,
    readStation,
    readTaskLogging,
    requiredText
} from './requestBody.ts';
import type { Speech } from './speech.ts';
import type { TaskLogging } from './taskLog.ts';
import type { ConsultStep, Telephony } from './telephony.ts';

const CONSULT_STEPS: Readonly<Record<ConsultStep, string>> = {
    answer: 'The far end of the consult answers',
    decline: 'The far end of the consult declines',
    callOff: 'The consult is called off'
};

/** What the routes reach. */
export interface ContactCentre {
    readonly telephony: Telephony;
    readonly speech: Speech;
    /** Does a published action and writes to the phone's log what became of it. */
    act(userName: string, published: unknown): Outcome;
    /** `run` may answer what the log should add. */
    attempt(userName: string, what: string, run: () => string | undefined | void): Outcome;
    setStation(userName: string, id: string | null): Outcome;
    taskLogging: TaskLogging;
    packageAttributes: PackageAttributes;
    /** Opens the stream of one agent's page. */
    openStream(userName: string): Response;
    refresh(userName: string): void;
    refreshAll(): void;
}

export type Outcome = { readonly done: true } | { readonly done: false; readonly reason: string };

/** The HTTP face of the contact centre. */
export function createRoutes(centre: ContactCentre, org: LocalOrg): (request: Request) => Promise<Response> {
    const { telephony } = centre;
    const handlers: Readonly<Record<string, PhoneHandler>> = {
        'GET /events': (_, userName) => centre.openStream(userName),
        'GET /directory': () => json(directory(org)),
        'GET /conversations': () => json(telephony.conversations()),
        'POST /calls': async (request, userName) => {
            const wanted = readCall(await readBody(request), userName);
            const conversation =
                wanted.direction === 'inbound' ? telephony.ring(wanted.call) : telephony.dial(wanted.call);
            const what = wanted.direction === 'inbound' ? `A ${wanted.call.medium} rings` : 'A call is dialled';
            centre.attempt(wanted.call.userName, what, () => {});
            return json({ conversationId: conversation.id }, 201);
        },
        'POST /actions': async (request, userName) => answer(centre.act(userName, await readBody(request))),
        'POST /far-end': async (request, userName) => {
            const body = await readBody(request);
            const id = requiredText(body, 'conversationId');
            switch (body.action) {
                case 'answer':
                    return answer(centre.attempt(userName, 'The far end answers', () => telephony.farEndAnswers(id)));
                case 'hangUp':
                    return answer(centre.attempt(userName, 'The far end hangs up', () => telephony.farEndHangsUp(id)));
                default:
                    throw new BadRequest('action must be "answer" or "hangUp".');
            }
        },
        'POST /wrap-up': async (request, userName) => {
            const body = await readBody(request);
            const [id, code] = [requiredText(body, 'conversationId'), requiredText(body, 'code')];
            return answer(centre.attempt(userName, 'wrap-up', () => telephony.wrapUp(userName, id, code)));
        },
        'POST /consult': async (request, userName) => {
            const body = await readBody(request);
            const [id, step] = [requiredText(body, 'conversationId'), readConsultStep(body)];
            return answer(centre.attempt(userName, CONSULT_STEPS[step], () => telephony.consult(userName, id, step)));
        },
        'POST /speech': async (request, userName) => {
            const { id, speaker, text } = readSaying(await readBody(request));
            return answer(
                centre.attempt(userName, `The ${speaker} says something`, () =>
                    centre.speech.say(telephony.conversation(id), speaker, text)
                )
            );
        },
        'PUT /station': async (request, userName) => {
            const id = readStation(await readBody(request));
            return answer(centre.setStation(userName, id));
        },
        'GET /task-logging': () => json(centre.taskLogging),
        'PUT /task-logging': async (request) => {
            centre.taskLogging = readTaskLogging(await readBody(request), centre.taskLogging);
            centre.refreshAll();
            return json(centre.taskLogging);
        },
        'PUT /package-attributes': async (request) => {
            const { value } = await readBody(request);
            if (value !== 'carried' && value !== 'absent') {
                throw new BadRequest('value must be "carried" or "absent".');
            }
            centre.packageAttributes = value;
            centre.refreshAll();
            return json({ value });
        }
    };

    return createPhoneRoutes({
        root: '/local/genesys',
        handlers,
        traces: path.join(import.meta.dirname, 'traces'),
        org
    });
}

function directory(org: LocalOrg): unknown {
    return {
        users: org.users().map(({ name, label }) => ({ name, label, id: genesysUserId(name) })),
        queues: QUEUES,
        flows: FLOWS,
        stations: STATIONS,
        wrapUpCodes: WRAP_UP_CODES,
        statuses: STATUSES,
        callers: callersOf(org)
    };
}

/** A refusal is no error here: the channel knows no acknowledgement, only the phone's log tells. */
function answer(outcome: Outcome): Response {
    return json(outcome);
}
