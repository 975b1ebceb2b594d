import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterTimeout } from '../afterTimeout.ts';
import type { LocalOrg } from '../org/org.ts';
import type { Action } from './action.ts';
import { readAction, Refusal } from './action.ts';
import { createAgentPresence } from './agentPresence.ts';
import type { ClientMessage } from './clientMessage.ts';
import { createEventStreams } from './eventStreams.ts';
import { createPhoneLog } from './phoneLog.ts';
import type { PhoneMapping } from './phoneTask.ts';
import { callsOf } from './phoneView.ts';
import type { PhoneView } from './phoneView.ts';
import { createRoutes } from './routes.ts';
import type { ContactCentre, Outcome } from './routes.ts';
import { createSpeech } from './speech.ts';
import { createTaskLog, DEFAULT_TASK_LOGGING } from './taskLog.ts';
import { createTelephony } from './telephony.ts';

/** A local Genesys Cloud: calls, queues, agents, and the Task that the phone's own package writes. */
export interface LocalGenesys {
    /** Answers `/local/genesys/*`. */
    fetch(request: Request): Promise<Response>;
    reset(): void;
    close(): void;
}

export interface LocalGenesysOptions {
    readonly org: LocalOrg;
    readonly now?: () => Date;
    /** Runs something later; the answer cancels it. */
    readonly schedule?: (run: () => void, ms: number) => () => void;
}

export function createLocalGenesys(options: LocalGenesysOptions): LocalGenesys {
    const { org, now = () => new Date(), schedule = afterTimeout } = options;
    const streams = createEventStreams();
    const log = createPhoneLog(now);
    const isAdmin = (userName: string): boolean =>
        org.users().some(({ name, profile }) => name === userName && profile === 'System Administrator');
    const presence = createAgentPresence((userName) => !isAdmin(userName));
    const speech = createSpeech({ now: () => now().getTime(), publish });
    const waitingViews = new Set<string>();

    const taskLog = createTaskLog({
        org,
        mapping: readPhoneMapping(),
        logging: () => centre.taskLogging,
        schedule,
        log: (userName, text, refused) => {
            log.add(userName, text, refused);
            refresh(userName);
        }
    });
    const telephony = createTelephony({
        colleagues: () => org.users(),
        onQueue: (userName) => presence.statusOf(userName).constant === 'ON_QUEUE',
        packageAttributes: () => centre.packageAttributes,
        now: () => now().getTime(),
        schedule,
        publish,
        changed: (conversation, agent) => {
            taskLog.observe(conversation, agent);
            speech.observe(conversation, agent);
            refresh(agent.userName);
        }
    });
    const centre: ContactCentre = {
        telephony,
        speech,
        act,
        attempt,
        setStation: (userName, id) =>
            attempt(userName, 'station', () => publish(userName, presence.setStation(userName, id))),
        taskLogging: DEFAULT_TASK_LOGGING,
        packageAttributes: 'carried',
        openStream: (userName) =>
            streams.open(userName, 'snapshot', {
                view: viewOf(userName),
                messages: [{ type: 'InitialSetup' }, ...presence.messagesOf(userName), ...telephony.replayFor(userName)]
            }),
        refresh,
        refreshAll: () => org.users().forEach(({ name }) => refresh(name))
    };

    function publish(userName: string, messages: readonly ClientMessage[]): void {
        if (messages.length > 0) {
            streams.send(userName, 'messages', messages);
        }
    }

    /** Sends an agent's page what to show, once for all that happens in one turn. */
    function refresh(userName: string): void {
        if (waitingViews.has(userName)) {
            return;
        }
        waitingViews.add(userName);
        queueMicrotask(() => {
            waitingViews.delete(userName);
            streams.send(userName, 'view', viewOf(userName));
        });
    }

    function viewOf(userName: string): PhoneView {
        const user = org.users().find(({ name }) => name === userName);
        const station = presence.stationOf(userName);
        return {
            user: { name: userName, label: user?.label ?? userName },
            status: presence.statusOf(userName),
            ...(station === undefined ? {} : { station }),
            calls: callsOf(telephony.conversations(), userName),
            log: log.linesOf(userName),
            taskLogging: centre.taskLogging,
            packageAttributes: centre.packageAttributes
        };
    }

    function attempt(userName: string, what: string, run: () => string | undefined | void): Outcome {
        try {
            const more = run();
            log.add(userName, more === undefined ? what : `${what}: ${more}`);
            return { done: true };
        } catch (error) {
            if (!(error instanceof Refusal)) {
                throw error;
            }
            log.add(userName, `${what}: ${error.message}`, true);
            return { done: false, reason: error.message };
        } finally {
            refresh(userName);
        }
    }

    function act(userName: string, published: unknown): Outcome {
        let action: Action;
        try {
            action = readAction(published);
        } catch (error) {
            return attempt(userName, 'An action was not understood', () => {
                throw error;
            });
        }
        return attempt(userName, action.kind, () => {
            switch (action.kind) {
                case 'subscribe':
                    return undefined;
                case 'updateStatus':
                    publish(userName, presence.setStatus(userName, action.status));
                    return telephony.offerWaiting();
                default:
                    return telephony.perform(userName, action);
            }
        });
    }

    function reset(): void {
        telephony.reset();
        taskLog.reset();
        log.reset();
        presence.reset();
        speech.reset();
        centre.taskLogging = DEFAULT_TASK_LOGGING;
        centre.packageAttributes = 'carried';
        centre.refreshAll();
    }

    return {
        fetch: createRoutes(centre, org),
        reset,
        close() {
            telephony.reset();
            taskLog.reset();
            taskLog.close();
            streams.close();
        }
    };
}

function readPhoneMapping(): PhoneMapping {
    return JSON.parse(readFileSync(path.join(import.meta.dirname, 'phone-mapping.json'), 'utf8')) as PhoneMapping;
}
