import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { limitBrowser } from './browserLimits.ts';

class KeptStorage {
    readonly kept = new Map<string, string>();
    setItem(name: string, value: string): void {
        this.kept.set(name, value);
    }
    getItem(name: string): string | null {
        return this.kept.get(name) ?? null;
    }
}

interface Page {
    readonly navigator: { readonly locks?: object };
    readonly Storage: typeof KeptStorage;
    readonly localStorage: KeptStorage;
    readonly sessionStorage: KeptStorage;
    readonly BroadcastChannel?: object;
    readonly indexedDB?: object;
}

function pageWith(answers: Record<string, string>): Page {
    class Own extends KeptStorage {}
    Object.defineProperty(Own.prototype, 'setItem', {
        configurable: true,
        value: (name: string, value: string) => KeptStorage.prototype.setItem.call(page.localStorage, name, value)
    });
    const page: Page = {
        navigator: { locks: {} },
        Storage: Own,
        localStorage: new Own(),
        sessionStorage: new Own(),
        BroadcastChannel: {},
        indexedDB: {}
    };
    limitBrowser(page, answers);
    return page;
}

const named =
    (name: string) =>
    (error: unknown): boolean =>
        error instanceof DOMException && error.name === name;

describe('a page of an org', () => {
    test('where everything works keeps what its browser has', () => {
        const page = pageWith({ 'browser-storage': 'works', 'web-locks': 'works', 'broadcast-channel': 'works' });
        page.localStorage.setItem('a', '1');
        assert.equal(page.localStorage.getItem('a'), '1');
        assert.ok(page.navigator.locks && page.BroadcastChannel);
    });

    test('whose storage is disabled is refused at the first touch', () => {
        const page = pageWith({ 'browser-storage': 'disabled' });
        assert.throws(() => page.localStorage, named('SecurityError'));
        assert.throws(() => page.sessionStorage, named('SecurityError'));
    });

    test('whose storage is full may read and not write', () => {
        const page = pageWith({ 'browser-storage': 'full' });
        assert.throws(() => page.localStorage.setItem('a', '1'), named('QuotaExceededError'));
        assert.equal(page.localStorage.getItem('a'), null);
    });

    test('without Web Locks has none', () => {
        assert.equal(pageWith({ 'web-locks': 'missing' }).navigator.locks, undefined);
    });

    test('without BroadcastChannel has none', () => {
        assert.equal(pageWith({ 'broadcast-channel': 'missing' }).BroadcastChannel, undefined);
    });

    test('without a database has none', () => {
        assert.equal(pageWith({ 'browser-database': 'missing' }).indexedDB, undefined);
    });
});
