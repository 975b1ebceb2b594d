import type { TimeSlot } from '../content/choices.ts';
import type { TextSettings } from './settings.ts';

function formatIn(locale: string, timeZone: string): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(locale, {
        timeZone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short'
    });
}

/** A locale or zone that this machine does not know must not keep a message from the customer. */
function formatOf({ locale, timeZone }: TextSettings): Intl.DateTimeFormat {
    try {
        return formatIn(locale, timeZone);
    } catch {
        return formatIn('en', 'UTC');
    }
}

function durationOf(seconds: number, locale: string): string {
    const minutes = Math.round(seconds / 60);
    try {
        return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute' }).format(minutes);
    } catch {
        return `${minutes} min`;
    }
}

// ICU puts narrow spaces between time and AM, for which an SMS would leave its 7-bit alphabet and hold half as much.
const plainSpaces = (text: string): string => text.replaceAll(/[\u00A0\u2009\u202F]/g, ' ');

/** `Wed, Feb 25, 2026, 3:00 PM GMT+1 (60 min)`. A time that is none is given as it came. */
export function timeSlotText({ startTime, duration }: TimeSlot, settings: TextSettings): string {
    // Salesforce's schema prints both `2021-02-25T14:00:00Z` and `2021-02-25 14:00:00`; without a zone it is UTC.
    const iso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(startTime)
        ? `${startTime.replace(' ', 'T')}Z`
        : startTime;
    const start = new Date(iso);
    const when = Number.isNaN(start.getTime()) ? startTime : formatOf(settings).format(start);
    const long = duration === undefined || !(duration > 0) ? '' : ` (${durationOf(duration, settings.locale)})`;
    return plainSpaces(`${when}${long}`);
}
