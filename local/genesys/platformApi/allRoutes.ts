import { agentlessEmailRoute } from './agentlessEmail.ts';
import type { Centre } from './centre.ts';
import { changeRoutes } from './changes.ts';
import { draftRoutes } from './drafts.ts';
import { emailRoutes } from './emails.ts';
import { faxRoute } from './faxes.ts';
import { integrationsRoute } from './integrations.ts';
import { mediaRoutes } from './media.ts';
import { messageRoutes } from './messages.ts';
import { monitorRoute } from './monitoring.ts';
import { newEmailRoutes } from './newEmails.ts';
import { openInboundRoutes } from './openInbound.ts';
import { openReceiptRoute } from './openReceipts.ts';
import { outboundMessageRoutes } from './outboundMessages.ts';
import { parkingRoute } from './parking.ts';
import type { Route } from './routes.ts';
import { sessionRoutes } from './sessions.ts';
import { socialMessageRoute } from './social.ts';
import { transferRoute } from './transfers.ts';
import { videoMeetingRoutes } from './videoMeetings.ts';
import { communicationWrapupRoutes, participantWrapupRoutes } from './wrapups.ts';

/** The 63 operations. */
export function allRoutes(centre: Centre): readonly Route[] {
    return [
        ...emailRoutes(centre),
        ...newEmailRoutes(centre),
        agentlessEmailRoute(centre),
        ...draftRoutes(centre),
        ...changeRoutes(centre, 'email', {
            conversation: { any: ['conversation:communication:disconnect'] },
            participant: {
                any: [
                    'conversation:participant:wrapup',
                    'conversation:call:record',
                    'conversation:communication:disconnect',
                    'conversation:email:park'
                ]
            }
        }),
        parkingRoute(centre),
        ...messageRoutes(centre),
        ...outboundMessageRoutes(centre),
        ...openInboundRoutes(centre),
        openReceiptRoute(centre),
        ...mediaRoutes(centre),
        ...changeRoutes(centre, 'message', {
            conversation: { any: ['conversation:communication:disconnect', 'conversation:message:park'] },
            participant: {
                any: [
                    'conversation:participant:wrapup',
                    'conversation:call:record',
                    'conversation:communication:disconnect'
                ]
            }
        }),
        monitorRoute(centre),
        integrationsRoute,
        socialMessageRoute(centre),
        ...(['email', 'message'] as const).flatMap((medium) => [
            transferRoute(centre, medium),
            ...participantWrapupRoutes(centre, medium)
        ]),
        ...(['email', 'message', 'video', 'social'] as const).flatMap((medium) =>
            communicationWrapupRoutes(centre, medium)
        ),
        ...videoMeetingRoutes(centre),
        ...sessionRoutes(centre),
        faxRoute(centre)
    ];
}
