import { readFileSync } from 'node:fs';
import { createBridgeLog, readBridgeConfiguration, runBridge } from '@switchboard/messaging-bridge';

const bridge = await runBridge({
    configuration: readBridgeConfiguration(readFileSync('/etc/bridge/bridge.json', 'utf8')),
    env: process.env,
    folder: '/etc/bridge',
    log: createBridgeLog((line) => process.stderr.write(line))
});
process.once('SIGTERM', () => void bridge.stop());
