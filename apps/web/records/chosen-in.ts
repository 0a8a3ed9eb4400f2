import type { FormFields } from '#sign-in';

/** What was chosen of a list, as it stands behind the question mark; without `place`, the name of the place in the list. */
export function chosenIn(query: FormFields, place: string): URLSearchParams {
  const chosen = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) if (name !== place && each !== '') chosen.append(name, each);
  }
  return chosen;
}
