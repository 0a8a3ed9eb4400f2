import { type Answer, type Fact, known, unknown } from '#domain';

/** An answer as a fact. An answer that was not given says nothing: the catalogue decides what missing means. */
export function factOfAnswer(answer: Answer | undefined): Fact | undefined {
  switch (answer) {
    case 'yes':
      return known(true);
    case 'no':
      return known(false);
    case 'not_known':
      return unknown('not_known');
    case 'not_asked':
      return unknown('not_asked');
    case undefined:
      return undefined;
  }
}

/** True as soon as one answer is yes; open while one is not known. */
export function anyAnswer(answers: readonly (Answer | undefined)[]): Fact | undefined {
  if (answers.includes('yes')) return known(true);
  const open = answers.find((answer) => answer === 'not_known' || answer === 'not_asked');
  if (open !== undefined) return unknown(open === 'not_known' ? 'not_known' : 'not_asked');
  return answers.includes('no') ? known(false) : undefined;
}
