import { builtInRules, explainFields, isFor } from 'c/attributeMapping';
import type { ExplainedField, MappingRule, TargetObject } from 'c/attributeMapping';
import type { MappingPicture } from './types.ts';

/** A record that Salesforce makes itself has nothing that Switchboard gives every new Task. */
export function isNewTask({ target }: MappingPicture): boolean {
    return target !== 'VoiceCall';
}

export function builtInOf({ target = 'Task' }: MappingPicture): readonly MappingRule[] {
    return builtInRules(target);
}

/** The object that the rule is for, where that is not the one that is filled. */
export function otherObjectOf(rule: MappingRule, { target = 'Task' }: MappingPicture): TargetObject | undefined {
    return isFor(target, rule) ? undefined : rule.target;
}

/** What fills each field of the target, with rules that are not in the org yet. */
export function explainedOf(picture: MappingPicture, more: readonly MappingRule[] = []): ExplainedField[] {
    const byItself = isNewTask(picture) ? undefined : [];
    return explainFields([...picture.rules, ...more], builtInOf(picture), picture.fields, byItself);
}
