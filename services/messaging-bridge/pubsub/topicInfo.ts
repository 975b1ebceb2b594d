import { connect, ENDPOINT } from './connection.ts';
import type { Failure } from './failures.ts';
import { failureOfError } from './failures.ts';
import { TIMING } from './subscription.ts';
import type { SubscribeOptions } from './subscription.ts';
import type { TopicInfo } from './wire.ts';

/** What Salesforce says of a topic, to this user: the check before anything runs. */
export async function topicInfo(
    options: Pick<SubscribeOptions, 'topic' | 'endpoint' | 'certificateAuthority' | 'credentials' | 'timing'>
): Promise<TopicInfo | { readonly failure: Failure }> {
    const { topic, endpoint = ENDPOINT, certificateAuthority, credentials, timing } = options;
    try {
        const connection = connect({ ...TIMING, ...timing, endpoint, certificateAuthority }, await credentials.login());
        try {
            return await connection.topic(topic);
        } finally {
            connection.close();
        }
    } catch (error) {
        return { failure: failureOfError(error) };
    }
}
