import { spawnSync } from 'node:child_process';
import { hash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { keyJson, newSigningKey, SigningKey } from '#audit';
import { commitmentOf } from '../../../libs/audit/entry/commitment.ts';
import { CHAIN_START, entryText } from '../../../libs/audit/entry/entry-text.ts';
import { PackWriter } from '../../../libs/audit/evidence/pack-writer.ts';
import { GrowingTree } from '../../../libs/audit/log/growing-tree.ts';
import { leafHash } from '../../../libs/audit/log/hashes.ts';
import { signHead } from '../../../libs/audit/sealing/tree-head.ts';
import type { LoggedEvent } from '../../../libs/audit/store/entry.query.ts';
import { readable } from '../support/table.ts';

const AUTHORITY = 'bench';
/** Events of a case: what a case goes through on average, looks included. */
const EVENTS_OF_A_CASE = 8;
const AIM_S = 10;

/** The stand-alone verifier, in a process of its own, on a pack of everything. */
export async function measureVerifier(size: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'front-door-pack-'));
  const [pack, keys] = [path.join(folder, 'pack.ndjson'), path.join(folder, 'keys.json')] as const;
  const signers = {
    head: new SigningKey(newSigningKey(), 'tree-head'),
    evidence: new SigningKey(newSigningKey(), 'evidence'),
  };
  const trusted = [signers.head.publicKey, signers.evidence.publicKey].map(keyJson);
  await writeFile(keys, JSON.stringify({ keys: trusted }));
  await pipeline(Readable.from(packLines(size, signers), { objectMode: false }), createWriteStream(pack));
  const { size: bytes } = await stat(pack);
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    'verifier/verify-evidence.mjs',
    pack,
    '--keys',
    keys,
  ]);
  const seconds = (performance.now() - started) / 1_000;
  if (status !== 0) throw new Error(stderr.toString());
  await rm(folder, { recursive: true, force: true });
  const perMillion = (seconds * 1_000_000) / size;
  console.log(stdout.toString().trim());
  console.log(
    `Stand-alone verifier: ${readable(size)} entries, ${readable(bytes / 2 ** 20)} MB, in ${readable(seconds)} s` +
      `; a million in ${readable(perMillion)} s (aim ${AIM_S}: ${perMillion <= AIM_S ? 'met' : 'NOT met'})`,
  );
}

function* packLines(size: number, keys: { head: SigningKey; evidence: SigningKey }): Generator<string> {
  const tree = new GrowingTree(0, []);
  for (const event of eventsOf(size)) tree.append(event.leafHash);
  tree.takeChanged();
  const at = new Date(Date.UTC(2030, 0));
  const unsigned = { authorityId: AUTHORITY, size, root: tree.root(), arrival: Buffer.alloc(32), sealedAt: at };
  const writer = new PackWriter(AUTHORITY, keys.evidence);
  const nothing = { month: null, caseId: null, referralId: null, consistency: null };
  const range = { from: 0, to: size, left: [], right: [] };
  const head = signHead(unsigned, keys.head);
  yield writer.header({ ...nothing, head, kind: 'all', count: size, range, exportedAt: at });
  for (const event of eventsOf(size)) {
    yield writer.entry({ event, reason: event.reason === null ? null : { text: event.reason }, proof: null });
  }
  yield writer.trailer();
}

/** The same events each time it is asked: they are hashed first and written afterwards. */
function* eventsOf(size: number): Generator<LoggedEvent> {
  let before: LoggedEvent | null = null;
  for (let position = 0; position < size; position += 1) {
    const chainSequence = position % EVENTS_OF_A_CASE;
    before = eventAt(position, chainSequence === 0 ? null : before);
    yield before;
  }
}

const ids = Array.from({ length: 64 }, () => randomUUID() as string);

function eventAt(position: number, before: LoggedEvent | null): LoggedEvent {
  const caseId = before?.caseId ?? uuidOf(`case ${position}`);
  const link = { chainSequence: (before?.chainSequence ?? -1) + 1, previousHash: before?.leafHash ?? CHAIN_START };
  const salt = hash('sha256', String(position), 'buffer').subarray(0, 16);
  const actor = { id: `person-${position % 97}`, name: 'Sam Example' };
  const body = {
    position,
    sequence: String(position),
    xid: String(position),
    id: uuidOf(`event ${position}`),
    authorityId: AUTHORITY,
    referralId: caseId,
    caseId,
    occurredAt: new Date(Date.UTC(2026, 0) + position),
    actorId: actor.id,
    actorName: actor.name,
    actorKind: 'person',
    actorRole: 'social_worker',
    action: 'case.moved',
    fromState: 'screening',
    toState: 'information_gathering',
    ruleSetVersion: null,
    ruleSetHash: null,
    correlationId: ids[position % ids.length] ?? '',
    details: { move: 'gather_information', queue: 'screening' },
    chainId: caseId,
    ...link,
    actorSalt: salt,
    actorCommitment: commitmentOf(salt, actor),
    ...reasonOf(position, salt),
    recordSalt: null,
    recordCommitment: null,
  };
  return { ...body, leafHash: leafHash(entryText(body)) };
}

/** Every fourth event has one. */
function reasonOf(position: number, salt: Buffer): Pick<LoggedEvent, 'reason' | 'reasonSalt' | 'reasonCommitment'> {
  if (position % 4 !== 0) return { reason: null, reasonSalt: null, reasonCommitment: null };
  const reason = `Reason number ${position}, as long as such reasons are in practice.`;
  return { reason, reasonSalt: salt, reasonCommitment: commitmentOf(salt, reason) };
}

function uuidOf(name: string): string {
  const hex = hash('sha256', name);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
