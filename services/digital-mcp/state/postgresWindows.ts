import type { QueryResultRow } from 'pg';
import { longest } from './slidingWindows.ts';
import type { Full, Limit, SlidingWindows } from './slidingWindows.ts';

type Rows = <Row extends QueryResultRow>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** `[1793610000000, 1793610004211]`: when those of the last window were let through. */
const NONE = '[]';

/**
 * What each key has let through, seen from the database's clock once all rows are locked. A moment that lies ahead, because
 * that clock was set back, counts from now on.
 */
const looked = (table: string, lock: string): string => `
    with locked as materialized (
        select key, value from ${table} where key = any($1::text[]) order by key ${lock}
    ), clock as materialized (
        select count(*), floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now from locked
    ), looked as materialized (
        select asked.key, asked.most, clock.now, array(
            select least(moment.at::bigint, clock.now)
            from json_array_elements_text(locked.value::json) with ordinality as moment(at, place)
            where least(moment.at::bigint, clock.now) > clock.now - $3::bigint
            order by moment.place
        ) as times
        from locked join unnest($1::text[], $2::int[]) as asked(key, most) using (key) cross join clock
    ), judged as materialized (
        select key, now, times,
            case when cardinality(times) < most then 0
                 else times[cardinality(times) - most + 1] + $3::bigint - now end as wait
        from looked
    )`;

/** The windows in the table of a store; of several who ask at once as many are let through as may be. */
export function postgresWindows(table: string, rows: Rows): SlidingWindows {
    const prepare = `
        insert into ${table} (key, value, until)
        select key, '${NONE}', clock_timestamp() + $2::float8 * interval '1 millisecond' from unnest($1::text[]) as key
        on conflict (key) do nothing`;
    const admit = `${looked(table, 'for update')}, goes as materialized (
            select count(*) = cardinality($1::text[]) and max(wait) = 0 as through from judged
        )
        update ${table} as held set
            value = array_to_json(case when goes.through then judged.times || judged.now else judged.times end)::text,
            until = clock_timestamp() + $3::float8 * interval '1 millisecond'
        from judged, goes where held.key = judged.key
        returning held.key, judged.wait::float8 as wait`;
    const look = `${looked(table, '')} select key, wait::float8 as wait from judged`;

    /** In one order everywhere, so that two who ask never wait for one another. */
    function valuesOf(limits: readonly Limit[], windowMs: number): [string[], number[], number] {
        const sorted = limits.toSorted((one, other) => (one.key < other.key ? -1 : 1));
        return [sorted.map(({ key }) => keyOf(key)), sorted.map(({ most }) => most), windowMs];
    }

    return {
        async admit(limits, windowMs): Promise<Full | undefined> {
            if (limits.length === 0) return undefined;
            const values = valuesOf(limits, windowMs);
            for (;;) {
                const judged = await rows<Judged>(admit, values);
                if (judged.length === limits.length) return fullIn(judged);
                // Not there yet, or just swept away.
                await rows(prepare, [values[0], windowMs]);
            }
        },
        async full(limits, windowMs): Promise<Full | undefined> {
            return limits.length === 0 ? undefined : fullIn(await rows<Judged>(look, valuesOf(limits, windowMs)));
        }
    };
}

interface Judged {
    readonly key: string;
    readonly wait: number;
}

const PREFIX = 'window:';
const keyOf = (key: string): string => `${PREFIX}${key}`;

function fullIn(judged: readonly Judged[]): Full | undefined {
    const all = judged.filter(({ wait }) => wait > 0);
    return longest(all.map(({ key, wait }) => ({ key: key.slice(PREFIX.length), waitMs: wait })));
}
