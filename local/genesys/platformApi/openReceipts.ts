import { flag, object, objects, objectsOf, required, text, textOf, time, word } from './bodyShape.ts';
import type { Body } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import type { Integration } from './directory.ts';
import { INBOUND, OPEN_NEEDS, channelIn, integrationOf, messageNamed } from './openInbound.ts';
import { ok } from './routes.ts';
import type { Route } from './routes.ts';
import { badRequest, invalidValue } from './vendorError.ts';

const STATUS_OF: Readonly<Record<string, string>> = {
    sent: 'sent',
    delivered: 'delivery-success',
    failed: 'delivery-failed',
    published: 'published',
    removed: 'removed'
};

/** The other messenger tells what has become of a message. */
export function openReceiptRoute(centre: Centre): Route {
    return {
        method: 'POST',
        path: `${INBOUND}/receipt`,
        needs: OPEN_NEEDS,
        body: {
            id: required(text),
            channel: required(object({ to: required(object({ id: required(text) })), time: required(time) })),
            status: required(word('Sent', 'Delivered', 'Failed', 'Published', 'Removed')),
            reasons: objects({ code: text, message: required(text) }),
            isFinalReceipt: flag
        },
        run: (call) => ok(receipt(centre, integrationOf(call), call.body))
    };
}

function receipt(centre: Centre, integration: Integration, body: Body): unknown {
    const message = messageNamed(centre, textOf(body, 'id') ?? '');
    if (message.direction !== 'outbound') throw badRequest('The receipt is of a message that came in.');
    const status = textOf(body, 'status') ?? '';
    const reasons = objectsOf(body, 'reasons');
    if (reasons.length > 0 && status.toLowerCase() !== 'failed')
        throw invalidValue('reasons', 'The field {fieldName} goes with the status Failed.');
    message.status = STATUS_OF[status.toLowerCase()] ?? message.status;
    const channel = channelIn(body);
    const shown = {
        id: message.id,
        channel: {
            id: centre.newId(),
            platform: 'Open',
            type: 'Private',
            to: channel['to'],
            from: { id: integration.id, idType: 'Opaque' },
            time: channel['time']
        },
        type: 'Receipt',
        status,
        direction: 'Outbound',
        isFinalReceipt: body['isFinalReceipt'] === true,
        ...(reasons.length > 0 ? { reasons } : {})
    };
    message.receipts.push(shown);
    centre.changed(message.conversationId);
    return shown;
}
