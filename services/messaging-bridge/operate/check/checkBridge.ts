import { randomUUID } from 'node:crypto';
import { GenesysError, hintFor, readSecret } from '@switchboard/genesys-api';
import { operation } from '../../genesys/callOnce.ts';
import type { InteractionService } from '../../salesforce/interactionService.ts';
import { capabilitiesBody } from '../../salesforce/bodies/capabilitiesBody.ts';
import { NoToken } from '../../salesforce/jwtBearer.ts';
import type { SalesforceToken } from '../../salesforce/jwtBearer.ts';
import { openPostgres } from '../../store/postgres.ts';
import { assertTables } from '../../store/tables.ts';
import type { BridgeConfiguration } from '../configuration.ts';
import { genesysOf } from '../genesysOf.ts';
import type { Place } from '../place.ts';
import { salesforceOf } from '../salesforceOf.ts';
import { FORMATS } from './capabilities.ts';
import { checkChannel } from './channelSettings.ts';
import type { Checked } from './finding.ts';

type Check = Checked | readonly Checked[];

/** Signs in on both sides, registers what the bridge can show, and compares the settings. Sends no message. */
export async function checkBridge(configuration: BridgeConfiguration, place: Place): Promise<Checked[]> {
    const salesforce = salesforceOf(configuration, place);
    const found: Checked[] = [];
    const look = async (what: string, check: () => Promise<Check>): Promise<void> => {
        try {
            found.push(...[await check()].flat());
        } catch (error) {
            // A secret that cannot be read, a sign-in that is not taken: their messages are for people to read.
            found.push({ outcome: 'failed', what, text: error instanceof Error ? error.message : 'It failed.' });
        }
    };

    await look('database', () => checkDatabase(configuration, place));
    let token: SalesforceToken | undefined;
    await look('sign-in to Salesforce', async () => {
        token = await salesforce.signIn().catch((error: unknown) => {
            throw error instanceof NoToken ? new Error(`${error.message}.`) : error;
        });
        return { outcome: 'ok', what: 'sign-in to Salesforce', text: `${configuration.salesforce.user} has a token.` };
    });
    if (token !== undefined) {
        const signedIn = token;
        await look('stream', () => checkStream(salesforce));
        await look('capabilities', () => register(salesforce.service, configuration));
        await look('channel settings', () => checkChannel(signedIn, configuration));
    }
    await look('sign-in to Genesys Cloud', () => checkGenesys(configuration, place));
    return found;
}

async function checkDatabase({ database: kept }: BridgeConfiguration, { env, folder }: Place): Promise<Checked> {
    const what = 'database';
    if ('folder' in kept)
        return { outcome: 'ok', what, text: 'A folder, for one process alone. It survives a kill, not a power cut.' };
    const database = openPostgres(readSecret(kept.postgres, env, folder), 1);
    try {
        await database.query('select 1');
        const why = await assertTables(database).then(
            () => '',
            (error: unknown) => (error as Error).message
        );
        return {
            outcome: 'ok',
            what,
            text: why === '' ? 'PostgreSQL, with the tables of this version.' : `PostgreSQL. ${why}`
        };
    } finally {
        await database.close();
    }
}

async function checkStream(salesforce: ReturnType<typeof salesforceOf>): Promise<Checked> {
    const what = 'stream';
    const told = await salesforce.topicInfo();
    if ('failure' in told) return { outcome: 'failed', what, text: told.failure.text };
    return told.canSubscribe
        ? { outcome: 'ok', what, text: `${salesforce.topic} can be read.` }
        : {
              outcome: 'failed',
              what,
              text: `The user may not read ${salesforce.topic}. Assign the permission set Switchboard Bridge.`
          };
}

async function register(service: InteractionService, { salesforce }: BridgeConfiguration): Promise<Checked> {
    const what = 'capabilities';
    const { channel, organizationId } = salesforce;
    const answer = await service(
        'capabilities',
        capabilitiesBody({ namespace: organizationId.slice(0, 15), channel, formats: FORMATS })
    );
    if (answer.kind === 'done')
        return { outcome: 'ok', what, text: 'Registered: Salesforce sends all formats that the bridge can show.' };
    const hint =
        answer.kind === 'later' && answer.needsSetup
            ? ' Look at salesforce.channel, organizationId and interactions, and at the scope interaction_api of the app.'
            : '';
    return { outcome: 'failed', what, text: `The Interaction Service does not take them: ${answer.reason}.${hint}` };
}

/** Asks for a conversation that there is not: whether it may look, the answer tells all the same. */
async function checkGenesys(configuration: BridgeConfiguration, place: Place): Promise<Checked> {
    const what = 'sign-in to Genesys Cloud';
    try {
        await genesysOf(configuration, place).client.call(operation('get_message'), { conversationId: randomUUID() });
    } catch (error) {
        if (!(error instanceof GenesysError)) throw error;
        const { failure } = error.facts;
        if (failure !== 'refused') {
            const hint =
                failure === 'signInFailed' || failure === 'notSent'
                    ? 'Check genesys.region, clientId and clientSecret, and the way to the internet.'
                    : hintFor(error.facts);
            return { outcome: 'failed', what, text: `${error.message.replace(/^get_message: /, '')}. ${hint}` };
        }
    }
    return { outcome: 'ok', what, text: 'The OAuth client has a token and may look at conversations.' };
}
