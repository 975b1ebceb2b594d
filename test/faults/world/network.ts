import type { OrgAnswer } from '../org/modelOrg.ts';
import type { Browser, Tab } from './tabs.ts';
import type { VirtualTime } from './virtualTime.ts';

/** What may happen to one request. `lostAnswer`: the org did it, nobody was told. `slow`: a minute and more. */
export const REQUEST_FAULTS = ['offline', 'lostAnswer', 'tooMany', 'serverError', 'slow'] as const;
export type RequestFault = (typeof REQUEST_FAULTS)[number];

export interface Flight {
    readonly request: number;
    readonly tab: Tab;
    readonly target: string;
    readonly sentAt: number;
    over: boolean;
    /** The answer did not reach its tab. */
    lost: boolean;
}

export interface Network {
    /** Mutations, in the order in which they were sent. */
    readonly flights: readonly Flight[];
    send(tab: Tab, request: number, target: string | undefined, evaluate: () => OrgAnswer): Promise<OrgAnswer>;
    hitNext(fault: RequestFault, count: number): void;
    offlineFor(ms: number): void;
    expireSession(): void;
    heal(): void;
}

const FAILED = (): Error => new TypeError('Failed to fetch');

export function createNetwork(time: VirtualTime, browser: Browser, random: () => number): Network {
    const flights: Flight[] = [];
    let armed: RequestFault[] = [];
    let offlineUntil = 0;
    let expired = false;

    function latency(): number {
        const dice = random();
        return dice < 0.5 ? 5 + dice * 100 : dice < 0.95 ? 60 + dice * 400 : 2_000;
    }

    return {
        flights,
        send(tab, request, target, evaluate): Promise<OrgAnswer> {
            if (!browser.alive(tab)) return new Promise<never>(() => undefined);
            return new Promise<OrgAnswer>((resolve, reject) => {
                const flight: Flight = {
                    request,
                    tab,
                    target: target ?? '',
                    sentAt: time.now(),
                    over: false,
                    lost: false
                };
                if (target !== undefined) flights.push(flight);
                const settle = (ms: number, run: () => void): void => {
                    time.after(ms, () =>
                        browser.runIn(tab, () => {
                            flight.over = true;
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
                const [there, back] = [
                    latency() + (fault === 'slow' ? 50_000 : 0),
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
                    flight.lost = fault === 'lostAnswer';
                    settle(back, () => (flight.lost ? reject(FAILED()) : resolve(answer)));
                });
            });
        },
        hitNext(fault, count): void {
            for (let i = 0; i < count; i += 1) armed.push(fault);
        },
        offlineFor(ms): void {
            offlineUntil = Math.max(offlineUntil, time.now() + ms);
        },
        expireSession(): void {
            expired = true;
        },
        heal(): void {
            armed = [];
            offlineUntil = 0;
            expired = false;
        }
    };
}
