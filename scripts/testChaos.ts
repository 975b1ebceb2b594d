/** npm run test:chaos -- --rounds N --seed S: kills processes of the messaging bridge while it works. See docs/bridge.md. */
import { parseArgs } from 'node:util';
import { playChaos } from '../local/bridgeChaos/chaos.ts';
import type { ChaosReport } from '../local/bridgeChaos/chaos.ts';
import { postgresForTests, postgresPrograms } from '../test/postgresForTests.ts';

const USAGE = `npm run test:chaos -- [--rounds N] [--trouble P] [--seed S]

  --rounds N    processes that are killed on each database: 20 unless given
  --trouble P   of a hundred requests to Genesys Cloud so many go wrong: 5 unless given; 0 for none
  --seed S      the same seed kills at the same places, as far as the machine lets it`;
const PAUSE_MS = 20_000;

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

function given(): { readonly rounds: number; readonly seed: number; readonly trouble: number } {
    const text = { type: 'string' } as const;
    try {
        const { values } = parseArgs({ options: { rounds: text, seed: text, trouble: text } });
        return {
            rounds: wholeNumber('--rounds', values.rounds, 1, 20),
            seed: wholeNumber('--seed', values.seed, 1, 1 + (Date.now() % 1_000_000_000)),
            trouble: wholeNumber('--trouble', values.trouble, 0, 5)
        };
    } catch (error) {
        return stop((error as Error).message);
    }
}

function tell(where: string, report: ChaosReport): boolean {
    const { arrived, doubled, failed, leadersKilled, lost, ms, outOfOrder, paused, told, written } = report;
    const { toldThoughArrived, wentWrong } = report;
    const share = (count: number): string => `${((100 * count) / written).toFixed(2)} %`;
    console.log(`${where}: ${written} written in ${Math.round(ms / 1_000)} s, ${arrived} arrived`);
    console.log(`  lost ${lost.length}, doubled ${doubled.length}, out of order ${outOfOrder.length}`);
    console.log(`  set aside and told to the rep: ${told} (${share(told)})`);
    console.log(`  of these arrived all the same: ${toldThoughArrived.length} (${share(toldThoughArrived.length)})`);
    console.log(`  leaders among the killed: ${leadersKilled}, paused: ${paused}`);
    const wrong = Object.entries(wentWrong).map(([kind, count]) => `${kind} ${count}`);
    if (wrong.length > 0) console.log(`  at Genesys Cloud: ${wrong.join(', ')}`);
    for (const line of toldThoughArrived.slice(0, 20)) console.log(`  ${line}`);
    const broken = [...lost, ...doubled, ...outOfOrder, ...failed];
    for (const line of broken.slice(0, 20)) console.log(`  BROKEN: ${line}`);
    return broken.length === 0;
}

const { rounds, seed, trouble } = given();
console.log(`seed ${seed}`);
const onKill = (number: number): void => {
    if (number % 10 === 0) console.log(`  ${number} killed`);
};
const options = { kills: rounds, seed, onKill, pauseMs: PAUSE_MS, badShare: trouble / 100 };
let isKept = tell('embedded, one process', await playChaos(options));
const programs = postgresPrograms();
if (programs === undefined) console.log('PostgreSQL: none for this machine is installed, left out');
else {
    const server = await postgresForTests(programs);
    isKept = tell('PostgreSQL, three processes', await playChaos({ ...options, postgres: server.url })) && isKept;
    await server.close();
}
console.log(isKept ? 'Every promise was kept.' : 'A promise was broken.');
process.exitCode = isKept ? 0 : 1;
