/** How the page about messaging, in the browser, talks to the server. */
import { phoneRequests } from '../phoneRequests.ts';
import type { MessagingView } from './messagingView.ts';

export const { tell } = phoneRequests('/local/messaging');

/** A file as a request carries it, its content in base64. */
export async function sentFile(file: File): Promise<{ name: string; mimeType: string; content: string }> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    return { name: file.name, mimeType: file.type, content };
}

export interface MessagingListener {
    shows(view: MessagingView): void;
    /** Why there is nothing to be shown. */
    problem(text: string): void;
}

/** Follows the server's picture; a lost connection is opened again by the browser. */
export function followMessaging({ problem, shows }: MessagingListener): () => void {
    const source = new EventSource('/local/messaging/events');
    source.addEventListener('view', ({ data }: MessageEvent<string>) => shows(JSON.parse(data) as MessagingView));
    source.addEventListener('problem', ({ data }: MessageEvent<string>) => problem(JSON.parse(data) as string));
    source.onerror = () => problem('The server does not answer. It will be asked again.');
    return () => source.close();
}
