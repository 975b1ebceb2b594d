/**
 * Which figures of bench/results.json may not get worse. They are ratios to a baseline of the same run, counts and
 * sizes: another machine changes them little. Times in milliseconds are not among them.
 */
export interface Figure {
    readonly what: string;
    /** Members on the way to the figure: a number, or `{ median, spread }`. */
    readonly path: readonly string[];
    readonly better: 'less' | 'more';
    /** The figure is divided by that of this path. */
    readonly beside?: readonly string[];
}

const less = (what: string, path: string, beside?: string): Figure => figure(what, path, 'less', beside);
const more = (what: string, path: string, beside?: string): Figure => figure(what, path, 'more', beside);

function figure(what: string, path: string, better: Figure['better'], beside: string | undefined): Figure {
    return { what, path: path.split('.'), better, ...(beside === undefined ? {} : { beside: beside.split('.') }) };
}

/** Of a list, the entry whose `what` is this is meant. */
export const FIGURES: readonly Figure[] = [
    less('Task writes for one interaction', 'writesInAll.perTask'),
    less('the same, for the Task that needs most', 'writesInAll.mostPerTask'),
    less('Task writes where the phone saves', 'writesInAll.wherePhoneSaves'),
    less('handed to the phone for one interaction', 'writesInAll.handedOverEach'),
    less('the same, more with five tabs', 'writesInAll.handedOverMoreWithFiveTabs'),
    less('writes that changed nothing', 'writesInAll.redundant'),
    less('writes and Tasks more with five tabs', 'writesInAll.extraWithFiveTabs'),
    less('an event with twice the interactions live', 'perEvent.twiceTheLive'),
    less('an event with twice the rules', 'perEvent.twiceTheRules'),
    more('decoding, beside the copy of the channel', 'decoding.ratio'),
    more('dispatch, beside the channel alone', 'dispatch.besideChannel'),
    more('dispatch, beside rxjs', 'dispatch.besideRxjs'),
    more('dispatch, beside a zod schema', 'dispatch.besideZod'),
    more('decoding alone, beside a zod schema', 'dispatch.decodingBesideZod'),
    less('size of connect, act and decode', 'sizes.ours.c/clientEvents: connect, act and decode.gzipped'),
    more('decoding Voice, beside a zod schema', 'voice.decoding.besideZod'),
    less('size of decoding Voice', 'voice.sizes.ours.gzipped'),
    less('events lost before the first handler', 'lostEvents.lost'),
    less('events doubled or misplaced', 'lostEvents.disturbed'),
    less(
        'a page with the utility, beside one without',
        'utilityScript.pages.utility',
        'utilityScript.pages.no utility'
    ),
    less('MCP dry run over HTTP, beside an echo', 'mcp.http.dryRunOverEcho'),
    less('MCP call over HTTP, beside the SDK', 'mcp.http.overSdkFetch'),
    less('MCP dry run over stdio, beside an echo', 'mcp.stdio.dryRunOverEcho'),
    less('MCP call over stdio, beside the SDK', 'mcp.stdio.overSdkFetch'),
    less('MCP start, beside an empty server', 'mcp.cold.ratio'),
    less('bytes of the list of all MCP tools', 'mcp.lists.all.bytes'),
    more(
        'bridge catch-up, beside one awaited POST',
        'bridge.carried.postgres.heap.perSecond',
        'bridge.carried.posts.heap.perSecond'
    ),
    less('texts lost', 'bridge.carried.postgres.heap.lost'),
    less('texts doubled', 'bridge.carried.postgres.heap.doubled'),
    less('texts out of order', 'bridge.carried.postgres.heap.outOfOrder'),
    less('shift: stored in the browser', 'shift.mostStored'),
    less('shift: heap at the end, beside noon', 'shift.end.heap', 'shift.middle.heap'),
    less('shift: nodes at the end, beside the start', 'shift.end.nodes', 'shift.start.nodes'),
    less('shift: writes for one Task', 'shift.writes', 'shift.tasks')
];
