import type { Configuration } from '../connections/configuration.ts';
import { toolNamed, TOOLS } from './tools.ts';
import type { DigitalTool } from './tools.ts';
import { namesUpload, uploadMediaTool } from '../media/uploadMediaTool.ts';

type Switches = Pick<Configuration, 'mediaUpload' | 'relaxedParameters'>;

/** The page requires them, and an update of a conversation needs only what changes. */
const NOT_NEEDED = ['participants', 'startTime'];
const RELAXED: ReadonlyMap<string, DigitalTool> = new Map(
    ['patch_email', 'patch_message'].flatMap((name) => {
        const tool = toolNamed(name);
        return tool === undefined ? [] : [[tool.name, relaxed(tool)]];
    })
);

function relaxed(tool: DigitalTool): DigitalTool {
    const params = tool.operation.params.map((param) =>
        NOT_NEEDED.includes(param.name) ? { ...param, required: false } : param
    );
    return { ...tool, operation: { ...tool.operation, params } };
}

/** The 63 as the page has them, or relaxed; and ours where it is switched on. */
export function offeredTools(switches: Switches): readonly DigitalTool[] {
    const upload = uploadOf(switches);
    const tools = switches.relaxedParameters === true ? TOOLS.map((tool) => RELAXED.get(tool.name) ?? tool) : TOOLS;
    return upload === undefined ? tools : [...tools, upload];
}

/** By either name. */
export function offeredTool(switches: Switches, name: string): DigitalTool | undefined {
    if (namesUpload(name)) return uploadOf(switches);
    const tool = toolNamed(name);
    return switches.relaxedParameters === true && tool !== undefined ? (RELAXED.get(tool.name) ?? tool) : tool;
}

function uploadOf({ mediaUpload }: Switches): DigitalTool | undefined {
    return mediaUpload && uploadMediaTool({ fromFolder: mediaUpload.folder !== undefined });
}
