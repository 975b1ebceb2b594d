import { LightningElement, wire } from 'lwc';
import { APPLICATION_SCOPE, MessageContext, publish, subscribe, unsubscribe } from 'lightning/messageService';
import type { MessageContextValue, Subscription } from 'lightning/messageService';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import clientEvents from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { disableClickToDial, enableClickToDial, onClickToDial } from '../../lightning/platform/openCti.ts';
import type { ClientMessage } from '../clientMessage.ts';
import { ask, followPhone, tell } from '../phoneServer.ts';
import type { Directory } from '../phoneServer.ts';
import type { PhoneView } from '../phoneView.ts';
import { createSubscriptions } from '../subscriptions.ts';
import { isTold } from '../chosenTypes.ts';

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });

/** The phone of a local Genesys Cloud: rings, speaks the client-event contract on this page, and logs its own Task. */
export default class SoftPhone extends LightningElement {
    @wire(MessageContext) messageContext!: MessageContextValue;
    view: PhoneView | null = null;
    directory: Directory | null = null;
    connected = true;
    /** Why a clicked number was not dialled. */
    problem: string | undefined;
    private subscription: Subscription | null = null;
    private stopFollowing: () => void = () => {};
    private announced = false;
    private readonly subscriptions = createSubscriptions();
    private selected: string | undefined;

    connectedCallback(): void {
        this.subscription = subscribe(this.messageContext, clientEvents, (message) => this.hear(message), {
            scope: APPLICATION_SCOPE
        });
        this.stopFollowing = followPhone({
            opened: (view, messages) => {
                this.view = view;
                this.announce(messages);
            },
            said: (messages) => this.say(messages),
            shows: (view) => this.show(view),
            connection: (connected) => {
                this.connected = connected;
            }
        });
        onClickToDial(({ number }) => void this.dial(number));
        enableClickToDial();
        if (typeof EventSource !== 'undefined') {
            void this.loadDirectory();
        }
    }

    disconnectedCallback(): void {
        disableClickToDial();
        this.stopFollowing();
        unsubscribe(this.subscription);
        this.subscription = null;
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
    get statusOptions(): { label: string; value: string }[] {
        return (this.directory?.statuses ?? []).map(({ name, id }) => ({ label: name, value: id }));
    }
    get logLines(): { key: number; text: string; className: string }[] {
        return (this.view?.log ?? []).map(({ number, text, at, refused }) => ({
            key: number,
            text: `${clock.format(new Date(at))} ${refused ? `Not done. ${text}` : text}`,
            className: `slds-text-body_small slds-p-vertical_xxx-small${refused ? ' slds-text-color_error' : ''}`
        }));
    }

    chooseStatus(event: CustomEvent<{ value: string }>): void {
        void tell('POST', 'actions', { type: 'PureCloud.User.updateStatus', data: { id: event.detail.value } });
    }

    /** The agent chose an interaction in the phone. */
    select(event: CustomEvent<{ interactionId: string }>): void {
        this.selected = event.detail.interactionId;
        this.say([{ type: 'Notification', category: 'interactionSelection', data: event.detail }]);
    }

    playTraceMessage(event: CustomEvent<{ message: object }>): void {
        const { message } = event.detail;
        if (isTold(message, globalThis.localPage?.answers)) {
            publish(this.messageContext, clientEvents, message);
        }
    }

    /** Nothing is selected any more when what was selected left the phone. */
    private show(view: PhoneView): void {
        this.view = view;
        const { selected } = this;
        if (selected !== undefined && !view.calls.some(({ conversationId }) => conversationId === selected)) {
            this.selected = undefined;
            this.say([{ type: 'Notification', category: 'interactionSelection', data: {} }]);
        }
    }

    /** A number was clicked on the page. */
    private async dial(number: string): Promise<void> {
        this.problem = await tell('POST', 'calls', { direction: 'outbound', number });
    }

    private async loadDirectory(): Promise<void> {
        try {
            this.directory = await ask<Directory>('directory');
        } catch {
            this.connected = false;
        }
    }

    /** After a lost connection the client is ready already, but tells the live interactions again. */
    private announce(messages: readonly ClientMessage[]): void {
        this.say(messages.filter(({ type }) => type !== 'InitialSetup' || !this.announced));
        this.announced = true;
    }

    private say(messages: readonly ClientMessage[]): void {
        messages
            .filter((message) => this.subscriptions.wants(message) && isTold(message, globalThis.localPage?.answers))
            .forEach((message) => publish(this.messageContext, clientEvents, message));
    }

    /** Actions and events share one channel (T22): what is no action was said by a phone. */
    private hear(message: unknown): void {
        const { type, data } = asRecord(message);
        if (typeof type !== 'string' || !/^purecloud\./i.test(type)) {
            return;
        }
        if (/^purecloud\.subscribe$/i.test(type)) {
            this.subscriptions.take(data);
        }
        void tell('POST', 'actions', message);
    }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
