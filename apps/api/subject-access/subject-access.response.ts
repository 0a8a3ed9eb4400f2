import Type, { type TSchema } from 'typebox';
import { REDACTION_KINDS } from '#redaction';
import { EXEMPTIONS, FOR_WHOM, SECTION_IDS } from '#retention';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const day = (description: string) => Type.String({ format: 'date', description });
const sections = (description: string) => Type.Array(Type.Enum([...SECTION_IDS]), { description });

export const subjectAccessResponse = Type.Object(
  {
    isFinal: Type.Boolean({ description: 'False for a preview, which must not be handed out' }),
    previewSha256: Type.String({ description: 'Send it with the same answers for the final export' }),
    report: Type.Object({
      counts: Type.Object(Object.fromEntries(REDACTION_KINDS.map((kind) => [kind, Type.Integer()])), {
        description: 'What was taken out, by kind',
      }),
      people: Type.Integer({ description: 'Other people whom the record knows' }),
      sharedWithChild: Type.Integer({
        description: 'Words that are the child’s own name and somebody else’s: they stay, so read for them',
      }),
      leaksIn: sections('Somebody else can still be recognised here: the export is refused'),
      withheld: sections('Withheld by you'),
    }),
    document: Type.Object({
      title: Type.String(),
      language: Type.Enum(['en', 'cy']),
      forWhom: Type.Enum([...FOR_WHOM]),
      caseReference: Type.String(),
      clock: Type.Object({
        startedOn: day('Day of the request'),
        dueOn: day('One calendar month later, or the next working day'),
        stoppedOn: nullable(Type.String({ format: 'date' }), 'From when the clock stood still'),
        restartedOn: nullable(Type.String({ format: 'date' }), 'From when it ran again'),
      }),
      people: Type.Array(
        Type.Object({ placeholder: Type.String(), relationship: nullable(Type.String(), 'As the record has it') }),
      ),
      sections: Type.Array(
        Type.Object({
          id: Type.Enum([...SECTION_IDS]),
          title: Type.String(),
          withheld: nullable(
            Type.Object({ exemption: Type.Enum([...EXEMPTIONS]), explanation: Type.String() }),
            'Null where it is told',
          ),
          entries: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
        }),
      ),
    }),
  },
  { description: 'What is held about one child, with other people taken out.' },
);
