import { createElement } from 'lwc';
import GenesysUtility from 'c/genesysUtility';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import {
    createMessageContext,
    publish,
    releaseMessageContext,
    subscribe
} from '../platform/lightning/messageService.ts';
import type { HeadlessPhone } from './headlessPhone.ts';

const HANDS_OVER = 'PureCloud.Interaction.addCustomAttributes';

/** Speaks on the channel of Genesys Cloud, where whatever is said is heard on a microtask. */
export function createGenesysPhone(): HeadlessPhone {
    const context = createMessageContext();
    let handedOver = 0;

    const handsOver = (message: unknown): boolean =>
        (message as { readonly type?: unknown } | null)?.type === HANDS_OVER;
    subscribe(context, CLIENT_EVENT, (message) => {
        if (handsOver(message)) handedOver += 1;
    });

    return {
        utility: createElement('c-genesys-utility', { is: GenesysUtility }) as HeadlessPhone['utility'],
        publish(message) {
            // Heard again, and not the utility's.
            if (handsOver(message)) handedOver -= 1;
            publish(context, CLIENT_EVENT, message);
        },
        unsaid: () => [],
        handedOver: () => handedOver,
        close: () => releaseMessageContext(context)
    };
}
