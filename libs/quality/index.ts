/** Second opinions on decisions: samples drawn by chance, rated blind, and how far people agree. Source: domain pack 4.4, K19. */
export type { Agreement } from './agreement/kappa.ts';
export { CloseDifference } from './close-difference.ts';
export { DrawSample } from './draw-sample.ts';
export { QualityModule } from './quality.module.ts';
export { RateItem } from './rate-item.ts';
export { type BlindView, ReadBlind } from './read-blind.ts';
export { ReadSamples, type SampleAgreement, type SampleView } from './read-samples.ts';
export {
  type Closing,
  type Conclusion,
  CONCLUSIONS,
  differs,
  LARGEST_SAMPLE,
  RATED_OUTCOMES,
  type RatedOutcome,
  type Rating,
  type SampleItem,
  type SampleProgress,
  type Strata,
  STRATA,
} from './sample.ts';
export { TakeItem } from './take-item.ts';
