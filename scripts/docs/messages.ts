/** Headings of the troubleshooting page that nobody can meet, because no label and no program says them. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { headings } from './pages.ts';
import type { Fault, Page } from './pages.ts';

const PROGRAMS = ['scripts', 'local', 'services', 'force-app/client-events/lwc', 'packages/client-events/testing'];

/** What other makers' tools say about a mistake with ours. */
const TOOLS = ["Cannot find module 'c/clientEvents'", 'Unable to resolve signature of method decorator'];

/** Every label's words; `…` stands where a name is filled in. */
export function labelTexts(root: string): string[] {
    const app = path.join(root, 'force-app');
    const parser = new XMLParser({ isArray: (name) => name === 'labels', parseTagValue: false });
    return readdirSync(app).flatMap((owner) => {
        const file = path.join(app, owner, 'labels/CustomLabels.labels-meta.xml');
        let xml: string;
        try {
            xml = readFileSync(file, 'utf8');
        } catch {
            return [];
        }
        const { CustomLabels } = parser.parse(xml) as { CustomLabels?: { labels?: { value?: string }[] } };
        return (CustomLabels?.labels ?? []).map(({ value = '' }) => value.replaceAll(/\{\d\}/g, '…'));
    });
}

/** The text of every program whose messages people meet on the command line or in their code, tests apart. */
export function programTexts(root: string): string[] {
    const below = (folder: string): string[] =>
        readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
            const file = path.join(folder, entry.name);
            if (entry.isDirectory()) return /^(node_modules|__tests__)$/.test(entry.name) ? [] : below(file);
            return /(?<!\.test)\.(ts|mjs)$/.test(entry.name) ? [readFileSync(file, 'utf8')] : [];
        });
    return [...PROGRAMS.flatMap((folder) => below(path.join(root, folder))), ...TOOLS];
}

/** Headings of the third level quote a message: a label from its beginning, or the words of one program in order. */
export function unsaidMessages(page: Page, labels: readonly string[], programs: readonly string[]): Fault[] {
    const quoted = headings({ ...page, text: page.text.replaceAll(/^#{1,2} .*$/gm, '') }).map((heading) =>
        heading.replaceAll('\\', '').replaceAll('`', '')
    );
    const isSaid = (message: string): boolean => {
        if (labels.some((label) => label === message || label.startsWith(`${message} `))) return true;
        const parts = message.split('…').filter((part) => part.trim() !== '');
        return parts.length > 0 && programs.some((text) => parts.every((part) => text.includes(part.trim())));
    };
    return quoted
        .filter((message) => !isSaid(message))
        .map((message) => ({ file: page.file, what: `no label and no program says "${message}"` }));
}
