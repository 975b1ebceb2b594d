/** npm run test:chaos -- --rounds N --seed S: kills and pauses processes of the messaging bridge while it works. See docs/bridge.md. */
import { parseArgs } from 'node:util';
import { playAnswers } from '../local/bridgeChaos/agentAnswers.ts';
import { playChaos } from '../local/bridgeChaos/chaos.ts';
import type { ChaosReport } from '../local/bridgeChaos/chaos.ts';
import { playCustomers } from '../local/bridgeChaos/customers.ts';
import { playOutages } from '../local/bridgeChaos/outages.ts';
import type { ToldReport } from '../local/bridgeChaos/toldSalesforce.ts';
import { databaseOn } from '../test/databaseForTests.ts';
import { postgresForTests, postgresPrograms } from '../test/postgresForTests.ts';
import type { TestPostgres } from '../test/postgresForTests.ts';
import { smallDisk } from '../test/smallDisk.ts';
import type { SmallDisk } from '../test/smallDisk.ts';

const USAGE = `npm run test:chaos -- [--outages] [--rounds N] [--trouble P] [--seed S]

  --outages     no process is killed; what is around the bridge has its outages, one after the other
  --rounds N    processes that are killed on each database while reps write: 20 unless given; a quarter of
                them more while customers write at Genesys Cloud, and while agents answer there
  --trouble P   of a hundred requests to Genesys Cloud, and calls about routing, so many go wrong: 5 unless given
  --seed S      the same seed kills at the same places, as far as the machine lets it`;
const OUTAGE_MS = 20_000;

function stop(message: string): never {
    console.error(`${message}\n${USAGE}`);
    process.exit(2);
}

function wholeNumber(option: string, text: string | undefined, from: number, otherwise: number): number {
    if (text === undefined) return otherwise;
    const number = Number(text);
    if (!/^\d{1,9}$/.test(text) || number < from) stop(`${option} is "${text}". Allowed: a whole number from ${from}.`);
    return number;
}

interface Given {
    readonly isOutages: boolean;
    readonly rounds: number;
    readonly seed: number;
    readonly trouble: number;
}

function given(): Given {
    const text = { type: 'string' } as const;
    try {
        const { values } = parseArgs({
            options: { outages: { type: 'boolean' }, rounds: text, seed: text, trouble: text }
        });
        return {
            isOutages: values.outages === true,
            rounds: wholeNumber('--rounds', values.rounds, 1, 20),
            seed: wholeNumber('--seed', values.seed, 1, 1 + (Date.now() % 1_000_000_000)),
            trouble: wholeNumber('--trouble', values.trouble, 0, 5)
        };
    } catch (error) {
        return stop((error as Error).message);
    }
}

/** What has to be mended; false where something has. */
function isKept({
    doubled,
    failed,
    lost,
    outOfOrder
}: Pick<ChaosReport, 'doubled' | 'failed' | 'lost' | 'outOfOrder'>): boolean {
    console.log(`  lost ${lost.length}, doubled ${doubled.length}, out of order ${outOfOrder.length}`);
    const broken = [...lost, ...doubled, ...outOfOrder, ...failed];
    for (const line of broken.slice(0, 20)) console.log(`  BROKEN: ${line}`);
    return broken.length === 0;
}

function isRoutingKept({ routings, stoppedAmid }: ChaosReport): boolean {
    const { asked, broken, late, outcomes, untold } = routings;
    const counted = (counts: Readonly<Record<string, number>>): string =>
        Object.entries(counts)
            .map(([what, count]) => `${what} ${count}`)
            .join(', ');
    console.log(`  ${asked} routings: ${counted(outcomes)}; answers after the end ${late}`);
    console.log(`  of these stopped 20 s after they were asked for: ${counted(stoppedAmid)}`);
    console.log(`  timed out though Salesforce asked at once: ${untold.length}`);
    for (const line of untold.slice(0, 20)) console.log(`  ${line}`);
    const named = Object.entries(broken);
    console.log(`  ${counted(Object.fromEntries(named.map(([what, { length }]) => [what, length])))}`);
    for (const [what, lines] of named)
        for (const line of lines.slice(0, 10)) console.log(`  BROKEN (${what}): ${line}`);
    return named.every(([, { length }]) => length === 0);
}

function tell(report: ChaosReport): boolean {
    const { arrived, leadersKilled, ms, paused, told, toldThoughArrived, wentWrong, written } = report;
    const share = (count: number): string => `${((100 * count) / written).toFixed(2)} %`;
    console.log(`  ${written} written in ${Math.round(ms / 1_000)} s, ${arrived} arrived`);
    console.log(`  set aside and told to the rep: ${told} (${share(told)})`);
    console.log(`  of these arrived all the same: ${toldThoughArrived.length} (${share(toldThoughArrived.length)})`);
    console.log(`  leaders among the killed: ${leadersKilled}, paused: ${paused}`);
    for (const [where, counts] of [
        ['at Genesys Cloud', wentWrong.atGenesys],
        ['with calls about routing', wentWrong.withRoutings]
    ] as const) {
        const wrong = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
        if (wrong.length > 0) console.log(`  ${where}: ${wrong.join(', ')}`);
    }
    for (const line of toldThoughArrived.slice(0, 20)) console.log(`  ${line}`);
    const isTextKept = isKept(report);
    return isRoutingKept(report) && isTextKept;
}

function tellOfOthers(who: string, report: ToldReport): boolean {
    const { arrived, toldAgain, written } = report;
    console.log(`  ${who}: ${written} written, ${arrived} told, ${toldAgain} of them once more under the same id`);
    return isKept(report);
}

const { isOutages, rounds, seed, trouble } = given();
// The processes of the bridge end with this one.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
console.log(`seed ${seed}`);

async function play(postgres?: TestPostgres, disk?: SmallDisk): Promise<boolean> {
    console.log(postgres === undefined ? 'embedded, one process' : 'PostgreSQL, three processes');
    const onKill = (number: number): void => {
        if (number % 10 === 0) console.log(`  ${number} killed`);
    };
    const onOutage = (name: string, told: number): void => console.log(`  ${name}: ${told} told to the rep`);
    if (isOutages)
        return isKept(
            await playOutages({
                seed,
                eachMs: OUTAGE_MS,
                onOutage,
                ...(postgres && { postgres }),
                ...(disk && { disk })
            })
        );
    const options = { kills: rounds, seed, onKill, pauses: true, badShare: trouble / 100, isFirstKilled: true };
    const empty = async () => postgres && { postgres: (await databaseOn(postgres.url)).url };
    let isWell = tell(await playChaos({ ...options, ...(await empty()) }));
    const fewer = { kills: Math.ceil(rounds / 4), seed };
    const customers = await playCustomers({ ...fewer, ...(await empty()) });
    isWell = tellOfOthers('customers at Genesys Cloud', customers) && isWell;
    const answers = await playAnswers({ ...fewer, ...(await empty()) });
    return tellOfOthers('agents at Genesys Cloud', answers) && isWell;
}

let isWell = await play();
const programs = postgresPrograms();
if (programs === undefined) console.log('PostgreSQL: none for this machine is installed, left out');
else {
    const disk = isOutages ? smallDisk(256) : undefined;
    if (isOutages && disk === undefined) console.log('  a full disk: left out, since none can be mounted here');
    const server = await postgresForTests(programs, disk && { data: disk.folder });
    isWell = (await play(server, disk)) && isWell;
    await server.close();
    disk?.close();
}
console.log(isWell ? 'Every promise was kept.' : 'A promise was broken.');
process.exitCode = isWell ? 0 : 1;
