#!/usr/bin/env node
/**
 * Checks an evidence pack of Front Door with nothing but the pack and a file of public keys that you trust:
 *
 *   node verify-evidence.mjs pack.ndjson --keys keys.json [--since earlier-head.json]
 *
 * The pack: a header line with the signed head of the log; a line for each entry, with the exact text that was hashed and
 * the clear values that its salted commitments stand for; a signed trailer over every byte before it. Hashing and proofs
 * are those of RFC 9162. Ends with 0 when everything holds, with 1 at the first fault, which it names with its line.
 */
import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ENTRY = Buffer.from('"entry":');
const TRAILER = Buffer.from('{"trailer":');
const [NEWLINE, COLON] = [10, 58];
const CHAIN_START = Buffer.alloc(32).toString('base64url');
const OUT_OF_PLACE = 'an entry is out of place, or there twice';

class Fault extends Error {}

/** The checks themselves; give it the bytes in order, then `end`. Throws a `Fault`. */
class PackVerifier {
  #keys;
  #since;
  #rest = Buffer.alloc(0);
  #bytes = createHash('sha256');
  #chains = new Map();
  #parts = [];
  #disposed = new Set();
  #erased = [];
  #lastProven = -1;
  #trailer = null;
  line = 0;
  header = null;
  counts = { entries: 0, chains: 0, erased: 0, withheld: 0 };

  constructor({ keys }, since) {
    this.#since = since;
    this.#keys = new Map(keys.map((key) => [`${key.use} ${key.id}`, trustedKey(key)]));
  }

