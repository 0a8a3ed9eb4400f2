export type { Proposal, QueueByLevel } from './proposal.ts';
export { proposePathway } from './propose-pathway.ts';
