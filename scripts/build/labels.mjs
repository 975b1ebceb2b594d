// The project's custom labels. Plain JavaScript, because Jest's configuration reads them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({ isArray: (name) => name === 'labels', parseTagValue: false });

/** Label files below `force-app`. */
export function labelFilesIn(app) {
    const files = [];
    if (!existsSync(app)) return files;
    for (const entry of readdirSync(app, { withFileTypes: true })) {
        const folder = path.join(app, entry.name, 'labels');
        if (!entry.isDirectory() || !existsSync(folder)) continue;
        for (const file of readdirSync(folder))
            if (file.endsWith('.labels-meta.xml')) files.push(path.join(folder, file));
    }
    return files.sort();
}

/** The labels of one file: English text by name. */
export function labelsOf(file) {
    const labels = parser.parse(readFileSync(file, 'utf8'))?.CustomLabels?.labels ?? [];
    return Object.fromEntries(labels.map((label) => [String(label.fullName), String(label.value ?? '')]));
}

/** All labels: English text by name. */
export function readLabels(app) {
    return Object.assign({}, ...labelFilesIn(app).map(labelsOf));
}
