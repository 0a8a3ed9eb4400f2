/** Reported state of one indicator: `absent` was asked and is not so, `not_asked` nobody looked. */
export type IndicatorAnswer = 'present' | 'absent' | 'not_asked';

/** One of the threshold indicators of domain pack 5.1, as the sender answered it. */
export interface IndicatorReport {
  readonly id: string;
  readonly answer: IndicatorAnswer;
  readonly evidence?: string;
  /** Refs of the children it is about; every child of the referral when left out. */
  readonly children?: readonly string[];
}
