import { isAgent } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import type { Caller } from './oauth.ts';
import type { Needs } from './routes.ts';
import { VendorError } from './vendorError.ts';

/** Sees every conversation, also those that it takes no part in. */
const SEES_ALL = 'conversation:communication:view';

/** Throws VendorError: 403 for a permission or a scope, 400 where somebody must be logged in. */
export function mustBeAllowed(caller: Caller, needs: Needs): void {
    const has = (name: string): boolean => caller.permissions.includes(name);
    if (needs.any && !needs.any.some(has)) {
        throw new VendorError({
            status: 403,
            code: 'missing.any.permissions',
            message: 'At least one of these permissions is needed: {permissions}.',
            params: { permissions: needs.any.join(', ') }
        });
    }
    const missing = needs.all?.filter((name) => !has(name)) ?? [];
    if (missing.length > 0) {
        throw new VendorError({
            status: 403,
            code: 'missing.permissions',
            message: 'These permissions are missing: {permissions}.',
            params: { permissions: missing.join(', ') }
        });
    }
    if (needs.as === 'user') mustBeUser(caller);
    if (needs.as === 'machine') mustBeMachine(caller);
}

/** The id of the logged-in user. Throws VendorError. */
export function mustBeUser({ userId }: Caller): string {
    if (userId !== undefined) return userId;
    throw new VendorError({
        status: 400,
        code: 'bad.request',
        message: 'This request needs a user context, which a token of client credentials does not have.'
    });
}

function mustBeMachine({ userId, scopes }: Caller): void {
    if (userId === undefined && scopes.includes('messaging')) return;
    throw new VendorError({
        status: 403,
        code: 'not.authorized',
        message: 'This request takes client credentials with the scope {scope} only.',
        params: { scope: 'messaging' }
    });
}

/** Throws VendorError: 403. */
export function mustTakePart(caller: Caller, { id, participants }: Conversation): void {
    if (caller.permissions.includes(SEES_ALL)) return;
    if (participants.some((one) => isAgent(one) && one.userId !== undefined && one.userId === caller.userId)) return;
    throw new VendorError({
        status: 403,
        code: 'not.authorized',
        message: 'Only who takes part in conversation {entityId} may do this.',
        params: { entityId: id },
        entityId: id,
        entityName: 'conversation'
    });
}
