import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { EXCEPTIONS, OWN_REQUESTS, platformRules, TO_EVERYBODY } from '../config/platformRules.mjs';

const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser as Linter.Parser },
    plugins: platformRules.plugins,
    rules: { ...platformRules.rules, 'no-restricted-syntax': ['error', ...OWN_REQUESTS, ...TO_EVERYBODY] }
};

function refused(code: string): (string | null)[] {
    return new Linter().verify(code, [config], 'component.ts').map(({ ruleId }) => ruleId);
}

const REFUSED: Readonly<Record<string, string>> = {
    "document.cookie = 'a';": '@locker/locker/distorted-document-cookie',
    "element.innerHTML = '<b>a</b>';": '@locker/locker/distorted-element-inner-html-setter',
    "new SharedWorker('/a.js');": '@locker/locker/distorted-shared-worker-constructor',
    "document.execCommand('copy');": '@locker/locker/distorted-document-exec-command',
    "import { register } from 'wire-service';": '@lwc/lwc-platform/no-wire-service',
    '$A.get("$Locale");': '@lwc/lwc-platform/no-aura',
    "// eslint-disable-next-line no-eval\neval('1');": '@lwc/lwc-platform/no-inline-disable',
    "fetch('/services/data');": 'no-restricted-syntax',
    "window.fetch('/services/data');": 'no-restricted-syntax',
    "navigator.sendBeacon('/a');": 'no-restricted-syntax',
    "new WebSocket('wss://a.example');": 'no-restricted-syntax',
    "new CustomEvent('a', { bubbles: true, composed: true });": 'no-restricted-syntax',
    "window.open('https://a.example');": 'no-restricted-syntax'
};

for (const [code, rule] of Object.entries(REFUSED))
    test(`a developer is told that a component may not have ${JSON.stringify(code)}`, () => {
        assert.ok(refused(code).includes(rule), refused(code).join());
    });

test('a developer may open a menu, wait a second, keep something and make a file to save', () => {
    const code =
        "this.open(menu); setTimeout(go, 1000); window.localStorage.setItem('a', 'b'); URL.createObjectURL(new Blob([]));";
    assert.deepEqual(refused(code), []);
});

test('a developer who excepts a rule that is no more is told', () => {
    const { '@locker/locker': security, '@lwc/lwc-platform': platform } = platformRules.plugins;
    const known = [
        ...Object.keys(security.rules).map((rule) => `@locker/locker/${rule}`),
        ...Object.keys(platform.rules).map((rule) => `@lwc/lwc-platform/${rule}`)
    ];
    assert.ok(known.length > 80);
    assert.deepEqual(
        Object.keys(EXCEPTIONS).filter((rule) => !known.includes(rule)),
        []
    );
});
