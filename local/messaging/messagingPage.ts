/** The document, the style and the script of the page about messaging. The script is made when somebody asks for it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleMessaging } from '../lightning/bundle/bundle.ts';
import type { BundledFile } from '../lightning/bundle/bundle.ts';
import { projectFolders } from '../lightning/bundle/projectFolders.ts';
import { CONTENT_SECURITY_POLICY, pageHtml } from '../lightning/page/pageHtml.ts';
import type { LocalOrg } from '../org/org.ts';

export interface MessagingPage {
    /** Undefined for an address that is not of this page. */
    answer(request: Request): Promise<Response> | undefined;
}

export function createMessagingPage(org: LocalOrg, project: string): MessagingPage {
    let script: Promise<BundledFile> | undefined;
    const answers: Readonly<Record<string, (request: Request) => Promise<Response>>> = {
        '/messaging': (request) => {
            const html = pageHtml(org.userOf(request), 'Messaging', undefined, 'messaging');
            return Promise.resolve(
                new Response(html, {
                    headers: {
                        'content-type': 'text/html; charset=utf-8',
                        'content-security-policy': CONTENT_SECURITY_POLICY,
                        'cache-control': 'no-store'
                    }
                })
            );
        },
        '/messaging.css': () =>
            Promise.resolve(
                new Response(readFileSync(path.join(import.meta.dirname, 'messaging.css')), {
                    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }
                })
            ),
        '/messaging.js': async () => {
            script ??= bundleMessaging(projectFolders(project));
            const { contents, contentType } = await script;
            return new Response(contents, { headers: { 'content-type': contentType, 'cache-control': 'no-cache' } });
        }
    };
    return {
        answer(request) {
            const { pathname } = new URL(request.url);
            return request.method === 'GET' && Object.hasOwn(answers, pathname)
                ? answers[pathname]?.(request)
                : undefined;
        }
    };
}
