import type { ReferralDocument } from '#domain';
import { inventHouseholds } from '../../people/population/households.ts';
import type { InventedHousehold, Person } from '../../people/population/person.ts';
import { type Random, random } from '../random.ts';

/** How many people are drawn at once: enough for some 16,000 referrals, in a quarter of a second. */
const PEOPLE = 50_000;
const TEXTS = 200;
const LETTERS = Array.from('ABDEFGHJLNPQRSTUWXYZ');
const WORDS =
  'the child was often late this term and said that home feels busy since the move school asked mother about mornings meals sleep bedtime homework clothes friends cousins grandmother visits health visitor appointment missed twice teacher noticed tired quiet worried family support group parenting routine help agreed plan next week'.split(
    ' ',
  );

/** Referrals of some four kilobytes, each about another household; nobody comes twice. Same seed, same referrals. */
export class Strangers {
  private households: InventedHousehold[] = [];
  private drawn = 0;
  private readonly from: Random;
  private readonly texts: readonly string[];

  constructor(
    private readonly seed: number,
    /** The share, from 0 to 1, of red referrals: a child says an adult hits them with a belt. */
    private readonly redShare = 0,
  ) {
    this.from = random(seed);
    this.texts = Array.from({ length: TEXTS }, () => textOf(this.from));
  }

  next(): ReferralDocument {
    let household = this.households.pop();
    while (household === undefined) {
      this.households = inventHouseholds(PEOPLE, this.seed * 1_000 + this.drawn);
      this.drawn += 1;
      household = this.households.pop();
    }
    return this.referralAbout(household);
  }

  private referralAbout({ people }: InventedHousehold): ReferralDocument {
    const isRed = this.from.chance(this.redShare);
    const [child] = people.filter(({ part }) => part === 'child');
    if (child === undefined) throw new Error('Every household has a child.');
    const address = addressOf(this.from);
    return {
      schemaVersion: '1',
      safety: { immediateDanger: 'no', needsMedicalAttention: 'no' },
      referrer: {
        capacity: 'professional',
        name: 'Tess Example',
        role: 'Teacher',
        phone: '01632 960010',
        source: '2A',
      },
      children: [
        {
          ref: 'c1',
          ...named(child),
          address,
          mobility: 'mobile',
          seenBySender: 'yes',
          voice: { said: this.text(250) },
        },
      ],
      household: { people: people.filter(({ part }) => part === 'mother').map(grownUp) },
      worries: { summary: this.text(1_900), firstHand: 'yes', injury: isRed ? 'yes' : 'no' },
      strengths: this.text(500),
      whatNeedsToHappen: { referrer: this.text(300), family: this.text(300) },
      indicators: [{ id: isRed ? 'B17' : 'B03', answer: 'present', evidence: this.text(200) }],
      agreement: { told: ['parent_a'], given: 'yes' },
    };
  }

  private text(length: number): string {
    return this.from.oneOf(this.texts).slice(0, length);
  }
}

/** Anywhere: households of two draws would live in the same streets. */
function addressOf(from: Random) {
  const letter = (): string => from.oneOf(LETTERS);
  const street = `${letter()}${from.oneOf(WORDS)}${from.oneOf(WORDS)} Road`;
  const postcode = `${letter()}${letter()}${String(1 + from.below(90))} ${String(1 + from.below(9))}${letter()}${letter()}`;
  return { lines: [`${String(1 + from.below(200))} ${street}`], postcode };
}

function named({ given, family, dateOfBirth }: Person) {
  return { givenName: given, familyName: family, dateOfBirth };
}

function grownUp({ given, family, dateOfBirth }: Person) {
  return { name: `${given} ${family}`, dateOfBirth, relationship: 'mother', livesInHousehold: 'yes' as const };
}

function textOf(from: Random): string {
  const words = Array.from({ length: 400 }, () => from.oneOf(WORDS));
  return words.join(' ').slice(0, 2_000);
}
