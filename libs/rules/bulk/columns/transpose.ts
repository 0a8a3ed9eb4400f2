/**
 * Turns 32 rows of 32 bits into 32 columns in place: bit `b` of row `r` becomes bit `r` of row `b`. Blocks of 16, 8,
 * 4, 2 and 1 bits change places (H. S. Warren, Hacker's Delight, 7-3).
 */
export function transpose32(rows: Int32Array): void {
  let mask = 0x0000ffff;
  for (let size = 16; size > 0; size >>= 1) {
    for (let row = 0; row < 32; row = (row + size + 1) & ~size) {
      const upper = rows[row] ?? 0;
      const lower = rows[row + size] ?? 0;
      const moved = ((upper >>> size) ^ lower) & mask;
      rows[row] = upper ^ (moved << size);
      rows[row + size] = lower ^ moved;
    }
    mask ^= mask << (size >> 1);
  }
}
