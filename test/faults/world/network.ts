import type { Browser, Tab } from './tabs.ts';
import type { VirtualTime } from './virtualTime.ts';

/**
 * What may happen to one request. `lostAnswer`: the org did it, the browser says that it failed. `neverAnswered`: the org
 * did it, and nothing is ever said. `neverArrives`: nothing is done or said. `slow`: a minute and more.
 */
export const REQUEST_FAULTS = [
    'offline',
    'lostAnswer',
    'neverAnswered',
    'neverArrives',
    'tooMany',
    'serverError',
    'slow'
] as const;
export type RequestFault = (typeof REQUEST_FAULTS)[number];

export interface Flight {
    readonly request: number;
    readonly tab: Tab;
    readonly target: string;
    readonly sentAt: number;
    /** When its tab was given the answer: never where it was lost, or the tab died or sleeps on. */
    overAt: number;
    /** The answer did not reach its tab. */
    lost: boolean;
    /** It was not the org that refused it: offline, too many requests, no session. */
    failed: boolean;
}

/** A part of saving the Task of a conversation. */
export interface About {
    readonly during: 'lookUp' | 'write';
    readonly conversation: string;
}

export interface Network {
    /** Mutations, in the order in which they were sent. */
    readonly flights: readonly Flight[];
    /** `target` of a write; `about` is what a request is for. */
    send<T>(tab: Tab, request: number, target: string | undefined, evaluate: () => T, about?: About): Promise<T>;
    hitNext(fault: RequestFault, count: number): void;
    /** Happens once, while the next save is under way: after its look-up was sent, or after its write was. */
    meanwhile(during: 'lookUp' | 'write', run: (tab: Tab, conversation: string) => Promise<void>): void;
    offlineFor(ms: number): void;
    expireSession(): void;
    heal(): void;
}

const MEANWHILE_MS = 2_500;

const FAILED = (): Error => new TypeError('Failed to fetch');

export function createNetwork(time: VirtualTime, browser: Browser, random: () => number): Network {
    const flights: Flight[] = [];
    let armed: RequestFault[] = [];
    let offlineUntil = 0;
    let expired = false;
    let waiting: {
        readonly during: 'lookUp' | 'write';
        readonly run: (tab: Tab, conversation: string) => Promise<void>;
    }[] = [];

    /** How much longer the request takes, so that it is still under way then. */
    function happens({ during, conversation }: About, tab: Tab): number {
        const next = waiting.find((one) => one.during === during);
        waiting = waiting.filter((one) => one !== next);
        if (next === undefined) return 0;
        time.after(1, () => next.run(tab, conversation));
        return during === 'write' ? MEANWHILE_MS : 0;
    }

    function latency(): number {
        const dice = random();
        return dice < 0.5 ? 5 + dice * 100 : dice < 0.95 ? 60 + dice * 400 : 2_000;
    }

    return {
        flights,
        send<T>(tab: Tab, request: number, target: string | undefined, evaluate: () => T, about?: About): Promise<T> {
            if (!browser.alive(tab)) return new Promise<never>(() => undefined);
            const longer = about === undefined ? 0 : happens(about, tab);
            return new Promise<T>((resolve, reject) => {
                const flight: Flight = {
                    request,
                    tab,
                    target: target ?? '',
                    sentAt: time.now(),
                    overAt: Number.POSITIVE_INFINITY,
                    lost: false,
                    failed: true
                };
                if (target !== undefined) flights.push(flight);
                const settle = (ms: number, run: () => void): void => {
                    time.after(ms, () =>
                        browser.runIn(tab, () => {
                            flight.overAt = time.now();
                            run();
                        })
                    );
                };
                if (time.now() < offlineUntil) {
                    settle(15, () => reject(FAILED()));
                    return;
                }
                const fault = armed.shift();
                if (fault === 'offline') {
                    settle(15, () => reject(FAILED()));
                    return;
                }
                if (fault === 'neverArrives') return;
                const [there, back] = [
                    latency() + longer + (fault === 'slow' ? 50_000 : 0),
                    latency() + (fault === 'slow' ? 20_000 : 0)
                ];
                time.after(there, () => {
                    const refuse = (status: number, errorCode: string): void =>
                        settle(back, () =>
                            reject(
                                Object.assign(new Error(errorCode), {
                                    status,
                                    body: [{ errorCode, message: errorCode }]
                                })
                            )
                        );
                    if (expired) return refuse(401, 'INVALID_SESSION_ID');
                    if (fault === 'tooMany') return refuse(429, 'REQUEST_LIMIT_EXCEEDED');
                    if (fault === 'serverError') return refuse(503, 'SERVER_UNAVAILABLE');
                    const answer = evaluate();
                    flight.failed = false;
                    flight.lost = fault === 'lostAnswer' || fault === 'neverAnswered';
                    if (fault === 'neverAnswered') return;
                    settle(back, () => (flight.lost ? reject(FAILED()) : resolve(answer)));
                });
            });
        },
        hitNext(fault, count): void {
            for (let i = 0; i < count; i += 1) armed.push(fault);
        },
        meanwhile(during, run): void {
            waiting.push({ during, run });
        },
        offlineFor(ms): void {
            offlineUntil = Math.max(offlineUntil, time.now() + ms);
        },
        expireSession(): void {
            expired = true;
        },
        heal(): void {
            armed = [];
            waiting = [];
            offlineUntil = 0;
            expired = false;
        }
    };
}
