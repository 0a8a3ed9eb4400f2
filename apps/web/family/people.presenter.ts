import { type CandidatePair, type Candidates, nameOfMention } from '#family';
import type { MatchEvidence, OpenMention, Verdict } from '#people';
import type { Words } from '../words/words.ts';
import { addressOf } from './family-page.presenter.ts';

/** From this weight on, in bits, a line of evidence counts as strong: a thousand strangers agree so by chance once. */
const STRONG = 10;

interface PairLine {
  readonly here: string;
  readonly other: string;
  readonly likely: string;
  readonly said: string;
  readonly href: string;
}

/** The pairs to look at: those of which nobody has said anything first, the likeliest first. */
export function peoplePage({ pairs }: Candidates, base: string, words: Words): { readonly pairs: readonly PairLine[] } {
  const undecided = pairs.filter((pair) => standingOf(pair) === null);
  const decided = pairs.filter((pair) => standingOf(pair) !== null);
  return {
    pairs: [...undecided, ...decided].map((pair) => {
      const { mention, other, candidate } = pair;
      const standing = standingOf(pair);
      return {
        here: nameOf(mention, words),
        other: nameOf(other, words),
        likely: candidate === null ? words.people.notFound : words.people.bands[candidate.band],
        said: standing === null ? words.people.nothingSaid : words.people.said[standing.verdict],
        href: `${base}/people/${mention.id}/${other.id}`,
      };
    }),
  };
}

/** What was said last and not taken back. */
export function standingOf({ verdicts }: CandidatePair): Verdict | null {
  return verdicts.findLast(({ undone }) => undone === null) ?? null;
}

/** Two people side by side, why they look alike, and what was said of them. */
export function comparison(pair: CandidatePair, base: string, words: Words) {
  const { candidate, verdicts, otherCases } = pair;
  const standing = standingOf(pair);
  return {
    here: nameOf(pair.mention, words),
    other: nameOf(pair.other, words),
    rows: rowsOf(pair, words),
    cases: otherCases.map(({ id, reference }) => ({ href: `/cases/${id}`, reference })),
    score: candidate === null ? null : words.people.score(Math.floor(candidate.score * 100)),
    evidence: (candidate?.evidence ?? []).map((line) => evidenceInWords(line, words)),
    verdicts: verdicts.map(({ verdict, reason, givenByName, givenAt, undone }) => ({
      ...{ text: words.people.said[verdict], by: words.people.saidBy(givenByName), at: givenAt, reason },
      undone:
        undone === null ? null : { by: words.people.undoneBy(undone.byName), at: undone.at, reason: undone.reason },
    })),
    undoHref: standing === null ? null : `${base}/people/verdicts/${standing.id}/undo`,
  };
}

/** One line of the reasons as a person reads it: what was compared, how far it agrees, what that says. */
export function evidenceInWords({ field, level, weight }: MatchEvidence, { people }: Words): string {
  const levels: Readonly<Record<string, string>> = people.levels;
  const agrees = levels[level] ?? level.replaceAll('_', ' ');
  return `${people.fields[field]}: ${agrees} – ${weightInWords(weight, people)}`;
}

function weightInWords(weight: number, { weights }: Words['people']): string {
  if (weight === 0) return weights.nothing;
  if (weight > 0) return weight >= STRONG ? weights.strongFor : weights.for;
  return weight <= -STRONG ? weights.strongAgainst : weights.against;
}

function rowsOf({ mention, other }: CandidatePair, words: Words) {
  const [here, there] = [tellingOf(mention, words), tellingOf(other, words)];
  return here.map(({ label, text, day }, index) => {
    const beside = there[index] ?? { text: null, day: null };
    const isKnown = (text ?? day) !== null && (beside.text ?? beside.day) !== null;
    return {
      label,
      here: { text, day },
      other: beside,
      differs: label !== words.people.rows.received && isKnown && (text !== beside.text || day !== beside.day),
    };
  });
}

/** What is known of somebody, in the order of the rows; days are ISO, to be shown in the reader's language. */
function tellingOf({ role, details, receivedAt }: OpenMention, words: Words) {
  const { rows, sexes, roles } = words.people;
  const { names, sex, address, relationship } = details;
  const plain = (label: string, text: string | null) => ({ label, text, day: null });
  const dated = (label: string, day: string | null) => ({ label, text: null, day });
  return [
    plain(rows.name, [names.given, names.family].filter((part) => part !== null).join(' ') || null),
    plain(rows.otherNames, names.other.join(', ') || null),
    dated(rows.born, details.dateOfBirth),
    dated(rows.due, details.expectedDeliveryDate),
    plain(rows.sex, sex === null ? null : sexes[sex]),
    plain(rows.relationship, relationship),
    plain(rows.address, address === null ? null : addressOf({ address, addressSecret: false }, words)),
    plain(rows.role, roles[role]),
    dated(rows.received, receivedAt.toISOString()),
  ];
}

function nameOf(mention: OpenMention, words: Words): string {
  return nameOfMention(mention) ?? words.family.noName;
}
