/** The form of families and young people who have no account. */
export const SELF_REFERRAL_ENGLISH = {
  title: 'Ask for help',
  lead: 'You can ask for help for yourself, a child or your family. You do not need an account.',
  lines: [
    'There are five short pages. You can leave out what you do not want to say.',
    'A social worker reads what you write, and calls or writes to you in the way you choose.',
    'If a child may be at risk of harm, we may have to tell others so that the child is safe.',
  ],
  urgent: (frontDoor: string, duty: string): string =>
    `You can also call us: ${frontDoor} in office hours, ${duty} at other times.`,
  childline: 'Children and young people can call Childline on 0800 1111 at any time. It is free and private.',
  council: 'Which council area does the child live in?',
  begin: 'Start now',
  resumeTitle: 'Go on with what you began',
  resumeLabel: 'Your code',
  resumeHint: 'It has 16 letters and numbers, for example ABCD-EFGH-JKLM-NPQR.',
  resume: 'Go on',
  noDraft: 'We know no such code. Check it, or start again. What was not sent is removed after some weeks.',
  codeTitle: 'Your code',
  codeText:
    'Write this code down, or take a photograph of it. With it you can go on later, also on another device. Do not show it to anybody.',
  codeOn: 'Go on',
  leave: 'Your code to come back',
  kept: 'What you typed is saved. You can close this page now.',
  sentTitle: 'We have your message',
  sentReference: 'Your reference',
  sentNext: 'A social worker reads it and decides how to help by',
  sentReach: 'We then reach you in the way you told us.',
  sentDone: 'Leave and clear this page',
};
