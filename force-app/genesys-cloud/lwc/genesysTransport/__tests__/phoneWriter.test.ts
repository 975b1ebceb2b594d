import { createPhoneWriter } from 'c/genesysTransport';
import { SaveError } from 'c/taskSync';
import type { Attributes } from 'c/interactionAttributes';
import type { SaveRequest, TaskKey } from 'c/taskSync';
import { CALL, fakeConnection } from './fakeConnection.ts';

const KEY: TaskKey = {
    id: `${CALL}:part-1`,
    conversationId: CALL,
    userId: '005',
    connectedTime: '2026-03-02T09:00:00.000Z'
};
const request = (attributes: Attributes): SaveRequest =>
    ({ attributes, patch: {}, defaults: {} }) as unknown as SaveRequest;
const sentAttributes = (connection: ReturnType<typeof fakeConnection>): unknown[] =>
    connection.sent.map(({ data }) => data.attributes);

it('the phone is given the attributes as text', async () => {
    const connection = fakeConnection();
    const result = await createPhoneWriter(connection).save(
        KEY,
        request({ 'Call.QueueName': 'Service', 'Interaction.TotalAcdTime': 4, 'Call.Internal': false })
    );
    expect(connection.sent).toEqual([
        {
            type: 'PureCloud.Interaction.addCustomAttributes',
            data: {
                id: CALL,
                attributes: { 'Call.Internal': 'false', 'Call.QueueName': 'Service', 'Interaction.TotalAcdTime': '4' }
            }
        }
    ]);
    expect(result).toEqual({ outcome: 'handedToPhone', wrote: true, unsaved: [] });
});

it('the phone is given only what changed since', async () => {
    const connection = fakeConnection();
    const writer = createPhoneWriter(connection);
    await writer.save(KEY, request({ 'Call.QueueName': 'Service', 'Interaction.TotalAcdTime': 4 }));
    await writer.save(KEY, request({ 'Call.QueueName': 'Service', 'Interaction.TotalAcdTime': 9 }));
    expect(sentAttributes(connection)[1]).toEqual({ 'Interaction.TotalAcdTime': '9' });
});

it('the phone is not given again what it was given before the last time', async () => {
    const connection = fakeConnection();
    const writer = createPhoneWriter(connection);
    await writer.save(KEY, request({ 'Call.QueueName': 'Service' }));
    await writer.save(KEY, request({ 'Call.QueueName': 'Service', 'Interaction.TotalAcdTime': 4 }));
    await writer.save(KEY, request({ 'Call.QueueName': 'Service', 'Interaction.TotalAcdTime': 4 }));
    expect(connection.sent).toHaveLength(2);
});

it('the phone is not disturbed when nothing changed', async () => {
    const connection = fakeConnection();
    const writer = createPhoneWriter(connection);
    await writer.save(KEY, request({ 'Call.QueueName': 'Service' }));
    expect(await writer.save(KEY, request({ 'Call.QueueName': 'Service' }))).toMatchObject({ wrote: false });
    expect(connection.sent).toHaveLength(1);
});

it('each handling of a conversation is given everything anew', async () => {
    const connection = fakeConnection();
    const writer = createPhoneWriter(connection);
    await writer.save(KEY, request({ 'Call.QueueName': 'Service' }));
    await writer.save({ ...KEY, id: `${CALL}:part-2` }, request({ 'Call.QueueName': 'Service' }));
    expect(connection.sent).toHaveLength(2);
});

it('what the phone said itself is not handed back to it', async () => {
    const connection = fakeConnection();
    const attributes = {
        'Participant.tier': 'gold',
        'Salesforce.ParticipantId': 'part-1',
        'Interaction.Url': 'https://x'
    };
    expect(await createPhoneWriter(connection).save(KEY, request(attributes))).toMatchObject({ wrote: false });
    expect(connection.sent).toEqual([]);
});

it('deleted notes are cleared', async () => {
    const connection = fakeConnection();
    await createPhoneWriter(connection).save(KEY, request({ 'Salesforce.InteractionLogNotes': null }));
    expect(sentAttributes(connection)).toEqual([{ 'Salesforce.InteractionLogNotes': null }]);
});

it('what could not be sent is sent with the next try', async () => {
    const connection = fakeConnection();
    const writer = createPhoneWriter(connection);
    connection.failure = new Error('closed');
    const failed = writer.save(KEY, request({ 'Call.QueueName': 'Service' }));
    await expect(failed).rejects.toThrow(SaveError);
    await expect(failed).rejects.toMatchObject({ transient: true });
    connection.failure = undefined;
    await writer.save(KEY, request({ 'Call.QueueName': 'Service' }));
    expect(sentAttributes(connection)).toEqual([{ 'Call.QueueName': 'Service' }]);
});
