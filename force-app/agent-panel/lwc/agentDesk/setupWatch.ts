import { ReadError, readTaskSetup } from 'c/orgReader';
import type { OrgReader, TaskSetup } from 'c/orgReader';
import type { Clock } from 'c/taskSync';

/** An offline org is asked again soon; a permission or a session may come at any time. */
const OFFLINE_MS = 5_000;
const NO_ACCESS_MS = 60_000;

export interface SetupWatch {
    /** Undefined until the org has answered once. */
    setup(): TaskSetup | undefined;
    /** The admin wants the phone to write Tasks, and this one writes none. */
    isLeftByPhone(): boolean;
    /** Why the org could not be asked the last time. */
    failure(): 'offline' | 'sessionExpired' | undefined;
    /** Asks now. */
    ask(): void;
    close(): void;
}

/**
 * Reads how Tasks are to be filled, and goes on asking until the org has told everything. Where no phone writes Tasks the
 * mode that leaves them to it is told as `own`.
 */
export function watchSetup(
    reader: OrgReader,
    clock: Clock,
    onAnswer: () => void,
    phoneWrites: boolean = true
): SetupWatch {
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
            const told = await readTaskSetup(reader);
            leftByPhone = !phoneWrites && told.settings !== 'noAccess' && told.settings.mode === 'phone';
            setup = leftByPhone ? asOwn(told) : told;
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
        isLeftByPhone: () => leftByPhone,
        failure: () => failure,
        ask: askNow,
        close(): void {
            closed = true;
            cancel?.();
        }
    };
}

function asOwn({ settings, ...others }: TaskSetup): TaskSetup {
    return { ...others, settings: settings === 'noAccess' ? settings : { ...settings, mode: 'own' } };
}
