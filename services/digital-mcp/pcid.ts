#!/usr/bin/env node
/** The command that keeps the connections of the MCP server: add, list, test. */
import { runPcid } from './connections/pcidCommands.ts';

const { code, out, err } = await runPcid(process.argv.slice(2), { env: process.env });
if (out !== undefined) console.log(out);
if (err !== undefined) console.error(err);
process.exitCode = code;
