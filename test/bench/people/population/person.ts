/** An invented person as they are; what a referral says of them may be wrong. */
export interface Person {
  readonly id: number;
  readonly household: number;
  readonly part: 'mother' | 'father' | 'child';
  readonly pool: number;
  readonly given: string;
  readonly middle: string | null;
  readonly family: string;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
  readonly sex: 'M' | 'F';
  readonly nhsNumber: string;
  readonly upn: string;
}

export interface Home {
  readonly house: string;
  readonly street: string;
  readonly town: string;
  readonly postcode: string;
}

export interface InventedHousehold {
  readonly home: Home;
  /** Where they move to, those who do. */
  readonly nextHome: Home;
  readonly people: readonly Person[];
}
