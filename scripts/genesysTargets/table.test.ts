import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readTable } from './table.ts';

function cellsOf(text: string | Uint8Array): unknown {
    const table = readTable(typeof text === 'string' ? new TextEncoder().encode(text) : text);
    return 'error' in table ? table.error : [table.headers, ...table.rows.map(({ cells }) => cells)];
}

describe('a list as a program exported it', () => {
    for (const [kind, text] of [
        ['commas', 'name,id\r\nClaims,1\r\n'],
        ['semicolons, as a European spreadsheet writes', 'name;id\nClaims;1'],
        ['tabs', 'name\tid\nClaims\t1\n'],
        ['quotes around everything', '"name","id"\n"Claims","1"\n'],
        ['blanks around the values', ' name , id \n Claims , 1 \n'],
        ['blank rows', '\nname,id\n\n,\nClaims,1\n\n'],
        ['a byte order mark', '\uFEFFname,id\nClaims,1']
    ] as const) {
        it(`is read with ${kind}`, () => {
            assert.deepEqual(cellsOf(text), [
                ['name', 'id'],
                ['Claims', '1']
            ]);
        });
    }

    it('is read from UTF-16, as spreadsheets write "Unicode text"', () => {
        assert.deepEqual(cellsOf(Buffer.from('\uFEFFname\tid\nBüro\t1', 'utf16le')), [
            ['name', 'id'],
            ['Büro', '1']
        ]);
    });

    it('keeps commas, quotes and line breaks inside a quoted value', () => {
        assert.deepEqual(cellsOf('name,id\n"a ""b"", c\r\nd",1'), [
            ['name', 'id'],
            ['a "b", c\r\nd', '1']
        ]);
    });

    it('tells the line on which each row begins, as an editor counts', () => {
        const table = readTable(new TextEncoder().encode('name,id\n"two\nlines",1\n\nClaims,2\n'));
        assert.ok('rows' in table);
        assert.deepEqual(
            table.rows.map(({ line }) => line),
            [2, 5]
        );
    });

    it('gives back whatever was put into quotes', () => {
        const cell = fc.string().filter((text) => text.trim() === text && text !== '');
        fc.assert(
            fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
                const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
                assert.deepEqual(cellsOf(`a,b\n${text}`), [['a', 'b'], ...rows]);
            })
        );
    });
});

describe('what is no list', () => {
    for (const [kind, bytes, message] of [
        ['an empty file', '', /^The file is empty\. Its first line names the columns/],
        [
            'a quote that is not closed',
            'name,id\n"Claims,1\n',
            /is not CSV: a quote is not closed, or not doubled\. Save/
        ],
        [
            'a spreadsheet file',
            Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff]),
            /^This is not text in UTF-8\. Save the list anew/
        ]
    ] as const) {
        it(`${kind} is refused with what to do`, () => {
            assert.match(String(cellsOf(bytes)), message);
        });
    }

    it('any bytes give a list or an error, and never throw', () => {
        fc.assert(
            fc.property(fc.uint8Array(), (bytes) => {
                const table = readTable(bytes);
                assert.ok('error' in table || table.headers.length > 0);
            })
        );
    });
});
