import * as z from 'zod';

/**
 * The events of the voice toolkit as a zod schema: the fields that the decoder reads, with the same tolerance as far as
 * zod can say it. What the schema does not do: survive an event that cannot be read, ignore inherited keys.
 */
const text = z.string().trim().min(1).optional().catch(undefined);
const time = z.number().min(-8.64e15).max(8.64e15).optional().catch(undefined);
const count = z.number().nonnegative().optional().catch(undefined);
const callId = z.string().trim().min(1);
const callType = z
    .string()
    .transform((raw) => ({ raw, folded: raw.trim().toLowerCase() }))
    .refine(({ folded }) => folded !== '')
    .optional()
    .catch(undefined);

const described = <Names extends readonly [string, ...string[]], Detail extends z.ZodRawShape>(
    names: Names,
    detail: Detail
) => z.object({ type: z.enum(names), detail: z.object({ callId, ...detail }) });

const role = z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['agent', 'supervisor', 'enduser']))
    .catch('unknown' as never);
const said = { id: text, clientSentTimestamp: time, serverReceivedTimestamp: time, voiceCallId: text };
const sender = z.object({ role, displayName: text }).catch({ role: 'unknown' as never });
const spoken = z.object({ text: z.string(), formatType: text });
const lowered = z
    .object({ text: z.string().optional().catch(undefined), formatType: text })
    .nullish()
    .catch(undefined);

const figures = {
    packetsLost: count,
    packetsCount: count,
    jitterBufferMillis: count,
    roundTripTimeMillis: count
};
const channels = z.object({
    inputChannelStats: z.object(figures).optional().catch(undefined),
    outputChannelStats: z.object(figures).optional().catch(undefined)
});
const stats = z.union([z.string(), channels, z.array(channels).transform(([first]) => first)]).optional();

const union = z.discriminatedUnion('type', [
    described(['callstarted', 'callconnected'], { callType, participant: text }),
    described(['hold', 'resume', 'participantadded', 'participantremoved'], { participant: text }),
    described(['callended', 'mute', 'unmute', 'conference', 'swap'], {}),
    described(['pauserecording', 'resumerecording', 'wrapupended'], {}),
    described(['transcript', 'flagraise', 'note'], { ...said, content: spoken, sender }),
    described(['flaglower'], { ...said, content: lowered, sender }),
    described(['audiostats'], { ...figures, stats: stats.catch(undefined) })
]);

export interface ZodAnswer {
    readonly ok: boolean;
    readonly event?: object;
}

export function parseWithZod({ type, detail }: { readonly type: string; readonly detail: unknown }): ZodAnswer {
    const parsed = union.safeParse({ type, detail });
    return parsed.success ? { ok: true, event: levelled(parsed.data) } : { ok: false };
}

/** In the words and the shape of the decoder. */
function levelled({ type, detail }: z.infer<typeof union>): object {
    if ('sender' in detail) {
        const {
            content,
            clientSentTimestamp: clientSentAt,
            serverReceivedTimestamp: serverReceivedAt,
            ...rest
        } = detail;
        return { type, ...rest, clientSentAt, serverReceivedAt, ...content };
    }
    if (!('stats' in detail)) return { type, ...detail };
    const { callId: of, stats: told, ...flat } = detail;
    if (typeof told === 'string')
        return { type, callId: of, [told === 'inputChannelStats' ? 'input' : 'output']: flat };
    return { type, callId: of, input: told?.inputChannelStats, output: told?.outputChannelStats };
}
