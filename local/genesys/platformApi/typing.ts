import type { Centre, Typing } from './centre.ts';

/** Somebody begins or ends to type. */
export function types(centre: Centre, typing: Typing): void {
    centre.state.typing.push(typing);
    centre.changed(typing.conversationId, typing);
}
