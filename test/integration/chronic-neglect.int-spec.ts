import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReferralDocument } from '#domain';
import { type Desk, openedCases, staffDesk } from '../support/api-case-desk.ts';
import { eventually } from '../support/http.ts';
import { aReferral } from '../support/referral-builder.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** One small worry: who wrote, about which of the siblings as they spell the name, and what they saw. */
interface Contact {
  readonly agency: string;
  readonly givenName: string;
  readonly born: string;
  readonly mother: string;
  readonly indicator: string;
}

const CONTACTS: readonly Contact[] = [
  { agency: 'larkbridge-primary', givenName: 'Siân', born: '2017-05-04', mother: 'Rhiannon', indicator: 'A27' },
  { agency: 'larkshire-health-visiting', givenName: 'Tomos', born: '2023-02-11', mother: 'Rhiannon', indicator: 'A02' },
  { agency: 'harbour-academy', givenName: 'Catrin', born: '2012-09-30', mother: 'Rhianon', indicator: 'A13' },
  { agency: 'larkshire-police', givenName: 'Sian', born: '2017-05-04', mother: 'Rhiannon', indicator: 'C06' },
  { agency: 'little-larks-nursery', givenName: 'Thomas', born: '2023-02-11', mother: 'Rhiannon', indicator: 'B03' },
];
/** Places of the five in the order in which they come; each family is another one. */
const ORDERS: readonly (readonly [family: string, street: string, order: readonly number[]])[] = [
  ['Heronsford', '12 Weir Lane', [0, 1, 2, 3, 4]],
  ['Tegwedd', '7 Kiln Street', [4, 2, 0, 3, 1]],
  ['Brackenbury', '31 Chapel Row', [3, 4, 1, 0, 2]],
];
const REVIEW = 'manager_review_before_no_further_action';

function referralOf({ givenName, born, mother, indicator }: Contact, family: string, street: string): ReferralDocument {
  const address = { lines: [street], postcode: 'LK1 1AA' };
  const parent = { name: `${mother} ${family}`, dateOfBirth: '1991-03-17', relationship: 'mother' };
  return aReferral({
    children: [
      {
        ...{ ref: 'c1', givenName, familyName: family, dateOfBirth: born, address },
        ...{ mobility: 'mobile', seenBySender: 'yes' },
      },
    ],
    household: { people: [{ ...parent, parentalResponsibility: 'yes', livesInHousehold: 'yes' }] },
    worries: { summary: 'A small worry.', firstHand: 'yes', injury: 'no' },
    indicators: [{ id: indicator, answer: 'present' }],
  });
}

describe('five low-level contacts of five agencies about siblings, names spelled as each agency spells them', () => {
  let service: TestService;
  let manager: Desk;
  let worker: Desk;

  beforeAll(async () => {
    service = await startTestService({ RETRIAGE_DEBOUNCE_MS: '100', SWEEP_INTERVAL_MS: '100' });
    await service.startWorker();
    manager = await staffDesk(service, 'manager');
    worker = await staffDesk(service, 'social-worker');
  }, 60_000);

  afterAll(async () => {
    await service.close();
  });

  const needsReview = async (id: string): Promise<boolean> =>
    ((await manager.read(id)).body.proposal?.actions ?? []).some(({ code }) => code === REVIEW);

  async function send(family: string, street: string, order: readonly number[]): Promise<string[]> {
    const ids: string[] = [];
    for (const place of order) {
      const contact = CONTACTS[place];
      if (contact === undefined) throw new Error('There is no such contact.');
      const document = referralOf(contact, family, street);
      const [id = ''] = await openedCases(manager, await service.agencyToken(contact.agency), document);
      ids.push(id);
    }
    return ids;
  }

  it.each(ORDERS)(
    'lead the %s family to the mandatory review, whichever came first',
    async (family, street, order) => {
      const ids = await send(family, street, order);
      const last = ids.at(-1) ?? '';

      // All are still open: what has added up is seen from each of them, the last one and those before.
      await eventually(
        () => Promise.all(ids.map(needsReview)),
        (answers) => answers.every(Boolean),
      );

      expect((await manager.read(last)).body.proposed).toMatchObject({ level: 'targeted_early_help' });
      // The rules may just be looking at it once more.
      const ended = await eventually(
        () => worker.differ(last, 'no_further_action', 'green'),
        ({ status }) => status !== 412,
      );
      expect(ended.body.signOffReasons).toContain('accumulation_without_help');
      expect((await manager.read(last)).body.state).toBe('threshold_decision');
    },
    30_000,
  );
});
