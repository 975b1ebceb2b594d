/** The texts that git has, or would take: what stands in .gitignore is nobody's to read. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Text } from './found.ts';

const MOST_BYTES = 1024 * 1024 * 1024;

function git(root: string, args: readonly string[], input?: string): Buffer {
    return execFileSync('git', ['-C', root, ...args], {
        input,
        maxBuffer: MOST_BYTES,
        stdio: ['pipe', 'pipe', 'ignore']
    });
}

/** False in a copy without `.git`, such as a downloaded archive. */
export function hasGit(root: string): boolean {
    return existsSync(path.join(root, '.git'));
}

function textOf(file: string, bytes: Buffer): Text[] {
    return bytes.includes(0) ? [] : [{ file, text: bytes.toString('utf8') }];
}

/** The files of today, as they stand in the folder; also those that were not added yet. */
export function filesOfToday(root: string): Text[] {
    const listed = git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).toString('utf8');
    return [...new Set(listed.split('\0'))].flatMap((file) => {
        const at = path.join(root, file);
        return file && existsSync(at) ? textOf(file, readFileSync(at)) : [];
    });
}

/** Each content that a file ever had, on any branch, under the name that it had first. */
export function filesOfAllTimes(root: string): Text[] {
    const names = new Map<string, string>();
    for (const line of git(root, ['rev-list', '--objects', '--all']).toString('utf8').split('\n')) {
        const [id = '', ...name] = line.split(' ');
        if (name.length > 0) names.set(id, name.join(' '));
    }
    const answer = git(root, ['cat-file', '--batch'], [...names.keys()].join('\n') + '\n');
    const texts: Text[] = [];
    for (let at = 0; at < answer.length;) {
        const end = answer.indexOf(10, at);
        const [id = '', type, size] = answer.toString('utf8', at, end).split(' ');
        const next = end + 1 + Number(size) + 1;
        if (type === 'blob') texts.push(...textOf(names.get(id) ?? id, answer.subarray(end + 1, next - 1)));
        at = next;
    }
    return texts;
}
