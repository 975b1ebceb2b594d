/**
 * Open CTI's click-to-dial as the phone of a page uses it: numbers stay plain text until a phone enables it. One phone
 * for a page, as one softphone belongs to an app.
 */
import { createPageValue } from './valueWire.ts';

/** What the phone is told of the number that was clicked. Absent members were not given to the component. */
export interface ClickedNumber {
    /** As it stands on the page. */
    readonly number: string;
    readonly recordId?: string;
    /** API name of the record's object, where its id tells. */
    readonly objectType?: string;
    readonly params?: string;
}

export const clickToDialEnabled = createPageValue(false);
let listener: ((clicked: ClickedNumber) => void) | undefined;

export function enableClickToDial(): void {
    clickToDialEnabled.set(true);
}

export function disableClickToDial(): void {
    clickToDialEnabled.set(false);
}

/** The last listener counts. */
export function onClickToDial(heard: (clicked: ClickedNumber) => void): void {
    listener = heard;
}

/** Somebody clicked an enabled number. */
export function clickNumber(clicked: ClickedNumber): void {
    if (clickToDialEnabled.get()) listener?.(clicked);
}
