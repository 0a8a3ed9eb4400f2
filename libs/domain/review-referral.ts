import type { ChildInReferral } from './child-in-referral.ts';
import { checkIdentifiers, type Flag } from './identifiers/check-identifiers.ts';
import type { ReferralDocument } from './referral-document.ts';

/**
 * What is missing or contradictory in a valid referral. None of it blocks: each becomes a question to the sender and
 * a prompt to the front door (domain pack 3.1).
 */
export function reviewReferral(referral: ReferralDocument, onDate: string): Flag[] {
  return [
    ...missingAnswers(referral),
    ...contradictions(referral),
    ...referral.children.flatMap((child, index) => reviewChild(child, `/children/${String(index)}`, onDate)),
  ];
}

function missingAnswers(referral: ReferralDocument): Flag[] {
  const { safety, agreement, worries, strengths, household } = referral;
  const asked: [unknown, string, string][] = [
    [safety?.immediateDanger, '/safety/immediateDanger', 'Is a child in immediate danger now?'],
    [worries.injury ?? worries.injuryDescription, '/worries/injury', 'Is there an injury?'],
    [worries.firstHand, '/worries/firstHand', 'Did you see or hear it yourself?'],
    [agreement?.given, '/agreement/given', 'What was the family told, and did they agree?'],
    [household?.people, '/household/people', 'Who lives with the child, partners included?'],
    [strengths, '/strengths', 'What is working well, and who keeps the child safe?'],
    [referral.whatNeedsToHappen, '/whatNeedsToHappen', 'What needs to happen?'],
  ];
  return asked.filter(([given]) => given === undefined).map(([, pointer, message]) => question(pointer, message));
}

function contradictions(referral: ReferralDocument): Flag[] {
  const { referrer, children } = referral;
  const flags: Flag[] = [];
  if (referrer.anonymous === true && referrer.capacity !== 'public') {
    const message = 'Only a member of the public may stay anonymous; how to reach you is kept for the front door.';
    flags.push({ pointer: '/referrer/anonymous', code: 'contradiction', message });
  }
  const refs = children.map((child) => child.ref);
  children.forEach((child, index) => {
    if (refs.indexOf(child.ref) === index) return;
    const message = 'Two children have the same ref: answers by ref count for both.';
    flags.push({ pointer: `/children/${String(index)}/ref`, code: 'contradiction', message });
  });
  (referral.indicators ?? []).forEach((report, index) => {
    if ((report.children ?? []).every((ref) => refs.includes(ref))) return;
    const message = 'Names a ref that no child of this referral has.';
    flags.push({ pointer: `/indicators/${String(index)}/children`, code: 'contradiction', message });
  });
  return flags;
}

function reviewChild(child: ChildInReferral, base: string, onDate: string): Flag[] {
  return [
    ...dateFlags(child, base, onDate),
    ...(child.address === undefined ? [question(`${base}/address`, 'Where does the child live?')] : []),
    ...(child.voice === undefined
      ? [question(`${base}/voice`, 'What does the child say, or why is that not known?')]
      : []),
    ...(child.seenBySender === undefined ? [question(`${base}/seenBySender`, 'Who has seen the child?')] : []),
    ...checkIdentifiers(child.identifiers ?? {}, child.dateOfBirth, `${base}/identifiers`),
  ];
}

function dateFlags(child: ChildInReferral, base: string, onDate: string): Flag[] {
  const { dateOfBirth, expectedDeliveryDate, estimatedAgeYears } = child;
  if (dateOfBirth !== undefined && expectedDeliveryDate !== undefined) {
    const message = 'Both a date of birth and an expected delivery date are given; the date of birth counts.';
    return [{ pointer: `${base}/expectedDeliveryDate`, code: 'contradiction', message }];
  }
  if (dateOfBirth !== undefined && dateOfBirth > onDate) {
    const message = 'The date of birth lies in the future. For an unborn child give expectedDeliveryDate.';
    return [{ pointer: `${base}/dateOfBirth`, code: 'contradiction', message }];
  }
  if (dateOfBirth ?? expectedDeliveryDate ?? estimatedAgeYears) return [];
  return [question(`${base}/dateOfBirth`, 'How old is the child?')];
}

function question(pointer: string, message: string): Flag {
  return { pointer, code: 'question', message };
}
