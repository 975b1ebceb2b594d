/** Faults of the local org, in words. */
export const FAULT_NAMES: readonly { readonly name: string; readonly label: string; readonly help: string }[] = [
    { name: 'offline', label: 'Offline', help: 'The connection breaks before the org answers.' },
    { name: 'slow', label: 'Slow', help: 'Each answer takes three seconds.' },
    { name: 'unauthorized', label: 'Session expired (401)', help: 'The org no longer knows the user.' },
    { name: 'serverError', label: 'Server error (503)', help: 'The org answers with an error of its own.' },
    {
        name: 'tooManyRequests',
        label: 'Too many requests (429)',
        help: 'The org takes no more requests of this user now.'
    },
    { name: 'rowLock', label: 'Row lock', help: 'Saving fails with UNABLE_TO_LOCK_ROW.' },
    { name: 'validationRule', label: 'Validation rule', help: 'Saving fails with a rule of this org.' },
    {
        name: 'requiredField',
        label: 'Required field',
        help: 'Saving fails because this org wants a Subject.'
    },
    { name: 'duplicate', label: 'Duplicate', help: 'Saving fails with DUPLICATES_DETECTED.' },
    { name: 'lostAnswer', label: 'Lost answer', help: 'The org saves, then the connection breaks.' }
];

const SLOW_MS = 3000;

/** What to send for a choice such as `off`, `on` or `3` (the next three requests). */
export function faultFor(name: string, choice: string): unknown {
    if (choice === 'off') return false;
    return {
        ...(choice === 'on' ? {} : { count: Number(choice) }),
        ...(name === 'slow' ? { ms: SLOW_MS } : {})
    };
}

/** The choice that stands for what the org has switched on. */
export function choiceOf(fault: unknown): string {
    if (typeof fault !== 'object' || fault === null) return 'off';
    const count: unknown = 'count' in fault ? fault.count : undefined;
    return typeof count === 'number' ? String(count) : 'on';
}
