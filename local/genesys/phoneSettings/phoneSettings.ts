import { LightningElement, api } from 'lwc';
import { tell } from '../phoneServer.ts';
import type { PackageAttributes } from '../describeInteraction.ts';
import type { TaskLogging } from '../taskLog.ts';

/** When the phone writes its own Task, and what its messages carry. */
export default class PhoneSettings extends LightningElement {
    @api taskLogging!: TaskLogging;
    @api packageAttributes: PackageAttributes = 'carried';
    problem: string | undefined;

    get whenOptions(): { label: string; value: string }[] {
        return [
            { label: 'Early: from connect on', value: 'early' },
            { label: 'Late: after the call', value: 'late' },
            { label: 'Never', value: 'never' }
        ];
    }
    get isLate(): boolean {
        return this.taskLogging.when === 'late';
    }
    get carriesAttributes(): boolean {
        return this.packageAttributes === 'carried';
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
