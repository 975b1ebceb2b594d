import { builtInRules, explainFields } from 'c/attributeMapping';
import type { ExplainedField, MappingRule } from 'c/attributeMapping';
import type { MappingPicture } from './types.ts';

/** A record that Salesforce makes itself has nothing that Switchboard gives every new Task. */
export function isNewTask({ target }: MappingPicture): boolean {
    return target !== 'VoiceCall';
}

export function builtInOf({ target = 'Task' }: MappingPicture): readonly MappingRule[] {
    return builtInRules(target);
}

/** What fills each field of the target, with rules that are not in the org yet. */
export function explainedOf(picture: MappingPicture, more: readonly MappingRule[] = []): ExplainedField[] {
    const byItself = isNewTask(picture) ? undefined : [];
    return explainFields([...picture.rules, ...more], builtInOf(picture), picture.fields, byItself);
}
