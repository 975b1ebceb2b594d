// Another team's client, salesforce-pubsub-api-client, on the local org. Arguments: the folder it is installed in, the
// endpoint, the organization id, how many events to read. Prints each event as a line of JSON, then publishes one.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, endpoint, organizationId, count] = process.argv.slice(2);
const require = createRequire(path.join(folder, 'package.json'));
const { default: PubSubApiClient } = await import(
    pathToFileURL(require.resolve('salesforce-pubsub-api-client').replace(/\.cjs$/, '.js')).href
);
const quiet = { debug() {}, info() {}, warn: console.error, error: console.error };
const client = new PubSubApiClient(
    {
        authType: 'user-supplied',
        accessToken: 'good',
        instanceUrl: 'https://local.my.salesforce.com',
        organizationId,
        pubSubEndpoint: endpoint,
        rejectUnauthorizedSsl: false
    },
    quiet
);
await client.connect();
const topic = '/event/Outbound__e';
const said = await new Promise((resolve, reject) => {
    const events = [];
    client.subscribeFromEarliestEvent(
        topic,
        (_subscription, type, data) => {
            if (type === 'event') events.push(data);
            if (type === 'error') reject(data);
            if (events.length === Number(count)) resolve(events);
        },
        Number(count)
    );
});
for (const { id, payload } of said) console.log(JSON.stringify({ id, text: payload.Payload__c }));
const published = await client.publish(topic, {
    CreatedDate: Date.now(),
    CreatedById: '005000000000002AAA',
    Type__c: null,
    Payload__c: { string: 'from outside' }
});
console.log(JSON.stringify({ published: published.error == null }));
client.close();
process.exit(0);
