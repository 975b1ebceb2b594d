import { createElement } from 'lwc';
import GenesysUtility from 'c/genesysUtility';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import {
    createMessageContext,
    publish,
    releaseMessageContext,
    subscribe
} from '../platform/lightning/messageService.ts';
import { currentPage, pageAt } from '../platform/pageLocation.ts';

/** The utility as the page creates it, without a page around it. */
export interface SwitchboardReplay {
    /** Puts the utility into the document. */
    start(): void;
    /** Publishes as the phone does; delivered on a microtask. */
    publish(message: unknown): void;
    /** Opens a page such as `/lightning/r/Contact/003…/view`; undefined for none. */
    openPage(path: string | undefined): void;
    /** What the utility reports as not saved or not understood, as JSON. */
    report(): string;
    /** How often it handed attributes to the phone, to write them itself. */
    handedOver(): number;
    /** Takes the utility out again: everything it holds is closed. */
    stop(): void;
}

declare global {
    var switchboardReplay: SwitchboardReplay;
}

const HANDS_OVER = 'PureCloud.Interaction.addCustomAttributes';

const utility = createElement('c-genesys-utility', { is: GenesysUtility }) as HTMLElement & { report(): unknown };
const context = createMessageContext();
let handedOver = 0;

const handsOver = (message: unknown): boolean => (message as { readonly type?: unknown } | null)?.type === HANDS_OVER;
subscribe(context, CLIENT_EVENT, (message) => {
    if (handsOver(message)) handedOver += 1;
});

globalThis.switchboardReplay = {
    start: () => document.body.append(utility),
    publish(message) {
        // Heard again, and not the utility's.
        if (handsOver(message)) handedOver -= 1;
        publish(context, CLIENT_EVENT, message);
    },
    openPage: (path) => currentPage.set(path === undefined ? undefined : pageAt(path)),
    report: () => JSON.stringify(utility.report()),
    handedOver: () => handedOver,
    stop: () => {
        utility.remove();
        releaseMessageContext(context);
    }
};
