import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Refusal } from '../genesys/action.ts';
import { createEventStreams } from '../genesys/eventStreams.ts';
import { createPhoneLog } from '../genesys/phoneLog.ts';
import { readBody } from '../genesys/requestBody.ts';
import { afterTimeout } from '../afterTimeout.ts';
import type { LocalOrg } from '../org/org.ts';
import { createPhoneRoutes, json } from '../phoneRoutes.ts';
import { createCallRecords } from './callRecords.ts';
import { directoryOf } from './directory.ts';
import { afterMove } from './moves.ts';
import type { Move } from './moves.ts';
import { readMethod, readMove, readSettings } from './requests.ts';
import { toldAgain } from './toldAgain.ts';
import { liveCall } from './voiceCall.ts';
import type { VoiceCall } from './voiceCall.ts';
import { DEFAULT_SETTINGS } from './voiceSettings.ts';
import type { VoiceSettings } from './voiceSettings.ts';
import { MOVE_WORDS } from './voiceView.ts';
import type { VoiceView } from './voiceView.ts';

/** A local Salesforce Voice: each agent's calls, and the toolkit that tells of them. */
export interface LocalVoice {
    /** Answers `/local/voice/*`. */
    fetch(request: Request): Promise<Response>;
    reset(): void;
    close(): void;
}

export interface LocalVoiceOptions {
    readonly org: LocalOrg;
    readonly now?: () => Date;
    /** Runs something later; the answer cancels it. */
    readonly schedule?: (run: () => void, ms: number) => () => void;
    readonly newId?: () => string;
}

/** So often the line of a connected call is reported on, in milliseconds, as documented. */
const REPORT_EVERY_MS = 30_000;

export function createLocalVoice({
    org,
    now = () => new Date(),
    schedule = afterTimeout,
    newId = randomUUID
}: LocalVoiceOptions): LocalVoice {
    const streams = createEventStreams();
    const log = createPhoneLog(now);
    const callsOf = new Map<string, readonly VoiceCall[]>();
    const reports = new Map<string, () => void>();
    const records = createCallRecords(org, now);
    let settings: VoiceSettings = DEFAULT_SETTINGS;

    const viewOf = (userName: string): VoiceView => ({
        calls: callsOf.get(userName) ?? [],
        settings,
        log: log.linesOf(userName)
    });
    const refresh = (userName: string): void => streams.send(userName, 'voiceView', viewOf(userName));
    const refreshAll = (): void => org.users().forEach(({ name }) => refresh(name));

    function run(userName: string, move: Move): void {
        const { calls, told } = afterMove(callsOf.get(userName) ?? [], move, {
            now: now().getTime(),
            newId,
            settings,
            nameOf: (id) => directoryOf(org).agentsAndQueues.find((one) => one.id === id)?.name
        });
        callsOf.set(userName, records.keep(userName, calls, settings));
        if (told.length > 0) streams.send(userName, 'voiceEvents', told);
        reportWhileConnected(userName);
    }

    function reportWhileConnected(userName: string): void {
        if (liveCall(callsOf.get(userName) ?? [])?.state !== 'connected') {
            reports.get(userName)?.();
            reports.delete(userName);
        } else if (!reports.has(userName)) {
            const cancel = schedule(() => {
                reports.delete(userName);
                run(userName, { move: 'report', count: 1 });
            }, REPORT_EVERY_MS);
            reports.set(userName, cancel);
        }
    }

    /** A refusal is no error: the toolkit knows no answer, only the phone's log tells. */
    function attempt(userName: string, move: Move): Response {
        const what = move.move === 'method' ? move.method : MOVE_WORDS[move.move];
        try {
            run(userName, move);
            log.add(userName, what);
            return json({ done: true });
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            log.add(userName, `${what}: ${error.message}`, true);
            return json({ done: false, reason: error.message });
        } finally {
            refresh(userName);
        }
    }

    function reset(): void {
        reports.forEach((cancel) => cancel());
        reports.clear();
        callsOf.clear();
        records.reset();
        log.reset();
        settings = DEFAULT_SETTINGS;
        refreshAll();
    }

    return {
        fetch: createPhoneRoutes({
            root: '/local/voice',
            traces: path.join(import.meta.dirname, 'traces'),
            org,
            handlers: {
                'GET /events': (_, userName) =>
                    streams.open(userName, 'voiceSnapshot', {
                        view: viewOf(userName),
                        events: toldAgain(callsOf.get(userName) ?? [], settings)
                    }),
                'GET /directory': () => json(directoryOf(org)),
                'POST /moves': async (request, userName) => attempt(userName, readMove(await readBody(request))),
                'POST /methods': async (request, userName) => attempt(userName, readMethod(await readBody(request))),
                'PUT /settings': async (request) => {
                    settings = readSettings(await readBody(request), settings);
                    refreshAll();
                    return json(settings);
                }
            }
        }),
        reset,
        close() {
            reports.forEach((cancel) => cancel());
            reports.clear();
            streams.close();
        }
    };
}
