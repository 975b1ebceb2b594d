import type { Interaction } from 'c/interactions';

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

/** What an admin's page may ask the utility item of the same page, whatever the vendor. Closures, so that it crosses a membrane. */
export interface PhoneOnPage {
    readonly vendor: string;
    /** False where no phone writes Tasks, so that Switchboard does also where the settings leave it to the phone. */
    readonly writesTasks?: boolean;
    news(): PhoneNews;
    /** The interaction that this page heard of last; undefined before the first. */
    lastInteraction(): Interaction | undefined;
    readTrace(text: string): ReadTrace;
}

let present: PhoneOnPage | undefined;
const listeners = new Set<() => void>();

function tell(): void {
    for (const listener of [...listeners]) {
        listener();
    }
}

/** The utility item says that it is on the page; returns how to take that back. The last one to say so counts. */
export function announcePhone(phone: PhoneOnPage): () => void {
    present = phone;
    tell();
    return () => {
        if (present === phone) {
            present = undefined;
            tell();
        }
    };
}

/** Undefined when the app in front of the admin has no utility item of Switchboard, or it was not opened yet. */
export function phoneOnPage(): PhoneOnPage | undefined {
    return present;
}

/** Told when a phone comes or goes. */
export function onPhoneOnPage(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}
