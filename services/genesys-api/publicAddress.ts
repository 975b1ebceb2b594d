import { BlockList, isIP, isIPv4 } from 'node:net';

/** IPv4 that is no address of somebody on the internet (IANA's list of special purposes). */
const NOT_PUBLIC = new BlockList();
for (const [net, bits] of [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3]
] as const)
    NOT_PUBLIC.addSubnet(net, bits, 'ipv4');

/** IPv6 is public in here only … */
const PUBLIC_6 = new BlockList();
PUBLIC_6.addSubnet('2000::', 3, 'ipv6');
/** … and not here: protocol assignments with Teredo, documentation, 6to4, which may lead to a private IPv4. */
for (const [net, bits] of [
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20]
] as const)
    NOT_PUBLIC.addSubnet(net, bits, 'ipv6');

/** Of an address as numbers. Everything else is false. */
export function isPublicAddress(address: string): boolean {
    if (isIP(address) === 0) return false;
    if (isIPv4(address)) return !NOT_PUBLIC.check(address, 'ipv4');
    return PUBLIC_6.check(address, 'ipv6') && !NOT_PUBLIC.check(address, 'ipv6');
}

/** Names that only this machine or its own network knows. */
export function isInternalName(host: string): boolean {
    const name = host.replace(/\.$/, '').toLowerCase();
    return !name.includes('.') || /\.(localhost|local|internal|intranet|lan|home|corp|arpa)$/.test(name);
}
