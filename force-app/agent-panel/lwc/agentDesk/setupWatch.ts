import { ReadError, readTaskSetup } from 'c/orgReader';
import type { TargetObject } from 'c/attributeMapping';
import type { OrgReader, OrgSettings, TaskSetup } from 'c/orgReader';
import type { Clock } from 'c/taskSync';

/** An offline org is asked again soon; a permission or a session may come at any time. */
const OFFLINE_MS = 5_000;
const NO_ACCESS_MS = 60_000;

export interface SetupWatch {
    /** Undefined until the org has answered once. */
    setup(): TaskSetup | undefined;
    /** Where values are saved. The first answer counts as long as the page lives; undefined until there is one. */
    target(): TargetObject | undefined;
    /** The admin wants the phone to write Tasks, and this one writes none. */
    isLeftByPhone(): boolean;
    /** Why the org could not be asked the last time. */
    failure(): 'offline' | 'sessionExpired' | undefined;
    /** Asks now. */
    ask(): void;
    close(): void;
}

export interface Phone {
    readonly writesTasks: boolean;
    /** Salesforce keeps a record of each of its calls. */
    readonly callRecords: boolean;
}

const USUAL: Phone = { writesTasks: true, callRecords: false };

/**
 * Reads how Tasks are to be filled, and goes on asking until the org has told everything. Where no phone writes Tasks the
 * mode that leaves them to it is told as `own`. A record that Salesforce makes itself is waited for, as in `follow`, and
 * is there of a missed call, too.
 */
export function watchSetup(
    reader: OrgReader,
    clock: Clock,
    onAnswer: () => void,
    { callRecords, writesTasks }: Phone = USUAL
): SetupWatch {
    let target: TargetObject | undefined = callRecords ? undefined : 'Task';
    let setup: TaskSetup | undefined;
    let failure: 'offline' | 'sessionExpired' | undefined;
    let leftByPhone = false;
    let asking = false;
    let closed = false;
    let cancel: (() => void) | undefined;

    function later(ms: number): void {
        cancel?.();
        if (!closed) {
            cancel = clock.after(ms, askNow);
        }
    }

    async function ask(): Promise<void> {
        if (asking || closed) {
            return;
        }
        asking = true;
        try {
            const told = await readTaskSetup(reader, (settings) => {
                target ??= settings === 'noAccess' ? undefined : settings.target;
                return target ?? 'Task';
            });
            const isOnTask = told.target === 'Task';
            leftByPhone = isOnTask && !writesTasks && told.settings !== 'noAccess' && told.settings.mode === 'phone';
            setup = leftByPhone ? withSettings(told, { mode: 'own' }) : told;
            setup = isOnTask ? setup : withSettings(told, { mode: 'follow', logMissed: false });
            failure = undefined;
            if (setup.settings === 'noAccess' || setup.mapping === 'noAccess') {
                later(NO_ACCESS_MS);
            }
        } catch (error) {
            if (!(error instanceof ReadError)) {
                throw error;
            }
            failure = error.failure === 'sessionExpired' ? error.failure : 'offline';
            later(failure === 'offline' ? OFFLINE_MS : NO_ACCESS_MS);
        } finally {
            asking = false;
            if (!closed) {
                onAnswer();
            }
        }
    }

    function askNow(): void {
        void ask();
    }

    askNow();
    return {
        setup: () => setup,
        target: () => target ?? (setup === undefined && failure === undefined ? undefined : 'Task'),
        isLeftByPhone: () => leftByPhone,
        failure: () => failure,
        ask: askNow,
        close(): void {
            closed = true;
            cancel?.();
        }
    };
}

function withSettings({ settings, ...others }: TaskSetup, changed: Partial<OrgSettings>): TaskSetup {
    return { ...others, settings: settings === 'noAccess' ? settings : { ...settings, ...changed } };
}
