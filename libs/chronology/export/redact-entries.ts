import type { Language, ReferralId } from '#domain';
import type { StoredReferral } from '#intake';
import { authorityPack } from '#nation-packs';
import {
  findsLeak,
  isReferrerConfidential,
  needlesFor,
  ownWordsOf,
  placeholderIn,
  Redactor,
  type Telltales,
  telltalesOf,
  type ThirdParty,
  thirdPartiesOf,
  withNamed,
  withoutPlaceholders,
} from '#redaction';
import type { ChronologyCategory } from '../categories.ts';
import type { ChronologyEntry } from '../entry.ts';
import type { Reading } from '../reading.ts';

/** What is to be taken out. */
export interface RedactionChoice {
  /** Agencies and those who act for them too. */
  readonly agencies: boolean;
  /** Words that a person found and the service cannot know. */
  readonly words: readonly string[];
}

/** Takes out of a chronology what would tell who somebody else than the child is, and looks whether any of it is left. */
export class ChronologyRedaction {
  readonly people: readonly ThirdParty[];
  private readonly redactor: Redactor;
  private readonly telltales: Telltales;
  /** Referrals whose referrer the family must not learn of. */
  private readonly confidential: ReadonlySet<ReferralId>;
  private readonly leaks = new Set<ChronologyCategory | 'analysis'>();

  constructor(
    reading: Reading,
    entries: readonly ChronologyEntry[],
    readonly choice: RedactionChoice,
    language: Language,
  ) {
    const own = ownWordsOf(...ownChildren(reading));
    const agencies = authorityPack(reading.authorityId).agencies.map(({ name }) => name);
    const named = namedIn(entries, choice).filter((name) => !agencies.includes(name));
    this.people = withNamed(othersIn(reading, choice), named);
    this.confidential = new Set(reading.referrals.filter(isConfidential).map(({ id }) => id));
    const hidden = [...this.people, this.agenciesIn(reading)];
    this.redactor = new Redactor(needlesFor(hidden, choice.words, own).needles, placeholderIn(language));
    this.telltales = telltalesOf(hidden, choice.words, own);
  }

  /** Whether the family must not learn who told it. */
  hidesSource({ category, children, source: { kind } }: ChronologyEntry): boolean {
    if (kind !== 'agency' || this.choice.agencies) return kind === 'agency';
    const isReport = category === 'contact' || category === 'incident';
    return isReport && children.some(({ found }) => this.confidential.has(found.referralId));
  }

  /** Something of the record; what still tells who somebody is counts as a leak of its category. */
  redact(text: string, of: ChronologyCategory | 'analysis'): string {
    const redacted = this.redactor.redact(text);
    if (findsLeak(withoutPlaceholders(redacted), this.telltales)) this.leaks.add(of);
    return redacted;
  }

  /** Where somebody else can still be recognised. */
  leaksIn(): readonly (ChronologyCategory | 'analysis')[] {
    return [...this.leaks].toSorted();
  }

  /** The agencies that are not to be named: all of the directory, or those behind a referrer who is hidden. */
  private agenciesIn({ authorityId, referrals }: Reading): ThirdParty {
    const behind = referrals.filter(({ id }) => this.confidential.has(id)).map(({ agencyId }) => agencyId as string);
    const agencies = authorityPack(authorityId).agencies.filter(
      ({ id }) => this.choice.agencies || behind.includes(id),
    );
    const identifiers = agencies.map(({ name }) => ({ kind: 'place' as const, value: name }));
    return { number: 0, relationship: null, identifiers };
  }
}

function isConfidential({ document }: StoredReferral): boolean {
  return isReferrerConfidential(document.referrer);
}

/** The child as every referral about them describes them. */
function ownChildren({ cases, referrals }: Reading) {
  return cases.flatMap(({ found, relation }) => {
    const child = referrals.find(({ id }) => id === found.referralId)?.document.children[found.childIndex];
    return relation === 'sibling' || child === undefined ? [] : [child];
  });
}

/** Everybody else whom the referrals know; a referral about a brother or sister alone knows nobody but others. */
function othersIn({ cases, referrals }: Reading, { agencies }: RedactionChoice): ThirdParty[] {
  return thirdPartiesOf(
    ...referrals.map((referral) => {
      const { id, document } = referral;
      const own = cases.find(({ found, relation }) => found.referralId === id && relation !== 'sibling');
      const isReferrerHidden = agencies || isConfidential(referral);
      return { document, childIndex: own?.found.childIndex ?? null, isReferrerHidden };
    }),
  );
}

/** Those whom somebody named as the source of an entry; who acts for an agency only where agencies are taken out. */
function namedIn(entries: readonly ChronologyEntry[], { agencies }: RedactionChoice): string[] {
  return entries.flatMap(({ category, source: { kind, person } }) => {
    const isHidden = kind === 'other' || (kind === 'agency' && agencies && category !== 'contact');
    return isHidden && person !== null ? [person] : [];
  });
}
