/** The sequence of Luby, Sinclair and Zuckerman (1993), 1 1 2 1 1 2 4 …: how long to search before starting afresh. */
export function luby(place: number): number {
  let size = 1;
  while (size < place + 1) size = 2 * size + 1;
  let at = place;
  while (size - 1 !== at) {
    size = (size - 1) >> 1;
    at %= size;
  }
  return (size + 1) >> 1;
}
