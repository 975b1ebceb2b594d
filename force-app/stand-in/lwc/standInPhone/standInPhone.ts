import { CLIENT_EVENT } from 'c/genesysChannel';
import { fill } from 'c/labelText';
import { APPLICATION_SCOPE, MessageContext, publish, subscribe, unsubscribe } from 'lightning/messageService';
import type { MessageContextValue, Subscription } from 'lightning/messageService';
import { LightningElement, wire } from 'lwc';
import { createCalls } from './calls.ts';
import type { Calls } from './calls.ts';
import { isRecord } from './checks.ts';
import type { Conversation } from './conversation.ts';
import { LABELS } from './labels.ts';
import { createReactions } from './reactions.ts';
import type { Reactions } from './reactions.ts';

/** Of the contact Edna Frank in the sample data; a number that is kept free for fiction. */
const EDNA = '+61491570006';
const CALLED = '+61370101234';
const WRAP_UP_CODE = 'Tried out';

/**
 * One call at a time on the channel of the phone, for an org without Genesys Cloud for Salesforce. The steps and their
 * messages are those of the recorded call; a loaded page has no call.
 */
export default class StandInPhone extends LightningElement {
    @wire(MessageContext) messageContext!: MessageContextValue;
    labels = LABELS;
    number = EDNA;
    refused = '';
    private call: Conversation | undefined;
    private subscription: Subscription | null = null;
    private readonly calls: Calls = createCalls((message) => this.say(message));
    private readonly reactions: Reactions = createReactions(this.calls, {}, (message) => this.say(message));

    connectedCallback(): void {
        this.subscription = subscribe(this.messageContext, CLIENT_EVENT, (message) => this.hear(message), {
            scope: APPLICATION_SCOPE
        });
        this.say({ type: 'InitialSetup' });
    }

    disconnectedCallback(): void {
        unsubscribe(this.subscription);
        this.subscription = null;
    }

    get live(): boolean {
        return this.call !== undefined && !this.call.isDisconnected;
    }
    get wrappingUp(): boolean {
        return this.call?.isDisconnected === true && !this.call.isDone;
    }
    get idle(): boolean {
        return !this.live && !this.wrappingUp;
    }
    get told(): string {
        return this.idle ? '' : fill(LABELS.inCall, this.call?.displayAddress ?? '', this.call?.state ?? '');
    }

    handleNumber(event: CustomEvent<{ value: string }>): void {
        this.number = event.detail.value.trim();
    }

    handleRing(): void {
        const { number } = this;
        this.attempt(() =>
            this.calls.ring({
                id: crypto.randomUUID(),
                phone: `tel:${number}`,
                displayAddress: number,
                ani: number,
                calledNumber: CALLED,
                name: number,
                remoteName: number,
                attributes: { 'Salesforce.ParticipantId': crypto.randomUUID() }
            })
        );
    }

    handleLeave(): void {
        this.attempt(() => this.calls.disconnect(this.call?.id ?? ''));
    }

    handleWrapUp(): void {
        this.attempt(() => this.calls.wrapUp(this.call?.id ?? '', WRAP_UP_CODE));
    }

    /** Actions and events share one channel: what is no action was said by a phone. */
    private hear(message: unknown): void {
        if (!isRecord(message) || typeof message.type !== 'string') return;
        const [, action] = /^purecloud\.(.+)$/i.exec(message.type) ?? [];
        if (action === undefined) return;
        // Everybody hears the action before the phone answers it.
        void Promise.resolve().then(() => this.attempt(() => this.reactions.react(action, message.data)));
    }

    private attempt(step: () => unknown): void {
        this.refused = '';
        try {
            step();
        } catch (error) {
            this.refused = fill(LABELS.refused, error instanceof Error ? error.message : String(error));
        }
    }

    /** The phone shows what it tells. */
    private say(message: unknown): void {
        if (!isRecord(message)) return;
        const { data } = message;
        const told = isRecord(data) && isRecord(data.new) ? data.new : data;
        if (message.type === 'Interaction' && isRecord(told) && typeof told.state === 'string')
            this.call = told as unknown as Conversation;
        publish(this.messageContext, CLIENT_EVENT, message);
    }
}
