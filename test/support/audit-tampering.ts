import { createHash, hash } from 'node:crypto';
import { type SigningKey } from '#audit';
import type { Random } from '../bench/support/random.ts';

/** A pack as its lines: header, entries, trailer. */
export interface Pack {
  readonly kind: 'case' | 'month' | 'all';
  readonly lines: readonly string[];
}

export interface Hand {
  /** Keys that nobody trusts. */
  readonly ownEvidence: SigningKey;
  readonly ownHead: SigningKey;
  /** The true key for packs, as somebody inside would have it. */
  readonly trueEvidence: SigningKey;
  /** Another sound pack, from elsewhere. */
  readonly other: Pack;
}

/** Alters a pack; `null` where this way of altering does not fit the pack or the place drawn. */
export type Tampering = (pack: Pack, random: Random, hand: Hand) => readonly string[] | Buffer | null;

interface EntryLine {
  disclosed: { actor: [string, { id: string; name: string }]; reason?: [string, string] | string };
  position?: number;
  proof?: string[];
  entry: { occurredAt: string; actor: { commitment: string }; reason: string | null; chain: Chain | null };
}
type Chain = { id: string; sequence: number; previous: string };

/** What somebody can do who holds no key: the trailer gives every one of them away. */
const WITHOUT_KEYS: Readonly<Record<string, Tampering>> = {
  'flip a bit': ({ lines }, random) => {
    const bytes = Buffer.from(textOf(lines));
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return bytes;
  },
  'drop a line': ({ lines }, random) => lines.toSpliced(random.below(lines.length), 1),
  'repeat a line': ({ lines }, random) => {
    const at = random.below(lines.length);
    return lines.toSpliced(at, 0, lines[at] ?? '');
  },
  'swap two lines': ({ lines }, random) => swapped(lines, random.below(lines.length), random.below(lines.length)),
  'cut off bytes': ({ lines }, random) => {
    const bytes = Buffer.from(textOf(lines));
    return bytes.subarray(0, random.below(bytes.length));
  },
  'cut out the end': ({ lines }, random) => [...lines.slice(0, 1 + random.below(lines.length - 2)), ...lines.slice(-1)],
  'add bytes': ({ lines }, random) =>
    `${textOf(lines)}${random.oneOf(['\n', '{}\n', ' ', lines[1] ?? ''])}`.split('\n'),
  'put in a line of another pack': ({ lines }, random, { other }) => {
    const theirs = random.oneOf(other.lines.slice(1, -1));
    const at = 1 + random.below(lines.length - 2);
    return lines.includes(theirs) ? null : lines.toSpliced(at, random.below(2), theirs);
  },
  'take the header of another pack': ({ lines }, _random, { other }) => [other.lines[0] ?? '', ...lines.slice(1)],
  'take the trailer of another pack': ({ lines }, _random, { other }) => [
    ...lines.slice(0, -1),
    other.lines.at(-1) ?? '',
  ],
};

/** What changes an entry or what belongs to it; tried with no key, a strange key, and the true key for packs. */
const CONTENT: Readonly<Record<string, Tampering>> = {
  'back-date an entry': (pack, random) =>
    withEntry(pack, random, ({ entry }) => {
      entry.occurredAt = new Date(Date.parse(entry.occurredAt) - 86_400_000).toISOString();
    }),
  'name somebody else': (pack, random) =>
    withEntry(pack, random, ({ disclosed }) => {
      disclosed.actor[1].name += ' junior';
    }),
  'name somebody else and commit to it': (pack, random) =>
    withEntry(pack, random, ({ disclosed, entry }) => {
      disclosed.actor[1].id = 'somebody-else';
      entry.actor.commitment = hash('sha256', JSON.stringify(disclosed.actor), 'base64url');
    }),
  'reword a reason': (pack, random) =>
    withEntry(pack, random, ({ disclosed }) => {
      if (!Array.isArray(disclosed.reason)) return false;
      disclosed.reason[1] += ' Not really.';
      return true;
    }),
  'take a reason away': (pack, random) =>
    withEntry(pack, random, ({ disclosed }) => {
      if (disclosed.reason === undefined) return false;
      delete disclosed.reason;
      return true;
    }),
  'say that a reason was erased': (pack, random) =>
    withEntry(pack, random, ({ disclosed }) => {
      if (disclosed.reason === undefined || disclosed.reason === 'erased') return false;
      disclosed.reason = 'erased';
      return true;
    }),
  'invent a reason': (pack, random) =>
    withEntry(pack, random, ({ disclosed, entry }) => {
      if (entry.reason !== null) return false;
      disclosed.reason = ['AAAA', 'Because.'];
      return true;
    }),
  'take the actor away': (pack, random) =>
    withEntry(pack, random, ({ disclosed }) => {
      delete (disclosed as Partial<typeof disclosed>).actor;
    }),
  'move an entry in its chain': (pack, random) =>
    withEntry(pack, random, ({ entry }) => {
      if (entry.chain === null) return false;
      entry.chain.sequence += 1;
      return true;
    }),
  'spoil a proof': (pack, random) =>
    withEntry(pack, random, ({ proof }) => {
      if (proof === undefined || proof.length === 0) return false;
      proof[random.below(proof.length)] = hash('sha256', String(random.next()), 'base64url');
      return true;
    }),
  'claim another position': (pack, random) =>
    withEntry(pack, random, (line) => {
      if (line.position === undefined) return false;
      line.position += 1 + random.below(3);
      return true;
    }),
  'swap two entries': ({ lines }, random) => {
    const [a, b] = [entryAt(lines, random), entryAt(lines, random)];
    return swapped(lines, a, b);
  },
  'repeat an entry': ({ lines }, random) => {
    const at = entryAt(lines, random);
    return withCount(lines.toSpliced(at, 0, lines[at] ?? ''));
  },
  'drop an entry of a chain': ({ lines }, random) => {
    const at = entryAt(lines, random);
    const { chain } = parsed(lines[at] ?? '').entry;
    const later = lines.slice(1, -1).some((line) => {
      const other = parsed(line).entry.chain;
      return chain !== null && other !== null && other.id === chain.id && other.sequence > chain.sequence;
    });
    return later ? withCount(lines.toSpliced(at, 1)) : null;
  },
  'put in an entry of another pack': ({ lines }, random, { other }) => {
    const theirs = random.oneOf(other.lines.slice(1, -1));
    return lines.includes(theirs) ? null : withCount(lines.toSpliced(entryAt(lines, random), 0, theirs));
  },
  'take an older root': ({ lines }, random) =>
    withHeader(lines, ({ head }) => {
      head.root = hash('sha256', String(random.next()), 'base64url');
    }),
  'claim a smaller log': ({ lines }) =>
    withHeader(lines, ({ head }) => {
      head.size -= 1;
    }),
  'claim that it was sealed earlier': ({ lines }) =>
    withHeader(lines, ({ head }) => {
      head.sealedAt = '2020-01-01T00:00:00.000Z';
    }),
  'sign the head with another key': ({ lines }, random, { ownHead }) =>
    withHeader(lines, ({ head }) => {
      const { key, signature: _old, ...content } = head;
      head.key = random.chance(0.5) ? key : ownHead.publicKey.id;
      head.root = hash('sha256', String(random.next()), 'base64url');
      head.signature = ownHead.sign({ ...content, root: head.root }).toString('base64url');
    }),
  'say it is of another authority': ({ lines }) =>
    withHeader(lines, (header) => {
      header.authority = 'elsewhere';
    }),
};

