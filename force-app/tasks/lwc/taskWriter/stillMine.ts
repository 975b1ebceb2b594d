import { SaveError } from 'c/taskSync';
import type { SaveRequest } from 'c/taskSync';

/** Throws once another tab has taken the turn. Asked after each look and right before each change of the org. */
export function stillMine({ isMine }: Pick<SaveRequest, 'isMine'>): void {
    if (isMine?.() === false) {
        throw new SaveError('busy', 'Another tab of this user saves the Task.');
    }
}
