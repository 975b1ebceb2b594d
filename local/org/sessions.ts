import type { OrgUser } from './orgTypes.ts';

/** The signed-in user's name as the cookie tells it; undefined without a cookie. */
function sessionName(request: Request): string | undefined {
    const cookies = request.headers.get('cookie') ?? '';
    const pair = cookies
        .split(';')
        .map((cookie) => cookie.trim())
        .find((cookie) => cookie.startsWith('sid='));
    return pair === undefined ? undefined : decodeURIComponent(pair.slice(4));
}

/** Who asks. Without a cookie it is the first user; a cookie that names nobody is a session that ended. */
export function signedIn(users: readonly OrgUser[], request: Request): OrgUser | undefined {
    const name = sessionName(request);
    return name === undefined ? users[0] : users.find((user) => user.name === name);
}

/** The cookie that signs a user in. */
export function sessionCookie(name: string): string {
    return `sid=${encodeURIComponent(name)}; Path=/; SameSite=Lax`;
}
