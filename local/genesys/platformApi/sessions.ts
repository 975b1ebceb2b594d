import type { Centre } from './centre.ts';
import { listing } from './listing.ts';
import { activeOf, conversationOf } from './lookUp.ts';
import { ROOT, ok } from './routes.ts';
import type { Route } from './routes.ts';
import { shownConversation } from './shown.ts';

const INTERNAL = { any: ['conversation:internalMessaging:view'] };

/** Cobrowse sessions and internal messages can be read here, nothing else. */
export function sessionRoutes(centre: Centre): Route[] {
    const list = (medium: 'cobrowse' | 'internalMessage', path: string): Pick<Route, 'method' | 'path' | 'run'> => ({
        method: 'GET',
        path,
        run: ({ caller }) =>
            ok(
                listing(
                    activeOf(centre, medium, caller.userId).map((one) => shownConversation(centre, one)),
                    `${ROOT}${path}`
                )
            )
    });
    const one = (medium: 'cobrowse' | 'internalMessage', path: string): Pick<Route, 'method' | 'path' | 'run'> => ({
        method: 'GET',
        path: `${path}/{conversationId}`,
        run: (call) => ok(shownConversation(centre, conversationOf(centre, call, medium)))
    });
    return [
        { ...list('cobrowse', '/cobrowsesessions'), needs: { as: 'user' } },
        one('cobrowse', '/cobrowsesessions'),
        { ...list('internalMessage', '/internalmessages'), needs: { ...INTERNAL, as: 'user' } },
        { ...one('internalMessage', '/internalmessages'), needs: INTERNAL }
    ];
}
