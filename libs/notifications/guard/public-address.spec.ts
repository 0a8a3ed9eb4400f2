import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from './public-address.ts';

describe('an address that a webhook may go to', () => {
  it.each(['8.8.8.8', '1.1.1.1', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2001:4860:4860::8888', '2a00:1450::1'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
    ...['192.168.0.1', '169.254.169.254', '169.254.0.1', '100.64.0.1', '100.127.255.255', '192.0.0.8', '192.0.2.1'],
    ...['192.88.99.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.1.1.1', '240.0.0.1'],
    ...['255.255.255.255', '192.31.196.1', '192.52.193.1', '192.175.48.1'],
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'fec0::1', '2001:db8::1', '3fff::1', '100::1'],
    ...['5f00::1', '2001::1', '2001:2::1', '2001:10::1', '2001:20::1', '4000::1', 'fe80::1%eth0', '2a00::1%1'],
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '::7f00:1', '::808:808'],
    ...['64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::7f00:1', '2002:7f00:1::', '2002:a00:1::1'],
    ...['::ffff:0:7f00:1', '2001:0:7f00:1::'],
  ])('is not %s, which holds an IPv4 address', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '',
    'localhost',
    '8.8.8',
    '134744072',
    '0x8.8.8.8',
    '08.8.8.8',
    '010.8.8.8',
    ' 8.8.8.8',
    '8.8.8.8 ',
    '8.8.8.8/8',
  ])('is not %j, which a resolver would not write', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