  feed(chunk) {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      this.line += 1;
      must(this.#trailer === null, 'there is something after the trailer');
      const isTrailer = bytes.subarray(start, start + TRAILER.length).equals(TRAILER);
      if (isTrailer) this.#readTrailer(bytes, start, end);
      else if (this.line === 1) this.#readHeader(parse(bytes, start, end).evidence);
      else this.#readEntry(bytes, start, end);
      start = end + 1;
    }
    if (this.#trailer === null) this.#bytes.update(bytes.subarray(0, start));
    this.#rest = Buffer.from(bytes.subarray(start));
  }

  /** To be called after the last byte; returns what the pack holds. */
  end() {
    const { header, counts } = this;
    must(this.#rest.length === 0 && this.#trailer !== null, 'the pack is cut off: it has no trailer');
    const { count, sha256, key, signature } = this.#trailer;
    const content = { authority: header.authority, count, format: header.format, sha256 };
    this.#checkSigned(content, 'evidence', key, signature, 'the trailer');
    must(sha256 === this.#bytes.digest('base64url'), 'the pack is not, byte for byte, what was signed');
    must(count === counts.entries && count === header.count, 'entries were added or taken out');
    if (header.range !== null) this.#checkRange(header);
    for (const chain of this.#chains.values()) this.#checkChain(chain);
    const owned = header.kind === 'case' ? [header.case, header.referral] : [];
    must(
      owned.every((id) => this.#chains.has(id)),
      'the events of the case or its referral are missing',
    );
    for (const { line, owners } of this.#erased) {
      const isDisposed = owners.some((owner) => this.#disposed.has(owner));
      must(isDisposed, 'a reason is gone and no disposal of its record is in the pack', line);
    }
    counts.chains = this.#chains.size;
    return { counts, head: header.head, kind: header.kind };
  }

  #readTrailer(bytes, start, end) {
    this.#bytes.update(bytes.subarray(0, start));
    const { count, sha256, key, signature } = parse(bytes, start, end).trailer;
    this.#trailer = { count, sha256, key, signature };
    const isPlain = JSON.stringify({ trailer: this.#trailer }) === bytes.toString('utf8', start, end);
    must(isPlain, 'the trailer is not written as it should be');
  }

  #readHeader(header) {
    must(header?.format === 'front-door-evidence/1', 'this is no evidence pack');
    const { head, range, kind } = header;
    this.header = header;
    this.#checkHead(head);
    must(head.authority === header.authority, 'the head is of another authority');
    must(header.exportedAt >= head.sealedAt, 'the pack is older than the head in it');
    const isKnown = kind === 'case' ? range === null : ['month', 'all'].includes(kind) && range !== null;
    must(isKnown, 'the kind of pack and what it covers do not go together');
    if (range !== null) {
      must(range.from >= 0 && range.from < range.to && range.to <= head.size, 'the head does not cover the range');
      must(kind === 'month' || (range.from === 0 && range.to === head.size), 'the pack does not hold everything');
      this.#parts = withLevels(0, range.from, range.left);
    }
    if (this.#since !== null) this.#checkSince(this.#since, head, header.consistency);
  }

  #checkSince(since, head, consistency) {
    this.#checkHead(since);
    must(since.authority === head.authority, 'the earlier head is of another authority');
    const { size } = since;
    must(consistency?.size === size, `the pack carries no consistency proof: export it with --since ${size}`);
    const [roots, proof] = [[since, head].map(({ root }) => bytesOf(root)), consistency.proof.map(bytesOf)];
    must(isConsistent(size, roots[0], head.size, roots[1], proof), 'the log does not continue the earlier head');
  }

  #checkHead({ key, signature, ...content }) {
    must(content.format === 'front-door-tree-head/1', 'this is no tree head');
    this.#checkSigned(content, 'tree-head', key, signature, 'the head of the log');
  }

  #checkSigned(content, use, key, signature, what) {
    const trusted = this.#keys.get(`${use} ${key}`);
    must(trusted !== undefined, `${what} is signed with a key that you do not trust`);
    const sorted = Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
    const isGood = verify(null, Buffer.from(JSON.stringify(sorted)), trusted, bytesOf(signature));
    must(isGood, `the signature of ${what} is wrong`);
  }

  #readEntry(bytes, start, end) {
    const at = bytes.indexOf(ENTRY, start) + ENTRY.length;
    must(at >= start + ENTRY.length && at < end, 'this line holds no entry');
    const { entry, disclosed, position, proof } = parse(bytes, start, end);
    // RFC 9162: a leaf is hashed with a zero byte before it. For a moment that byte stands where the colon does.
    bytes[at - 1] = 0;
    const leaf = hash('sha256', bytes.subarray(at - 1, end - 1), 'buffer');
    bytes[at - 1] = COLON;
    const isInRange = proof === undefined;
    if (isInRange) {
      must(this.header.range !== null, 'an entry has no proof');
      push(this.#parts, { level: 0, hash: leaf });
    } else this.#checkProof(leaf, position, proof);
    this.#checkContent(entry, disclosed);
    // A disposal from elsewhere in the log is proven for itself; its chain is not in this pack.
    if (isInRange || this.header.range === null) this.#link(entry, leaf.toString('base64url'));
    this.counts.entries += 1;
  }

  #checkProof(leaf, position, proof) {
    const { head, range } = this.header;
    must(Number.isInteger(position) && position > this.#lastProven && position < head.size, OUT_OF_PLACE);
    must(range === null || position < range.from || position >= range.to, OUT_OF_PLACE);
    this.#lastProven = position;
    const isThere = isIncluded(position, head.size, leaf, bytesOf(head.root), proof.map(bytesOf));
    must(isThere, 'the entry is not in the signed log');
  }

  #checkContent(entry, { actor, reason }) {
    const { header, counts } = this;
    must(entry.version === 1, 'the entry has a form that this verifier does not know');
    must(entry.authority === header.authority, 'the entry is of another authority');
    must(entry.occurredAt <= header.head.sealedAt, 'the entry is younger than the head that covers it');
    const who = { id: actor?.[1]?.id, name: actor?.[1]?.name };
    must(isDisclosed(actor, who, entry.actor.commitment), 'who acted is not who was recorded');
    const isOfCase = entry.case === header.case || (entry.case === null && entry.referral === header.referral);
    must(header.kind !== 'case' || isOfCase, 'the entry is of another case');
    if (entry.action === 'case.disposed') this.#disposed.add(entry.case);
    if (entry.action === 'referral.disposed') this.#disposed.add(entry.referral);
    if (entry.reason === null) must(reason === undefined, 'there is a reason where none was recorded');
    else if (reason === 'withheld' && header.kind !== 'case') counts.withheld += 1;
    else if (reason === 'erased') {
      counts.erased += 1;
      this.#erased.push({ line: this.line, owners: [entry.case, entry.referral] });
    } else must(isDisclosed(reason, reason?.[1], entry.reason), 'the reason is not the one that was recorded');
  }

  /** Entries of a chain may come in another order than they stand in it: two transactions crossed. */
  #link({ chain, occurredAt }, leaf) {
    if (chain === null) return;
    const { id, sequence, previous } = chain;
    must((sequence === 0) === (previous === CHAIN_START), 'the beginning of a chain is not as it was');
    const link = { sequence, previous, leaf, occurredAt, line: this.line };
    const known = this.#chains.get(id);
    if (known === undefined) this.#chains.set(id, { id, first: link, last: link, waiting: [] });
    else if (!extend(known, link)) known.waiting.push(link);
  }

  #checkChain(chain) {
    const late = chain.waiting.sort((a, b) => a.sequence - b.sequence).filter((link) => !extend(chain, link));
    const left = late.reverse().filter((link) => !extend(chain, link));
    must(left.length === 0, 'a chain has a gap or a fork', left[0]?.line);
    const isWhole = this.header.kind === 'month' || chain.first.sequence === 0;
    must(isWhole, 'a chain does not begin at its beginning', chain.first.line);
  }

  #checkRange({ range, head }) {
    const size = this.#parts.reduce((sum, { level }) => sum + 2 ** level, 0);
    must(size === range.to, 'entries were added or taken out');
    for (const part of withLevels(range.to, head.size, range.right)) push(this.#parts, part);
    const root = this.#parts.map((part) => part.hash).reduceRight((right, left) => node(left, right));
    must(root.equals(bytesOf(head.root)), 'the entries are not those of the signed log');
  }
}

/** Checks a whole pack at once; `fault` is null when everything holds. */
export function verifyPack(pack, keys, since = null) {
  const verifier = new PackVerifier(keys, since);
  try {
    verifier.feed(Buffer.from(pack));
    return { fault: null, line: null, ...verifier.end() };
  } catch (error) {
    return { fault: faultOf(error), line: error.line ?? verifier.line };
  }
}

function faultOf(error) {
  return error instanceof Fault ? error.message : `the pack is not made as packs are (${error.name})`;
}

function must(holds, what, line) {
  if (!holds) throw Object.assign(new Fault(what), line === undefined ? {} : { line });
}

function parse(bytes, start, end) {
  return JSON.parse(bytes.toString('utf8', start, end));
}

function trustedKey({ id, publicKey }) {
  const spki = Buffer.from(publicKey, 'base64');
  must(hash('sha256', spki) === id, `trusted key ${id} is not the key of that id`);
  return createPublicKey({ key: spki, format: 'der', type: 'spki' });
}

/** Strictly: no two texts stand for the same bytes. */
function bytesOf(text) {
  const bytes = Buffer.from(text, 'base64url');
  must(bytes.toString('base64url') === text, 'a hash or signature is not written as it should be');
  return bytes;
}

function isDisclosed(disclosure, value, commitment) {
  if (!Array.isArray(disclosure)) return false;
  return hash('sha256', JSON.stringify([disclosure[0], value]), 'base64url') === commitment;
}

/** Puts a link at either end of what is known of its chain; false when it is at neither. */
function extend(chain, link) {
  const isNext = link.sequence === chain.last.sequence + 1;
  if (!isNext && link.sequence !== chain.first.sequence - 1) return false;
  const [before, after] = isNext ? [chain.last, link] : [link, chain.first];
  must(after.previous === before.leaf, 'a chain is broken', after.line);
  must(after.occurredAt >= before.occurredAt, 'time runs backwards in a chain', after.line);
  if (isNext) chain.last = link;
  else chain.first = link;
  return true;
}

const pair = Buffer.alloc(65, 1);
function node(left, right) {
  left.copy(pair, 1);
  right.copy(pair, 33);
  return hash('sha256', pair, 'buffer');
}

/** The full subtrees from `start` to `end`, with their hashes. */
function withLevels(start, end, hashes) {
  const parts = [];
  for (let at = start; at < end; at += 2 ** parts.at(-1).level) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    parts.push({ level, hash: bytesOf(hashes[parts.length] ?? '') });
  }
  const isWhole = parts.length === hashes.length && parts.every((part) => part.hash.length === 32);
  must(isWhole, 'the proof is not of this range');
  return parts;
}

