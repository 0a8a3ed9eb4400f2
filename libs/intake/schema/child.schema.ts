import Type from 'typebox';
import { answer, closed, day, line, oneOf, prose } from './building-blocks.ts';

const address = closed(
  {
    lines: Type.Optional(Type.Array(line('Address line'), { maxItems: 8 })),
    postcode: Type.Optional(line('Postcode; `UNKNOWN` or `ZZ99 3VZ` (no fixed abode) are allowed', 20)),
    uprn: Type.Optional(line('Unique property reference number', 12)),
  },
  'Where the child lives.',
);

const identifiers = closed(
  {
    nhsNumber: Type.Optional(line('NHS number', 40)),
    chiNumber: Type.Optional(line('CHI number (Scotland)', 40)),
    hcNumber: Type.Optional(line('Health and Care number (Northern Ireland)', 40)),
    upn: Type.Optional(line('Unique pupil number', 40)),
    formerUpn: Type.Optional(line('Earlier unique pupil number', 40)),
    localAuthorityChildId: Type.Optional(line('Local authority child id', 40)),
    scottishCandidateNumber: Type.Optional(line('Scottish candidate number', 40)),
    policeReference: Type.Optional(line('Police reference', 60)),
  },
  'Identifiers as you know them. They are checked and a wrong one is kept and flagged; it never blocks the referral.',
);

const voice = closed(
  {
    howObtained: Type.Optional(prose('How the child was heard', 2_000)),
    said: Type.Optional(prose('What the child said, in their words')),
    observedBehaviour: Type.Optional(prose('What you saw, for a child who does not speak')),
    whyNotObtained: Type.Optional(
      oneOf(['too_young', 'not_safe_to_ask', 'not_seen', 'declined', 'communication', 'other'], 'Why not'),
    ),
  },
  'Voice of the child.',
);

/** One child. A name, or why it is unknown, is all that must be there. */
export const childSchema = Type.Object(
  {
    ref: Type.String({
      pattern: '^[A-Za-z0-9_-]{1,20}$',
      description: 'Your own short name for this child inside this document, for example `c1`. Not a personal name.',
    }),
    givenName: Type.Optional(line('Given name')),
    familyName: Type.Optional(line('Family name')),
    otherNames: Type.Optional(Type.Array(line('Another name'), { maxItems: 10 })),
    whyUnknown: Type.Optional(line('Why the child is not known by name', 500)),
    dateOfBirth: Type.Optional(day('Date of birth')),
    expectedDeliveryDate: Type.Optional(day('Expected delivery date of an unborn child')),
    estimatedAgeYears: Type.Optional(Type.Number({ minimum: 0, maximum: 25, description: 'Estimated age in years' })),
    sex: Type.Optional(oneOf(['M', 'F', 'U'], 'Sex; U for an unborn child')),
    genderIdentity: Type.Optional(line('Gender identity, only if the child has said so')),
    address: Type.Optional(address),
    currentWhereabouts: Type.Optional(line('Where the child is now', 500)),
    firstLanguage: Type.Optional(line('First language')),
    interpreterNeeded: Type.Optional(answer('Is an interpreter needed?')),
    religion: Type.Optional(line('Religion')),
    nationality: Type.Optional(line('Nationality or immigration status')),
    ethnicity: Type.Optional(line('Ethnicity code of the children in need census', 10)),
    disabilities: Type.Optional(
      Type.Array(line('Disability code of the children in need census', 10), { maxItems: 20 }),
    ),
    communicationNeeds: Type.Optional(prose('Communication needs', 2_000)),
    mobility: Type.Optional(oneOf(['mobile', 'not_mobile', 'not_known'], 'Can the child move by themself?')),
    seenBySender: Type.Optional(answer('Have you seen the child yourself?')),
    school: Type.Optional(
      closed({ name: Type.Optional(line('Name')), urn: Type.Optional(line('URN', 20)) }, 'School or setting.'),
    ),
    gp: Type.Optional(
      closed({ name: Type.Optional(line('Practice')), odsCode: Type.Optional(line('ODS code', 20)) }, 'GP practice.'),
    ),
    identifiers: Type.Optional(identifiers),
    voice: Type.Optional(voice),
  },
  {
    additionalProperties: false,
    description: 'One child, born or unborn.',
    anyOf: [{ required: ['givenName'] }, { required: ['familyName'] }, { required: ['whyUnknown'] }],
    'x-fault': 'Say who the child is: givenName or familyName, or whyUnknown when no name is known.',
  },
);
