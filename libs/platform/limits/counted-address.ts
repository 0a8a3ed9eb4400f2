import ipaddr from 'ipaddr.js';

/**
 * The address as limits count it: IPv4 whole, also where it comes as IPv6; of an IPv6 address the first 64 bits, because
 * the rest is the sender's to choose.
 */
export function countedAddress(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return Buffer.from(parsed.toByteArray().slice(0, 8)).toString('hex');
}
