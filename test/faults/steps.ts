/** What can happen in a schedule. */
import type { RequestFault } from './world/network.ts';
import type { PhoneStep } from './world/phone.ts';

export const REFUSALS = ['rowLock', 'validationRule', 'requiredField', 'duplicateRule'] as const;
export const PERSON_STEPS = ['editsQueue', 'editsScore', 'editsTier', 'editsName', 'editsComments', 'deletes'] as const;
/** What an agent picks as the Task's Name or Related To. */
export const PICKS = ['contact', 'lead', 'nobody', 'account', 'nothing'] as const;
/** What happens while a save is under way: to its tab, or on the phone. */
export const MEANWHILE = ['queue', 'tier', 'next', 'notes', 'phoneLogs', 'freeze', 'nap', 'crash'] as const;
export const TAB_STEPS = ['open', 'close', 'reload', 'freeze', 'thaw', 'crash'] as const;

/** One thing that happens. Numbers choose among what there is, so that any part of a schedule is a schedule. */
export type Step =
    | { readonly do: 'phone'; readonly call: number; readonly what: PhoneStep }
    | { readonly do: 'notes'; readonly call: number }
    | { readonly do: 'tab'; readonly what: (typeof TAB_STEPS)[number]; readonly which: number }
    | { readonly do: 'crashSoon'; readonly which: number; readonly steps: number }
    | { readonly do: 'pass'; readonly ms: number }
    | { readonly do: 'network'; readonly fault: RequestFault; readonly count: number }
    | { readonly do: 'offline'; readonly ms: number }
    | { readonly do: 'refuse'; readonly what: (typeof REFUSALS)[number] }
    | { readonly do: 'session' }
    | { readonly do: 'person'; readonly what: (typeof PERSON_STEPS)[number]; readonly which: number }
    | {
          readonly do: 'meanwhile';
          readonly during: 'lookUp' | 'write';
          readonly what: (typeof MEANWHILE)[number];
      }
    | { readonly do: 'relate'; readonly call: number; readonly which: number; readonly pick: (typeof PICKS)[number] }
    | { readonly do: 'merge'; readonly which: number }
    | { readonly do: 'phoneRefuses'; readonly count: number }
    | { readonly do: 'clock'; readonly ms: number; readonly which: number }
    | { readonly do: 'otherUser' }
    | { readonly do: 'damage'; readonly which: number; readonly how: 'cut' | 'older' | 'cleared' }
    | { readonly do: 'grant' }
    | { readonly do: 'retry'; readonly which: number };
