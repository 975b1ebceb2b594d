import { INTEGRATIONS } from './directory.ts';
import type { Integration } from './directory.ts';
import { listing } from './listing.ts';
import { ROOT, ok } from './routes.ts';
import type { Route } from './routes.ts';
import { invalidValue } from './vendorError.ts';

const EXPANDS = ['supportedContent', 'messagingSetting', 'identityresolution'];

export const integrationsRoute: Route = {
    method: 'GET',
    path: '/messaging/integrations',
    needs: { all: ['messaging:integration:view'] },
    run({ query }) {
        const expand = query.getAll('expand').flatMap((one) => one.split(','));
        if (expand.some((one) => !EXPANDS.includes(one)))
            throw invalidValue('expand', `{fieldName} takes ${EXPANDS.join(', ')}.`);
        const [content, setting] = [query.get('supportedContent.id'), query.get('messagingSetting.id')];
        const found = INTEGRATIONS.filter(
            (one) =>
                (content === null || one.supportedContentId === content) &&
                (setting === null || one.messagingSettingId === setting)
        );
        const shown = found.map((one) => shownIntegration(one, expand));
        return ok(listing(shown, `${ROOT}/messaging/integrations`, query));
    }
};

/** MessagingIntegration: of what belongs to it the id, and its name where that was asked for. */
function shownIntegration(one: Integration, expand: readonly string[]): unknown {
    const named = (what: string, name: string): object => (expand.includes(what) ? { name } : {});
    return {
        id: one.id,
        name: one.name,
        supportedContent: { id: one.supportedContentId, ...named('supportedContent', 'What may be sent') },
        messagingSetting: { id: one.messagingSettingId, ...named('messagingSetting', 'Receipts and typing') },
        status: 'Active',
        messengerType: one.messengerType,
        version: 1,
        selfUri: `${ROOT}/messaging/integrations/${one.messengerType}/${one.id}`
    };
}
