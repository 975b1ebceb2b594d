/** `amazon`: a partner's telephony by Amazon Connect, which refuses a blind transfer. */
export const TELEPHONIES = ['partner', 'amazon', 'native'] as const;
export type Telephony = (typeof TELEPHONIES)[number];

export const LINES = ['good', 'fair', 'poor'] as const;
export type Line = (typeof LINES)[number];

/** Shapes that public code tells of, or that no document rules out. Which rule each is for: README.md. */
export const ODD_SHAPES = [
    'mixedCase',
    'missingParticipant',
    'missingCallId',
    'ownCallIds',
    'nestedStats',
    'unknownKeys',
    'endNotTold'
] as const;
export type OddShape = (typeof ODD_SHAPES)[number];

/** When Salesforce has its record of a call; `never`: a connector that makes none. */
export const RECORDS = ['atStart', 'atEnd', 'never'] as const;
export type Records = (typeof RECORDS)[number];

/** The switches of the phone. */
export interface VoiceSettings {
    readonly telephony: Telephony;
    /** There is work after a call, and its end is told where the telephony tells it. */
    readonly wrapUp: boolean;
    /** Each event but the reports of the line is told twice. */
    readonly doubles: boolean;
    /** A page that is loaded anew is told the active call again. */
    readonly toldAgain: boolean;
    /** What the reports say of the line. */
    readonly line: Line;
    readonly records: Records;
    readonly odd: readonly OddShape[];
}

export const DEFAULT_SETTINGS: VoiceSettings = {
    telephony: 'partner',
    wrapUp: true,
    doubles: false,
    toldAgain: true,
    line: 'good',
    records: 'atStart',
    odd: []
};
