import { connectClientEvents, decodeClientEvent } from 'c/clientEvents';
import type { ClientAction, ClientConnection, ClientEvent, SendOutcome } from 'c/clientEvents';
import type { ListedMessage } from 'c/clientEventInspectorList';
import { createRecorder, redactForSupport } from 'c/clientEventTrace';
import type { Recorder, TraceEntry } from 'c/clientEventTrace';
import { CLIENT_EVENT } from 'c/genesysChannel';
import { MessageContext, publish } from 'lightning/messageService';
import type { MessageContextValue } from 'lightning/messageService';
import { LightningElement, wire } from 'lwc';
import { LABELS } from './labels.ts';
import { KEPT, createMessageLog } from './messageLog.ts';
import type { LogView, MessageLog, Sending } from './messageLog.ts';

/** How long the channel may take to bring back what was published here. */
const BACK_WITHIN_MS = 1000;
/** A flood of messages is drawn so often; a single one at once. */
const DRAW_EVERY_MS = 100;

/**
 * The developer's page: what is on the phone's channel, and what it decodes to. It only listens until somebody sends or
 * replays something.
 */
export default class ClientEventInspector extends LightningElement {
    labels = LABELS;
    kept = KEPT;
    log: MessageLog = createMessageLog();
    view: LogView = this.log.view();
    chosen: ListedMessage | undefined;
    connection: ClientConnection | undefined;
    context: MessageContextValue | undefined;
    /** Why there is no connection, for the admin. */
    failure: string | undefined;
    timers = new Set<ReturnType<typeof setTimeout>>();
    /** The list was drawn a moment ago, and something came since. */
    drawn = false;
    stale = false;
    recorder: Recorder | undefined;
    recording = false;
    recorded = 0;
    dropped = 0;

    // Closures, because they are handed to other components.
    send = (action: ClientAction): Promise<SendOutcome> => this.sendAction(action);
    publish = (message: unknown): void => this.publishMessage(message);
    readEntries = (): readonly TraceEntry[] => this.recorder?.entries() ?? [];
    readSupportText = (): string => this.supportText();

    @wire(MessageContext)
    receiveContext(context: MessageContextValue | undefined): void {
        if (this.connection || !context) return;
        this.context = context;
        try {
            this.connection = connectClientEvents({
                messageContext: context,
                channel: CLIENT_EVENT,
                subscriptions: []
            });
            this.connection.onMessage((message, event) => this.hear(message, event));
            this.failure = undefined;
        } catch (error) {
            this.failure = String(error);
        }
    }

    disconnectedCallback(): void {
        for (const timer of this.timers) clearTimeout(timer);
        this.timers.clear();
        this.connection?.close();
        this.connection = undefined;
        this.context = undefined;
    }

    get chosenKey(): string | undefined {
        return this.chosen?.key;
    }

    /** What is chosen, else what is going on. */
    get conversation(): string | undefined {
        const { event } = this.chosen ?? {};
        if (event?.type === 'Interaction' || event?.type === 'ActionEcho') return event.id;
        return this.view.messages.flatMap((one) => (one.event.type === 'Interaction' ? one.event.id : []))[0];
    }

    hear(message: unknown, event: ClientEvent): void {
        this.log.heard(message, event);
        if (this.recording) this.recorder?.note(message);
        if (this.drawn) this.stale = true;
        else this.draw();
    }

    draw(): void {
        this.view = this.log.view();
        this.countRecorded();
        this.stale = false;
        this.drawn = true;
        this.later(DRAW_EVERY_MS, () => {
            this.drawn = false;
            if (this.stale) this.draw();
        });
    }

    later(milliseconds: number, run: () => void): void {
        const timer = setTimeout(() => {
            this.timers.delete(timer);
            run();
        }, milliseconds);
        this.timers.add(timer);
    }

    async sendAction(action: ClientAction): Promise<SendOutcome> {
        const { connection, log } = this;
        if (!connection) throw new Error(LABELS.starting);
        const sentBefore = connection.diagnostics().sent;
        const published = { type: action.type, data: action.data };
        const sending = log.sending(published);
        try {
            return await connection.send(action);
        } finally {
            // What holds already is not published, so nothing will come back.
            if (connection.diagnostics().sent === sentBefore) sending.forget();
            else this.expect(published, sending);
        }
    }

    publishMessage(message: unknown): void {
        if (!this.context) throw new Error(LABELS.starting);
        const sending = this.log.sending(message);
        try {
            // A replay holds whatever was on the channel, objects or not.
            publish(this.context, CLIENT_EVENT, message as object);
        } catch (error) {
            sending.forget();
            throw error;
        }
        this.expect(message, sending);
    }

    /** No document says that whoever publishes gets the message too; it is shown either way. */
    expect(message: unknown, sending: Sending): void {
        this.later(BACK_WITHIN_MS, () => {
            if (sending.isOnItsWay()) this.hear(message, decodeClientEvent(message, new Date().toISOString()));
        });
    }

    supportText(): string {
        const oldestFirst = [...this.view.messages].reverse();
        return redactForSupport(
            oldestFirst.map(({ event, from, message }) => ({ receivedAt: event.receivedAt, from, message, event }))
        );
    }

    handleChoose(event: CustomEvent<{ key: string }>): void {
        this.chosen = this.view.messages.find(({ key }) => key === event.detail.key);
    }

    handlePause(): void {
        this.log.pause();
        this.view = this.log.view();
    }

    handleResume(): void {
        this.log.resume();
        this.view = this.log.view();
    }

    handleClear(): void {
        this.log.clear();
        this.chosen = undefined;
        this.view = this.log.view();
    }

    handleRecord(): void {
        this.recorder = createRecorder(() => performance.now());
        this.recording = true;
        this.countRecorded();
    }

    handleStopRecording(): void {
        this.recording = false;
        this.countRecorded();
    }

    countRecorded(): void {
        this.recorded = this.recorder?.size() ?? 0;
        this.dropped = this.recorder?.dropped() ?? 0;
    }
}
