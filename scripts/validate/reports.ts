/** Reports and dashboards: the fields, and the reports, that they show must exist, and no user of one org is named. */
import { definitionsOf, isCustom } from './definitions.ts';
import { elements, text, texts } from './metadata.ts';
import type { Metadata } from './metadata.ts';
import type { Check, Problem, Project } from './problem.ts';

/** `reports/Folder/Name.report-meta.xml` is `Folder/Name`. */
function reportNames(project: Project): Set<string> {
    return new Set(project.files.flatMap((file) => /\/reports\/(.+)\.report-meta\.xml$/.exec(file)?.slice(1, 2) ?? []));
}

function columnsOf(report: unknown): readonly string[] {
    return [
        ...['columns', 'groupingsDown', 'groupingsAcross'].flatMap((list) =>
            elements(report, list).map((entry) => text(entry, 'field') ?? '')
        ),
        ...elements(report, 'filter')
            .flatMap((filter) => elements(filter, 'criteriaItems'))
            .map((item) => text(item, 'column') ?? '')
    ];
}

function componentsOf(dashboard: unknown): readonly Metadata[] {
    return elements(dashboard, 'dashboardGridLayout')
        .flatMap((layout) => elements(layout, 'dashboardGridComponents'))
        .flatMap((cell) => elements(cell, 'dashboardComponent'));
}

function shownBy(component: unknown): readonly string[] {
    return [
        ...texts(component, 'groupingColumn'),
        ...elements(component, 'chartSummary').flatMap((summary) => texts(summary, 'column'))
    ];
}

/**
 * Whose access decides what a dashboard shows. A user is in one org only, and a deployment to another stops at the name ("Maintaining
 * User References", Metadata API Developer Guide). A dashboard of its viewer is one of the few that an org may have ("You reached the
 * limit for dashboards run as the logged-in user"). One of a specified user who is not named runs as who deployed it: so does the
 * Nonprofit Success Pack deploy its dashboards (SalesforceFoundation/NPSP, unpackaged/config/reports).
 */
function runningUser(dashboard: unknown): readonly string[] {
    const named = ['owner', 'runningUser'].filter((name) => text(dashboard, name) !== undefined);
    const type = text(dashboard, 'dashboardType');
    return [
        ...named.map((name) => `${name} names a user, whom no other org has. Leave it out.`),
        ...(type === undefined || type === 'SpecifiedUser'
            ? []
            : [`dashboardType ${type} takes one of the few dynamic dashboards of an org. Use SpecifiedUser.`])
    ];
}

export const reports: Check = (project) => {
    const { fields } = definitionsOf(project);
    const names = reportNames(project);
    const unknownFields = (file: string, columns: readonly string[]): readonly Problem[] =>
        columns
            .filter((column) => isCustom(column) && !fields.has(column))
            .map((column) => ({ check: 'unknown field', file, message: `No field ${column} is defined.` }));
    return project.files.flatMap((file): readonly Problem[] => {
        if (file.endsWith('.report-meta.xml')) {
            return unknownFields(file, columnsOf(elements(project.xml(file), 'Report')[0]));
        }
        if (!file.endsWith('.dashboard-meta.xml')) return [];
        const [dashboard] = elements(project.xml(file), 'Dashboard');
        const components = componentsOf(dashboard);
        return [
            ...components
                .flatMap((component) => texts(component, 'report'))
                .filter((report) => !names.has(report))
                .map((report) => ({ check: 'unknown report', file, message: `No report ${report} is defined.` })),
            ...unknownFields(file, components.flatMap(shownBy)),
            ...runningUser(dashboard).map((message) => ({ check: 'running user', file, message }))
        ];
    });
};
