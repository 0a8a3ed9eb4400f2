import type { ChallengeGrounds, ChallengeOutcome, ChallengeState, ChallengeTimeline } from '#challenges';

const GROUNDS: Readonly<Record<ChallengeGrounds, string>> = {
  threshold_too_low: 'The child needs more help than you decided',
  threshold_too_high: 'You decided on more than the child needs',
  information_missed: 'Something that we told you was missed',
  history_missed: 'What happened before was missed',
  child_not_heard: 'The child was not heard',
  delay: 'It took too long',
  other: 'Another reason',
};

const STATES: Readonly<Record<ChallengeState, string>> = {
  open: 'Open',
  accepted: 'Closed: you accepted the answer',
  withdrawn: 'Closed: you took it back',
  decided: 'Closed: decided',
};

const OUTCOMES: Readonly<Record<ChallengeOutcome, string>> = {
  upheld: 'We agree with you. The case is decided again.',
  partly_upheld: 'We agree with you in part.',
  not_upheld: 'We do not agree with you. The decision stands.',
};

const ENTRIES: Readonly<Record<ChallengeTimeline['entries'][number]['kind'], string>> = {
  opened: 'Opened',
  response: 'Answered',
  escalated: 'Taken to the next stage',
  accepted: 'Answer accepted',
  withdrawn: 'Taken back',
  acknowledged: 'Acknowledged',
  decided: 'Decided',
};

/** A challenge from the side of the agency that referred. */
export const CHALLENGING_ENGLISH = {
  grounds: GROUNDS,
  states: STATES,
  outcomes: OUTCOMES,
  entries: ENTRIES,
  sides: { agency: 'Your agency', family: 'The family', front_door: 'Children’s services' },
  stages: ['Practitioners talk', 'Managers', 'Heads of service', 'Chair of the partnership'],
  open: {
    title: 'Challenge this decision',
    lead: 'Say why you disagree. A named person answers you in writing. If the answer does not settle it, you can take it to the next stage.',
    stageLead: 'The stages are:',
    which: 'Which child is it about?',
    grounds: 'Why do you disagree?',
    text: 'Tell us why, in your own words',
    textHint: 'Both sides read what you write.',
    risk: 'Is the child at immediate risk of harm?',
    riskYes: 'Yes, a child is at immediate risk',
    riskHint: 'If a child is in danger now, call 999 first.',
    stage: 'At immediate risk, begin at',
    stageFirst: 'The first stage',
    send: 'Open the challenge',
  },
  one: {
    title: (reference: string) => `Challenge in ${reference}`,
    state: 'State',
    grounds: 'Why',
    stage: 'Stage',
    stageOf: (stage: number, name: string) => `${stage} of 4: ${name}`,
    due: 'Answer by',
    dueLate: (moment: string) => `${moment}: this time has passed`,
    none: 'No time limit runs',
    outcome: 'Outcome',
    said: 'What was said',
    risk: 'At immediate risk',
    at: (stage: number) => `stage ${stage}`,
    waitOrGo: 'You can wait for our answer, take it to the next stage, or take it back.',
    answered: 'We have answered. You can accept the answer, or take it to the next stage.',
    last: 'This is the last stage.',
  },
  steps: {
    accept: {
      title: 'Accept the answer',
      lead: 'This closes the challenge.',
      text: 'Why is it settled for you?',
      send: 'Accept and close',
    },
    escalate: {
      title: 'Take it to the next stage',
      lead: 'Somebody more senior then answers, within a new time limit.',
      text: 'Why does the answer not settle it?',
      send: 'Take it to the next stage',
    },
    withdraw: {
      title: 'Take the challenge back',
      lead: 'This closes the challenge. The decision stands.',
      text: 'Why do you take it back?',
      send: 'Take it back',
    },
  },
  faults: {
    child: 'Choose the child it is about',
    grounds: 'Choose why you disagree',
    empty: 'Write why',
    long: 'Write it in up to 10,000 characters',
    stage: 'You can leave stages out only when a child is at immediate risk',
    notOpen: 'This cannot be done now: the challenge or the decision has changed meanwhile. Go back and look',
  },
};
