import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileNameFor } from './fileName.ts';

test('whatever a rep calls a file, Genesys Cloud takes its name, and it keeps its ending', () => {
    const ending = fc.constantFrom('png', 'PDF', 'docx', 'mp4');
    const given = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary' }));
    fc.assert(
        fc.property(given, ending, (stem, type) => {
            const name = fileNameFor(`${stem}.${type}`, 'image/gif');
            assert.ok(!/[\s\\{^}%`\]">[~<#|]/.test(name) && !/^\.|\/$/.test(name), name);
            assert.ok(name.endsWith(`.${type}`) || /^\.?[A-Za-z0-9_]+\.gif$/.test(name), name);
            assert.ok(name.length > 0 && [...name].length <= 100 && name.isWellFormed());
        })
    );
});

test('a rep recognises the file by its name, and one without an ending gets that of its type', () => {
    for (const [given, mediaType, expected] of [
        ['map.png', 'image/png', 'map.png'],
        ['Größe 7 [neu].pdf', 'application/pdf', 'Größe_7_neu_.pdf'],
        ['../../etc/passwd', 'text/plain', 'etc_passwd.txt'],
        ['map', 'image/png', 'map.png'],
        ['', 'image/png', 'file.png'],
        ['   ', 'application/zip', 'file'],
        ['.png', 'image/png', 'png.png']
    ] as const)
        assert.equal(fileNameFor(given, mediaType), expected, given);
});
