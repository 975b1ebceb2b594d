/** What a page of the product is given: the org, the phone that may write, and the phone that tells. */
import type { Transport } from 'c/agentDesk';
import type { InteractionEvent } from 'c/interactions';
import { ReadError, readErrorOf } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { SaveError } from 'c/taskSync';
import type { TaskWriter } from 'c/taskSync';
import { earlyAnswer } from '../engine.ts';
import type { EngineChange } from '../engine.ts';
import type { Ask, HandOver, LookUp } from '../evidence.ts';
import type { Asked, ModelOrg, OrgAnswer } from '../org/modelOrg.ts';
import { answerMutationsBy } from '../standIns/lightningGraphql.ts';
import { answerRecordsBy } from '../standIns/lightningUiRecordApi.ts';
import type { About, Network } from './network.ts';
import type { Browser, Tab } from './tabs.ts';
import type { VirtualTime } from './virtualTime.ts';

/** So long the product's reader waits for an answer, in milliseconds (c/orgReader, queryQueue). */
const READER_WAITS_MS = 20_000;

/** The record API tells so that the org was not reached, or did not answer. */
const CUT_OFF = { ok: false, status: 400, statusText: 'Bad Request', body: { message: 'Disconnected or Canceled' } };

type Through = (asked: Asked, answer: () => OrgAnswer) => OrgAnswer;

export interface PagePorts {
    readerOf(tab: Tab): OrgReader;
    phoneWriterOf(tab: Tab): TaskWriter;
    /** The next values that are handed to the phone are refused. */
    phoneRefuses(count: number): void;
    heal(): void;
    readonly lookUps: readonly LookUp[];
    readonly handedOver: readonly HandOver[];
    /** Tabs that have heard how Tasks are to be filled, where the org describes Task. */
    readonly knowsSetup: ReadonlySet<Tab>;
}

interface World {
    readonly time: VirtualTime;
    readonly browser: Browser;
    readonly network: Network;
    readonly org: ModelOrg;
    readonly engine: EngineChange;
    /** Filled with what makes a page write. */
    readonly asks: Ask[];
}

