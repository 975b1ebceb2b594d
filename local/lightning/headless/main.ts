import type { TransportName } from '../../transports.ts';
import { currentPage, pageAt } from '../platform/pageLocation.ts';
import { createGenesysPhone } from './genesysPhone.ts';
import type { HeadlessPhone } from './headlessPhone.ts';
import { createVoicePhone } from './voicePhone.ts';

/** A utility as the page creates it, without a page around it. */
export interface SwitchboardReplay {
    /** Puts the utility into the document. */
    start(): void;
    /** Says a message as the vendor's phone does. */
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
    /** With the utility of that vendor. Once in a document. */
    var switchboardReplay: (transport: TransportName) => SwitchboardReplay;
}

const PHONES: Readonly<Record<TransportName, () => HeadlessPhone>> = {
    'genesys-cloud': createGenesysPhone,
    'salesforce-voice': createVoicePhone
};

globalThis.switchboardReplay = (transport) => {
    const phone = PHONES[transport]();
    const { utility } = phone;
    return {
        start: () => document.body.append(utility),
        publish: phone.publish,
        openPage: (path) => currentPage.set(path === undefined ? undefined : pageAt(path)),
        report: () => JSON.stringify([...utility.report(), ...phone.unsaid()]),
        handedOver: phone.handedOver,
        stop: () => {
            utility.remove();
            phone.close();
        }
    };
};
