/** From where to where a notification of an open messaging integration goes: `channel`, in Genesys Cloud's words. */
export const CHANNEL = {
    id: 'integration-1',
    platform: 'Open',
    type: 'Private',
    to: { id: 'conversation-1' },
    from: { nickname: 'Care app', id: 'integration-1', idType: 'Opaque' },
    time: '2026-11-22T08:00:00.000Z',
    messageId: 'message-1'
} as const;
