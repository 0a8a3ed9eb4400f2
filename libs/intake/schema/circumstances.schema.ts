import Type from 'typebox';
import { answer, closed, count, line, oneOf, prose } from './building-blocks.ts';

export const safetySchema = closed(
  {
    immediateDanger: Type.Optional(answer('Is a child in immediate danger now?')),
    needsMedicalAttention: Type.Optional(answer('Does a child need medical attention now?')),
    timeCriticalEvent: Type.Optional(
      closed(
        {
          at: Type.String({ format: 'date-time', description: 'When (RFC 3339 with time zone)' }),
          what: Type.Optional(line('What happens then', 500)),
        },
        'A moment by which someone must act, for example the child goes home at 15:30.',
      ),
    ),
  },
  'Safety gate: the first questions. If a child is in immediate danger, telephone 999 first.',
);

export const indicatorsSchema = Type.Array(
  closed(
    {
      id: Type.String({ pattern: '^[A-D][0-9]{2}$', description: 'Indicator of the threshold document' }),
      answer: oneOf(['present', 'absent', 'not_asked'], 'What you found'),
      evidence: Type.Optional(prose('What you saw or heard', 4_000)),
      children: Type.Optional(Type.Array(line('Ref of a child', 20), { maxItems: 30 })),
    },
    'One threshold indicator. Leave out what you were not asked about; "not_asked" keeps it an open question.',
  ),
  { maxItems: 400 },
);

export const domesticAbuseSchema = closed(
  {
    dashScore: Type.Optional(Type.Integer({ minimum: 0, maximum: 27, description: 'DASH score (ticks)' })),
    grade: Type.Optional(oneOf(['standard', 'medium', 'high', 'not_known'], 'Risk grade')),
    childPresent: Type.Optional(answer('Was a child present?')),
    strangulation: Type.Optional(answer('Strangulation?')),
    weapon: Type.Optional(answer('A weapon?')),
    pregnancy: Type.Optional(answer('Is the victim pregnant?')),
    threatToKill: Type.Optional(answer('A threat to kill?')),
    safeContact: Type.Optional(prose('How to contact the victim safely', 2_000)),
  },
  'Domestic abuse.',
);

export const historySchema = closed(
  {
    contactsIn12Months: Type.Optional(
      count('Contacts about this child in 12 months that you know of, this one included'),
    ),
    householdContactsIn12Months: Type.Optional(count('The same for the household')),
    domesticAbuseNoticesIn12Months: Type.Optional(count('Domestic-abuse notices in 12 months, this one included')),
    referredInLast12Months: Type.Optional(answer('Referred before in the last 12 months?')),
    assessedInLast12Months: Type.Optional(answer('Assessed in the last 12 months?')),
    earlyHelp: Type.Optional(oneOf(['in_place', 'declined', 'disengaged', 'none', 'not_known'], 'Early help')),
    childProtectionPlan: Type.Optional(answer('Is there a child protection plan now?')),
    note: Type.Optional(prose('Other history', 4_000)),
  },
  'History as you know it.',
);

export const agreementSchema = closed(
  {
    told: Type.Optional(
      Type.Array(oneOf(['parent_a', 'parent_b', 'child', 'nobody'], 'Who was told'), {
        maxItems: 4,
        uniqueItems: true,
      }),
    ),
    given: Type.Optional(oneOf(['yes', 'no', 'not_asked', 'cannot_be_asked'], 'Was agreement given?')),
    reasonNotAsked: Type.Optional(
      oneOf(
        [
          'greater_risk',
          'would_hinder_investigation',
          'would_cause_delay',
          'could_not_contact',
          'parent_is_alleged_source',
          'covert_enquiry_agreed',
        ],
        'Why nobody was asked',
      ),
    ),
    basis: Type.Optional(
      oneOf(
        ['public_task', 'legal_obligation', 'vital_interests', 'recognised_legitimate_interest'],
        'Lawful basis you rely on',
      ),
    ),
    note: Type.Optional(prose('Note', 2_000)),
  },
  'Agreement and information sharing. Agreement opens help; it never stands in the way of a safeguarding referral.',
);

export const attachmentsSchema = Type.Array(
  closed(
    {
      fileName: line('File name', 255),
      mediaType: line('Media type', 100),
      sizeBytes: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Size in bytes' }),
      sha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hexadecimal' })),
      kind: Type.Optional(line('What it is: chronology, body map, DASH …', 60)),
    },
    'An attachment you hold. The file itself is asked for later.',
  ),
  { maxItems: 50 },
);
