import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';
import type { ContactCentre } from './contactCentre.ts';

export type Part = 'rules' | 'preview' | 'why-empty' | 'suggestions' | 'new-rule' | 'promotion';

/** The mapping page in front of a person. */
export interface MappingPage {
    readonly person: Agent;
    readonly whole: Locator;
    part(name: Part): Locator;
    /** The row of the table for one record. */
    rule(name: string): Locator;
    /** The row of the preview for one field, by its label. */
    previewed(field: string): Locator;
    chooses(part: Part, label: string, option: string): Promise<void>;
    asksWhy(field: string): Promise<void>;
    givesFile(part: Part, file: { name: string; buffer: Buffer }): Promise<void>;
    /** Presses a link that hands out a file, and returns what it holds. */
    downloads(part: Part, link: RegExp): Promise<Buffer>;
    isRead(): Promise<void>;
    isAccessible(state: string): Promise<void>;
}

const TAB = 'lightning/n/Switchboard_Setup';

/** Opens the page and waits until it was read, or until it says why not. */
export async function openMapping(centre: ContactCentre, user: string): Promise<MappingPage> {
    const computer = await centre.computer();
    await computer.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(centre.url).origin });
    const person = await centre.openPage(user, computer, TAB);
    const { page } = person;
    const whole = page.locator('c-attribute-mapping-setup');
    const part = (name: Part): Locator => whole.locator(`c-mapping-${name}`);
    const isRead = (): Promise<void> => whole.getByText(/^Read at /).waitFor();
    await whole
        .getByText(/^Read at /)
        .or(whole.getByRole('alert'))
        .first()
        .waitFor();
    return {
        person,
        whole,
        part,
        isRead,
        rule: (name) => part('rules').locator(`[data-rule="${name}"]`),
        previewed: (field) => part('preview').getByRole('row').filter({ hasText: field }),
        chooses: (name, label, option) => person.choose(part(name), label, option),
        async asksWhy(field) {
            await person.choose(part('why-empty'), 'Task field', field);
        },
        async givesFile(name, { name: fileName, buffer }) {
            await part(name)
                .locator('input[type="file"]')
                .setInputFiles({ name: fileName, mimeType: 'application/octet-stream', buffer });
        },
        async downloads(name, link) {
            const [download] = await Promise.all([
                page.waitForEvent('download'),
                part(name).getByRole('link', { name: link }).click()
            ]);
            return readFileSync(await download.path());
        },
        async isAccessible(state) {
            const shell: [string, string, ...string[]] = ['page-shell', 'page-tab-page', 'c-switchboard-setup'];
            const axe = new AxeBuilder({ page }).include({ fromShadowDom: shell });
            const { passes, violations } = await axe.analyze();
            assert.deepEqual(
                violations.map(({ id, help, nodes }) => ({ id, help, html: nodes.map(({ html }) => html) })),
                [],
                `${state} is accessible`
            );
            assert.ok(passes.flatMap(({ nodes }) => nodes).length > 20, 'axe looked into the page');
        }
    };
}
