import type { FieldDescriptions, FieldValue } from 'c/attributeMapping';

type Values = Readonly<Record<string, FieldValue | undefined>>;

/** Key prefix of Lead. */
const LEAD = '00Q';

export const LINKS = ['WhoId', 'WhatId'] as const;

const RECORD_ID = /^(?=.*\d)[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})?$/;

/** The fields of these values that name a record: as the org describes them, else as their values look. */
export function namingRecords(values: Values, fields: FieldDescriptions): string[] {
    return Object.keys(values).filter((name) => {
        if (LINKS.some((link) => link === name)) return true;
        const described = fields?.[name];
        return described ? described.dataType.toLowerCase() === 'reference' : RECORD_ID.test(String(values[name]));
    });
}

/**
 * The platform takes no Related To beside a lead. What a save leaves on the Task counts too: a picked Name takes a Related
 * To away that nobody picked; otherwise the one that would come second is left out. Returns the names to leave out, and
 * what has to be cleared.
 */
export function keepLeadAlone(
    values: Values,
    present: Values,
    picked: readonly string[]
): { readonly leftOut: readonly string[]; readonly cleared: Readonly<Record<string, null>> } {
    const after = { ...present, ...values };
    const isLead = typeof after.WhoId === 'string' && after.WhoId.startsWith(LEAD);
    const related = after.WhatId ?? '';
    if (!isLead || related === '') {
        return { leftOut: [], cleared: {} };
    }
    const setsWho = Object.hasOwn(values, 'WhoId') && values.WhoId !== present.WhoId;
    const setsWhat = Object.hasOwn(values, 'WhatId') && values.WhatId !== present.WhatId;
    if (setsWho && picked.includes('WhoId') && !picked.includes('WhatId')) {
        return { leftOut: setsWhat ? ['WhatId'] : [], cleared: setsWhat ? {} : { WhatId: null } };
    }
    if (setsWhat && !(setsWho && picked.includes('WhatId'))) {
        return { leftOut: ['WhatId'], cleared: {} };
    }
    return { leftOut: setsWho ? ['WhoId'] : [], cleared: {} };
}
