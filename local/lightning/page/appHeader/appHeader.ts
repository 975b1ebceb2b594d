import { LightningElement, api } from 'lwc';
import { app } from 'page/app';
import { readJson, send } from '../localOrg.ts';
import { addressOf } from '../../platform/pageLocation.ts';
import type { PageReference } from '../../platform/pageLocation.ts';

interface User {
    readonly name: string;
    readonly label: string;
    readonly profile: string;
}

/** App name, tabs, and who is signed in. */
export default class AppHeader extends LightningElement {
    @api page: PageReference | undefined;
    @api drawerOpen = false;
    users: readonly User[] = [];

    connectedCallback(): void {
        void readJson('/local/users').then((users) => {
            this.users = Array.isArray(users) ? (users as User[]) : [];
        });
    }

    get appLabel(): string {
        return app.label;
    }
    get userName(): string {
        return globalThis.localPage.userName;
    }
    get userOptions(): { label: string; value: string }[] {
        return this.users.map(({ name, label, profile }) => ({
            label: profile === 'System Administrator' ? `${label} (admin)` : label,
            value: name
        }));
    }
    get drawerExpanded(): string {
        return this.drawerOpen ? 'true' : 'false';
    }
    get tabs(): { label: string; address: string; itemClass: string; current: 'page' | null }[] {
        const { page } = this;
        const here = page ? addressOf(page) : '';
        const object = page?.attributes['objectApiName'];
        return app.tabs.map(({ label, address }) => {
            const active = address === here || (object !== undefined && address === `/lightning/o/${object}/list`);
            return {
                label,
                address,
                itemClass: `slds-context-bar__item${active ? ' slds-is-active' : ''}`,
                current: active ? 'page' : null
            };
        });
    }

    async signIn(event: CustomEvent<{ value: string }>): Promise<void> {
        await send('POST', '/local/session', { user: event.detail.value });
        location.reload();
    }
    skip(): void {
        this.dispatchEvent(new CustomEvent('skip'));
    }
    toggleDrawer(): void {
        this.dispatchEvent(new CustomEvent('toggledrawer'));
    }
}
