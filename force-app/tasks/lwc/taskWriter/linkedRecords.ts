import type { FieldValue } from 'c/attributeMapping';

type Values = Readonly<Record<string, FieldValue | undefined>>;

/** Key prefix of Lead. */
const LEAD = '00Q';

export const LINKS = ['WhoId', 'WhatId'] as const;

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
