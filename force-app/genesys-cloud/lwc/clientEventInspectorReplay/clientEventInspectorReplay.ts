import { readTrace } from 'c/clientEventTrace';
import { fill } from 'c/labelText';
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels.ts';
import { startReplay } from './replay.ts';
import type { Replay, Speed } from './replay.ts';

interface Option {
    readonly label: string;
    readonly value: Speed;
}

interface Button {
    readonly id: 'play' | 'stop';
    readonly label: string;
    readonly icon: string;
    readonly disabled: boolean;
}

/** Plays a trace on the page's channel as if the phone said it, once somebody says that they know what that does. */
export default class ClientEventInspectorReplay extends LightningElement {
    /** Puts a message on the channel; throws when it could not. */
    @api publish: ((message: unknown) => void) | undefined;

    labels = LABELS;
    text = '';
    speed: Speed = '10';
    understood = false;
    problem = '';
    played = 0;
    refused = 0;
    total = 0;
    replay: Replay | undefined;

    disconnectedCallback(): void {
        this.handleStop();
    }

    get speeds(): Option[] {
        return [
            { label: LABELS.asRecorded, value: '1' },
            { label: LABELS.tenTimes, value: '10' },
            { label: LABELS.atOnce, value: 'atOnce' }
        ];
    }

    get playing(): boolean {
        return this.replay !== undefined;
    }

    get cannotPlay(): boolean {
        return !this.understood || this.text.trim() === '';
    }

    /** One button for both: two would take the focus away from whoever pressed the one that goes. */
    get button(): Button {
        return this.playing
            ? { id: 'stop', label: LABELS.stop, icon: 'utility:stop', disabled: false }
            : { id: 'play', label: LABELS.play, icon: 'utility:play', disabled: this.cannotPlay };
    }

    get progress(): string {
        return this.total === 0 ? '' : fill(LABELS.progress, this.played, this.total);
    }

    get refusedText(): string {
        return this.refused === 0 ? '' : fill(LABELS.refused, this.refused);
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
        this.problem = '';
    }

    handleSpeed(event: CustomEvent<{ value: Speed }>): void {
        this.speed = event.detail.value;
    }

    handleUnderstood(event: CustomEvent<{ checked: boolean }>): void {
        this.understood = event.detail.checked;
    }

    async handleFile(event: CustomEvent<{ files?: ArrayLike<File> }>): Promise<void> {
        const file = event.detail.files?.[0];
        if (!file) return;
        try {
            this.text = await file.text();
            this.problem = '';
        } catch {
            this.problem = LABELS.unreadable;
        }
    }

    handleButton(): void {
        if (this.playing) this.handleStop();
        else this.handlePlay();
    }

    handlePlay(): void {
        const { publish } = this;
        const reading = readTrace(this.text);
        if ('problem' in reading) {
            this.problem = 'entry' in reading ? fill(LABELS[reading.problem], reading.entry) : LABELS[reading.problem];
            return;
        }
        if (!publish) return;
        const { entries } = reading;
        this.problem = '';
        this.played = 0;
        this.refused = 0;
        this.total = entries.length;
        this.replay = startReplay(entries, this.speed, publish, (played, refused) => {
            this.played = played;
            this.refused = refused;
            if (played === entries.length) this.replay = undefined;
        });
    }

    handleStop(): void {
        this.replay?.stop();
        this.replay = undefined;
    }
}
