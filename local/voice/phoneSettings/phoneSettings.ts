import { LightningElement, api } from 'lwc';
import { tell } from '../phoneServer.ts';
import type { Line, OddShape, Records, Telephony, VoiceSettings } from '../voiceSettings.ts';

const TELEPHONY_NAMES: Readonly<Record<Telephony, string>> = {
    partner: 'Of a partner',
    amazon: 'Of a partner, by Amazon Connect',
    native: 'Native Telephony'
};
const LINE_NAMES: Readonly<Record<Line, string>> = { good: 'Good', fair: 'Fair', poor: 'Poor' };
const RECORD_NAMES: Readonly<Record<Records, string>> = {
    atStart: 'When the call begins',
    atEnd: 'When it is over',
    never: 'Never'
};
const SWITCH_NAMES = {
    wrapUp: 'Wrap-up after a call',
    doubles: 'Tell everything twice',
    toldAgain: 'Tell the call again on reload'
} as const;
const ODD_NAMES: Readonly<Record<OddShape, string>> = {
    mixedCase: 'Types of call in mixed case',
    missingParticipant: 'No participant',
    missingCallId: 'No call id',
    ownCallIds: 'Call ids of other legs',
    nestedStats: 'Both directions of the line in one report',
    unknownKeys: 'Fields that nobody documents',
    endNotTold: 'The end of a call is not told'
};

type Option = { label: string; value: string };
const optionsOf = (names: Readonly<Record<string, string>>): Option[] =>
    Object.entries(names).map(([value, label]) => ({ label, value }));

/** Which vendor's telephony it is, and in which shapes it is told. */
export default class PhoneSettings extends LightningElement {
    @api settings!: VoiceSettings;
    readonly telephonyOptions = optionsOf(TELEPHONY_NAMES);
    readonly lineOptions = optionsOf(LINE_NAMES);
    readonly recordOptions = optionsOf(RECORD_NAMES);
    readonly oddOptions = optionsOf(ODD_NAMES);
    problem: string | undefined;

    get switches(): { name: string; label: string; checked: boolean }[] {
        return (Object.keys(SWITCH_NAMES) as (keyof typeof SWITCH_NAMES)[]).map((name) => ({
            name,
            label: SWITCH_NAMES[name],
            checked: this.settings[name]
        }));
    }
    get odd(): string[] {
        return [...this.settings.odd];
    }

    chooseTelephony(event: CustomEvent<{ value: string }>): void {
        void this.change({ telephony: event.detail.value });
    }
    chooseLine(event: CustomEvent<{ value: string }>): void {
        void this.change({ line: event.detail.value });
    }
    chooseRecords(event: CustomEvent<{ value: string }>): void {
        void this.change({ records: event.detail.value });
    }
    flip(event: CustomEvent<{ checked: boolean }>): void {
        const { name = '' } = (event.currentTarget as HTMLElement).dataset;
        void this.change({ [name]: event.detail.checked });
    }
    chooseOdd(event: CustomEvent<{ value: string[] }>): void {
        void this.change({ odd: event.detail.value });
    }

    private async change(body: object): Promise<void> {
        this.problem = await tell('PUT', 'settings', body);
    }
}