export function createPagePorts({ time, browser, network, org, engine, asks }: World): PagePorts {
    const lookUps: LookUp[] = [];
    const handedOver: HandOver[] = [];
    const knowsSetup = new Set<Tab>();
    let requests = 0;
    let refusals = 0;

    function asked(tab: Tab, query: unknown, variables: Readonly<Record<string, unknown>> | undefined): Asked {
        requests += 1;
        return { query: String(query), variables: variables ?? {}, user: tab.user, request: requests };
    }

    function noteLookUp(tab: Tab, askedAt: number, { variables }: Asked, { data }: OrgAnswer): LookUp | undefined {
        const { conversation, key, task } = variables;
        const edges = (data as { uiapi?: { query?: { Task?: { edges?: { node: { Id: string } }[] } } } }).uiapi?.query
            ?.Task?.edges;
        if (edges === undefined) return undefined;
        const about = [conversation, key, task].filter((one) => typeof one === 'string');
        const found = edges.map(({ node }) => node.Id);
        const noted = { askedAt, at: time.now(), tab, about, found, heardAt: Number.POSITIVE_INFINITY };
        lookUps.push(noted);
        return noted;
    }

    async function answered(tab: Tab, question: Asked, through: Through): Promise<OrgAnswer> {
        let cancel = (): void => undefined;
        const late = new Promise<never>((_resolve, reject) => {
            cancel = browser.clock(tab).after(READER_WAITS_MS, () => reject(new ReadError('timeout', 'No answer.')));
        });
        let noted: LookUp | undefined;
        const askedAt = time.now();
        const sent = network.send(
            tab,
            question.request,
            undefined,
            () => {
                const found = through(question, () => org.query(question));
                noted = noteLookUp(tab, askedAt, question, found);
                return found;
            },
            aboutLookUp(question)
        );
        try {
            const answer = await Promise.race([sent, late]);
            if (noted !== undefined) noted.heardAt = time.now();
            // Asked for last of all.
            if (question.query.includes('objectInfos') && answer.errors.length === 0) knowsSetup.add(tab);
            return answer;
        } catch (error) {
            throw error instanceof ReadError ? error : readErrorOf(error);
        } finally {
            cancel();
            // The set-up, or a caller's record: after any answer everything is submitted again.
            if (noted === undefined && !isLookUp(question)) asks.push({ at: time.now(), tab, how: 'atOnce' });
        }
    }

    function writingTab(): Tab {
        const tab = browser.active();
        if (tab === undefined) throw new Error('A mutation came from outside of every tab.');
        return tab;
    }

    /** What a write goes to: a Task, or the one that is to be. */
    function targetOf(id: string | undefined, values: Readonly<Record<string, unknown>>): string {
        return id ?? String(values['SwitchboardKey__c'] ?? `${String(values['CallObject'])} new`);
    }

    function aboutWrite(id: string | undefined, values: Readonly<Record<string, unknown>>): About {
        const conversation = values['CallObject'] ?? org.tasks.find(id ?? '')?.values['CallObject'];
        return { during: 'write', conversation: String(conversation) };
    }

    answerMutationsBy(({ query, variables }) => {
        const tab = writingTab();
        const question = asked(tab, query, variables);
        const { Id, Task = {} } = (variables?.['input'] ?? {}) as { Id?: string; Task?: Record<string, unknown> };
        const target = targetOf(Id, Task);
        if (engine.answersBeforeCommit === true) {
            const early = earlyAnswer(question, org);
            network.send(tab, question.request, target, () => org.mutate(early.asked)).catch(() => undefined);
            return Promise.resolve(early.answer);
        }
        return network.send(tab, question.request, target, () => org.mutate(question), aboutWrite(Id, Task));
    });

    answerRecordsBy(async ({ change, id, fields }) => {
        const tab = writingTab();
        requests += 1;
        const question = { change, id, fields, user: tab.user, request: requests };
        const known = change === 'create' ? undefined : id;
        const send = network.send(
            tab,
            question.request,
            targetOf(known, fields),
            () => org.change(question),
            aboutWrite(known, fields)
        );
        const answer = await send.catch((error: unknown) => {
            throw error instanceof TypeError ? CUT_OFF : error;
        });
        if (!answer.ok) throw answer as unknown as Error;
        return answer.body;
    });

    return {
        lookUps,
        handedOver,
        knowsSetup,
        readerOf(tab): OrgReader {
            const through: Through = engine.lookUps?.() ?? ((_asked, answer) => answer());
            return {
                async query(document, variables): Promise<unknown> {
                    const answer = await answered(tab, asked(tab, document, variables), through);
                    if (answer.errors.length > 0) throw readErrorOf(answer.errors);
                    return answer.data;
                }
            };
        },
        phoneWriterOf: (tab) => ({
            save(key, request) {
                if (!browser.alive(tab)) return new Promise<never>(() => undefined);
                if (refusals > 0) {
                    refusals -= 1;
                    return Promise.reject(new SaveError('busy', 'The phone does not listen.'));
                }
                handedOver.push({ at: time.now(), tab, key: key.id, values: { ...request.attributes } });
                return Promise.resolve({ outcome: 'handedToPhone', wrote: true, unsaved: [] });
            }
        }),
        phoneRefuses(count): void {
            refusals += count;
        },
        heal(): void {
            refusals = 0;
        }
    };
}

function isLookUp({ variables }: Asked): boolean {
    return ['conversation', 'key', 'task'].some((name) => name in variables);
}

function aboutLookUp({ variables: { conversation } }: Asked): About | undefined {
    return typeof conversation === 'string' ? { during: 'lookUp', conversation } : undefined;
}

/** The phone, as a page hears it. No command is known to have worked. */
export function transportOf(listeners: Set<(event: InteractionEvent) => void>): Transport {
    const refuse = (): Promise<'unconfirmed'> => Promise.resolve('unconfirmed');
    return {
        vendor: 'model',
        events(listener): () => void {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        commands: new Proxy({}, { get: () => refuse }) as Transport['commands'],
        can: () => false,
        diagnostics: () => ({ received: 0, unknown: 0, reasons: [] }),
        onDiagnostics: () => () => undefined
    };
}
