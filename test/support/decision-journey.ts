import type { Words } from '../../apps/web/words/words.ts';
import type { Hands } from './hands.ts';

/** On the page of a case: the proposal is taken, with one reason. */
export async function acceptProposal(hands: Hands, { casePage }: Words): Promise<void> {
  await hands.choose('choice', 'accept');
  await hands.type('reason', 'What is told fits it, and school knows the family.');
  await hands.press(casePage.act.decide.record);
}

/** On the page of a case: something else than the proposal is decided, with a reason for that. */
export async function differ(hands: Hands, { casePage }: Words): Promise<void> {
  await hands.choose('choice', 'differ');
  await hands.choose('outcome', 'statutory_need');
  await hands.choose('urgency', 'green');
  await hands.type('differs', 'I saw the family at home.');
  await hands.type('reason', 'The household is under strain.');
  await hands.press(casePage.act.decide.record);
}