function push(parts, { level, hash: added }) {
  while (parts.at(-1)?.level === level) {
    added = node(parts.pop().hash, added);
    level += 1;
  }
  parts.push({ level, hash: added });
}

/** Goes up a tree along a proof; false for a proof of the wrong length. */
function climb(position, size, proof, join) {
  let [at, last] = [position, size - 1];
  for (const step of proof) {
    if (last === 0) return false;
    const isLeft = at % 2 === 1 || at === last;
    join(step, isLeft);
    while (isLeft && at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0;
}

/** RFC 9162, 2.1.3.2. */
function isIncluded(position, size, leaf, root, proof) {
  let hashed = leaf;
  const isWhole = climb(position, size, proof, (step, isLeft) => {
    hashed = isLeft ? node(step, hashed) : node(hashed, step);
  });
  return isWhole && hashed.equals(root);
}

/** RFC 9162, 2.1.4.2. */
function isConsistent(older, olderRoot, size, root, proof) {
  if (older === size) return proof.length === 0 && olderRoot.equals(root);
  if (older < 1 || older > size) return false;
  const [first, ...steps] = Number.isInteger(Math.log2(older)) ? [olderRoot, ...proof] : proof;
  let [at, last] = [older - 1, size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [before, after] = [first, first];
  const isWhole = climb(at, last + 1, steps, (step, isLeft) => {
    if (isLeft) before = node(step, before);
    after = isLeft ? node(step, after) : node(after, step);
  });
  return isWhole && before.equals(olderRoot) && after.equals(root);
}

async function main([file, ...options]) {
  const named = (name) => JSON.parse(readFileSync(options[options.indexOf(name) + 1], 'utf8'));
  if (file === undefined || !options.includes('--keys')) {
    throw new Error('node verify-evidence.mjs pack.ndjson --keys keys.json [--since earlier-head.json]');
  }
  const verifier = new PackVerifier(named('--keys'), options.includes('--since') ? named('--since') : null);
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) verifier.feed(chunk);
    const { counts, head, kind } = verifier.end();
    const under = `under the head of ${head.size} entries sealed ${head.sealedAt}`;
    console.log(`Sound. ${kind}: ${counts.entries} entries, ${counts.chains} chains, ${under}.`);
    console.log(`Reasons erased by a recorded disposal: ${counts.erased}; withheld as restricted: ${counts.withheld}.`);
  } catch (error) {
    throw new Error(`NOT sound. Line ${error.line ?? verifier.line}: ${faultOf(error)}.`);
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
