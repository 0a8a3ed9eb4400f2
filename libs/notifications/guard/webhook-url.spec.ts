import { describe, expect, it } from '@jest/globals';
import { readWebhookUrl } from './webhook-url.ts';

const isTaken = (url: string, allowLoopback = false): boolean => 'target' in readWebhookUrl(url, allowLoopback);
const label = (length: number): string => 'a'.repeat(length);
/** Of so many characters, from 235 on. */
const longName = (length: number): string => `${`${label(45)}.`.repeat(5)}${label(length - 234)}.org`;

describe('the address of an endpoint', () => {
  it.each([
    ...['https://hooks.example.org', 'https://hooks.example.org/', 'https://hooks.example.org:443/in?key=1&x=@y'],
    ...['https://hooks.example.org:8443/a%20b', 'https://xn--mnchen-3ya.example.org/', 'https://8.8.8.8/'],
    ...['https://[2001:4860:4860::8888]/', 'https://127.0.0.1.example.org/', 'https://localhost.example.org/'],
    `https://${label(63)}.example.org/`,
  ])('may be %s', (url) => {
    expect(readWebhookUrl(url, false)).toMatchObject({ target: { isLoopback: false } });
  });

  it.each([
    ...['https://127.0.0.1/', 'https://127.1/', 'https://127.0.1/', 'https://0x7f.1/', 'https://0x7f000001/'],
    ...['https://2130706433/', 'https://017700000001/', 'https://0177.0.0.1/', 'https://127.0.0.1./', 'https://0/'],
    ...[
      'https://0.0.0.0/',
      'https://%31%32%37.0.0.1/',
      'https://１２７.0.0.1/',
      'https://①②⑦.0.0.1/',
      'https://127。0。0。1/',
    ],
    ...['https://[::1]/', 'https://[::]/', 'https://[0:0:0:0:0:0:0:1]/', 'https://[::ffff:127.0.0.1]/'],
    ...['https://[::ffff:7f00:1]/', 'https://[::127.0.0.1]/', 'https://[fe80::1%25eth0]/', 'https://[::1'],
    ...[
      'https://localhost/',
      'https://localhost./',
      'https://LOCALHOST/',
      'https://x.localhost/',
      'https://x.localhost./',
    ],
    ...['https://169.254.169.254/latest/meta-data', 'https://[fd00:ec2::254]/', 'https://metadata.google.internal/'],
    ...[
      'https://2852039166/',
      'https://0xa9fea9fe/',
      'https://10.0.0.1/',
      'https://192.168.1.1/',
      'https://172.16.0.1/',
    ],
    ...['https://100.64.0.1/', 'https://[fc00::1]/', 'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/'],
  ])('is not %s, which is inside', (url) => {
    expect(isTaken(url)).toBe(false);
  });

  it.each([
    ...['https://134744072/', 'https://8.8.2056/', 'https://0x8.8.8.8/', 'https://010.8.8.8/', 'https://8.8.8.8./'],
    ...['https://[2001:4860:4860:0:0:0:0:8888]/', 'https://Hooks.Example.org/', 'https://münchen.example.org/'],
    ...['https://ⓔxample.org/', 'https://exa%6dple.org/', 'https://example.org./', 'https://exam\u00adple.org/'],
    ...['https://example.org\t/', 'ht\ntps://example.org/', ' https://example.org/', 'https://example.org/\n'],
    ...['HTTPS://example.org/', 'https:example.org', 'https:/example.org', 'https:///example.org/', '//example.org/'],
  ])('is not %j, which is not written as it is used', (url) => {
    expect(isTaken(url)).toBe(false);
  });

  it.each([
    ...[
      'https://user@example.org/',
      'https://user:pass@example.org/',
      'https://@example.org/',
      'https://:@example.org/',
    ],
    ...['https://example.org@127.0.0.1/', 'https://127.0.0.1#@example.org/', 'https://127.0.0.1\\@example.org/'],
    ...['https://example.org\\.evil.org/', 'https://example.org#x', 'https://example.org/#x', 'https://a b.org/'],
  ])('is not %j, which hides its host', (url) => {
    expect(isTaken(url)).toBe(false);
  });

  it.each([
    ...['http://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'javascript:1'],
    ...['https://example.org:22/', 'https://example.org:80/', 'https://example.org:5432/', 'https://example.org:0/'],
    ...[
      'https://example.org:65536/',
      'https://example.org:/',
      'https://example.org:8443x/',
      '',
      'example.org',
      'https://',
    ],
  ])('is not %j, by its scheme or port', (url) => {
    expect(isTaken(url)).toBe(false);
  });

  it.each([
    ...[
      'https://intranet/',
      'https://db.internal/',
      'https://printer.local/',
      'https://router.lan/',
      'https://x.home.arpa/',
    ],
    ...['https://1.0.0.127.in-addr.arpa/', 'https://a..b.org/', 'https://.example.org/', 'https://-a.example.org/'],
    ...['https://a-.example.org/', 'https://a_b.example.org/', `https://${label(64)}.example.org/`],
    `https://${longName(254)}/`,
    `https://example.org/${label(500)}`,
    `https://${label(100_000)}.org/`,
  ])('is not %s, which is no public name', (url) => {
    expect(isTaken(url)).toBe(false);
  });

  it('has a host of at most 253 characters', () => {
    expect([253, 254].map((length) => [longName(length).length, isTaken(`https://${longName(length)}/`)])).toEqual([
      [253, true],
      [254, false],
    ]);
  });

  it('may be this machine where that is allowed, and nothing else inside', () => {
    const here = ['http://127.0.0.1:5000/x', 'https://localhost:5000/', 'http://[::1]:80/'];
    const inside = [
      'http://127.0.0.2/',
      'http://127.1/',
      'https://10.0.0.1/',
      'http://localhost./',
      'http://example.org/',
    ];

    expect(here.map((url) => isTaken(url, true))).toEqual([true, true, true]);
    expect(here.map((url) => isTaken(url, false))).toEqual([false, false, false]);
    expect(inside.map((url) => isTaken(url, true))).toEqual(inside.map(() => false));
  });
});
