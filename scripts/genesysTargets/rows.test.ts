import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kind } from './kinds.ts';
import { readRows } from './rows.ts';
import type { Rows } from './rows.ts';
import { readTable } from './table.ts';

const CLAIMS = '3b1c7f0e-52a6-4d0b-9e0f-6a1b8f3f7c02';
const ADA = '83920521-9657-4e20-a325-1f8b553c6ce5';

function read(text: string, kind?: Kind): Rows | { readonly error: string } {
    const table = readTable(new TextEncoder().encode(text));
    assert.ok('rows' in table);
    return readRows(table, kind);
}

function rowsOf(text: string, kind?: Kind): Rows {
    const rows = read(text, kind);
    assert.ok('targets' in rows, 'error' in rows ? rows.error : '');
    return rows;
}

function errorOf(text: string, kind?: Kind): string {
    const rows = read(text, kind);
    assert.ok('error' in rows);
    return rows.error;
}

/** What a single row is told, as one text. */
function refusal(headers: string, row: string): string {
    const { targets, problems } = rowsOf(`${headers}\n${row}`);
    assert.deepEqual(targets, []);
    const [{ line, column, given, allowed } = assert.fail()] = problems;
    return `line ${line}, ${column}: ${given}: ${allowed}`;
}

describe("an admin's own list", () => {
    it('gives a name to each kind of target, with its place and its pin', () => {
        const { targets, problems } = rowsOf(
            [
                'Name,Kind,Address,Pinned,Order,Active',
                `Claims,queue,${CLAIMS},yes,5,`,
                `Ada Agent,User,${ADA},,,no`,
                'Night desk,Phone,+44 20 7946 0018,,,',
                'After hours,Flow,After hours,,,',
                `Take a payment,secure flow,${CLAIMS},,,`,
                'On Queue,Status,ON_QUEUE,,,'
            ].join('\n')
        );
        assert.deepEqual(problems, []);
        assert.deepEqual(
            targets.map(({ kind, name, address, pinned, order, active }) => [
                kind,
                name,
                address,
                pinned,
                order,
                active
            ]),
            [
                ['Queue', 'Claims', CLAIMS, true, 5, true],
                ['User', 'Ada Agent', ADA, false, 100, false],
                ['Phone', 'Night desk', '+44 20 7946 0018', false, 100, true],
                ['Flow', 'After hours', 'After hours', false, 100, true],
                ['Secure Flow', 'Take a payment', CLAIMS, false, 100, true],
                ['Status', 'On Queue', 'ON_QUEUE', false, 100, true]
            ]
        );
    });

    it('may leave the kind to --kind', () => {
        assert.deepEqual(
            rowsOf(`id,name\n${CLAIMS},Claims`, 'Queue').targets.map(({ kind }) => kind),
            ['Queue']
        );
    });
});

describe('a list that Genesys Cloud exported', () => {
    it('of a queue performance view names queues, each once, however many intervals it has', () => {
        const row = (from: string): string => `${from},TRUE,,voice,${CLAIMS},Claims,12`;
        const text = [
            'Interval Start,Interval Complete,Filters,Media Type,Queue Id,Queue Name,Offer',
            row('9'),
            row('10')
        ];
        const { targets, repeated } = rowsOf(text.join('\n'));
        assert.deepEqual(
            targets.map(({ kind, name, address }) => [kind, name, address]),
            [['Queue', 'Claims', CLAIMS]]
        );
        assert.equal(repeated, 1);
    });

    it('of an agent performance view names users', () => {
        const { targets } = rowsOf(`Interval Start,Agent Id,Agent Name,Handle\n9,${ADA},Ada Agent,3`);
        assert.partialDeepStrictEqual(targets, [{ kind: 'User', name: 'Ada Agent', address: ADA }]);
    });

    it('of presence definitions, as the Platform API names their fields, names statuses', () => {
        const { targets } = rowsOf(`id,systemPresence,languageLabels.en_US\n${CLAIMS},Break,Tea break`);
        assert.partialDeepStrictEqual(targets, [{ kind: 'Status', name: 'Tea break', address: CLAIMS }]);
    });

    it('for adding people is refused, because it holds no ids', () => {
        assert.match(
            errorOf('name,email,phone_work\nAda,ada@example.com,+442079460018', 'User'),
            /^There is no column for address among: name, email, phone_work\. .* holds no ids: add a column "id"/
        );
    });

    it('with queues and agents in one row is refused until --kind says which', () => {
        const text = `Queue Id,Queue Name,Agent Id,Agent Name\n${CLAIMS},Claims,${ADA},Ada Agent`;
        assert.match(errorOf(text), /more than one kind\. Give --kind Queue or User/);
        assert.partialDeepStrictEqual(rowsOf(text, 'User').targets, [
            { kind: 'User', name: 'Ada Agent', address: ADA }
        ]);
    });
});

