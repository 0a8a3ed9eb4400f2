/**
 * The API as it is, but nothing is stored: the use case checks, prepares everything that would be written, and answers with
 * the receipt. HTTP, limits, sign-in, parsing, validation and presentation are the service's own.
 */
import { type Submission, SubmitReferral, checkReferral } from '#intake';
import { profileOf } from '#nation-packs';
import { environmentOfProcess } from '#platform';
import { createApi } from '../../../apps/api/create-api.ts';
import { prepareArrival } from '../../../libs/intake/prepare-arrival.ts';

const environment = environmentOfProcess();
const api = await createApi(environment);
Object.assign(api.get(SubmitReferral, { strict: false }), {
  execute: (submission: Submission) => {
    const document = checkReferral(submission.parsed);
    const profile = profileOf(submission.actor.authorityId);
    const { referral } = prepareArrival(submission, document, profile, new Date());
    return Promise.resolve({ receipt: referral.receipt, replayed: false });
  },
});
api.enableShutdownHooks();
await api.listen(environment.PORT, environment.HOST);
