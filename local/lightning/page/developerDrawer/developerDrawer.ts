import { LightningElement } from 'lwc';
import { LOGGING_CHOICES } from '../../../genesys/loggingChoices.ts';
import { onOrgChange, readJson, readRecords, send } from '../localOrg.ts';
import { FAULT_NAMES, choiceOf, faultFor } from './faultNames.ts';

interface Assumption {
    readonly id: string;
    readonly question: string;
    readonly evidence: string;
    readonly answer: string;
    readonly allowed: readonly string[];
}
type Option = { label: string; value: string };
type Chosen = CustomEvent<{ value: string }>;

const WRITE_MODES: Option[] = [
    { label: "Follow: fill the phone's Task", value: 'follow' },
    { label: 'Own: make the Task', value: 'own' },
    { label: 'Phone: hand the values to the phone', value: 'phone' }
];
const NAVIGATION: Option[] = [
    { label: 'Console: tabs and subtabs', value: 'console' },
    { label: 'Standard: one page at a time', value: 'standard' }
];
const PHONES: Option[] = [
    { label: 'Genesys Cloud', value: 'genesys' },
    { label: 'Salesforce Voice', value: 'voice' },
    { label: 'Both', value: 'both' }
];
const OFTEN: Option[] = [
    { label: 'Off', value: 'off' },
    { label: 'Next request', value: '1' },
    { label: 'Next 3 requests', value: '3' },
    { label: 'Until switched off', value: 'on' }
];

/** Switches of the local org and the local phone: what a developer would otherwise wait for to go wrong. */
export default class DeveloperDrawer extends LightningElement {
    readonly loggingOptions = LOGGING_CHOICES;
    readonly navigations = NAVIGATION;
    navigation: string = globalThis.localPage.navigation;
    readonly phoneOptions = PHONES;
    phones: string = globalThis.localPage.phones;
    readonly writeModes = WRITE_MODES;
    writeMode = '';
    logging = '';
    lateSeconds = 5;
    reloadNeeded = false;
    problem = '';
    private faults: Readonly<Record<string, unknown>> = {};
    private profile: readonly Assumption[] = [];
    private focused = false;
    private timer = 0;
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.stop = onOrgChange(() => void this.load());
        // Faults count down with each request, so what is shown must follow.
        this.timer = window.setInterval(() => void this.load(), 2000);
        void this.load();
    }
    disconnectedCallback(): void {
        this.stop();
        window.clearInterval(this.timer);
    }
    renderedCallback(): void {
        if (this.focused) return;
        this.focused = true;
        this.template?.querySelector<HTMLElement>('.title')?.focus();
    }

    get faultRows(): { name: string; label: string; help: string; choice: string; options: Option[] }[] {
        return FAULT_NAMES.map((fault) => {
            const choice = choiceOf(this.faults[fault.name]);
            const known = OFTEN.some(({ value }) => value === choice);
            const options = known ? OFTEN : [...OFTEN, { label: `Next ${choice} requests`, value: choice }];
            return { ...fault, choice, options };
        });
    }
    get assumptions(): { id: string; question: string; answer: string; help: string; options: Option[] }[] {
        // The phone of Salesforce Voice has switches of its own.
        return this.profile
            .filter(({ id }) => !id.startsWith('voice-'))
            .map(({ id, question, answer, evidence, allowed }) => ({
                id,
                question,
                answer,
                help: `Evidence: ${evidence}`,
                options: allowed.map((one) => ({ label: one, value: one }))
            }));
    }
    get isLate(): boolean {
        return this.logging === 'late';
    }

    chooseFault(event: Chosen): void {
        const { name = '' } = (event.currentTarget as HTMLElement).dataset;
        void this.change(() => send('PUT', '/local/faults', { [name]: faultFor(name, event.detail.value) }));
    }
    chooseAnswer(event: Chosen): void {
        const { id = '' } = (event.currentTarget as HTMLElement).dataset;
        this.reloadNeeded = true;
        void this.change(() => send('PUT', '/local/profile', { [id]: event.detail.value }));
    }
    chooseWriteMode(event: Chosen): void {
        this.reloadNeeded = true;
        void this.change(() =>
            send('PATCH', '/local/metadata/Switchboard_Setting__mdt/Default', { Write_Mode__c: event.detail.value })
        );
    }
    chooseNavigation(event: Chosen): void {
        this.navigation = event.detail.value;
        this.reloadNeeded = true;
        void this.change(() => send('PUT', '/local/page', { navigation: event.detail.value }));
    }
    choosePhones(event: Chosen): void {
        this.phones = event.detail.value;
        this.reloadNeeded = true;
        void this.change(() => send('PUT', '/local/page', { phones: event.detail.value }));
    }
    chooseLogging(event: Chosen): void {
        this.logging = event.detail.value;
        this.sendLogging();
    }
    chooseLateSeconds(event: Chosen): void {
        this.lateSeconds = Number(event.detail.value);
        if (Number.isInteger(this.lateSeconds) && this.lateSeconds >= 0) this.sendLogging();
    }
    reload(): void {
        location.reload();
    }
    async reset(): Promise<void> {
        await this.change(() => send('POST', '/local/reset'));
        try {
            localStorage.clear();
        } catch {
            // An org whose pages have no storage keeps nothing.
        }
        location.assign('/');
    }
    close(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
    closeOnEscape(event: KeyboardEvent): void {
        if (event.key === 'Escape' && !event.defaultPrevented) this.close();
    }

    private sendLogging(): void {
        const { logging: when, lateSeconds } = this;
        void this.change(() => send('PUT', '/local/genesys/task-logging', { when, lateSeconds }));
    }

    private async change(run: () => Promise<void>): Promise<void> {
        try {
            await run();
            this.problem = '';
            await this.load();
        } catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
        }
    }

    private async load(): Promise<void> {
        const [faults, profile, logging, settings] = await Promise.all([
            readJson('/local/faults').catch(() => ({})),
            readJson('/local/profile').catch(() => []),
            readJson('/local/genesys/task-logging').catch(() => undefined),
            readRecords('Switchboard_Setting__mdt').catch(() => [])
        ]);
        this.faults = record(faults);
        this.profile = Array.isArray(profile) ? (profile as Assumption[]) : [];
        this.logging = String(record(logging)['when'] ?? this.logging);
        this.lateSeconds = Number(record(logging)['lateSeconds'] ?? this.lateSeconds);
        const setting = settings.find((one) => one['DeveloperName'] === 'Default');
        this.writeMode = String(setting?.['Write_Mode__c'] ?? '');
    }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
