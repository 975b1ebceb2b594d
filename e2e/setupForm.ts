import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { Locator } from 'playwright-core';

const FIELDS = path.resolve(
    import.meta.dirname,
    '../force-app/tasks/objects/Switchboard_Attribute_Mapping__mdt/fields'
);

interface FormField {
    readonly fullName: string;
    readonly label: string;
    readonly type: string;
}

/** The form that Setup shows for a new mapping record, made of the type's own fields. */
function formFields(): readonly FormField[] {
    const parser = new XMLParser({ parseTagValue: false });
    return readdirSync(FIELDS).map((file) => {
        const { CustomField } = parser.parse(readFileSync(path.join(FIELDS, file), 'utf8')) as {
            CustomField: FormField;
        };
        return CustomField;
    });
}

/**
 * What an admin has typed into that form who looked at the page's list of values, and pasted where it has a copy button.
 * Throws when the list and the form do not name the same fields.
 */
export async function typedIntoForm(values: Locator): Promise<{ name: string; fields: Record<string, unknown> }> {
    const page = values.page();
    const typed = new Map<string, string>();
    for (const line of await values.locator('dl > div').all()) {
        const label = await line.locator('dt').innerText();
        const copy = line.getByRole('button', { name: `Copy ${label}`, exact: true });
        const said = values.getByText(`Copied: ${label}`, { exact: true });
        if ((await copy.count()) === 0) {
            typed.set(label, await line.locator('[data-id="shown"]').innerText());
        } else {
            await copy.click();
            await said.waitFor();
            typed.set(label, await page.evaluate(() => navigator.clipboard.readText()));
        }
    }
    const take = (label: string): string => {
        const text = typed.get(label);
        if (text === undefined)
            throw new Error(`The page names no ${label}; it names ${[...typed.keys()].join(', ')}.`);
        typed.delete(label);
        return text;
    };
    const name = take('Switchboard Attribute Mapping Name');
    const fields: Record<string, unknown> = { Label: take('Label') };
    for (const { fullName, label, type } of formFields()) {
        const text = take(label);
        if (text === '(leave empty)') continue;
        fields[fullName] = type === 'Number' ? Number(text) : type === 'Checkbox' ? text === 'ticked' : text;
    }
    if (typed.size > 0) throw new Error(`Setup's form has no ${[...typed.keys()].join(', ')}.`);
    return { name, fields };
}
