/**
 * What the subscriber costs, as JSON: events per second decoded and nothing else; events per second from a server in another
 * process to a handler that does nothing; import time and memory. Argument: how many events, 50000 unless given.
 */
import { fork } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const [kind = 'all', count = kind] = process.argv.slice(2);
const EVENTS = Number(/^\d+$/.test(count) ? count : 50_000);
const megabytes = (): number => Math.round((process.memoryUsage().rss / 2 ** 20) * 10) / 10;
const tell = (what: object): void => void process.send?.(what);

/** Sends what is asked for, a hundred at most in one response. */
async function serve(): Promise<void> {
    const { pubSubServerForTests, testEvent } = await import('./serverForTests.ts');
    const server = await pubSubServerForTests();
    const sent = new Map<object, number>();
    server.onRequest = (stream): void => {
        const before = sent.get(stream) ?? 0;
        sent.set(stream, stream.requested);
        stream.send(...Array.from({ length: stream.requested - before }, (_, index) => testEvent(before + index)));
    };
    tell({ port: server.port });
}

async function imported(): Promise<void> {
    const [rss, since] = [megabytes(), performance.now()];
    const { subscribe } = await import('./subscribe.ts');
    const importMs = Math.round(performance.now() - since);
    tell({ importMs, rssMegabytes: Math.round((megabytes() - rss) * 10) / 10, exports: typeof subscribe });
}

async function decode(): Promise<void> {
    const { avroType } = await import('./avroType.ts');
    const { RECORD, testEvent } = await import('./serverForTests.ts');
    const type = avroType(JSON.stringify(RECORD));
    const payloads = Array.from({ length: 1_000 }, (_, number) => testEvent(number).payload);
    let read = 0;
    const since = performance.now();
    while (read < EVENTS) for (const payload of payloads) read += type.fromBuffer(payload) === undefined ? 0 : 1;
    tell({ decodedPerSecond: Math.round((read / (performance.now() - since)) * 1_000) });
}

async function follow(port: number): Promise<void> {
    const { subscribe } = await import('./subscribe.ts');
    let [taken, batches, since] = [0, 0, 0];
    const login = { accessToken: 'a', instanceUrl: 'https://a', organizationId: '00D' };
    await new Promise<void>((resolve) => {
        const subscription = subscribe({
            topic: '/event/Outbound__e',
            endpoint: `http://127.0.0.1:${port}`,
            credentials: { login: () => Promise.resolve(login), refused: () => undefined },
            from: 'EARLIEST',
            room: () => 100,
            onEvents: ({ events }) => {
                since ||= performance.now();
                taken += events.length;
                batches += 1;
                if (taken >= EVENTS) resolve(subscription.close());
                return Promise.resolve();
            }
        });
    });
    const seconds = (performance.now() - since) / 1_000;
    tell({ followedPerSecond: Math.round(taken / seconds), batches, rssMegabytes: megabytes() });
}

/** Each in a process of its own: none pays for what another one loaded. */
async function measured(
    what: string,
    ...given: readonly string[]
): Promise<{ told: Record<string, unknown>; end(): void }> {
    const child = fork(import.meta.filename, [what, String(EVENTS), ...given]);
    const told = await new Promise<Record<string, unknown>>((resolve, reject) => {
        child.once('message', (message) => resolve(message as Record<string, unknown>));
        child.once('exit', (code) => reject(new Error(`measuring ${what} ended with ${code}`)));
    });
    return { told, end: () => void child.kill() };
}

async function all(): Promise<void> {
    const [importing, decoding, server] = [
        await measured('imported'),
        await measured('decode'),
        await measured('serve')
    ];
    const following = await measured('follow', String(server.told['port']));
    for (const one of [importing, decoding, server, following]) one.end();
    const { told: imports } = importing;
    console.log(
        JSON.stringify(
            { events: EVENTS, import: imports, decodeOnly: decoding.told, throughTheClient: following.told },
            undefined,
            4
        )
    );
}

const MEASURES: Readonly<Record<string, () => Promise<void>>> = {
    serve,
    imported,
    decode,
    follow: () => follow(Number(process.argv[4]))
};
await (MEASURES[kind] ?? all)();
