import { describe, expect, it } from '@jest/globals';
import { redisAddress, redisFault } from './redis-address.ts';

describe('the address of a queue on Redis', () => {
  it('is one server, as its URL says', () => {
    expect(redisAddress('rediss://u:p@redis.example.org/1')).toEqual({
      kind: 'server',
      url: 'rediss://u:p@redis.example.org/1',
    });
  });

  it('is a cluster, known by some of its hosts', () => {
    expect(redisAddress('redis+cluster://10.0.0.1,redis-2:7001,[fd00::3]:7002')).toEqual({
      kind: 'cluster',
      isSecure: false,
      hosts: [
        { host: '10.0.0.1', port: 6379 },
        { host: 'redis-2', port: 7001 },
        { host: 'fd00::3', port: 7002 },
      ],
    });
  });

  it('is a group that Sentinel knows by name, with the password of Redis', () => {
    expect(redisAddress('rediss+sentinel://front:a%40b%2Cc@s1,s2:26380/front-door')).toEqual({
      kind: 'sentinel',
      name: 'front-door',
      username: 'front',
      password: 'a@b,c',
      isSecure: true,
      hosts: [
        { host: 's1', port: 26_379 },
        { host: 's2', port: 26_380 },
      ],
    });
  });

  it.each([
    ['nonsense', /must be redis:/],
    ['redis://s3cret:x:y', /must be redis:/],
    ['redis+raft://s3cret', /must be redis:/],
    ['redis+cluster://s3cret:99999', /each of its hosts/],
    ['redis+cluster://s3cret,', /each of its hosts/],
    ['redis+cluster://s3cret/1', /no databases/],
    ['redis+cluster://u:%s3cret@h', /percent-encoded/],
    ['redis+sentinel://s3cret', /\/name/],
    ['redis+sentinel://s3cret/', /\/name/],
  ])('is refused without repeating it: %s', (text, fault) => {
    expect(redisFault(text)).toMatch(fault);
    expect(() => redisAddress(text)).toThrow(fault);
    expect(() => redisAddress(text)).not.toThrow(/s3cret/);
  });
});
