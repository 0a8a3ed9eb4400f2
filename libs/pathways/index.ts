export { type OutcomeBound, type Proposal, type QueueByLevel } from './proposal.ts';
export { proposePathway } from './propose-pathway.ts';
