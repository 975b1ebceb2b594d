import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { convert } from '../validate/convert.ts';
import { readProject } from '../validate/project.ts';
import { STAND_IN } from './steps.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-stand-in-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What Salesforce's own library would send, and the files of it that hold the text. */
async function sentWith(env: Readonly<Record<string, string>>, text: string): Promise<string[]> {
    Object.assign(process.env, env, { SF_APPLY_REPLACEMENTS_ON_CONVERT: 'true' });
    try {
        assert.deepEqual((await convert(readProject(root), folder)).problems, []);
    } finally {
        for (const name of [...Object.keys(env), 'SF_APPLY_REPLACEMENTS_ON_CONVERT']) delete process.env[name];
    }
    return globSync('**/*.*', { cwd: folder }).filter((file) =>
        readFileSync(path.join(folder, file), 'utf8').includes(text)
    );
}

test("an org without the phone's package gets nothing that names it", async () => {
    assert.deepEqual(await sentWith(STAND_IN, 'purecloud__'), []);
    const channel = readFileSync(path.join(folder, 'lwc/genesysChannel/genesysChannel.js'), 'utf8');
    assert.match(channel, /from '@salesforce\/messageChannel\/Switchboard_Stand_In__c'/);
    const setting = readFileSync(path.join(folder, 'customMetadata/Switchboard_Setting.Default.md'), 'utf8');
    assert.match(setting, /<field>Write_Mode__c<\/field>\s*<value xsi:type="xsd:string">own<\/value>/);
    assert.ok(globSync('messageChannels/Switchboard_Stand_In.messageChannel', { cwd: folder }).length === 1);
});

test("an org with the phone's package gets the phone's channel, also where the variable holds something else", async () => {
    assert.deepEqual(await sentWith({ SWITCHBOARD_CHANNEL: 'Other__c' }, 'purecloud__'), [
        path.join('lwc', 'genesysChannel', 'genesysChannel.js')
    ]);
    const setting = readFileSync(path.join(folder, 'customMetadata/Switchboard_Setting.Default.md'), 'utf8');
    assert.match(setting, /<value xsi:type="xsd:string">follow<\/value>/);
});
