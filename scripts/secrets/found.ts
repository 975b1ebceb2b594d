import { lintSource } from '@secretlint/core';
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend';

/** A text that is to be looked through. `file` with / between its folders. */
export interface Text {
    readonly file: string;
    readonly text: string;
}

/** What looks like a secret. Never the secret itself. */
export interface Found {
    readonly file: string;
    readonly line: number;
    /** The rule that found it, such as `privatekey`. */
    readonly rule: string;
}

const PRESET = '@secretlint/secretlint-rule-preset-recommend';
const CONFIG = { rules: [{ id: PRESET, rule: recommended }] };

/** What the preset does not know, or not in every form: short keys, and what signs somebody in to Salesforce. */
const OURS: Readonly<Record<string, RegExp>> = {
    privatekey: /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\[nr])*[A-Za-z0-9+/=]{40,}/g,
    salesforceCliLogin: /\bforce:\/\/[^\s'"`:]{6,}:[^\s'"`:]*:[^\s'"`@]{20,}@/g,
    salesforceSession: /\b00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?![A-Za-z0-9._]{60,}/g,
    salesforceRefreshToken: /\b5Aep861[A-Za-z0-9._]{60,}/g
};

function oursIn({ file, text }: Text): Found[] {
    return Object.entries(OURS).flatMap(([rule, pattern]) =>
        [...text.matchAll(pattern)].map(({ index }) => ({ file, rule, line: text.slice(0, index).split('\n').length }))
    );
}

/** Each thing in the text that looks like a secret. */
export async function secretsIn(given: Text): Promise<Found[]> {
    const { file, text } = given;
    const { messages } = await lintSource({
        source: { filePath: `/${file}`, content: text, ext: extensionOf(file), contentType: 'text' },
        options: { config: CONFIG, maskSecrets: true, noPhysicFilePath: true }
    });
    const known = messages.map(({ ruleId, loc }) => ({
        file,
        line: loc.start.line,
        rule: ruleId.replace('@secretlint/secretlint-rule-', '')
    }));
    const isNew = (one: Found): boolean => !known.some(({ line, rule }) => line === one.line && rule === one.rule);
    return [...known, ...oursIn(given).filter(isNew)];
}

function extensionOf(file: string): string {
    const [name = ''] = file.split('/').slice(-1);
    return name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
}
