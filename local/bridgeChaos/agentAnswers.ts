/** Kills the bridge's process between its answer to the open messaging webhook and what it tells Salesforce. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { operation } from '../../services/messaging-bridge/genesys/callOnce.ts';
import { genesysForTests } from '../../services/messaging-bridge/genesys/genesysForTests.ts';
import { freePort } from '../../test/freePort.ts';
import { createRandomNumbers } from '../../test/faults/world/randomNumbers.ts';
import { OAUTH_CLIENTS } from '../genesys/platformApi/clients.ts';
import { INTEGRATIONS } from '../genesys/platformApi/directory.ts';
import { CHANNEL } from '../org/interactionService/serviceForTests.ts';
import { startBridge } from './bridgeProcess.ts';
import type { BridgeProcess } from './bridgeProcess.ts';
import { textOf } from './judged.ts';
import { until } from './play.ts';
import { endedTexts, judgeTold } from './toldSalesforce.ts';
import type { ToldReport } from './toldSalesforce.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

export interface AnswersReport extends ToldReport {
    /** Answers that were taken and not yet told, over all kills. */
    readonly cutOff: number;
}

const CONVERSATIONS = 3;
const SECRET = 'a secret of the integration';

/** Genesys Cloud is the far side: agents there answer. With `postgres` another process goes on, else the next one does. */
export async function playAnswers({
    kills,
    postgres,
    seed
}: {
    readonly kills: number;
    readonly postgres?: string;
    readonly seed: number;
}): Promise<AnswersReport> {
    const random = createRandomNumbers(seed);
    const port = await freePort();
    const integrationId = INTEGRATIONS.find(({ messengerType }) => messengerType === 'open')?.id ?? '';
    const webhookSecret = { file: 'webhook.secret' };
    const world = await createWorld({
        postgres,
        conversations: 0,
        random,
        more: {
            channels: [{ topology: 'openMessaging', channelAddress: CHANNEL, integrationId, webhookSecret }],
            webhook: { port }
        }
    });
    const bridges: BridgeProcess[] = [];
    let written = 0;
    let cutOff = 0;
    let isOver = false;
    try {
        writeFileSync(path.join(world.folder, 'webhook.secret'), SECRET, { mode: 0o600 });
        const { openWebhooks } = world.genesys;
        const url = `http://127.0.0.1:${port}/open-messaging/${integrationId}`;
        openWebhooks.set(integrationId, { url, secretToken: SECRET });
        openWebhooks.pace({ timeoutMs: 2_000, betweenMs: 100, retries: 600 });
        const taken = (): Set<string> =>
            new Set(openWebhooks.told().flatMap(({ answer, body }) => (answer === 200 ? textsIn(body) : [])));

        bridges.push(await startBridge(world.configurationFile));
        // The other one takes no notifications: two cannot listen at one port.
        if (postgres !== undefined) bridges.push(await startBridge(withoutWebhook(world)));
        const agents = await begin(world);
        // Salesforce is so slow that something is always taken and not yet told.
        world.salesforce.service.faults.next({ kind: 'slow', ms: 300 }, { times: 100_000 });

        /** What an agent writes is told by one request at a time, so that their order is known. */
        async function answers(at: number): Promise<void> {
            while (!isOver) {
                const text = textOf(written, `conversation-${at}`);
                written += 1;
                await agents[at]?.(text);
                await until(() => taken().has(text), 'the webhook');
                await wait(random() * 600);
            }
        }
        const writing = agents.map((_, at) => answers(at));
        for (let kill = 0; kill < kills; kill += 1) {
            const open = (): number => [...taken()].filter((text) => !endedTexts(world).has(text)).length;
            const before = endedTexts(world).size;
            await until(() => endedTexts(world).size > before + CONVERSATIONS, 'work');
            await until(() => open() > 0, 'something that is taken and not told');
            cutOff += open();
            await bridges[0]?.kill();
            await wait(random() * 500);
            bridges[0] = await startBridge(world.configurationFile);
        }
        isOver = true;
        await Promise.all(writing);
        world.salesforce.service.faults.clear();
        return { ...(await judgeTold(world, bridges, written)), cutOff };
    } finally {
        isOver = true;
        await Promise.all(bridges.map((bridge) => bridge.kill()));
        await world.close();
    }
}

const textsIn = (body: string): string[] => /text \d+ in conversation-\d+/.exec(body) ?? [];

function withoutWebhook({ configurationFile, folder }: World): string {
    const { webhook: _webhook, ...rest } = JSON.parse(readFileSync(configurationFile, 'utf8')) as Record<
        string,
        unknown
    >;
    const file = path.join(folder, 'other.json');
    writeFileSync(file, JSON.stringify(rest));
    return file;
}

/** A rep writes first, in each conversation, and an agent takes it. Gives what each agent answers by. */
async function begin(world: World): Promise<((text: string) => Promise<unknown>)[]> {
    const { id: clientId, secret } = OAUTH_CLIENTS.service;
    const { client } = genesysForTests(world.genesysUrl, { clientId, secret, timeoutMs: 5_000, budgetMs: 10_000 });
    async function ask(name: string, given: Readonly<Record<string, unknown>>): Promise<void> {
        await client.call(operation(name), given);
    }
    await until(() => world.salesforce.stream.subscribers > 0, 'the stream');
    const names = Array.from({ length: CONVERSATIONS }, (_, at) => `conversation-${at}`);
    for (const name of names) world.writes(name, randomUUID(), 'Can you help my customer?');
    const found = (name: string) =>
        world.genesys.conversations().find(({ messaging }) => messaging?.customerAddress === name);
    await until(() => names.every((name) => found(name) !== undefined), 'the conversations at Genesys Cloud');
    return Promise.all(
        names.map(async (name) => {
            const { id: conversationId, participants } = found(name) ?? { id: '', participants: [] };
            const agent = participants.findLast(({ purpose }) => purpose === 'agent');
            if (agent === undefined) throw new Error('Nobody is asked at Genesys Cloud.');
            const communicationId = agent.communication.id;
            await ask('patch_message_participant', { conversationId, participantId: agent.id, state: 'connected' });
            return (textBody: string) =>
                ask('post_message_communication_messages', { conversationId, communicationId, textBody });
        })
    );
}
