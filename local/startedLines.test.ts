import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startedLines } from './startedLines.ts';

const USUAL = 4680;

test('a newcomer reads where the page is, and how to end it', () => {
    const lines = startedLines({
        page: 'http://127.0.0.1:4680/',
        usualPort: USUAL,
        mcp: 'http://m/',
        api: 'http://a/'
    });
    assert.equal(lines[0], 'Switchboard is ready: http://127.0.0.1:4680/');
    assert.match(lines.at(-1) ?? '', /^Ctrl-C ends it/);
    assert.doesNotMatch(lines.join('\n'), /taken/);
});

test('a developer who starts it twice reads why the second has another port', () => {
    const lines = startedLines({ page: 'http://127.0.0.1:4681/', usualPort: USUAL });
    assert.match(lines.join('\n'), /port 4680 is taken; if that is another npm start, both show the same data/);
});

test('a developer who names the port reads nothing about another one', () => {
    assert.doesNotMatch(startedLines({ page: 'http://127.0.0.1:5000/' }).join('\n'), /taken/);
});

test('a newcomer without the servers beside the page reads no address of theirs', () => {
    assert.doesNotMatch(
        startedLines({ page: 'http://127.0.0.1:4680/', usualPort: USUAL }).join('\n'),
        /MCP|Platform API/
    );
});
