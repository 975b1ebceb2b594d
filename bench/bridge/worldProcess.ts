/** Salesforce and Genesys Cloud as `local` has them, in a process of their own that is asked by messages: see world.ts. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { OAUTH_CLIENTS } from '../../local/genesys/platformApi/clients.ts';
import { createPlatformApi } from '../../local/genesys/platformApi/platformApi.ts';
import { keys, ORG, serviceForTests, tokenOf } from '../../local/org/interactionService/serviceForTests.ts';
import { EventBus } from '../../local/org/pubsub/eventBus.ts';
import { startPubSubServer } from '../../local/org/pubsub/pubSubServer.ts';
import { REP_EVENT, repWrites } from '../../local/org/pubsub/repEventForTests.ts';
import { serve } from '../../local/server.ts';
import { agentConversations } from './agentConversations.ts';
import { delivered, numberIn, placeOf, textOf } from './arrivals.ts';
import type { Moment } from './arrivals.ts';
import type { Run, WorldCalls } from './world.ts';

const [folder = '', tlsKey, tlsCertificate] = process.argv.slice(2);
const GREETING: Run = { name: 'greeting', conversations: 1 };
const SILENCE_MS = 20_000;
const GREETED_MS = 90_000;
const CONVERSATIONS = 100;

let answerMs = 0;
/** That came to Genesys Cloud. */
let requests = 0;
const bus = new EventBus({ dailyDeliveries: Infinity, mostEvents: 1_000_000 });
bus.deploy(REP_EVENT);
const service = await serviceForTests();
const org = { bus, organizationId: ORG, isToken: (token: string) => service.isToken(token) };
const pubSub = await startPubSubServer(org);
const secure =
    tlsKey === undefined || tlsCertificate === undefined
        ? undefined
        : await startPubSubServer({ ...org, tls: { key: tlsKey, certificate: tlsCertificate } });
const genesys = createPlatformApi({ requestsPerMinute: Number.MAX_SAFE_INTEGER });
/** When each delivery came, in their order. */
const cameAt: number[] = [];
const api = await serve(
    async (request) => {
        requests += 1;
        if (answerMs > 0) await wait(answerMs / 2);
        const answer = await genesys.fetch(request);
        const [all, now] = [genesys.control.received().length, performance.now()];
        while (cameAt.length < all) cameAt.push(now);
        if (answerMs > 0) await wait(answerMs / 2);
        return answer;
    },
    { port: 0 }
);
writeFileSync(path.join(folder, 'salesforce.key'), keys.privateKey, { mode: 0o600 });
writeFileSync(path.join(folder, 'genesys.secret'), OAUTH_CLIENTS.service.secret, { mode: 0o600 });

const conversations = await agentConversations(genesys, CONVERSATIONS);
const written = new Map<string, Moment[]>();

function write({ conversations, name }: Run, number: number): void {
    const moments = written.get(name) ?? [];
    written.set(name, moments);
    moments.push({ number, at: performance.now() });
    const conversation = `conversation-${number % conversations}`;
    bus.publish(REP_EVENT.eventName, repWrites(placeOf(conversation), `${name}-${number}`, textOf(name, number)));
}

function arrivedOf({ name }: Run): Moment[] {
    return genesys.control.received().flatMap(({ text = '' }, place) => {
        const number = numberIn(name, text);
        return number === undefined ? [] : [{ number, at: cameAt[place] ?? NaN }];
    });
}

const calls: WorldCalls = {
    async addresses() {
        return {
            login: service.url,
            pubSub: `http://127.0.0.1:${pubSub.port}`,
            ...(secure === undefined ? {} : { securePubSub: `localhost:${secure.port}` }),
            accessToken: await tokenOf(service.url),
            organizationId: ORG,
            genesys: new URL(api.url).origin,
            genesysClient: OAUTH_CLIENTS.service.id,
            genesysSecret: OAUTH_CLIENTS.service.secret,
            conversations
        };
    },
    async set(given) {
        if (given.answerMs !== undefined) answerMs = given.answerMs;
        if (given.requestsPerMinute !== undefined) genesys.control.setRequestsPerMinute(given.requestsPerMinute);
    },
    async greet() {
        const [before, end] = [cameAt.length, performance.now() + GREETED_MS];
        let number = written.get(GREETING.name)?.length ?? 0;
        const inTime = async (): Promise<void> => {
            if (performance.now() > end) throw new Error('Nothing that reps write reaches Genesys Cloud.');
            await wait(50);
        };
        for (; cameAt.length === before; number += 1) {
            write(GREETING, number);
            await inTime();
        }
        // What is measured next does not wait behind greetings.
        while (!arrivedOf(GREETING).some((one) => one.number === number - 1)) await inTime();
    },
    async write({ count, perSecond, ...run }) {
        const start = performance.now();
        for (let number = 0; number < count; number += 1) {
            const due = perSecond === undefined ? 0 : start + (number * 1_000) / perSecond - performance.now();
            if (due > 0) await wait(due);
            write(run, number);
        }
    },
    async arrived({ count, silenceMs = SILENCE_MS, ...run }) {
        const before = requests;
        for (let heard = -1, at = performance.now(); heard < count && performance.now() - at < silenceMs;) {
            await wait(20);
            const { length } = arrivedOf(run);
            if (length !== heard) [heard, at] = [length, performance.now()];
        }
        return {
            ...delivered(written.get(run.name) ?? [], arrivedOf(run), run.conversations),
            requests: requests - before
        };
    }
};

process.on('message', ({ id, name, given }: { id: number; name: keyof WorldCalls; given: never }) => {
    calls[name](given).then(
        (result) => process.send?.({ id, result }),
        (error: unknown) => process.send?.({ id, error: String(error) })
    );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
