/** Limits that no test meets unless it is about limits: suites send thousands of requests from one address. */
export const HIGH_LIMITS: Readonly<Record<string, string>> = {
  RATE_PER_ADDRESS: '100000000',
  RATE_PER_PERSON: '100000000',
  RATE_SUBMISSIONS: '100000000',
  RATE_UPLOADS: '100000000',
  RATE_FAILED_SIGN_INS: '100000000',
  RATE_PUBLIC_FORMS: '100000000',
};
