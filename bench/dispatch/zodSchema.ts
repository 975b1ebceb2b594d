import * as z from 'zod';

/**
 * The union of the client events as a zod schema: the fields that the codec reads, with the same tolerance as far as zod
 * can say it. What is before the schema (case, `new` and `old`, a bare id) is plain code here too, as anybody would write
 * it. What the schema does not do: name the odd fields, tell that nothing of a body was left, ignore inherited keys.
 */
const text = z
    .string()
    .nullish()
    .transform((value) => value || undefined)
    .catch(undefined);
const flag = z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined)
    .catch(undefined);
const seconds = z
    .union([z.number().nonnegative(), z.string().trim().min(1).transform(Number).pipe(z.number().nonnegative())])
    .optional()
    .catch(undefined);
const phone = z
    .string()
    .nullish()
    .transform((value) => value?.replace(/^tel:/i, '') || undefined)
    .catch(undefined);
const direction = z
    .string()
    .toLowerCase()
    .transform((word) => (word === 'inbound' ? 'Inbound' : word === 'outbound' ? 'Outbound' : undefined))
    .optional()
    .catch(undefined);
const id = z.string().regex(/^[0-9a-z][\w.:-]{0,254}$/i);

const interaction = z.object({
    id,
    state: text,
    direction,
    isConnected: flag,
    isDisconnected: flag,
    isDone: flag,
    isInternal: flag,
    isCallback: flag,
    isDialer: flag,
    isChat: flag,
    isEmail: flag,
    isMessage: flag,
    isVoicemail: flag,
    phone,
    displayAddress: text,
    ani: text,
    calledNumber: text,
    name: text,
    remoteName: text,
    queueName: text,
    recordingState: text,
    securePause: flag,
    startTime: text,
    connectedTime: text,
    endTime: text,
    totalIvrDurationSeconds: seconds,
    totalAcdDurationSeconds: seconds,
    interactionDurationSeconds: seconds,
    disposition: text,
    dispositionDurationSeconds: seconds,
    attributes: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
        .optional()
        .catch(undefined)
});

const CATEGORIES = [
    'add',
    'change',
    'connect',
    'disconnect',
    'acw',
    'deallocate',
    'blindTransfer',
    'consultTransfer',
    'completeConsultTransfer'
] as const;

const utterance = z
    .object({
        utteranceId: text,
        channel: text,
        alternatives: z.array(
            z.object({
                transcript: z.string(),
                words: z.array(z.object({ word: z.string(), confidence: z.number() })).optional()
            })
        )
    })
    .transform(({ utteranceId, channel, alternatives: [first] }) => ({
        utteranceId,
        channel,
        text: first?.transcript ?? '',
        confidence: first?.words?.length ? Math.min(...first.words.map(({ confidence }) => confidence)) : undefined
    }));
const chat = z.object({ messages: z.array(z.object({ role: text, body: z.string() })) });

const type = <T extends string>(name: T): { readonly type: z.ZodLiteral<T>; readonly receivedAt: z.ZodString } => ({
    type: z.literal(name),
    receivedAt: z.string()
});

const union = z.discriminatedUnion('type', [
    z.object({ ...type('InitialSetup') }),
    z.object({
        ...type('Interaction'),
        category: z.enum(CATEGORIES),
        id,
        interaction: interaction.optional(),
        previous: interaction.optional()
    }),
    z.discriminatedUnion('category', [
        z.object({ ...type('UserAction'), category: z.literal('status'), status: text, id: text, subStatus: text }),
        z.object({ ...type('UserAction'), category: z.literal('routingStatus'), routingStatus: z.string() }),
        z.object({ ...type('UserAction'), category: z.enum(['station', 'login', 'logout']), data: z.unknown() }),
        z.object({ ...type('UserAction'), category: z.literal('view'), view: z.string() })
    ]),
    z.discriminatedUnion('category', [
        z.object({
            ...type('Notification'),
            category: z.literal('conversationTranscription'),
            id,
            eventTime: text,
            ended: z.boolean(),
            utterances: z.array(utterance)
        }),
        z.object({ ...type('Notification'), category: z.enum(['chatUpdate', 'messageUpdate']), ...chat.shape }),
        z.object({ ...type('Notification'), category: z.literal('interactionSelection'), interactionId: text })
    ]),
    z.object({ ...type('ActionEcho'), action: z.string(), id: text, state: text, data: z.unknown() })
]);

export type ZodEvent = z.infer<typeof union>;

/** The event, or the reason for which it is none. */
export function parseWithZod(message: unknown, receivedAt: string): ZodEvent | { readonly type: 'Unknown' } {
    const parsed = union.safeParse(levelled(message, receivedAt));
    return parsed.success ? parsed.data : { type: 'Unknown' };
}

const TYPES = new Map(
    ['InitialSetup', 'Interaction', 'UserAction', 'Notification'].map((name) => [name.toLowerCase(), name])
);
const SPELLED = new Map<string, string>(
    [...CATEGORIES, 'status', 'routingStatus', 'station', 'login', 'logout', 'view', 'conversationTranscription']
        .concat(['chatUpdate', 'messageUpdate', 'interactionSelection'])
        .map((name) => [name.toLowerCase(), name])
);

type Fields = Readonly<Record<string, unknown>>;

/** The one shape that the schema knows, from all those that the contract knows. */
function levelled(message: unknown, receivedAt: string): unknown {
    const { type: given, category: word, data } = fields(message);
    if (typeof given === 'string' && given.toLowerCase().startsWith('purecloud.')) {
        const { id: about, action: state } = fields(data);
        return { type: 'ActionEcho', action: given.slice('PureCloud.'.length), id: about, state, data, receivedAt };
    }
    const category = typeof word === 'string' ? SPELLED.get(word.toLowerCase()) : undefined;
    const lower = typeof given === 'string' ? given.toLowerCase() : '';
    const known = lower === 'useractions' ? 'UserAction' : lower === '' ? 'Interaction' : TYPES.get(lower);
    const envelope = { type: known, category, receivedAt };
    if (known === 'Interaction') return { ...envelope, ...bodyOf(data) };
    if (known === 'InitialSetup') return envelope;
    switch (category) {
        case 'status': {
            const { status, id: about, sub_status: subStatus } = fields(data);
            return { ...envelope, status, id: about, subStatus };
        }
        case 'routingStatus':
            return { ...envelope, routingStatus: data };
        case 'view':
            return { ...envelope, view: data };
        case 'conversationTranscription': {
            const { id: about, eventTime, status, transcripts } = fields(data);
            const ended = status === 'SESSION_ENDED';
            return { ...envelope, id: about, eventTime, ended, utterances: transcripts ?? [] };
        }
        case 'chatUpdate':
        case 'messageUpdate':
        case 'interactionSelection':
            return { ...envelope, ...fields(data) };
        default:
            return { ...envelope, data };
    }
}

function bodyOf(data: unknown): Fields {
    if (typeof data === 'string') return { id: data };
    const whole = fields(data);
    const { old: before, new: after } = whole;
    const body = fields(after ?? (before === undefined ? data : undefined));
    const about = body['id'] ?? whole['id'] ?? whole['interactionId'] ?? fields(before)['id'];
    return { id: about, interaction: described(body, about), previous: described(fields(before), about) };
}

/** An object with nothing but an id describes nothing. */
function described(body: Fields, about: unknown): Fields | undefined {
    const names = Object.keys(body);
    return names.length > 1 || (names.length === 1 && names[0] !== 'id') ? { ...body, id: about } : undefined;
}

function fields(value: unknown): Fields {
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
