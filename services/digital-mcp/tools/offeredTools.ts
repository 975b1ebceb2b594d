import type { Configuration } from '../connections/configuration.ts';
import { toolNamed, TOOLS } from './tools.ts';
import type { DigitalTool } from './tools.ts';
import { namesUpload, uploadMediaTool } from '../media/uploadMediaTool.ts';

type Switches = Pick<Configuration, 'mediaUpload'>;

/** The 63, and ours where it is switched on. */
export function offeredTools(switches: Switches): readonly DigitalTool[] {
    const upload = uploadOf(switches);
    return upload === undefined ? TOOLS : [...TOOLS, upload];
}

/** By either name. */
export function offeredTool(switches: Switches, name: string): DigitalTool | undefined {
    return namesUpload(name) ? uploadOf(switches) : toolNamed(name);
}

function uploadOf({ mediaUpload }: Switches): DigitalTool | undefined {
    return mediaUpload && uploadMediaTool({ fromFolder: mediaUpload.folder !== undefined });
}
