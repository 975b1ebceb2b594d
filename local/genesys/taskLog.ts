import type { LocalOrg } from '../org/org.ts';
import type { AgentParticipant, Conversation } from './conversation.ts';
import type { PhoneMapping } from './phoneTask.ts';
import { phoneTask } from './phoneTask.ts';

/**
 * When the phone writes its own Task: from connect on, right after another writer made a Task of the same conversation
 * for this agent (the same moment, for a writer that has just looked), some seconds after the call ended, from connect
 * on and once more, or not at all.
 */
export const LOGGING_MOMENTS = ['early', 'together', 'late', 'twice', 'never'] as const;

export interface TaskLogging {
    readonly when: (typeof LOGGING_MOMENTS)[number];
    /** Counted from the end of this agent's part. */
    readonly lateSeconds: number;
}

/** Early, because the vendor's log exists from connect on. */
export const DEFAULT_TASK_LOGGING: TaskLogging = { when: 'early', lateSeconds: 5 };

export interface TaskLogOptions {
    readonly org: Pick<LocalOrg, 'saveAs' | 'records' | 'users' | 'onCommit'>;
    readonly mapping: PhoneMapping;
    readonly logging: () => TaskLogging;
    readonly schedule: (run: () => void, ms: number) => () => void;
    readonly log: (userName: string, text: string, refused?: boolean) => void;
}

export interface TaskLog {
    /** Called after each change of an agent's part of a conversation. */
    observe(conversation: Conversation, agent: AgentParticipant): void;
    reset(): void;
    close(): void;
}

interface Logged {
    conversation: Conversation;
    agent: AgentParticipant;
    taskId?: string;
    saved: Readonly<Record<string, unknown>>;
    madeTwice: boolean;
    /** Mapped fields that the org did not take from this user. */
    readonly refused: Set<string>;
    due: boolean;
    cancel?: () => void;
}

/** The Task that the vendor's package makes for each agent's part of a call, written as that agent. */
export function createTaskLog(options: TaskLogOptions): TaskLog {
    const { org, log } = options;
    const byParticipant = new Map<string, Logged>();

    function observe(conversation: Conversation, agent: AgentParticipant): void {
        if (agent.connectedAt === undefined) {
            return;
        }
        const logged: Logged = byParticipant.get(agent.id) ?? {
            conversation,
            agent,
            saved: {},
            madeTwice: false,
            refused: new Set<string>(),
            due: false
        };
        Object.assign(logged, { conversation, agent });
        byParticipant.set(agent.id, logged);
        const { when, lateSeconds } = options.logging();
        if (logged.taskId !== undefined || logged.due || when === 'early' || when === 'twice') {
            save(conversation, agent, logged);
            if (when === 'twice') {
                makeAgain(logged);
            }
        } else if (when === 'late' && agent.endedAt !== undefined && !logged.cancel) {
            logged.cancel = options.schedule(() => {
                logged.due = true;
                save(conversation, agent, logged);
            }, lateSeconds * 1000);
        }
    }

    function save(conversation: Conversation, agent: AgentParticipant, logged: Logged): void {
        const user = org.users().find(({ name }) => name === agent.userName);
        if (!user) {
            return;
        }
        const task = phoneTask(conversation, agent, user, org.records('Contact'), options.mapping);
        const wanted = { ...(logged.taskId === undefined ? task.atCreation : {}), ...task.kept };
        const changed = Object.entries(wanted).filter(
            ([field, value]) => logged.saved[field] !== value && !logged.refused.has(field)
        );
        if (changed.length === 0) {
            return;
        }
        const fields = Object.fromEntries(changed);
        try {
            logged.taskId = org.saveAs(user.name, 'Task', fields, logged.taskId);
            logged.saved = { ...logged.saved, ...fields };
        } catch (error) {
            const named = fieldsNamedBy(error).filter((field) => field in fields && field in task.mapped);
            log(user.name, `Salesforce did not take the call log: ${codeOf(error)}`, true);
            if (named.length > 0) {
                named.forEach((field) => logged.refused.add(field));
                save(conversation, agent, logged);
            }
        }
    }

    /** Once, as a second page of the phone's package would: nobody keeps that one up. */
    function makeAgain(logged: Logged): void {
        if (logged.taskId !== undefined && !logged.madeTwice) {
            logged.madeTwice = true;
            org.saveAs(logged.agent.userName, 'Task', { ...logged.saved });
        }
    }

    /** Somebody else made a Task: of a conversation that the phone has not logged, perhaps. */
    const stopListening = org.onCommit(({ object, change, via, user, values }) => {
        if (object !== 'Task' || change !== 'insert' || via === 'phone' || options.logging().when !== 'together') {
            return;
        }
        for (const logged of byParticipant.values()) {
            const { conversation, agent, taskId } = logged;
            if (taskId === undefined && agent.userName === user && conversation.id === values['CallObject']) {
                save(conversation, agent, logged);
            }
        }
    });

    function reset(): void {
        byParticipant.forEach(({ cancel }) => cancel?.());
        byParticipant.clear();
    }

    return { observe, reset, close: stopListening };
}

function fieldsNamedBy(error: unknown): readonly string[] {
    const fields = typeof error === 'object' && error !== null && 'fields' in error ? error.fields : [];
    return Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [];
}

function codeOf(error: unknown): string {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : 'unknown error';
}
