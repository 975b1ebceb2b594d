import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { howToCheck } from './howToCheck.ts';
import { TOOLS, toolNamed } from '../tools/tools.ts';

describe('an AI client is told which tool shows whether a change was done', () => {
    const IDS = { PCID: 'support', conversationId: 'c', communicationId: 'd', participantId: 'p', textBody: 'Hello' };
    for (const [change, reader, given] of [
        ['post_email_messages', 'get_email_messages', { PCID: 'support', conversationId: 'c' }],
        ['post_message_communication_messages', 'get_message', { PCID: 'support', conversationId: 'c' }],
        ['patch_email_messages_draft', 'get_email_messages_draft', { PCID: 'support', conversationId: 'c' }],
        [
            'post_video_participant_communication_wrapup',
            'get_video_participant_communication_wrapup',
            { PCID: 'support', conversationId: 'c', participantId: 'p', communicationId: 'd' }
        ],
        ['post_messages_agentless', 'get_messages', { PCID: 'support' }]
    ] as const)
        it(change, () => {
            const tool = toolNamed(change);
            assert.ok(tool);
            const expected = { tool: `genesys_conversations_digital_${reader}`, arguments: given };
            assert.deepEqual(howToCheck(tool, IDS), { howToCheck: expected });
        });
});

test('where no tool shows it, that is said', () => {
    const without = TOOLS.filter((tool) => !tool.readOnly && typeof howToCheck(tool, {})['howToCheck'] === 'string');
    assert.deepEqual(
        without.map(({ shortName }) => shortName),
        ['post_faxes', 'post_videos_meetings']
    );
});
