import { mayDo } from '#access-policy';
import type { Actor } from '#domain';
import type { FamilyView, StandingMember } from '#family';
import type { RelationshipEntry, ResidenceEntry } from '#people';
import { agencyName } from '#nation-packs';
import type { Words } from '../words/words.ts';
import { familySummary, nameInWords } from './family-summary.presenter.ts';

/** What was recorded about somebody, with who did and when; `null`: the referral says so. */
interface EntryLine {
  readonly text: string;
  readonly details: readonly string[];
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly isCorrected: boolean;
}

interface ResidenceLine extends EntryLine {
  readonly since: string | null;
  readonly until: string | null;
}

/** Everything on record about one person of the family. */
interface MemberDetails {
  readonly id: string;
  readonly name: string;
  readonly namedIn: readonly { readonly agency: string; readonly at: Date; readonly doubt: string | null }[];
  readonly relationships: readonly EntryLine[];
  readonly residences: readonly ResidenceLine[];
  readonly considered: EntryLine | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

export function familyPage(view: FamilyView, actor: Actor, words: Words) {
  const mayRecord = mayDo(actor, 'family.record', view.found) === 'allowed';
  return {
    family: familySummary(view, words),
    homes: view.homes.map((home) => ({
      where: addressOf(entryOf(view, home.residenceId), words),
      names: home.members
        .flatMap((id) => view.members.find((member) => member.id === id) ?? [])
        .map((member) => nameInWords(member, words)),
    })),
    details: view.members.map((member) => detailsOf(member, view, { words, mayRecord })),
    addHref: mayRecord ? `/cases/${view.found.id}/family/add` : null,
  };
}

function entryOf({ members }: FamilyView, residenceId: string | null): ResidenceEntry | null {
  return members.flatMap(({ residences }) => residences).find(({ id }) => id === residenceId) ?? null;
}

function detailsOf(member: StandingMember, view: FamilyView, of: { words: Words; mayRecord: boolean }): MemberDetails {
  const { words, mayRecord } = of;
  const name = nameInWords(member, words);
  return {
    ...{ id: member.id, name },
    namedIn: member.mentions.map(({ mention, belonging }) => {
      const agencyId = view.cases.find(({ referralId }) => referralId === mention.referralId)?.agencyId;
      return {
        agency: agencyId === undefined ? words.family.unknown : agencyName(view.found.authorityId, agencyId),
        at: mention.receivedAt,
        doubt: belonging === 'reported' ? null : words.family.belongings[belonging],
      };
    }),
    relationships: member.relationships.map((entry) => relationshipLine(entry, words)),
    residences: member.residences.map((entry) => residenceLine(entry, words)),
    considered: consideredLine(member, words),
    links: mayRecord ? linksOf(member, `/cases/${view.found.id}/family/${member.id}`, words) : [],
  };
}

function linksOf({ part, standing }: StandingMember, base: string, { family }: Words): MemberDetails['links'] {
  return [
    ...(part === 'child' ? [] : [{ href: `${base}/relationship`, text: family.change.relationship }]),
    { href: `${base}/residence`, text: family.change.residence },
    ...(standing === null ? [] : [{ href: `${base}/sibling`, text: family.change.sibling }]),
  ];
}

function relationshipLine(entry: RelationshipEntry, words: Words): EntryLine {
  const { kind, parentalResponsibility, livesInHousehold } = entry;
  return {
    ...lineOf(entry, words.codes.relationshipKinds[kind], words),
    details: [
      `${words.family.responsibility}: ${words.codes.answers[parentalResponsibility]}`,
      `${words.family.household}: ${words.codes.answers[livesInHousehold]}`,
    ],
  };
}

function residenceLine(entry: ResidenceEntry, words: Words): ResidenceLine {
  const { since, until, address, addressSecret } = entry;
  const details = addressSecret && address !== null ? [words.family.secret] : [];
  return { ...lineOf(entry, addressOf(entry, words), words), details, since, until };
}

function lineOf(entry: RelationshipEntry | ResidenceEntry, text: string, { family }: Words): EntryLine {
  const { recordedByName, recordedAt, reason, stands } = entry;
  const by = recordedByName === null ? family.byReferral : family.recordedBy(recordedByName);
  return { text, details: [], by, at: recordedAt, reason, isCorrected: !stands };
}

function consideredLine({ standing }: StandingMember, words: Words): EntryLine | null {
  const said = standing?.consideration ?? null;
  if (said === null) return null;
  const { outcome, reason, consideredByName, consideredAt } = said;
  const by = words.family.recordedBy(consideredByName);
  return { text: words.codes.considerations[outcome], details: [], by, at: consideredAt, reason, isCorrected: false };
}

export function addressOf(entry: Pick<ResidenceEntry, 'address' | 'addressSecret'> | null, { family }: Words): string {
  const address = entry?.address ?? null;
  if (address === null) return entry?.addressSecret === true ? family.homeSecret : family.homeUnknown;
  const parts = [...address.lines, address.postcode].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? family.homeUnknown : parts.join(', ');
}
