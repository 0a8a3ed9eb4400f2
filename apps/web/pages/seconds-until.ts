/** Whole seconds from now; 0 for what is past. */
export function secondsUntil(at: Date): number {
  return Math.max(0, Math.floor((at.getTime() - Date.now()) / 1_000));
}
