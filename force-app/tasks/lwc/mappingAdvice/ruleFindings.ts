import { mapAttributes } from 'c/attributeMapping';
import type {
    FieldDescription,
    FieldDescriptions,
    MappingDetail,
    MappingProblem,
    MappingProblemCode,
    MappingRule,
    TargetObject
} from 'c/attributeMapping';
import { ATTRIBUTES } from 'c/interactionAttributes';
import { descriptionOf, kindOfAttribute, sampleOf } from './attributeFacts.ts';
import { builtInOf } from './targets.ts';
import type { Finding, FindingCode, Level, MappingPicture } from './types.ts';

/** Genesys recommends not to use it for call logs of callbacks ("Synchronize interaction attributes", help.mypurecloud.com). */
const NOT_FOR_CALLBACKS = 'Salesforce.DisplayAddress';

/**
 * What is to be said about one rule for itself: against the catalogue, and against the field as the org describes it
 * to this user. Empty when it works. The field is tried with a sample value through the same code that fills Tasks.
 */
export function ruleFindings(rule: MappingRule, fields: FieldDescriptions): Finding[] {
    const tried = { ...rule, active: true, interactionTypes: 'all' as const };
    const { problems } = mapAttributes({ [rule.attribute]: sampleOf(rule.attribute) }, [tried], fields, 'call');
    return [
        ...catalogueFindings(rule),
        ...problems.flatMap((problem) => fieldFinding(problem, rule, fields)),
        ...(fields === undefined ? [finding('notDescribed', 'note')] : [])
    ];
}

/** A record that takes the place of a built-in rule, whose attribute nothing else saves then: the agent's notes, say. */
export function takesPlace(rule: MappingRule, picture: MappingPicture): Finding[] {
    const builtIn = builtInOf(picture).find(({ field }) => field.toLowerCase() === rule.field.toLowerCase());
    if (!builtIn || !rule.active || rule.source === 'default') return [];
    const saved = [rule, ...picture.rules].some(({ active, attribute }) => active && attribute === builtIn.attribute);
    return saved ? [] : [finding('takesPlace', 'warning', builtIn.attribute)];
}

export function finding(code: FindingCode, level: Level, ...words: (string | MappingDetail)[]): Finding {
    return { code, level, words };
}

/** All that is to be said of a rule for another object: the fields that it would be checked against are not its own. */
export function onlyFor(object: TargetObject): Finding {
    return finding(`only${object}`, 'note');
}

export function worst(findings: readonly Finding[]): Level {
    const levels: readonly Level[] = ['error', 'warning', 'note'];
    return levels.find((level) => findings.some((one) => one.level === level)) ?? 'good';
}

export function fieldNamed(name: string, fields: FieldDescriptions): FieldDescription | undefined {
    return Object.values(fields ?? {}).find((field) => field.name.toLowerCase() === name.toLowerCase());
}

/**
 * Why what every new Task has by itself is left out of this user's; undefined when it is not, or where the org does not
 * describe Task.
 */
export function leftOutOfNew(
    name: string,
    fields: FieldDescriptions
): Extract<MappingProblemCode, 'unknownField' | 'fieldNotWriteable'> | undefined {
    const field = fieldNamed(name, fields);
    if (fields === undefined || field?.createable === true) return undefined;
    return field ? 'fieldNotWriteable' : 'unknownField';
}

function catalogueFindings({ attribute, interactionTypes }: MappingRule): Finding[] {
    const description = descriptionOf(attribute);
    if (!description) {
        const near = ATTRIBUTES.find(({ name }) => !name.includes('{') && plain(name) === plain(attribute))?.name;
        return [near ? finding('didYouMean', 'error', near) : finding('unknownAttribute', 'error')];
    }
    const has = description.interactionTypes;
    if (interactionTypes !== 'all' && has !== 'all' && !interactionTypes.some((type) => has.includes(type))) {
        return [finding('otherTypes', 'error', ...has)];
    }
    if (description.availability === 'notOnThisChannel') return [finding('notOnChannel', 'warning')];
    if (description.availability === 'participantData') return [finding('onlyParticipantData', 'note')];
    const isForCallbacks = interactionTypes === 'all' || interactionTypes.includes('callback');
    return attribute === NOT_FOR_CALLBACKS && isForCallbacks ? [finding('notForCallbacks', 'note')] : [];
}

function plain(name: string): string {
    return name.toLowerCase().replace(/[\s_]/g, '');
}

function fieldFinding(problem: MappingProblem, rule: MappingRule, fields: FieldDescriptions): Finding[] {
    const field = fieldNamed(rule.field, fields);
    const type = field?.dataType ?? '';
    switch (problem.code) {
        case 'unknownField':
            return [finding('unknownField', 'error')];
        case 'fieldNotWriteable':
            if (problem.allowed.kind === 'openField') return [finding('closedField', 'error', problem.allowed)];
            // A field that this user may edit and no rule may fill is one that Switchboard keeps.
            return [finding(field?.updateable === false ? 'fieldNotWriteable' : 'reservedField', 'error')];
        case 'textCut':
            return [finding('textCut', 'warning', problem.allowed)];
        case 'notInPicklist':
            return [finding('onlySome', 'warning', type)];
        case 'valueDoesNotFit':
            return [
                kindOfAttribute(rule.attribute) === 'text'
                    ? finding('onlySome', 'warning', type)
                    : finding('typeDoesNotFit', 'error', type)
            ];
        default:
            return [];
    }
}
