import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import type { Agent } from './agent.ts';
import type { ContactCentre } from './contactCentre.ts';

/** The org health page in front of a person. */
export interface HealthPage {
    readonly person: Agent;
    readonly whole: Locator;
    line(title: string): Locator;
    /** Waits until the line has this answer, such as `Works`. */
    answers(title: string, answer: string): Promise<void>;
    /** Waits until the line holds these words, also while it is closed. */
    says(title: string, words: string): Promise<void>;
    /** Waits until every question is answered. */
    isDone(): Promise<void>;
    askAgain(): Promise<void>;
    tryWithTestTask(options?: { withLead?: boolean }): Promise<void>;
    /** The text of the exported profile. */
    exported(): Promise<string>;
    /** Fails with the rules that the page breaks, as axe sees it in its present state. */
    isAccessible(): Promise<void>;
}

export async function openHealth(centre: ContactCentre, user: string): Promise<HealthPage> {
    const person = await centre.openPage(user, await centre.computer(), 'lightning/n/Switchboard_Setup');
    const { page } = person;
    await page.getByRole('tab', { name: 'Org health' }).click();
    const health = page.locator('c-org-health');
    const line = (title: string): Locator =>
        health.locator('details').filter({ has: page.getByRole('heading', { level: 4, name: title, exact: true }) });
    const one: HealthPage = {
        person,
        whole: health,
        line,
        answers: (title, answer) => line(title).locator('summary').filter({ hasText: answer }).waitFor(),
        says: (title, words) => line(title).filter({ hasText: words }).waitFor({ state: 'attached' }),
        isDone: () =>
            health
                .getByRole('status')
                .filter({ hasText: /^All \d+ questions are answered/ })
                .waitFor(),
        async askAgain() {
            await health.getByRole('button', { name: 'Ask again' }).click();
            await one.isDone();
        },
        async tryWithTestTask({ withLead = false } = {}) {
            if (withLead) await health.getByRole('checkbox', { name: 'Also put a lead and an account' }).check();
            await health.getByRole('button', { name: 'Try with one test Task' }).click();
            await one.line('Deleting the test Task').filter({ hasText: 'What to set' }).waitFor({ state: 'attached' });
            await one.isDone();
        },
        async exported() {
            await health.getByRole('button', { name: 'Export as org profile' }).click();
            return health.getByRole('textbox', { name: 'Export as org profile' }).inputValue();
        },
        async isAccessible() {
            const hosts = (await health.evaluate((element) => {
                const names: string[] = [];
                for (let at: Element | undefined = element; at;) {
                    names.unshift(at.localName);
                    const root: Node = at.getRootNode();
                    at = root instanceof ShadowRoot ? root.host : undefined;
                }
                return names;
            })) as [string, string, ...string[]];
            const { passes, violations } = await new AxeBuilder({ page }).include({ fromShadowDom: hosts }).analyze();
            const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
            assert.deepEqual(
                serious.map(({ id, help, nodes }) => ({ id, help, html: nodes.map(({ html }) => html) })),
                []
            );
            assert.ok(passes.flatMap(({ nodes }) => nodes).length > 50, 'axe looked into the page');
        }
    };
    await one.isDone();
    return one;
}
