/** Where "now" comes from. Pure code gets the moment as an argument; use cases ask their Clock. */
export interface Clock {
  now(): Date;
}
