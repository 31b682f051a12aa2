import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's public server (IANA special-purpose registries for IPv4 and IPv6), as address/prefix. */
const special4 = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
  '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24',
  '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
] as const;

/** Ordinary IPv6 servers stand in 2000::/3; inside it these carry an IPv4 address, are for documentation, or are routed nowhere. */
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3ffe::/16', '3fff::/20', '5f00::/16'] as const;

const closed = new BlockList();
for (const [list, family] of [[special4, 'ipv4'], [special6, 'ipv6']] as const) {
  for (const range of list) closed.addSubnet(range.split('/')[0]!, Number(range.split('/')[1]), family);
}
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/**
 * Is this the address of a server on the open internet? No for this machine, private and link-local networks, addresses that
 * wrap another one (mapped, 6to4, NAT64), multicast, and anything that is no address at all.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && !address.includes('%') && global6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
