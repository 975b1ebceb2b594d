/** Reports and dashboards: the fields, and the reports, that they show must exist. */
import { definitionsOf, isCustom } from './definitions.ts';
import { elements, text, texts } from './metadata.ts';
import type { Check, Project } from './problem.ts';

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

function reportsOn(dashboard: unknown): readonly string[] {
    return elements(dashboard, 'dashboardGridLayout')
        .flatMap((layout) => elements(layout, 'dashboardGridComponents'))
        .flatMap((cell) => elements(cell, 'dashboardComponent'))
        .flatMap((component) => texts(component, 'report'));
}

export const reports: Check = (project) => {
    const { fields } = definitionsOf(project);
    const names = reportNames(project);
    return project.files.flatMap((file) => {
        if (file.endsWith('.report-meta.xml')) {
            return columnsOf(elements(project.xml(file), 'Report')[0])
                .filter((column) => isCustom(column) && !fields.has(column))
                .map((column) => ({ check: 'unknown field', file, message: `No field ${column} is defined.` }));
        }
        if (!file.endsWith('.dashboard-meta.xml')) return [];
        return reportsOn(elements(project.xml(file), 'Dashboard')[0])
            .filter((report) => !names.has(report))
            .map((report) => ({ check: 'unknown report', file, message: `No report ${report} is defined.` }));
    });
};
