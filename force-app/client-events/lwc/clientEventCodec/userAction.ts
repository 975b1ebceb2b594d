import { bodyOf } from './interactionEvent.ts';
import { isText, textOf } from './own.ts';
import { kindOf, quoted } from './quoted.ts';
import { USER_ACTION_CATEGORIES } from './types.ts';
import { ignoringCase } from './words.ts';
import type { UserActionEvent } from './types.ts';

const knownCategory = ignoringCase(USER_ACTION_CATEGORIES);

/** The event, or why there is none. */
export function decodeUserAction(given: unknown, sent: unknown, receivedAt: string): UserActionEvent | string {
    const category = knownCategory(given);
    if (category === undefined) return `UserAction category ${quoted(given)} is not known`;
    const data = bodyOf(sent);
    const common = { type: 'UserAction', receivedAt } as const;
    switch (category) {
        case 'status': {
            const status = isText(data) ? data : textOf(data, 'status');
            const id = textOf(data, 'id');
            const subStatus = textOf(data, 'sub_status');
            if (status === undefined && id === undefined) return 'UserAction status without a status or an id';
            return { ...common, category, ...present({ status, id, subStatus }) };
        }
        case 'routingStatus':
            return isText(data) ? { ...common, category, routingStatus: data } : oddData(category, data);
        case 'view':
            return isText(data) ? { ...common, category, view: data } : oddData(category, data);
        default:
            return { ...common, category, data: sent };
    }
}

function oddData(category: string, data: unknown): string {
    return `UserAction ${category} whose data is ${kindOf(data)}`;
}

/** Without the fields that say nothing. */
export function present<T extends object>(fields: T): T {
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
