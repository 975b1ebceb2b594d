import type { Interaction } from 'c/interactions';

export { givesWay, vendorNamed, vendorQuestion, writerFor } from './vendors.ts';
export type { Vendor, VendorQuestion } from './vendors.ts';

/** What the vendor's channel told since the page was opened. */
export interface PhoneNews {
    /** Undefined where the vendor's messages do not tell. */
    readonly signedIn?: boolean;
    /** Messages by what they are about, such as `Interaction`, `UserAction`, `Notification`. */
    readonly received: Readonly<Record<string, number>>;
    /** Messages that were not understood. */
    readonly unknown: number;
}

/** The interactions of a recorded trace as they stood at its end, or why it cannot be read. */
export type ReadTrace =
    { readonly interactions: readonly Interaction[] } | { readonly refused: string; readonly line?: number };

/**
 * What this page saw of one question that no document settles, in words for an admin. Holds no number, no name and no
 * word of anybody.
 */
export interface PhoneObservation {
    /** Such as `voiceStats`; each phone begins its ids with a word of its own. */
    readonly id: string;
    readonly title: string;
    readonly tried: string;
    /** `unclear`: not seen yet; `setting` then says what to do on the phone. `fact`: neither well nor wrong. */
    readonly outcome: 'works' | 'limited' | 'unclear' | 'fact';
    readonly meaning: string;
    readonly setting?: string;
    /** Names of keys, kinds of values and counts. */
    readonly said?: string;
    /** Proven answers under the ids of config/org-profiles. */
    readonly profile?: Readonly<Record<string, string>>;
}

/** What an admin's page may ask the utility item of the same page, whatever the vendor. Closures, so that it crosses a membrane. */
export interface PhoneOnPage {
    readonly vendor: string;
    /** False where no phone writes Tasks, so that Switchboard does also where the settings leave it to the phone. */
    readonly writesTasks?: boolean;
    news(): PhoneNews;
    /** The interaction that this page heard of last; undefined before the first. */
    lastInteraction(): Interaction | undefined;
    readTrace(text: string): ReadTrace;
    /** What was seen so far, each question at its place; absent where the phone leaves none open. */
    observations?(): readonly PhoneObservation[];
}

/** In the order of their coming. */
const present: PhoneOnPage[] = [];
const listeners = new Set<() => void>();

function tell(): void {
    for (const listener of [...listeners]) {
        listener();
    }
}

/** The utility item says that it is on the page; returns how to take that back. */
export function announcePhone(phone: PhoneOnPage): () => void {
    present.push(phone);
    tell();
    return () => {
        const place = present.indexOf(phone);
        if (place >= 0) {
            present.splice(place, 1);
            tell();
        }
    };
}

/** One of each vendor: the one that came last. Empty when the app in front of the admin has no utility item of Switchboard, or none was opened yet. */
export function phonesOnPage(): readonly PhoneOnPage[] {
    return [...new Map(present.map((phone) => [phone.vendor, phone])).values()];
}

/** Of several vendors the one that came last. */
export function phoneOnPage(): PhoneOnPage | undefined {
    return present[present.length - 1];
}

/** Told when a phone comes or goes. */
export function onPhoneOnPage(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}
