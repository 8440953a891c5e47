import { BlockList, isIP, isIPv6 } from 'node:net';

/** Networks that nobody outside can be reached in (RFC 6890, RFC 4193, RFC 4291 and what maps or tunnels IPv4 into IPv6). */
const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, bits, 'ipv4');
}

/** Of IPv6 only global unicast is outside, without the parts of it that hold an IPv4 address or documentation. */
const outside = new BlockList();
outside.addSubnet('2000::', 3, 'ipv6');
const disguised = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  disguised.addSubnet(network, bits, 'ipv6');
}

/** Whether an IP address is one on the public network. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return outside.check(address, 'ipv6') && !disguised.check(address, 'ipv6');
  return isIP(address) === 4 && !inside.check(address, 'ipv4');
}

/**
 * Whether a browser's endpoint may be written to at all: https by name on the usual port, or an origin the settings trust.
 * What the name leads to is checked again when it is looked up (`publicLookup`).
 */
export function mayBePushedTo(endpoint: string, trusted: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const url = new URL(endpoint);
  if (url.username !== '' || url.password !== '') return false;
  if (trusted.includes(url.origin)) return true;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const isName = isIP(host) === 0 && host.includes('.') && !/\.(?:localhost|local|internal|lan|home\.arpa)$/.test(host);
  return url.protocol === 'https:' && url.port === '' && isName;
}
