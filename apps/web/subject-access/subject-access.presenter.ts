import type { SubjectAccessAnswer } from '#retention';
import type { FormFields } from '#sign-in';
import type { Words } from '../words/words.ts';

/** What is sent along unseen with the answers, and must not be sent twice. */
const OWN_FIELDS: readonly string[] = ['_token', 'version', 'preview', 'change'];

/** The document to read; before it is handed out, with what was taken out and the answers to send again. */
export function subjectAccessPage(
  { document, report, isFinal, previewSha256 }: SubjectAccessAnswer,
  typed: FormFields,
  words: Words,
) {
  const { subjectAccess: text } = words;
  const removed = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  const leaks = report.leaksIn.map((section) => text.sections[section]).join(', ');
  return {
    document,
    ...{ isFinal, preview: previewSha256 },
    days: (['startedOn', 'dueOn', 'stoppedOn', 'restartedOn'] as const).flatMap((key) => {
      const day = document.clock[key];
      return day === null ? [] : [{ key: text.clock[key], day }];
    }),
    report: [
      text.people(report.people),
      text.removed(removed),
      ...(report.sharedWithChild > 0 ? [text.shared(report.sharedWithChild)] : []),
    ],
    leaks: leaks === '' ? null : text.leaks(leaks),
    hidden: hiddenOf(typed),
  };
}

function hiddenOf(typed: FormFields): { readonly name: string; readonly value: string }[] {
  return Object.entries(typed)
    .filter(([name]) => !OWN_FIELDS.includes(name))
    .flatMap(([name, value]) => [value].flat().map((each) => ({ name, value: each })));
}
