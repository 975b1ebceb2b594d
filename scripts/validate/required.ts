/**
 * What an org refuses a report or dashboard without: the fields called "Required" of Report, Dashboard and Folder in the Metadata
 * API Developer Guide (developer.salesforce.com), as far as its WSDL asks for them too. The guide also calls a dashboard's left and
 * right section required, which one in a grid has not, and a folder's access type, which analytics folder sharing has replaced.
 */
import { elements, text } from './metadata.ts';
import type { Metadata } from './metadata.ts';
import type { Check } from './problem.ts';

/** What an element must have, and what those that it may have must have. */
interface Form {
    readonly needs: readonly string[];
    readonly parts?: Readonly<Record<string, Form>>;
}

const GROUPING: Form = { needs: ['field', 'sortOrder'] };
const FOLDER: Form = { needs: ['name'] };

const REPORT: Form = {
    needs: ['format', 'name', 'reportType'],
    parts: {
        chart: { needs: ['chartType'] },
        columns: { needs: ['field'] },
        filter: { needs: [], parts: { criteriaItems: { needs: ['column', 'operator'] } } },
        groupingsAcross: GROUPING,
        groupingsDown: GROUPING,
        timeFrameFilter: { needs: ['dateColumn', 'interval'] }
    }
};

const COMPONENT: Form = { needs: ['componentType'], parts: { chartSummary: { needs: ['column'] } } };
const CELL: Form = {
    needs: ['colSpan', 'columnIndex', 'dashboardComponent', 'rowIndex', 'rowSpan'],
    parts: { dashboardComponent: COMPONENT }
};
const DASHBOARD: Form = {
    needs: [
        'backgroundEndColor',
        'backgroundFadeDirection',
        'backgroundStartColor',
        'textColor',
        'title',
        'titleColor',
        'titleSize'
    ],
    parts: {
        dashboardGridLayout: { needs: ['numberOfColumns', 'rowHeight'], parts: { dashboardGridComponents: CELL } }
    }
};

/** By the root element, which is named as the file ends. */
const FORMS: Readonly<Record<string, Form>> = {
    Report: REPORT,
    Dashboard: DASHBOARD,
    ReportFolder: FOLDER,
    DashboardFolder: FOLDER
};

function has(parent: Metadata, name: string): boolean {
    return elements(parent, name).length > 0 || Boolean(text(parent, name)?.trim());
}

/** `columns.field`, for each that is missing. */
function missing(parent: Metadata, form: Form, place: readonly string[] = []): readonly string[] {
    const own = form.needs.filter((name) => !has(parent, name)).map((name) => [...place, name].join('.'));
    const ofParts = Object.entries(form.parts ?? {}).flatMap(([name, part]) =>
        elements(parent, name).flatMap((element) => missing(element, part, [...place, name]))
    );
    return [...own, ...ofParts];
}

export const required: Check = (project) =>
    project.files.flatMap((file) => {
        const ending = /\.(report|dashboard)(Folder)?-meta\.xml$/.exec(file);
        const xml = ending ? project.xml(file) : undefined;
        if (!ending || !xml) return [];
        const root = `${ending[1] === 'report' ? 'Report' : 'Dashboard'}${ending[2] ?? ''}`;
        const [content = {}] = elements(xml, root);
        return [...new Set(missing(content, FORMS[root] ?? FOLDER))].map((element) => ({
            check: 'missing element',
            file,
            message: `${root} has no ${element}, and an org refuses it without.`
        }));
    });
