import { detailOf, type FamilyView, nameOfMember, type StandingMember } from '#family';
import type { Words } from '../words/words.ts';

type Decided = NonNullable<StandingMember['cases'][number]['decision']>;

interface FamilyCaseLine {
  readonly reference: string;
  readonly href: string;
  readonly outcome: string | null;
}

/** One person of the family in a line. Days are ISO; `null`: not known. */
interface FamilyLine {
  readonly id: string;
  readonly name: string;
  readonly part: string;
  /** What they are to the child; of the child itself `null`. */
  readonly relation: string | null;
  readonly born: string | null;
  /** When an unborn child is expected. */
  readonly due: string | null;
  readonly lives: string;
  /** Why they count as family, where the referral itself does not say so. */
  readonly doubt: string | null;
  readonly allegedSource: boolean;
  /** Of a brother or sister: whether somebody has considered them. */
  readonly sibling: { readonly text: string; readonly tone: 'orange' | 'green' } | null;
  readonly cases: readonly FamilyCaseLine[];
}

export interface FamilySummary {
  readonly members: readonly FamilyLine[];
  /** What nobody has said and somebody should ask. */
  readonly gaps: readonly string[];
  /** Children to look at because protection was decided for a brother or sister. */
  readonly prompts: readonly string[];
  readonly siblingsWaiting: number;
  readonly href: string;
  readonly peopleHref: string;
}

export function familySummary(view: FamilyView, words: Words): FamilySummary {
  const base = `/cases/${view.found.id}`;
  return {
    members: view.members.map((member) => familyLine(member, view, words)),
    gaps: view.gaps.map(({ code, members }) => gapText(words.family.gaps[code], namesOf(members, view, words))),
    prompts: view.prompts.map(({ member, caseId }) => {
      const reference = view.cases.find(({ id }) => id === caseId)?.reference ?? '';
      return words.family.prompt(namesOf([member], view, words), reference);
    }),
    siblingsWaiting: view.members.filter(({ standing }) => standing?.state === 'waiting').length,
    href: `${base}/family`,
    peopleHref: `${base}/people`,
  };
}

export function nameInWords(member: StandingMember, words: Words): string {
  return nameOfMember(member) ?? words.family.noName;
}

function familyLine(member: StandingMember, view: FamilyView, words: Words): FamilyLine {
  return {
    id: member.id,
    name: nameInWords(member, words),
    part: words.family.parts[member.part],
    relation: member.part === 'child' ? null : relationOf(member, words),
    born: detailOf(member, ({ details }) => details.dateOfBirth),
    due: detailOf(member, ({ details }) => details.expectedDeliveryDate),
    lives: livesWhere(member, view, words),
    doubt: member.belonging === 'reported' ? null : words.family.belongings[member.belonging],
    allegedSource: member.mentions.some(({ mention }) => mention.role === 'source_of_harm'),
    sibling: siblingOf(member, words),
    cases: member.cases.map(({ id, reference, decision }) => ({
      reference,
      href: `/cases/${id}`,
      outcome: decision === null ? null : outcomeOf(decision, words),
    })),
  };
}

function outcomeOf({ level, pathway }: Decided, words: Words): string {
  return level === null ? words.codes.pathways[pathway] : words.codes.levels[level];
}

/** What they are to the child, by the newest entry that says so; then what the sender wrote. */
function relationOf(member: StandingMember, words: Words): string {
  const standing = member.relationships.findLast(({ stands, kind }) => stands && kind !== 'not_known');
  if (standing !== undefined) return words.codes.relationshipKinds[standing.kind];
  return detailOf(member, ({ details }) => details.relationship) ?? words.codes.relationshipKinds.not_known;
}

function livesWhere({ id, part }: StandingMember, { homes, members }: FamilyView, words: Words): string {
  const child = members.find((member) => member.part === 'child')?.id;
  const home = homes.find((each) => each.members.includes(id));
  if (part === 'child') return home?.residenceId == null ? words.family.lives.unknown : words.family.lives.ownHome;
  if (home === undefined) return words.family.lives.unknown;
  const isTogether = child !== undefined && home.members.includes(child);
  return isTogether ? words.family.lives.withChild : words.family.lives.elsewhere;
}

function siblingOf({ standing }: StandingMember, words: Words): FamilyLine['sibling'] {
  if (standing === null) return null;
  const { state, consideration } = standing;
  if (state === 'waiting') return { text: words.family.siblings.waiting, tone: 'orange' };
  const text =
    consideration === null ? words.family.siblings.decided : words.codes.considerations[consideration.outcome];
  return { text, tone: 'green' };
}

function namesOf(ids: readonly string[], { members }: FamilyView, words: Words): string {
  const named = ids.flatMap((id) => members.find((member) => member.id === id) ?? []);
  return named.map((member) => nameInWords(member, words)).join(', ');
}

function gapText(text: string, names: string): string {
  return names === '' ? text : `${text}: ${names}`;
}
