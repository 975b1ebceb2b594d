import type { Centre } from './centre.ts';
import { mustTakePart } from './access.ts';
import { ok } from './routes.ts';
import type { Route } from './routes.ts';
import { shownWhole } from './shown.ts';
import { notFound } from './vendorError.ts';

/** The one view that names everybody's legs. None of the 63 operations on digital conversations. */
export function conversationRoute(centre: Centre): Route {
    return {
        method: 'GET',
        path: '/{conversationId}',
        run({ caller, id }) {
            const asked = id('conversationId');
            const found = centre.state.conversations.find((one) => one.id === asked);
            if (found === undefined) throw notFound('conversation', asked);
            mustTakePart(caller, found);
            return ok(shownWhole(found));
        }
    };
}
