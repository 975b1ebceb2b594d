/** npm run test:chaos -- --rounds N --seed S: kills processes of the messaging bridge while it works. See docs/bridge.md. */
import { parseArgs } from 'node:util';
import { playChaos } from '../local/bridgeChaos/chaos.ts';
import type { ChaosReport } from '../local/bridgeChaos/chaos.ts';
import { postgresForTests, postgresPrograms } from '../test/postgresForTests.ts';

const USAGE = `npm run test:chaos -- [--rounds N] [--seed S]

  --rounds N    processes that are killed on each database: 20 unless given
  --seed S      the same seed kills at the same places, as far as the machine lets it`;
const PAUSE_MS = 20_000;

function stop(message: string): never {
    console.error(`${message}\n${USAGE}`);
    process.exit(2);
}

function wholeNumber(option: string, text: string | undefined, otherwise: number): number {
    if (text === undefined) return otherwise;
    const number = Number(text);
    if (!/^\d{1,9}$/.test(text) || number < 1) stop(`${option} is "${text}". Allowed: a whole number from 1.`);
    return number;
}

function given(): { readonly rounds: number; readonly seed: number } {
    try {
        const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
        return {
            rounds: wholeNumber('--rounds', values.rounds, 20),
            seed: wholeNumber('--seed', values.seed, Date.now() % 1_000_000_000)
        };
    } catch (error) {
        return stop((error as Error).message);
    }
}

function tell(where: string, report: ChaosReport): boolean {
    const { arrived, doubled, failed, lost, ms, outOfOrder, told, toldThoughArrived, written } = report;
    const share = ((100 * told) / written).toFixed(2);
    console.log(`${where}: ${written} written in ${Math.round(ms / 1_000)} s, ${arrived} arrived`);
    console.log(`  lost ${lost.length}, doubled ${doubled.length}, out of order ${outOfOrder.length}`);
    console.log(
        `  set aside and told to the rep: ${told} (${share} %), of these arrived all the same: ${toldThoughArrived}`
    );
    const broken = [...lost, ...doubled, ...outOfOrder, ...failed];
    for (const line of broken.slice(0, 20)) console.log(`  ${line}`);
    return broken.length === 0;
}

const { rounds, seed } = given();
console.log(`seed ${seed}`);
const onKill = (number: number): void => {
    if (number % 10 === 0) console.log(`  ${number} killed`);
};
let isKept = tell('embedded, one process', await playChaos({ kills: rounds, seed, onKill }));
const programs = postgresPrograms();
if (programs === undefined) console.log('PostgreSQL: none for this machine is installed, left out');
else {
    const server = await postgresForTests(programs);
    const options = { kills: rounds, seed, onKill, pauseMs: PAUSE_MS, postgres: server.url };
    isKept = tell('PostgreSQL, three processes', await playChaos(options)) && isKept;
    await server.close();
}
console.log(isKept ? 'Every promise was kept.' : 'A promise was broken.');
process.exitCode = isKept ? 0 : 1;
