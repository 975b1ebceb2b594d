import { LightningElement } from 'lwc';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import { disableClickToDial, enableClickToDial, onClickToDial } from '../../lightning/platform/openCti.ts';
import { connectVoicePhone, tellToolkits } from '../../lightning/platform/voiceToolkit.ts';
import type { VoiceDirectory } from '../directory.ts';
import { ask, followVoice, happens, tell } from '../phoneServer.ts';
import type { ToolkitEvent } from '../toolkitEvent.ts';
import type { VoiceView } from '../voiceView.ts';

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });

/** The phone of a local Salesforce Voice: all toolkit elements of this page hear it, and it does what they are asked. */
export default class SoftPhone extends LightningElement {
    view: VoiceView | null = null;
    directory: VoiceDirectory | null = null;
    connected = true;
    /** Why a clicked number was not dialled. */
    problem: string | undefined;
    private readonly stops: (() => void)[] = [];
    private announced = false;

    connectedCallback(): void {
        this.stops.push(
            connectVoicePhone((method, args) => void tell('POST', 'methods', { method, args })),
            followVoice({
                opened: (view, events) => {
                    this.view = view;
                    this.announce(events);
                },
                told: (events) => events.forEach(tellToolkits),
                shows: (view) => {
                    this.view = view;
                },
                connection: (connected) => {
                    this.connected = connected;
                    this.announced = this.announced && connected;
                }
            })
        );
        // One softphone of a page dials what is clicked.
        if (globalThis.localPage?.phones === 'voice') this.dialClickedNumbers();
        if (typeof EventSource !== 'undefined') void this.loadDirectory();
    }

    disconnectedCallback(): void {
        this.stops.splice(0).forEach((stop) => stop());
    }

    get ready(): boolean {
        return this.view !== null && this.directory !== null;
    }
    get hint(): string {
        return this.connected ? 'The phone is starting.' : 'The phone lost its connection. It will try again.';
    }
    get lost(): boolean {
        return !this.connected;
    }
    get idle(): boolean {
        return this.view?.calls.length === 0;
    }
    get logLines(): { key: number; text: string; className: string }[] {
        return (this.view?.log ?? []).map(({ at, number, refused, text }) => ({
            key: number,
            text: `${clock.format(new Date(at))} ${refused ? `Not done. ${text}` : text}`,
            className: `slds-text-body_small slds-p-vertical_xxx-small${refused ? ' slds-text-color_error' : ''}`
        }));
    }

    playTraceMessage(event: CustomEvent<{ message: unknown }>): void {
        const { detail, type } = (event.detail.message ?? {}) as { detail?: unknown; type?: unknown };
        if (typeof type === 'string') tellToolkits({ type, detail });
    }

    /** Once for a page, and once more after a lost connection. */
    private announce(events: readonly ToolkitEvent[]): void {
        if (!this.announced) events.forEach(tellToolkits);
        this.announced = true;
    }

    private dialClickedNumbers(): void {
        onClickToDial(({ number }) => {
            void happens({ move: 'dial', number }).then((problem) => {
                this.problem = problem;
            });
        });
        enableClickToDial();
        this.stops.push(disableClickToDial);
    }

    private async loadDirectory(): Promise<void> {
        try {
            this.directory = await ask<VoiceDirectory>('directory');
        } catch {
            this.connected = false;
        }
    }
}
