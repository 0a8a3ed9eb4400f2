import type { Case, ChildInReferral, ReferralDocument } from '#domain';
import type { StoredReferral } from '#intake';
import { agencyName } from '#nation-packs';
import { answerWords } from './reported.presenter.ts';
import { day, levelWords, type Row, rowsOf, type Telling } from './telling.ts';

/** Who sent the referral, and what else they said about the child. */
export interface Sender {
  readonly rows: readonly Row[];
  readonly child: readonly Row[];
  /** The family is not to learn who sent it. */
  readonly isHidden: boolean;
}

export function presentSender(found: Case, referral: StoredReferral, telling: Telling): Sender {
  const { document } = referral;
  return {
    rows: senderRows(found, document, telling),
    child: childRows(found, document, telling),
    isHidden: document.referrer.wantsAnonymityFromFamily === true,
  };
}

function senderRows(
  found: Case,
  { referrer, referrerView, senderReference }: ReferralDocument,
  telling: Telling,
): Row[] {
  const { sender, reported } = telling.words.casePage;
  const level = referrerView?.level;
  return rowsOf([
    [sender.name, referrer.anonymous === true ? sender.anonymous : referrer.name],
    [sender.role, referrer.role],
    [sender.relationship, referrer.relationship],
    [sender.agency, referrer.organisation ?? agencyName(found.authorityId, found.agencyId)],
    [reported.safeContact, referrer.safeContact],
    [sender.phone, referrer.phone],
    [sender.email, referrer.email],
    [sender.view, level === undefined ? null : levelWords(telling, level)],
    [sender.viewWhy, referrerView?.why],
    [sender.ownReference, senderReference],
  ]);
}

function childRows({ childIndex }: Case, { children }: ReferralDocument, telling: Telling): Row[] {
  const { words } = telling;
  const { sender } = words.casePage;
  const child: Partial<ChildInReferral> = children[childIndex] ?? {};
  return rowsOf([
    [sender.dateOfBirth, dayOf(child.dateOfBirth, telling)],
    [sender.expected, dayOf(child.expectedDeliveryDate, telling)],
    [sender.address, addressOf(child)],
    [sender.language, child.firstLanguage],
    [sender.interpreter, answerWords(child.interpreterNeeded, words)],
    [sender.communication, child.communicationNeeds],
    [sender.school, child.school?.name],
    [sender.gp, child.gp?.name],
  ]);
}

function dayOf(given: string | undefined, telling: Telling): string | null {
  return given === undefined ? null : day(telling, given);
}

function addressOf({ address }: Partial<ChildInReferral>): string {
  return [...(address?.lines ?? []), address?.postcode].filter((part) => part !== undefined).join(', ');
}
