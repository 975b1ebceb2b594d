/** What requests name by id. Each throws VendorError for one that is not there. */
import { DIGITAL_FLOWS, DIGITAL_QUEUES, USERS } from './directory.ts';
import type { Named, Queue, User } from './directory.ts';
import { textOf } from './bodyShape.ts';
import type { Body } from './bodyShape.ts';
import { badRequest, notFound } from './vendorError.ts';

export function queueNamed(id: string): Queue {
    const found = DIGITAL_QUEUES.find((one) => one.id === id);
    if (found === undefined) throw notFound('queue', id);
    return found;
}

/** By id or by name. */
export function userNamed(idOrName: string): User {
    const found = USERS.find(({ id, name, email }) => [id, name, email].includes(idOrName));
    if (found === undefined) throw notFound('user', idOrName);
    return found;
}

function flowNamed(id: string): Named {
    const found = DIGITAL_FLOWS.find((one) => one.id === id);
    if (found === undefined) throw notFound('flow', id);
    return found;
}

/** Where it goes: a queue or a flow, of which one excludes the other. */
export function routingOf(body: Body): { queue?: Queue; flow?: Named } {
    const queueId = textOf(body, 'queueId');
    const flowId = textOf(body, 'flowId');
    if (queueId !== undefined && flowId !== undefined) throw badRequest('queueId and flowId exclude each other.');
    if (queueId !== undefined) return { queue: queueNamed(queueId) };
    return flowId === undefined ? {} : { flow: flowNamed(flowId) };
}
