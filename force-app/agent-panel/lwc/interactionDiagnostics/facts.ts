import type { DeskView, TransportDiagnostics } from 'c/agentDesk';
import { LABELS } from './labels.ts';
import { VERSION } from './version.ts';

export interface Fact {
    readonly name: string;
    readonly value: string;
}

/** Counts and versions only: nothing that a caller said, is called, or dialled. */
export function factsOf(view: DeskView, { received, unknown }: TransportDiagnostics): readonly Fact[] {
    const dropped = view.dropped.expired + view.dropped.unreadable;
    return [
        { name: LABELS.version, value: VERSION },
        { name: LABELS.received, value: String(received) },
        { name: LABELS.unknown, value: String(unknown) },
        ...savedThrough(view),
        ...(view.leftByPhone === true ? [{ name: LABELS.whoWrites, value: LABELS.leftByPhone }] : []),
        { name: LABELS.live, value: String(view.interactions.length) },
        ...(dropped === 0 ? [] : [{ name: LABELS.dropped, value: String(dropped) }])
    ];
}

const WAYS: Readonly<Record<NonNullable<DeskView['savedThrough']>, string>> = {
    graphql: LABELS.throughGraphql,
    recordApi: LABELS.throughRecordApi,
    phone: LABELS.throughPhone
};

function savedThrough({ savedOn, savedThrough: way }: DeskView): readonly Fact[] {
    const name = savedOn === 'VoiceCall' ? LABELS.callsSavedThrough : LABELS.savedThrough;
    return way === undefined ? [] : [{ name, value: WAYS[way] }];
}

/** The same as text, with the codes support needs: states, save phases, problem codes, field names, kinds of values.
 * No value and no id. */
export function supportText(view: DeskView, diagnostics: TransportDiagnostics): string {
    return JSON.stringify(
        {
            version: VERSION,
            received: diagnostics.received,
            unknown: diagnostics.unknown,
            reasons: diagnostics.reasons,
            setupProblem: view.setupProblem,
            missingPermission: view.missingPermission,
            savedOn: view.savedOn,
            savedThrough: view.savedThrough,
            leftByPhone: view.leftByPhone,
            names: view.directory.state,
            namesNotUsed: view.directory.problems.map(({ record }) => record),
            dropped: view.dropped,
            earlier: view.earlier.map(({ failure, phase }) => ({ phase, failure })),
            conversations: view.interactions.map(({ awaiting, interaction, problems, save }) => ({
                type: interaction.type,
                state: interaction.state,
                complete: interaction.complete,
                handled: interaction.handled,
                awaiting,
                phase: save?.phase,
                failure: save?.failure,
                writes: save?.writes,
                unsaved: save?.unsaved.map(({ code, field, reason }) => ({ field, code, reason })),
                problems: problems.map(({ allowed, attribute, code, field, given, rule }) => ({
                    code,
                    rule,
                    attribute,
                    field,
                    given,
                    allowed
                }))
            }))
        },
        undefined,
        2
    );
}
