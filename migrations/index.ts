import { CreateFrontDoor1763700000000 } from './1763700000000-create-front-door.ts';

/** Forward only, oldest first. A released migration is never edited. */
export const migrations = [CreateFrontDoor1763700000000];
