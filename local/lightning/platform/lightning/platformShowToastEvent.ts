/** A toast that the page shows when the event reaches it. */
export const ShowToastEventName = 'lightning__showtoast';

export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: unknown) {
        super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: toast });
    }
}
