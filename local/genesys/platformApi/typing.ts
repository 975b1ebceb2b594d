import type { Centre, Typing } from './centre.ts';

/** Somebody begins or ends to type. */
export function types(centre: Centre, said: Omit<Typing, 'at'>): void {
    const typing = { ...said, at: centre.now() };
    centre.state.typing.push(typing);
    centre.changed(typing.conversationId, typing);
}
