/** A part of a statement: its heading, what it says, and points of a list after that. */
interface Part {
  readonly title: string;
  readonly text: readonly string[];
  readonly points: readonly string[];
}

/** Cookies, accessibility, privacy. True of the service as it stands: change them with it. */
export const HELP_ENGLISH = {
  cookies: {
    title: 'Cookies',
    lead: 'A cookie is a small file that a web site keeps in your browser. Front Door has only the cookies that it cannot work without, so it does not ask you to agree to them.',
    table: {
      caption: 'Our cookies',
      name: 'Name',
      purpose: 'What it is for',
      kept: 'How long it is kept',
      rows: [
        {
          name: 'front_door',
          purpose: 'Keeps you signed in. It holds a random value, and nothing about you.',
          kept: 'Until you sign out or close the browser',
        },
        {
          name: 'front_door_browser',
          purpose: 'Brings back what you typed to this browser and no other. It holds a random value.',
          kept: 'Until you close the browser',
        },
        {
          name: 'front_door_language',
          purpose: 'Remembers if you read in English or in Welsh.',
          kept: 'One year',
        },
        {
          name: 'front_door_help',
          purpose: 'Only if you ask for help without an account: brings you back to what you began to write.',
          kept: 'One hour after you last used it',
        },
        {
          name: 'front_door_notice',
          purpose: 'Tells the next page what was just done, for example “Saved”.',
          kept: 'One minute',
        },
      ],
    },
    parts: [
      {
        title: 'What we do not do',
        text: [
          'We do not follow you from one web site to another. There is no advertising, we do not count visitors with cookies, and nothing on these pages comes from other companies.',
        ],
        points: [],
      },
      {
        title: 'What else your browser keeps',
        text: [
          'If the network goes away while you write a referral, your browser keeps what you typed and sends it later. It is locked with a key that only we have. It goes when it was sent, and after 30 days at the latest.',
        ],
        points: [],
      },
      {
        title: 'Where you sign in',
        text: ['The page where you type your password belongs to your organisation. It may have cookies of its own.'],
        points: [],
      },
    ] satisfies readonly Part[],
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'We want as many people as possible to be able to use Front Door. This statement is about the pages of Front Door, not about the web site of your council.',
    parts: [
      {
        title: 'What you should be able to do',
        text: ['On every page you should be able to:'],
        points: [
          'do everything with a keyboard alone',
          'zoom in to 400% without scrolling sideways, except in wide tables',
          'use it on a telephone',
          'use it with script turned off',
          'read it in English or in Welsh',
          'tell things apart without seeing colours: every colour has words beside it',
          'read the numbers of every chart in a table',
        ],
      },
      {
        title: 'How accessible it is',
        text: [
          'Our aim is the Web Content Accessibility Guidelines 2.2, level AA. The pages partly meet them. What does not is listed below.',
        ],
        points: [],
      },
      {
        title: 'What is not accessible, or not known to be',
        text: [],
        points: [
          'No disabled person has tested the pages yet, and no one has tested them with a screen reader or with speech.',
          'Wide tables scroll sideways on a narrow screen.',
          'PDF files that you download have no tags for screen readers. The same is on a page, or in a Word file.',
          'Files that people attach to a referral are shown as they were sent.',
          'No professional translator has checked the Welsh yet.',
          'The page where you type your password belongs to your organisation. We did not test it.',
        ],
      },
      {
        title: 'How we tested it',
        text: [
          'A machine tests every page, empty, full and with errors, in English and in Welsh, on a wide and on a narrow screen. It looks for what machines can find: that is perhaps half of what can be wrong. It also sends a whole referral and makes a whole decision by keyboard alone.',
        ],
        points: [],
      },
      {
        title: 'If you cannot use a page',
        text: [
          'Telephone your council. They can take a referral by telephone, and can send you what you need in another form: large print, easy read, a recording or braille. Tell them also if you find something wrong that is not listed here.',
          'You do not need to use a page to tell us that a child needs help.',
        ],
        points: [],
      },
      {
        title: 'If you are not happy with the answer',
        text: [
          'In England, Scotland and Wales, contact the Equality Advisory and Support Service. In Northern Ireland, contact the Equality Commission for Northern Ireland. The rules are the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
        ],
        points: [],
      },
      {
        title: 'When this was written',
        text: ['This statement was written on 22 November 2026, when the pages were new.'],
        points: [],
      },
    ] satisfies readonly Part[],
  },
  privacy: {
    title: 'Privacy',
    lead: 'What becomes of what you tell us, and what you can ask for. Your council answers for it: this page says what Front Door does. Your council’s own privacy notice says the rest.',
    parts: [
      {
        title: 'What we keep',
        text: ['We keep:'],
        points: [
          'what you tell us about a child, a family and other people, in your own words',
          'who told us, unless you do not say who you are',
          'what was decided, by whom and why',
          'who looked at it, and when',
          'if you sign in: your name, your work and where you are told of news',
        ],
      },
      {
        title: 'Why we may',
        text: [
          'The law tells councils to find out about children who may need help, and to keep them safe. So we do not need your agreement to keep what we are told. We ask for it before we offer help that a family is free to refuse.',
        ],
        points: [],
      },
      {
        title: 'Who sees it',
        text: [
          'People at the council whose work it is. They share what is needed, and no more, with those who help the child: for example a school, a health visitor or the police. Every look is written down.',
          'A person decides. Rules that people wrote suggest how soon to act and which help fits. No computer decides about a child.',
          'It is locked with keys where it is stored. Nothing on these pages goes to other companies.',
        ],
        points: [],
      },
      {
        title: 'If you did not sign in',
        text: [
          'You can ask for help, or tell us of a worry, without an account. You choose what to tell us about yourself.',
          'We count how often forms come from one place on the internet, so that no one can block the service. We do not keep the place itself.',
        ],
        points: [],
      },
      {
        title: 'Leaving a page quickly',
        text: [
          'Pages that anyone can open have a button “Leave this page”. You can also press the Shift key three times. It opens the weather. It cannot clear the history of your browser: others who use your telephone or computer can find there that you were here. If you are not safe, use another device, or a private window.',
        ],
        points: [],
      },
      {
        title: 'How long we keep it',
        text: [
          'As long as the law and the rules of your council say. For many records of children that is years. After that two people agree to destroy it, and it cannot be brought back.',
        ],
        points: [],
      },
      {
        title: 'What you can ask for',
        text: ['You can ask your council:'],
        points: [
          'to see what is kept about you: they answer within a month, or say why they need longer',
          'to add a note where something is wrong: what was said stays as it was, with your note beside it',
          'to explain a decision, and to look at it again',
          'to stop, or to destroy a record: they must weigh that against keeping children safe',
        ],
      },
      {
        title: 'If you are not happy',
        text: [
          'Tell your council first: ask for the data protection officer. You can also tell the Information Commissioner, on 0303 123 1113.',
        ],
        points: [],
      },
    ] satisfies readonly Part[],
  },
  trouble: {
    kept: 'Nothing that you typed is lost. It is on this page: you can send it again from here.',
    copy: 'What you typed, to copy',
    again: 'Try again',
    call: (name: string, telephone: string) => `You can also telephone ${name}: ${telephone}.`,
  },
  timeOut: {
    title: 'You were signed out',
    text: [
      'You did nothing here for a while. To keep records safe, we signed you out and took the page off the screen.',
      'Nothing that you sent is lost. What you typed in a referral was saved as you typed.',
    ],
    again: 'Sign in and go on',
  },
  soonOut: {
    title: 'Are you still there?',
    text: 'You will be signed out in about two minutes, because nothing was done here for a while.',
    stay: 'Stay signed in',
    covered: 'What you typed is still here, out of sight. Sign in again: this page then comes back.',
    signIn: 'Sign in again (opens in a new tab)',
  },
};
