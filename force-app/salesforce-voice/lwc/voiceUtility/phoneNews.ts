import type { PhoneNews } from 'c/phoneOnPage';
import type { ToolkitDiagnostics } from 'c/voiceToolkit';

/** All that the toolkit tells is about a call; whether the agent is signed in it does not tell. */
export function phoneNews({ told, unknown }: Pick<ToolkitDiagnostics, 'told' | 'unknown'>): PhoneNews {
    const count = Object.values(told).reduce((sum, one) => sum + one, 0);
    return { received: count === 0 ? {} : { Interaction: count }, unknown };
}
