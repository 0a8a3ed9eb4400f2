import type { Role } from '#domain';

/** What a page says about something that went wrong, and what the person can do next. */
export interface Trouble {
  readonly title: string;
  readonly text: readonly string[];
}

const ROLES: Readonly<Record<Role, string>> = {
  referrer: 'Referrer',
  screener: 'Screener',
  social_worker: 'Social worker',
  practitioner: 'Practitioner',
  manager: 'Manager',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

const DANGER = 'If a child is in danger now, call 999.';

/** Every text of the pages, in one place, so that another language is one more file like this. */
export const ENGLISH = {
  language: 'en',
  service: 'Front Door',
  skip: 'Skip to main content',
  back: 'Back',
  account: 'Your account',
  warning: 'Warning',
  signIn: 'Sign in',
  signOut: 'Sign out',
  roles: ROLES,
  error: { prefix: 'Error', summary: 'There is a problem', start: 'Go to the first page', reference: 'Reference' },
  held: {
    title: 'Not sent yet',
    text: 'You were signed out before you sent this. What you typed is still here: check it, and press the button again.',
  },
  start: {
    title: 'Front Door',
    lead: 'Referrals to children’s services, and what became of them.',
    toSignIn:
      'Sign in with the account that your organisation gave you. You need your second factor, for example the code from your telephone.',
    as: 'You are signed in as',
    reports: 'Reported sign-ins',
    breakGlass: 'Open a restricted record',
    danger: DANGER,
  },
  signedOut: {
    title: 'You are signed out',
    text: 'Close the browser if others use this computer.',
    again: 'Sign in again',
  },
  accountPage: {
    title: 'Your account',
    name: 'Name',
    rolesTitle: 'Roles',
    noRoles: 'None',
    teams: 'Teams',
    noTeams: 'None',
    sessions: 'Where you are signed in',
    since: 'Signed in',
    lastSeen: 'Last used',
    here: 'This one',
    end: 'End',
    endHidden: 'the session of',
    everywhereTitle: 'Sign out everywhere',
    everywhereText: 'Ends every session, this one too, and everything that was signed in with your account before now.',
    everywhere: 'Sign out everywhere',
    report: 'Report a sign-in that was not you',
  },
  report: {
    title: 'Report a sign-in that was not you',
    lead: 'All your other sessions end at once. Managers and auditors of your authority read what you write.',
    label: 'What did you notice?',
    hint: 'For example which session you do not know, and since when. Do not write about a child or family.',
    send: 'Report and end my other sessions',
    missing: 'Say what you noticed',
    tooLong: 'Say it in up to 2,000 characters',
    doneTitle: 'Reported',
    done: 'Thank you. Your other sessions are ended. Change your password with your organisation, and tell its service desk.',
  },
  breakGlass: {
    title: 'Open a restricted record',
    lead: 'Some records are hidden from everybody who is not named, to keep people safe. If you need one now and nobody named can be reached, open it here for half an hour.',
    warning: 'Managers are told at once. One of them reviews what you did within one working day.',
    reference: 'Reference',
    referenceHint: 'Of the referral, for example FD-2345-6789',
    reason: 'Why do you need it now?',
    reasonHint: 'At least 20 characters. The reviewer reads this.',
    send: 'Open for 30 minutes',
    noReference: 'Enter the reference as it is written on the referral',
    shortReason: 'Say in at least 20 characters why you need it now',
    longReason: 'Say it in up to 2,000 characters',
    unknown: 'There is no restricted record with this reference. Check it',
    alreadyOpen: 'Nothing hides this record from you. Open it as usual',
    openedTitle: 'Opened',
    openUntil: 'The record is open to you until',
    reviewBy: 'A manager reviews it by',
  },
  reports: {
    title: 'Reported sign-ins',
    lead: 'People of your authority say that these sign-ins were not theirs. The newest hundred.',
    nothing: 'Nothing was reported.',
    who: 'Who',
    when: 'When',
    what: 'What they noticed',
  },
  troubles: {
    notAllowed: {
      title: 'You cannot open this page',
      text: [
        'Your role does not cover it. Ask somebody whose role does, or your manager if you need it for your work.',
      ],
    },
    notFound: {
      title: 'Page not found',
      text: ['Check the address. If you followed a link, what it led to may not be yours to see, or may be gone.'],
    },
    tooMany: {
      title: 'Too many requests',
      text: ['Wait a minute, then try again.'],
    },
    fault: {
      title: 'Something went wrong on our side',
      text: ['Try again in a few minutes. If it happens again, tell your service desk the reference below.', DANGER],
    },
    away: {
      title: 'The service is not available at the moment',
      text: ['Try again in a minute.', DANGER],
    },
    badRequest: {
      title: 'We could not read what was sent',
      text: ['Go back, check what you filled in, and send it again.'],
    },
    tooLarge: {
      title: 'The form was too large',
      text: ['Go back, shorten what you wrote, and send it again.'],
    },
    secondFactor: {
      title: 'Sign in with a second factor',
      text: [
        'Your role reads children’s records. A password alone is not enough for it.',
        'Sign in again and confirm with your second factor, for example the code from your telephone. If you have none yet, ask your service desk for one.',
      ],
    },
    signInFailed: {
      title: 'The sign-in did not come through',
      text: ['It took too long, was started in another browser, or was used before. Start again.'],
    },
  } satisfies Record<string, Trouble>,
};
