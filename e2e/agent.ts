import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** A person at the page: what they can do, and what they can read. */
export class Agent {
    readonly page: Page;
    /** Errors that reached the page's window. */
    readonly thrown: string[] = [];
    /** What the page wrote to its console as an error. */
    readonly complaints: string[] = [];
    /** The org has told this page how Tasks are filled, which nobody can see on the screen. */
    knowsHowTasksAreFilled = false;

    constructor(page: Page) {
        this.page = page;
        page.on('pageerror', ({ message }) => this.thrown.push(message));
        page.on('console', (line) => {
            if (line.type() === 'error') this.complaints.push(line.text());
        });
        page.on('response', (response) => {
            // The last of what Switchboard asks when it begins.
            const asked = response.request().postData() ?? '';
            if (response.ok() && /Switchboard(?:Task|VoiceCall)Fields/.test(asked)) this.knowsHowTasksAreFilled = true;
        });
    }

    /** Switchboard's panel in the utility bar. */
    get panel(): Locator {
        return this.page.getByRole('region', { name: 'Conversations' });
    }
    /** The newest conversation in the panel. */
    get card(): Locator {
        return this.panel.getByRole('article').first();
    }
    get phone(): Locator {
        return this.page.getByRole('region', { name: 'Phone', exact: true });
    }
    get notes(): Locator {
        return this.card.getByRole('textbox', { name: /^Notes/ });
    }
    get transferForm(): Locator {
        return this.card.getByRole('region', { name: /^Transfer / });
    }
    get status(): Locator {
        return this.panel.getByRole('region', { name: 'Your status' });
    }
    get timeline(): Locator {
        return this.page.getByRole('region', { name: 'Activity' });
    }

    async isReady(): Promise<void> {
        await this.phone.getByRole('button', { name: 'Ring my phone' }).waitFor();
        await this.panel.waitFor();
    }
    async reload(): Promise<void> {
        await this.page.reload();
        await this.isReady();
    }

    /** Opens a page of the app without loading it anew, as a link does. */
    async opens(address: string): Promise<void> {
        await this.page.evaluate((href) => {
            const link = document.createElement('a');
            link.href = href;
            document.body.append(link);
            link.click();
            link.remove();
        }, address);
        await this.page.waitForURL(`**${address}`);
    }
    async ring(): Promise<void> {
        await this.phone.getByRole('button', { name: 'Ring my phone' }).click();
        await this.sees('Ringing');
    }
    async answer(): Promise<void> {
        await this.press('Answer');
        await this.sees('Connected');
    }
    async hold(): Promise<void> {
        await this.press('Hold');
        await this.sees('On hold');
    }
    async retrieve(): Promise<void> {
        await this.press('Resume');
        await this.sees('Connected');
    }
    async types(notes: string): Promise<void> {
        await this.notes.fill(notes);
    }
    async hangUp(): Promise<void> {
        await this.press('Hang up');
        await this.sees('Wrap-up');
    }
    async wrapUp(code: string): Promise<void> {
        await this.choose(this.phone, 'Wrap-up code', code);
        await this.phone.getByRole('button', { name: 'Finish wrap-up' }).click();
        await this.sees(/^(Ended|Transferred)$/);
    }
    async transferTo(colleague: string): Promise<void> {
        await this.choose(this.phone, 'Transfer to', colleague);
        await this.phone.getByRole('button', { name: 'Transfer', exact: true }).click();
        await this.sees('Transferred');
    }
    /** From the ringing to the finished wrap-up. */
    async handlesCall({ notes, code = 'Question answered' }: { notes?: string; code?: string } = {}): Promise<void> {
        await this.ring();
        await this.answer();
        if (notes !== undefined) await this.types(notes);
        await this.hangUp();
        await this.wrapUp(code);
    }
    async playTrace(name: string, speed: 'As recorded' | 'Ten times' | 'At once'): Promise<void> {
        await this.phone.getByText('Play a trace').click();
        await this.choose(this.phone, 'Trace', name);
        await this.choose(this.phone, 'Speed', speed);
        await this.phone.getByRole('button', { name: 'Play', exact: true }).click();
    }

    /** Opens the transfer form of the newest conversation and finds somebody by typing. */
    async choosesTarget(words: string, option: string | RegExp): Promise<void> {
        await this.press('Transfer');
        await this.transferForm.getByRole('searchbox').fill(words);
        await this.transferForm.getByRole('radio', { name: option }).check();
    }
    async changesStatus(name: string): Promise<void> {
        await this.status.getByRole('button', { name: 'Change status' }).click();
        await this.status.getByRole('button', { name, exact: true }).click();
    }

    /** Presses a button of the newest conversation. */
    async press(label: string): Promise<void> {
        await this.card.getByRole('button', { name: new RegExp(`^${label}\\b`) }).click();
    }
    /** Does not wait for the panel's own next try. Where that came first the button is gone, and nothing is left to do. */
    async tryAgainNow(): Promise<void> {
        const button = this.card.getByRole('button', { name: /^Try again now\b/ });
        await button.or(this.card.getByText('Open Task')).first().waitFor();
        const press = (): Promise<boolean> =>
            button.dispatchEvent('click', {}, { timeout: 1_000 }).then(
                () => true,
                () => false
            );
        while ((await button.count()) > 0 && !(await press()));
    }
    /** Waits until the newest conversation shows this word, or these words. */
    async sees(words: string | RegExp): Promise<void> {
        await this.card.getByText(words, { exact: true }).first().waitFor();
    }
    async seesInPanel(words: string | RegExp): Promise<void> {
        await this.panel.getByText(words).first().waitFor();
    }
    async seesSaved(): Promise<void> {
        await this.sees('Saved');
    }
    /** Pulls the switch in the header, which loads the page anew. */
    async becomes(label: string): Promise<void> {
        await this.choose(this.page.locator('header').first(), 'Signed in as', label);
        await this.phone.getByText(label, { exact: true }).waitFor();
        await this.isReady();
    }
    /** The timeline's fields of the only Task, by label, as they are read. */
    async readsTask(): Promise<Readonly<Record<string, string>>> {
        const buttons = this.timeline.getByRole('button', { name: /^Show all fields/ });
        await buttons.first().waitFor();
        assert.equal(await buttons.count(), 1, 'the timeline shows one Task');
        await buttons.click();
        const rows = this.timeline.locator('dl > div');
        await rows.first().waitFor();
        const pairs = await rows.evaluateAll((all) =>
            all.map((row) => [
                row.querySelector('dt')?.innerText.trim() ?? '',
                row.querySelector('dd')?.innerText.trim() ?? ''
            ])
        );
        return Object.fromEntries(pairs) as Record<string, string>;
    }
    async choose(within: Locator, label: string, option: string): Promise<void> {
        await within.getByRole('combobox', { name: label, exact: true }).click();
        await within.getByRole('option', { name: option, exact: true }).click();
    }
    /** What the panel's diagnostics, once open, say of this. */
    async diagnostic(name: string): Promise<string> {
        const row = this.panel.locator('dl > div').filter({ hasText: name });
        return row.locator('dd').innerText();
    }
    /** The id of the record whose page is open. */
    openRecordId(): string | undefined {
        return /\/lightning\/r\/\w+\/(\w+)\/view/.exec(this.page.url())?.[1];
    }
    async photograph(file: string): Promise<void> {
        await this.page.screenshot({ path: file }).catch(() => undefined);
    }
}
