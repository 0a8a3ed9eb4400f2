import type { Restriction } from '#case-access';
import type { Words } from '../words/words.ts';

/** Why a referral is restricted and who can see it; `null`: it is not. */
export function restrictionPage(restriction: Restriction | null, base: string, { restriction: text }: Words) {
  const href = `${base}/restriction`;
  if (restriction === null) return { restriction: null, restrictHref: `${href}/restrict` };
  const { imposed, people } = restriction;
  const told =
    imposed === null
      ? null
      : {
          ...{ code: text.reasons[imposed.reasonCode], reason: imposed.reason },
          ...{ by: imposed.restrictedByName, at: imposed.restrictedAt },
        };
  const links = [
    { href: `${href}/name`, text: text.name },
    { href: `${href}/take-off`, text: text.takeOff },
    { href: `${href}/lift`, text: text.lift },
  ];
  return { restriction: { told, people: people.map(({ name }) => name), links }, restrictHref: null };
}
