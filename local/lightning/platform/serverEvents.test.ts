import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { followServer } from './serverEvents.ts';

class FakeStream {
    static opened: FakeStream[] = [];
    readonly address: string;
    closed = false;
    onopen: () => void = () => undefined;
    onerror: () => void = () => undefined;
    private readonly handlers = new Map<string, (event: { data: string }) => void>();

    constructor(address: string) {
        this.address = address;
        FakeStream.opened.push(this);
    }
    addEventListener(name: string, handler: (event: { data: string }) => void): void {
        this.handlers.set(name, handler);
    }
    say(name: string, content: unknown): void {
        this.handlers.get(name)?.({ data: JSON.stringify(content) });
    }
    close(): void {
        this.closed = true;
    }
}

let stops: (() => void)[] = [];
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function follow(heard: unknown[], ...names: string[]): Promise<void> {
    const on = Object.fromEntries(names.map((name) => [name, (content: unknown) => heard.push([name, content])]));
    stops.push(followServer({ on, opened: () => heard.push('opened'), lost: () => heard.push('lost') }));
    await turn();
}

beforeEach(() => {
    FakeStream.opened = [];
    Object.assign(globalThis, { EventSource: FakeStream });
});
afterEach(() => {
    stops.forEach((stop) => stop());
    stops = [];
    Reflect.deleteProperty(globalThis, 'EventSource');
});

test('a page opens one stream for the org and the phone, and each hears its own events', async () => {
    const [org, phone]: unknown[][] = [[], []];
    void follow(org!, 'message');
    await follow(phone!, 'snapshot', 'view');
    const [stream, ...more] = FakeStream.opened;
    assert.deepEqual([stream?.address, more.length], ['/local/events', 0]);
    stream?.say('message', { object: 'Task' });
    stream?.say('view', { calls: [] });
    assert.deepEqual(org, [['message', { object: 'Task' }]]);
    assert.deepEqual(phone, [['view', { calls: [] }]]);
});

test('who comes later is told the present state, because the stream is opened anew', async () => {
    await follow([], 'message');
    const phone: unknown[] = [];
    await follow(phone, 'snapshot');
    assert.deepEqual(
        FakeStream.opened.map(({ closed }) => closed),
        [true, false]
    );
    FakeStream.opened[1]?.say('snapshot', 1);
    assert.deepEqual(phone, [['snapshot', 1]]);
});

test('everybody hears that the connection was lost, and that it is there again', async () => {
    const heard: unknown[] = [];
    await follow(heard, 'message');
    FakeStream.opened[0]?.onerror();
    FakeStream.opened[0]?.onopen();
    assert.deepEqual(heard, ['lost', 'opened']);
});

test('the stream is closed when nobody follows any more', async () => {
    await follow([], 'message');
    stops.splice(0).forEach((stop) => stop());
    assert.equal(FakeStream.opened[0]?.closed, true);
});

test('a page without server-sent events follows nothing', () => {
    Reflect.deleteProperty(globalThis, 'EventSource');
    followServer({ on: {} })();
    assert.deepEqual(FakeStream.opened, []);
});
