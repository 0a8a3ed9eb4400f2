import { describe, expect, it } from '@jest/globals';
import { statusText } from './keys-command.ts';

const RING = { current: { id: 'k2' }, ids: ['k1', 'k2'] };

describe('the state of the key ring', () => {
  it('says what every key is still needed for, in all and by authority', () => {
    const uses = [
      { authorityId: 'larkshire', keyId: 'k1', records: 3, secrets: 1 },
      { authorityId: 'larkshire', keyId: 'k2', records: 40, secrets: 0 },
      { authorityId: 'shropshire', keyId: 'k2', records: 2, secrets: 0 },
    ];

    expect(statusText(uses, RING)).toBe(
      'k1  old  3 records, 1 secrets  (larkshire 3 + 1)\n' +
        'k2  current  42 records, 0 secrets  (larkshire 40 + 0, shropshire 2 + 0)\n',
    );
  });

  it('shows a key that nothing needs any more, and one that is needed and missing', () => {
    const text = statusText([{ authorityId: 'larkshire', keyId: 'k0', records: 5, secrets: 0 }], RING);

    expect(text).toContain('k1  old  0 records, 0 secrets\n');
    expect(text).toMatch(/^k0 {2}MISSING FROM THE RING.*5 records/m);
  });
});
