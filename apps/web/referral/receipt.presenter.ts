import type { Receipt } from '#intake';
import { authorityPack } from '#nation-packs';

/** A receipt as people keep it: the reference, what happens now and by when, whom to call. Nothing personal is on it. */
export function presentReceipt(receipt: Receipt, authorityId: string): object {
  const { frontDoor, emergencyDutyTeam, name } = authorityPack(authorityId);
  return {
    reference: receipt.reference,
    cases: receipt.cases.map((found) => found.reference),
    receivedAt: new Date(receipt.receivedAt),
    decisionDueBy: new Date(receipt.decisionDueBy),
    ...{ frontDoor, emergencyDutyTeam, authority: name },
  };
}
