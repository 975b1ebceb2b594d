import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinedEvents } from './eventStream.ts';

interface Source {
    readonly answer: Response;
    say(text: string): void;
    readonly left: () => boolean;
}

function source(): Source {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    let left = false;
    const body = new ReadableStream<Uint8Array>({
        start: (started) => {
            controller = started;
        },
        cancel: () => {
            left = true;
        }
    });
    return {
        answer: new Response(body),
        say: (text) => controller?.enqueue(new TextEncoder().encode(text)),
        left: () => left
    };
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
    return new TextDecoder().decode((await reader.read()).value);
}

test('a page hears the org and the phone over one connection', async () => {
    const [org, phone] = [source(), source()];
    const reader = joinedEvents([org.answer, phone.answer]).body!.getReader();
    org.say('data: 1\n\n');
    assert.equal(await next(reader), 'data: 1\n\n');
    phone.say('event: view\ndata: 2\n\n');
    assert.equal(await next(reader), 'event: view\ndata: 2\n\n');
});

test('a page that is closed leaves both streams', async () => {
    const [org, phone] = [source(), source()];
    await joinedEvents([org.answer, phone.answer]).body!.cancel();
    assert.deepEqual([org.left(), phone.left()], [true, true]);
});

test('a page of nobody signed in still hears the org', async () => {
    const org = source();
    const reader = joinedEvents([org.answer, new Response('nobody', { status: 401 })]).body!.getReader();
    org.say('data: 1\n\n');
    assert.equal(await next(reader), 'data: 1\n\n');
});
