import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

const TODAY_MS = 12 * 60 * 60 * 1000;
const CLOCK = { hour: 'numeric', minute: '2-digit', timeZone } as const;
/** Made once: making one takes far longer than using it, and the open conversations ask each second. */
const today = new Intl.DateTimeFormat(locale, CLOCK);
const otherDay = new Intl.DateTimeFormat(locale, { weekday: 'short', ...CLOCK });

/**
 * `2:05 PM`, or `Fri 2:05 PM` when it is more than twelve hours from `now`: in the user's language and time zone.
 * @param iso ISO 8601; what is no time comes back as it is
 * @param now milliseconds since 1970
 */
export function timeOfDay(iso: string, now: number): string {
    const moment = Date.parse(iso);
    if (!Number.isFinite(moment)) return iso;
    return (Math.abs(now - moment) > TODAY_MS ? otherDay : today).format(moment);
}