describe('a row that makes no record', () => {
    const HEADERS = 'name,kind,address,pinned,order,active';
    const long = 'x'.repeat(41);
    for (const [what, row, told] of [
        [
            'a kind that is none',
            `A,Team,${CLAIMS}`,
            /^line 2, column "kind": "Team": Give one of: User, Queue, Phone, Flow/
        ],
        ['no kind', `A,,${CLAIMS}`, /column "kind": nothing: Give one of/],
        ['no name', `,Queue,${CLAIMS}`, /column "name": nothing: Give a name of at most 40 characters\.$/],
        ['a name too long for a record', `${long},Queue,${CLAIMS}`, /at most 40 characters; this has 41\.$/],
        ['a name on two lines', `"A\nB",Queue,${CLAIMS}`, /column "name": "A\\nB": Give a name on one line/],
        ['a queue by its name', 'A,Queue,Claims', /column "address": "Claims": Give the id of the queue, a GUID\.$/],
        ['a user by mail address', 'A,User,a@example.com', /Give the id of the user, a GUID\.$/],
        ['a number that a spreadsheet rounded', 'A,Phone,6.14916E+10', /"6\.14916E\+10": Give a phone number/],
        ['a flow with sip:', 'A,Flow,sip:After%20hours', /Give the name or id of the flow without sip:/],
        ['no status', 'A,Status,', /column "address": nothing: Give the status's id, name or constant\.$/],
        ['an address too long for the field', `A,Status,${'x'.repeat(256)}`, /"x{59}…": Give at most 255 characters/],
        ['a pin that is neither yes nor no', `A,Queue,${CLAIMS},maybe`, /column "pinned": "maybe": Give yes or no\.$/],
        ['a pinned status', 'A,Status,BUSY,yes', /Leave it empty: a Status is not pinned\.$/],
        [
            'an order that is none',
            `A,Queue,${CLAIMS},,first`,
            /column "order": "first": Give a whole number from 0 to 99999/
        ],
        ['active that is neither', `A,Queue,${CLAIMS},,,?`, /column "active": "\?": Give yes or no\.$/],
        [
            'a comma that is not quoted',
            `A,Queue,${CLAIMS},,,,B`,
            /7 values for 6 columns: Put values that hold a comma in/
        ]
    ] as const) {
        it(`is told line, column, what was given and what is allowed: ${what}`, () => {
            assert.match(refusal(HEADERS, row), told);
        });
    }

    it('is the second of two names for one address; the first counts', () => {
        const { targets, problems } = rowsOf(
            `name,address\nClaims,${CLAIMS}\nSinistres,${CLAIMS.toUpperCase()}`,
            'Queue'
        );
        assert.deepEqual([targets.length, problems.length], [1, 1]);
        assert.match(problems[0]?.allowed ?? '', /^Line 2 gives the same address the name "Claims"\. Keep one/);
    });
});

describe('a list that makes no records at all', () => {
    for (const [what, text, message] of [
        ['without a kind', `name,address\nA,${CLAIMS}`, /Add a column "kind", or give --kind: User, Queue/],
        [
            'without a name',
            `label2,address\nA,${CLAIMS}`,
            /no column for name among: label2, address\. Name the columns/
        ],
        ['with a column twice', 'name,Name,address\nA,B,C', /The column "Name" is there twice/],
        ['with headers only', 'name,kind,address', /There are no rows below the headers/]
    ] as const) {
        it(`is refused: ${what}`, () => {
            assert.match(errorOf(text), message);
        });
    }
});
