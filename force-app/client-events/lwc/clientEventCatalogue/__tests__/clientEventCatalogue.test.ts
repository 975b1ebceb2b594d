import { ACTIONS, EVENTS, buildAction } from 'c/clientEventCatalogue';
import { INTERACTION_CATEGORIES, InvalidActionError, decodeClientEvent } from 'c/clientEventCodec';
import * as codec from 'c/clientEventCodec';
import { goodValue, goodValues } from './goodValues.ts';

const AT = '2026-03-02T09:00:00.000Z';
const WRONG: Readonly<Record<string, unknown>> = { text: 7, choice: 'sideways', flag: 'yes', list: 'add', pairs: 7 };

/** The field that the builder names, or nothing when it builds. */
function refusedField(build: () => unknown): string | undefined {
    try {
        build();
        return undefined;
    } catch (error) {
        if (error instanceof InvalidActionError) return error.field;
        throw error;
    }
}

describe('a developer who reads the list of actions', () => {
    it.each(ACTIONS)('finds $builder as a builder of the helper', ({ builder }) => {
        expect(typeof (codec as Readonly<Record<string, unknown>>)[builder]).toBe('function');
    });

    it.each(ACTIONS)('builds $builder with every field, and gets the type that the list names', (row) => {
        expect(buildAction(row.builder, goodValues(row)).type).toBe(row.publishes);
    });

    it.each(ACTIONS)('builds $builder with the required fields alone', (row) => {
        const action = buildAction(
            row.builder,
            goodValues(row, ({ required }) => required)
        );
        expect(action.type).toBe(row.publishes);
    });

    it.each(ACTIONS)('is told by the phone’s echo of $builder which action it was', (row) => {
        const echo = decodeClientEvent(buildAction(row.builder, goodValues(row)), AT);
        expect(echo).toMatchObject({ type: 'ActionEcho', action: row.publishes.slice('PureCloud.'.length) });
    });

    it('finds all nine states of updateState, each once', () => {
        const states = ACTIONS.filter(({ publishes }) => publishes.endsWith('.updateState')).map(
            ({ builder }) => builder
        );
        expect(states.sort()).toEqual(
            [
                'blindTransfer',
                'concludeTransfer',
                'consultTransfer',
                'disconnect',
                'hold',
                'mute',
                'pickup',
                'securePause',
                'secureSession'
            ].sort()
        );
    });

    it('finds every builder that the helper has but updateState, which is the nine by name', () => {
        const makesAnAction = Object.entries(codec)
            .filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name))
            .map(([name]) => name)
            .filter((name) => !['updateState', 'decodeClientEvent', 'flowAddress', 'likelyCardNumber'].includes(name));
        expect(ACTIONS.map(({ builder }) => builder).sort()).toEqual(makesAnAction.sort());
    });
});

const FIELDS = ACTIONS.flatMap((row) =>
    row.fields.map((field) => ({ row, field, name: `${row.builder} ${field.path}` }))
);

describe('a developer who leaves out or mistakes a field', () => {
    it.each(FIELDS.filter(({ field }) => field.required))(
        'reads the name of the field: without $name',
        ({ row, field }) => {
            const values = goodValues(row, ({ path }) => path !== field.path);
            const named = refusedField(() => buildAction(row.builder, values)) ?? '';
            // A context that is missing as a whole is named itself.
            expect([field.path, field.path.split('.')[0]]).toContain(named);
        }
    );

    it.each(FIELDS.filter(({ field }) => field.path !== 'notACardNumber'))(
        'reads the name of the field: a wrong $name',
        ({ row, field }) => {
            const values = { ...goodValues(row), [field.path]: WRONG[field.kind] };
            expect(refusedField(() => buildAction(row.builder, values))).toBe(field.path);
        }
    );

    it.each(FIELDS.filter(({ field }) => field.kind === 'choice'))(
        'may give every word allowed for $name',
        ({ row, field }) => {
            for (const word of field.allowed ?? []) {
                expect(
                    refusedField(() => buildAction(row.builder, { ...goodValues(row), [field.path]: word }))
                ).toBeUndefined();
            }
            expect(field.allowed?.length).toBeGreaterThan(1);
        }
    );

    it.each(FIELDS.filter(({ field }) => field.local))('publishes nothing of $name', ({ row, field }) => {
        const published = JSON.stringify(buildAction(row.builder, goodValues(row)).data);
        expect(published).not.toContain(field.path);
        expect(field.kind === 'choice' ? published : '').not.toContain(`"${String(goodValue(field))}"`);
    });

    it('is told which builders there are', () => {
        expect(() => buildAction('explode', {})).toThrow(/no builder "explode"\. Give one of: pickup/);
        expect(() => buildAction('toString', {})).toThrow(RangeError);
    });
});

describe('a developer who reads the list of events', () => {
    it('finds each type and category once', () => {
        const names = EVENTS.map(({ type, category }) => `${type} ${category ?? ''}`);
        expect(new Set(names).size).toBe(names.length);
    });

    it('finds the categories of Interaction in the order of the helper’s own list', () => {
        const listed = EVENTS.filter(({ type }) => type === 'Interaction').map(({ category }) => category);
        expect(listed).toEqual([...INTERACTION_CATEGORIES]);
    });

    const DATA: Readonly<Record<string, unknown>> = {
        routingStatus: 'IDLE',
        view: 'CallLog',
        status: { status: 'ON_QUEUE', id: 'one', sub_status: 'Coffee' },
        conversationTranscription: {
            id: 'c1c1c1c1-0000-4000-8000-000000000001',
            eventTime: AT,
            transcripts: [{ utteranceId: 'u', channel: 'EXTERNAL', alternatives: [{ transcript: 'hello' }] }]
        },
        chatUpdate: { messages: [{ role: 'customer', body: 'hello' }] },
        messageUpdate: { messages: [{ role: 'customer', body: 'hello' }] },
        interactionSelection: { interactionId: 'c1c1c1c1-0000-4000-8000-000000000001' },
        change: {
            old: { id: 'c1', state: 'ALERTING' },
            new: { id: 'c1', state: 'CONNECTED', queueName: 7 }
        }
    };

    it.each(EVENTS.filter(({ category }) => category !== undefined))(
        'gets $type $category decoded with nothing that the list does not name (T10)',
        ({ type, category = '', carries }) => {
            const event = decodeClientEvent(
                { type, category, data: DATA[category] ?? { id: 'c1', state: 'HELD' } },
                AT
            );
            expect(event).toMatchObject({ type, category });
            const members = Object.keys(event).filter((name) => !['type', 'category', 'receivedAt'].includes(name));
            expect(members.filter((name) => !carries.includes(name))).toEqual([]);
            expect(members.length).toBeGreaterThan(0);
        }
    );
});
