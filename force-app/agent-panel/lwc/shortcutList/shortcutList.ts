import { SHORTCUTS, type ShortcutAction } from 'c/panelShortcuts';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';

interface Line {
    readonly key: string;
    readonly text: string;
}

const WORDS: Readonly<Record<ShortcutAction, string>> = {
    pickup: LABELS.answer,
    hold: LABELS.hold,
    mute: LABELS.mute,
    securePause: LABELS.securePause,
    transfer: LABELS.transfer,
    concludeTransfer: LABELS.completeTransfer,
    conference: LABELS.conference,
    swap: LABELS.swap,
    secureSession: LABELS.secureSession,
    disconnect: LABELS.end,
    notes: LABELS.notes,
    list: LABELS.list
};

/** The keys of the panel. Fires `close`. Takes the focus when it appears. */
export default class ShortcutList extends LightningElement {
    /** Actions that have no button on this panel, so no key either. */
    @api without: readonly string[] = [];

    labels = LABELS;
    taken = false;

    renderedCallback(): void {
        if (this.taken) return;
        this.taken = true;
        (this.refs?.title as HTMLElement | undefined)?.focus();
    }

    get lines(): readonly Line[] {
        const shown = SHORTCUTS.filter(({ action }) => !this.without.includes(action));
        return [
            ...shown.map(({ action, key }) => ({ key: key.toUpperCase(), text: WORDS[action] })),
            { key: 'Esc', text: LABELS.escape }
        ];
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.handleClose();
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
