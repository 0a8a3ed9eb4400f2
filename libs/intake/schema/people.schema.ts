import Type from 'typebox';
import { answer, closed, day, line, oneOf, prose } from './building-blocks.ts';

/** Who sends it. Reachable, unless a member of the public asks to stay anonymous. */
export const referrerSchema = Type.Object(
  {
    capacity: oneOf(['professional', 'family', 'child', 'public'], 'In what capacity you write'),
    anonymous: Type.Optional(Type.Boolean({ description: 'Only a member of the public may stay anonymous' })),
    name: Type.Optional(line('Name')),
    role: Type.Optional(line('Role')),
    organisation: Type.Optional(line('Organisation')),
    phone: Type.Optional(line('Telephone', 60)),
    email: Type.Optional(line('E-mail', 254)),
    relationship: Type.Optional(line('Relationship to the child')),
    wantsAnonymityFromFamily: Type.Optional(Type.Boolean({ description: 'Do not tell the family who wrote' })),
    safeContact: Type.Optional(prose('When and how you may safely be called or written to', 2_100)),
    safeguardingLeadConsultedOn: Type.Optional(day('When you spoke to your safeguarding lead')),
    source: Type.Optional(line('Referral source code of the children in need census, for example 2A', 4)),
  },
  {
    additionalProperties: false,
    description: 'Who sends the referral and how to reach them.',
    anyOf: [
      { required: ['phone'] },
      { required: ['email'] },
      {
        required: ['capacity', 'anonymous'],
        properties: { capacity: { const: 'public' }, anonymous: { const: true } },
      },
    ],
    'x-fault': 'Say how to reach you: phone or email. Only an anonymous member of the public may leave both out.',
  },
);

const householdPerson = closed(
  {
    name: Type.Optional(line('Name')),
    whyUnknown: Type.Optional(line('Why the name is not known', 500)),
    dateOfBirth: Type.Optional(day('Date of birth')),
    relationship: Type.Optional(line('Relationship to the child')),
    parentalResponsibility: Type.Optional(answer('Parental responsibility?')),
    livesInHousehold: Type.Optional(answer('Lives in the household?')),
    factors: Type.Optional(
      Type.Array(
        oneOf(
          [
            'domestic_abuse_victim',
            'domestic_abuse_perpetrator',
            'drugs',
            'alcohol',
            'mental_health',
            'learning_disability',
            'physical_health',
            'offending',
            'adult_at_risk',
            'own_childhood_in_care',
            'capacity_for_change',
          ],
          'Something about this adult that bears on the child',
        ),
        { maxItems: 11 },
      ),
    ),
  },
  'A person of the family or household.',
);

export const householdSchema = closed(
  {
    people: Type.Optional(Type.Array(householdPerson, { maxItems: 40 })),
    otherChildrenInContact: Type.Optional(prose('Other children in contact', 2_000)),
    visitSafety: Type.Optional(prose('Anything a visitor must know to be safe', 2_000)),
  },
  'Family and household.',
);

export const worriesSchema = closed(
  {
    summary: prose('What you are worried about'),
    firstHand: Type.Optional(answer('Did you see or hear it yourself?')),
    happenedOn: Type.Optional(line('When it happened', 500)),
    frequency: Type.Optional(line('How often', 500)),
    injury: Type.Optional(answer('Is there an injury?')),
    injuryDescription: Type.Optional(prose('The injury as you saw it')),
    childsWords: Type.Optional(prose('What the child said, word for word')),
    allegedSourceOfHarm: Type.Optional(
      closed(
        {
          name: Type.Optional(line('Name')),
          relationship: Type.Optional(line('Relationship to the child')),
          contactWithChild: Type.Optional(answer('Do they have contact with the child?')),
        },
        'Who is said to cause the harm.',
      ),
    ),
  },
  'Worries: harm and danger.',
);
