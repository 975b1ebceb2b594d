import type { MappingDetail, MappingProblem } from 'c/attributeMapping';
import type { TransportDiagnostics } from './transport.ts';
import type { DeskView } from './types.ts';

/** One thing that was not saved, or not understood. Names fields and reasons; holds nothing of a customer. */
export interface ReportedProblem {
    /**
     * `mapping`: a rule or its value. `field`: the org would not take it. `save`: a whole save. `directory`: a record of
     * the transfer or status list. `kept`: values that the browser kept and that had to be given up; `given` says how
     * many. `setup`, `message`.
     */
    readonly about: 'mapping' | 'field' | 'save' | 'kept' | 'directory' | 'setup' | 'message';
    readonly code: string;
    readonly attribute?: string;
    readonly field?: string;
    readonly rule?: string;
    readonly given?: string | MappingDetail;
    readonly allowed?: string | MappingDetail;
    /** The platform's own code, or why a message was not understood. */
    readonly reason?: string;
}

/** Everything that the desk would tell an admin now, each thing once. */
export function deskReport(view: DeskView, diagnostics: TransportDiagnostics): ReportedProblem[] {
    const states = [...view.interactions.flatMap(({ save }) => save ?? []), ...view.earlier];
    const problems: ReportedProblem[] = [
        ...(view.setupProblem === undefined
            ? []
            : [
                  {
                      about: 'setup' as const,
                      code: view.setupProblem,
                      ...(view.missingPermission === undefined ? {} : { allowed: view.missingPermission })
                  }
              ]),
        ...view.interactions.flatMap(({ problems: found }) => found.map(mappingProblem)),
        ...states.flatMap((state) =>
            state.unsaved.map(({ field, code, reason }) => ({
                about: 'field' as const,
                code,
                field,
                ...(reason === undefined ? {} : { reason })
            }))
        ),
        ...states.flatMap(({ failure }) => (failure === undefined ? [] : [{ about: 'save' as const, code: failure }])),
        ...(['expired', 'unreadable'] as const)
            .filter((code) => view.dropped[code] > 0)
            .map((code) => ({ about: 'kept' as const, code, given: String(view.dropped[code]) })),
        ...view.directory.problems.map(({ record, what }) => ({
            about: 'directory' as const,
            code: 'recordNotUsable',
            rule: record,
            reason: what
        })),
        ...diagnostics.reasons.map((reason) => ({ about: 'message' as const, code: 'notUnderstood', reason }))
    ];
    const seen = new Set<string>();
    return problems.filter((problem) => {
        const id = JSON.stringify(problem);
        return !seen.has(id) && seen.add(id);
    });
}

function mappingProblem({ code, attribute, field, rule, given, allowed }: MappingProblem): ReportedProblem {
    return {
        about: 'mapping',
        code,
        attribute,
        field,
        rule,
        ...(given === undefined ? {} : { given }),
        allowed
    };
}
