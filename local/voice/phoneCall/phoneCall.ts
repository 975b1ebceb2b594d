import { LightningElement, api } from 'lwc';
import type { VoiceDirectory } from '../directory.ts';
import { does, happens } from '../phoneServer.ts';
import type { VoiceCall } from '../voiceCall.ts';

const STATES: Readonly<Record<VoiceCall['state'], string>> = {
    ringing: 'Ringing',
    dialing: 'Calling',
    connected: 'Connected',
    wrapUp: 'Wrap-up'
};

/** One call in the Voice phone, with what the agent and the customer can do. */
export default class PhoneCall extends LightningElement {
    @api call!: VoiceCall;
    @api directory!: VoiceDirectory;
    now = Date.now();
    problem: string | undefined;
    private timer: ReturnType<typeof setInterval> | undefined;

    connectedCallback(): void {
        this.timer = setInterval(() => {
            this.now = Date.now();
        }, 1000);
    }
    disconnectedCallback(): void {
        clearInterval(this.timer);
    }

    get name(): string {
        const { participant } = this.call;
        return this.directory.callers.find(({ number }) => number === participant)?.name ?? participant;
    }
    get label(): string {
        return `Call ${this.call.callType === 'outbound' ? 'to' : 'from'} ${this.name}`;
    }
    get stateText(): string {
        const { customer, muted, recordingPaused, state } = this.call;
        return [
            customer?.held === true ? 'On hold' : STATES[state],
            muted ? 'muted' : '',
            recordingPaused ? 'recording paused' : ''
        ]
            .filter(Boolean)
            .join(', ');
    }
    get time(): string {
        const seconds = Math.max(0, Math.floor((this.now - this.call.since) / 1000));
        return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }
    get ringing(): boolean {
        return this.call.state === 'ringing';
    }
    get dialing(): boolean {
        return this.call.state === 'dialing';
    }
    get connected(): boolean {
        return this.call.state === 'connected';
    }
    get wrapsUp(): boolean {
        return this.call.state === 'wrapUp';
    }
    get hasMessages(): boolean {
        return this.connected || this.wrapsUp;
    }
    get customerIsThere(): boolean {
        return this.call.customer !== undefined;
    }
    get customerLabel(): string {
        return this.connected ? 'Hangs up' : 'Gives up';
    }
    get muteLabel(): string {
        return this.call.muted ? 'Unmute' : 'Mute';
    }
    get recordingLabel(): string {
        return this.call.recordingPaused ? 'Resume recording' : 'Pause recording';
    }

    accept(): void {
        void this.show(does('acceptCall'));
    }
    decline(): void {
        void this.show(does('declineCall'));
    }
    hangUp(): void {
        void this.show(does('endCall', 'Agent'));
    }
    mute(): void {
        void this.show(does(this.call.muted ? 'unmute' : 'mute'));
    }
    record(): void {
        void this.show(does(this.call.recordingPaused ? 'resumeRecording' : 'pauseRecording'));
    }
    customerAnswers(): void {
        void this.show(happens({ move: 'answer' }));
    }
    customerLeaves(): void {
        void this.show(happens({ move: 'hangUp' }));
    }
    finish(): void {
        void this.show(happens({ move: 'finishWrapUp', callId: this.call.callId }));
    }

    private async show(outcome: Promise<string | undefined>): Promise<void> {
        this.problem = await outcome;
    }
}
