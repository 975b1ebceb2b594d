import { LightningElement, api } from 'lwc';
import { LOGGING_CHOICES } from '../loggingChoices.ts';
import { tell } from '../phoneServer.ts';
import type { PackageAttributes } from '../describeInteraction.ts';
import type { Station } from '../directory.ts';
import type { TaskLogging } from '../taskLog.ts';

const NO_STATION = '';

/** The phone device, when the phone writes its own Task, and what its messages carry. */
export default class PhoneSettings extends LightningElement {
    @api taskLogging!: TaskLogging;
    @api packageAttributes: PackageAttributes = 'carried';
    @api station: Station | undefined;
    @api stations: readonly Station[] = [];
    readonly whenOptions = LOGGING_CHOICES;
    problem: string | undefined;

    get stationOptions(): { label: string; value: string }[] {
        return [
            ...this.stations.map(({ id, name }) => ({ label: name, value: id })),
            { label: 'No station', value: NO_STATION }
        ];
    }
    get stationId(): string {
        return this.station?.id ?? NO_STATION;
    }
    get isLate(): boolean {
        return this.taskLogging.when === 'late';
    }
    get carriesAttributes(): boolean {
        return this.packageAttributes === 'carried';
    }

    chooseStation(event: CustomEvent<{ value: string }>): void {
        const { value } = event.detail;
        void this.change('station', { id: value === NO_STATION ? null : value });
    }
    chooseWhen(event: CustomEvent<{ value: string }>): void {
        void this.change('task-logging', { when: event.detail.value });
    }
    chooseSeconds(event: CustomEvent<{ value: string }>): void {
        void this.change('task-logging', { lateSeconds: Number(event.detail.value) });
    }
    chooseAttributes(event: CustomEvent<{ checked: boolean }>): void {
        void this.change('package-attributes', { value: event.detail.checked ? 'carried' : 'absent' });
    }

    private async change(route: string, body: object): Promise<void> {
        this.problem = await tell('PUT', route, body);
    }
}
