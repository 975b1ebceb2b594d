import { LightningElement } from 'lwc';
import { readJson, send } from '../../lightning/page/localOrg.ts';
import { channelName } from '../channelNames.ts';
import type { CustomerConversation } from '../customerView.ts';
import { followMessaging } from '../messagingRequests.ts';
import type { MessagingView } from '../messagingView.ts';
import type { RepConversation } from '../repView.ts';

interface User {
    readonly name: string;
    readonly label: string;
}

/** The page about messaging: a rep of Salesforce at the left, a customer's phone at the right, the bridge between them. */
export default class Desk extends LightningElement {
    view: MessagingView | null = null;
    problem = '';
    users: readonly User[] = [];
    /** The conversation of Genesys Cloud. */
    private chosen = '';
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        document.title = 'Messaging | Switchboard';
        this.stop = followMessaging({
            shows: (view) => {
                this.view = view;
                this.problem = '';
            },
            problem: (text) => {
                this.problem = text;
            }
        });
        void readJson('/local/users').then((users) => {
            this.users = Array.isArray(users) ? (users as User[]) : [];
        });
    }
    disconnectedCallback(): void {
        this.stop();
    }

    get userName(): string {
        return globalThis.localPage.userName;
    }
    get userOptions(): { label: string; value: string }[] {
        return this.users.map(({ name, label }) => ({ label, value: name }));
    }
    get isEmpty(): boolean {
        return this.conversations.length === 0;
    }
    get isStarting(): boolean {
        return this.view?.bridge.state === 'starting';
    }
    get rows(): { id: string; name: string; channel: string; last: string; current: 'true' | null }[] {
        return this.conversations.map((one) => ({
            id: one.id,
            name: this.customerOf(one)?.name ?? one.customer,
            channel: `by ${this.channelOf(one)}`,
            last: one.lines.at(-1)?.text || (one.lines.at(-1)?.file?.name ?? ''),
            current: one.id === this.conversation?.id ? 'true' : null
        }));
    }
    get conversation(): RepConversation | undefined {
        const { customer } = this;
        return this.conversations.find((one) => one.customer === customer?.address);
    }
    /** Whom somebody chose; it changes for nothing else. */
    get customer(): CustomerConversation | undefined {
        const { customers } = this;
        return (
            customers.find(({ id }) => id === this.chosen) ??
            customers.find(({ messenger }) => messenger === 'open') ??
            customers[0]
        );
    }
    get customers(): readonly CustomerConversation[] {
        return this.view?.customers ?? [];
    }
    get customerName(): string {
        return this.customer?.name ?? 'Nobody';
    }

    get channel(): string {
        return channelName(this.customer?.messenger ?? '');
    }

    choose(event: Event): void {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const chosen = this.conversations.find((one) => one.id === id);
        this.chosen = (chosen && this.customerOf(chosen)?.id) ?? '';
    }
    chooseCustomer(event: CustomEvent<{ id: string }>): void {
        this.chosen = event.detail.id;
    }
    async signIn(event: CustomEvent<{ value: string }>): Promise<void> {
        await send('POST', '/local/session', { user: event.detail.value });
        location.reload();
    }

    private get conversations(): readonly RepConversation[] {
        return this.view?.conversations ?? [];
    }
    private channelOf(one: RepConversation): string {
        return channelName(this.customerOf(one)?.messenger ?? '');
    }
    /** Both sides know the customer by the address on the channel. */
    private customerOf({ customer }: RepConversation): CustomerConversation | undefined {
        return this.customers.findLast(({ address }) => address === customer);
    }
}
