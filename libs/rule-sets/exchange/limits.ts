/** Bounds on what is read, so that a hostile file costs little. The largest shipped set takes 550 kB as JSON. */
export const MAX_BYTES = 2_000_000;
/** Levels of objects and lists, or of conditions in a cell. */
export const MAX_DEPTH = 40;
/** Entries of one list or object. */
export const MAX_ENTRIES = 5_000;
/** Faults that are reported; nobody reads more. */
export const MAX_FAULTS = 1_000;
/** Characters of one fault's sentence. */
export const MAX_SENTENCE = 400;