/** Signs what is left as if it were whole: with a key of one's own, under its name or the true one's, or with the true key. */
const TRAILERS: Readonly<Record<string, (lines: readonly string[], hand: Hand) => readonly string[]>> = {
  'trailer left': (lines) => lines,
  'trailer of an own key': (lines, { ownEvidence }) => signed(lines, ownEvidence, ownEvidence.publicKey.id),
  'trailer of an own key under the true name': (lines, { ownEvidence, trueEvidence }) =>
    signed(lines, ownEvidence, trueEvidence.publicKey.id),
  'trailer of the true key': (lines, { trueEvidence }) => signed(lines, trueEvidence, trueEvidence.publicKey.id),
};

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  ...WITHOUT_KEYS,
  ...Object.fromEntries(
    Object.entries(CONTENT).flatMap(([what, alter]) =>
      Object.entries(TRAILERS).map(([how, sign]): [string, Tampering] => [
        `${what}, ${how}`,
        (pack, random, hand) => {
          const altered = alter(pack, random, hand);
          return altered === null || Buffer.isBuffer(altered) ? altered : sign(altered, hand);
        },
      ]),
    ),
  ),
  're-sign an untouched pack with an own key': ({ lines }, _random, { ownEvidence }) =>
    signed(lines, ownEvidence, ownEvidence.publicKey.id),
};

export function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function parsed(line: string): EntryLine {
  return JSON.parse(line) as EntryLine;
}

function entryAt(lines: readonly string[], random: Random): number {
  return 1 + random.below(lines.length - 2);
}

function swapped(lines: readonly string[], a: number, b: number): readonly string[] | null {
  return lines[a] === lines[b] ? null : lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
}

function withEntry({ lines }: Pack, random: Random, change: (line: EntryLine) => unknown): readonly string[] | null {
  const at = entryAt(lines, random);
  const line = parsed(lines[at] ?? '');
  if (change(line) === false) return null;
  const { entry, ...rest } = line;
  return lines.with(at, `${JSON.stringify(rest).slice(0, -1)},"entry":${JSON.stringify(entry)}}`);
}

interface Header {
  authority: string;
  count: number;
  head: { root: string; size: number; sealedAt: string; key: string; signature: string };
}

function withHeader(lines: readonly string[], change: (header: Header) => void): readonly string[] {
  const { evidence } = JSON.parse(lines[0] ?? '') as { evidence: Header };
  change(evidence);
  return lines.with(0, JSON.stringify({ evidence }));
}

/** The header says how many entries follow, so that this alone does not give it away. */
function withCount(lines: readonly string[]): readonly string[] {
  return withHeader(lines, (header) => {
    header.count = lines.length - 2;
  });
}

function signed(lines: readonly string[], key: SigningKey, name: string): readonly string[] {
  const body = lines.slice(0, -1);
  const { evidence } = JSON.parse(body[0] ?? '') as { evidence: Header & { format: string } };
  const sha256 = createHash('sha256').update(textOf(body)).digest('base64url');
  const count = body.length - 1;
  const content = { authority: evidence.authority, count, format: evidence.format, sha256 };
  const signature = key.sign(content).toString('base64url');
  return [...body, JSON.stringify({ trailer: { count, sha256, key: name, signature } })];
}
