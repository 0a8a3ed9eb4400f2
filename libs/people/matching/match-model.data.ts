/**
 * How much each field says, to be read by whoever wants to know why two people were proposed as one.
 *
 * Two mentions are of the **same** person, of **relatives** (brothers, sisters, twins, parent and child: one family, often
 * one address) or of **strangers**. For each field and each level of agreement stands how often it is seen among a thousand
 * pairs of each kind: `[same, relatives, strangers]`. What is missing on either side says nothing. The weight of a level is
 * the logarithm (base 2) of same against strangers: +10 makes a thousand strangers as likely as one person.
 *
 * Fellegi and Sunter's model (1969) with relatives as a third kind: with two, a twin of another name would be a match by
 * address, family name and birth date. Levels stand from the most to the least agreement, and both weights fall with them.
 *
 * Counted on a synthetic population (`npm run bench -- people estimate`) and rounded by hand towards caution. An authority
 * with linked records of its own should count again.
 */
export const MATCH_MODEL = {
  version: '1',

  /** Of a million mentions that a new one is compared with, so many are of the person and of the family. */
  prior: { same: 1, relatives: 3, strangers: 1_000_000 },

  /** From this score on. Domain pack 3.3. */
  bands: { match: 0.95, possible: 0.85 },

  fields: {
    givenName: {
      exact: [560, 8, 1.6],
      /** The same, one of the names in `common-names.data.ts`. */
      exact_common: [260, 4, 3.5],
      /** A short form or another language's or spelling's form. */
      variant: [40, 2, 1.2],
      /** One slip of a letter, or the same sound. */
      near: [78, 4, 2.4],
      /** One of several names, or a name that was used before. */
      part: [25, 5, 3],
      /** An initial only. */
      initial: [11, 2.5, 2.2],
      /** Alike, and more than a slip apart. */
      loose: [28, 3, 2.5],
      different: [25, 970, 985],
    },
    familyName: {
      exact: [540, 378, 0.45],
      exact_common: [320, 226, 3],
      variant: [8, 5.8, 0.15],
      near: [90, 66, 2],
      /** One half of a double name, or a name that was used before. */
      part: [25, 25, 0.6],
      loose: [11, 8.6, 2.4],
      different: [24, 300, 993],
    },
    /** Given and family name changed places. Otherwise this field says nothing. */
    nameOrder: { swapped: [12, 12, 500] },
    birth: {
      exact: [855, 3, 0.1],
      /** The first of January: what is entered where the day is not known. */
      exact_first_of_january: [25, 0.5, 0.15],
      day_and_month_swapped: [8, 0.06, 0.03],
      /** One digit, or two neighbouring ones. */
      one_slip: [37, 1.5, 1.8],
      /** A birth that fits an expected date, or two expected dates that fit each other. */
      due_fits: [16, 0.3, 0.2],
      /** Or the same year, where one of the two is the first of January. */
      within_6_months: [20, 1.6, 20],
      /** An estimated age that fits. */
      age_fits: [50, 8, 8],
      different: [6, 580, 640],
      /** One is a child and the other a grown-up. */
      other_generation: [0.3, 410, 340],
    },
    sex: { same: [990, 500, 500], different: [6, 500, 500] },
    healthNumber: {
      same: [984, 0.5, 0.00002],
      /** One digit, or two neighbouring ones, where one of the two fails its check. */
      one_slip: [12, 0.5, 0.001],
      different: [1, 1000, 1000],
    },
    pupilNumber: { same: [980, 0.3, 0.00002], different: [20, 1000, 1000] },
    localNumber: { same: [950, 1, 0.001], different: [30, 1000, 1000] },
    place: {
      /** The same property number, or the same house at one postcode. */
      address: [700, 700, 0.01],
      postcode: [45, 45, 0.3],
      /** One slip in the postcode, the same house. */
      postcode_slip: [12, 12, 0.5],
      sector: [25, 25, 17],
      different: [200, 200, 980],
    },
    /** The part in the family, where both are the mother or both the father: there is mostly one. */
    part: { same_parent: [950, 25, 250] },
    /** Of everybody else in the two referrals. */
    family: {
      /** Somebody else of one is a match with somebody else of the other. */
      somebody_matches: [800, 800, 0.00002],
      /** As above, and one of these two agrees better with another: two people of one referral are two people. */
      another_fits_better: [0.5, 600, 0.0001],
    },
    mother: {
      same: [200, 200, 0.01],
      name: [700, 700, 3],
      /** Of the two, the given name or the birth date alone. */
      partly: [60, 60, 20],
      different: [25, 25, 985],
    },
  },
} as const;
