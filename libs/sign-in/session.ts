import type { Actor } from '#domain';

/** A person signed in at one browser. */
export interface Session {
  readonly id: string;
  readonly actor: Actor;
  /** Stands in every form of this session and must come back with it. */
  readonly formToken: string;
  /** When it is over if nobody does anything more. */
  readonly overAt: Date;
}

/** A session as its person sees it in a list. */
export interface ListedSession {
  readonly id: string;
  readonly browser: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** What a key that a browser sent turned out to open. */
export type Resumed =
  | {
      readonly state: 'live';
      readonly session: Session;
      /** The key to give the browser instead of the one it sent; `null` to leave it. */
      readonly newKey: string | null;
    }
  /** There was a session: `personId` says whose, as long as that is known. */
  | { readonly state: 'over'; readonly personId: string | null };
