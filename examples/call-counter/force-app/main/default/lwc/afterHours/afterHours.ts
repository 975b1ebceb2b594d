import { addCustomAttributes, blindTransfer, flowAddress } from 'c/clientEvents';
import type { ClientConnection, SendOutcome } from 'c/clientEvents';

/** Notes the order on the call, then passes the caller to the flow that takes messages. */
export async function toAfterHours(connection: ClientConnection, id: string, order: string): Promise<SendOutcome> {
    await connection.send(addCustomAttributes(id, { order }));
    const flow = flowAddress('After hours & holidays');
    return connection.send(blindTransfer(id, { transferTarget: flow, transferTargetType: 'address' }));
}
