/** What the posting process is asked to do. */
export interface PostPlan {
  readonly url: string;
  readonly token: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface PostResult {
  /** Answers with 201. */
  readonly accepted: number;
  readonly others: number;
  readonly seconds: number;
}
