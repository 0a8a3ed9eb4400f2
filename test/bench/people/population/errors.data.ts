/**
 * How often what a referral says of a person is wrong or missing: shares of one. Set by judgement after the corruption
 * models of FEBRL and of the literature on linking health records, not counted on referrals: nobody publishes those. Several
 * may happen to one name.
 */
export const ERROR_RATES = {
  /** Given name of a child. */
  given: { typing: 0.035, hearing: 0.03, nickname: 0.07, middleInstead: 0.015, middleAdded: 0.12, initial: 0.006 },
  family: { typing: 0.03, hearing: 0.025, otherParents: 0.02, halfOfDouble: 0.35, hyphenLost: 0.5 },
  /** Given and family name in each other's field. */
  orderSwapped: 0.008,
  accentsLost: 0.7,
  birth: { missing: 0.03, swapped: 0.012, oneDigit: 0.02, yearOff: 0.008, monthOff: 0.006, firstOfJanuary: 0.004 },
  sex: { missing: 0.06, wrong: 0.003 },
  nhs: { present: 0.35, oneDigit: 0.006, siblings: 0.002 },
  upn: { present: 0.3, oneDigit: 0.004 },
  address: { missing: 0.05, postcodeTyping: 0.012, houseMissing: 0.02, houseTyping: 0.01 },
  /** Between two referrals, the whole household. */
  moved: 0.12,
  /** Grown-ups and other children of the household, named in one line. */
  household: { named: 0.93, listed: 0.85, birthKnown: 0.5, siblingBirthKnown: 0.65, livesThereSaid: 0.85 },
  /** Of the children of a household, so many are children of the referral; one always is. */
  childOfReferral: 0.65,
} as const;

/** Letters that lie beside each other on the keyboard. */
export const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** What is heard or read for one another. */
export const HEARD: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['ck', 'k'],
  ['c', 'k'],
  ['y', 'i'],
  ['ie', 'y'],
  ['ee', 'ea'],
  ['ll', 'l'],
  ['tt', 't'],
  ['ss', 's'],
  ['nn', 'n'],
  ['ei', 'ie'],
  ['ae', 'e'],
  ['ou', 'u'],
  ['z', 's'],
  ['sz', 'sh'],
  ['w', 'v'],
  ['j', 'y'],
  ['ai', 'ay'],
  ['e', 'a'],
  ['o', 'u'],
  ['gh', 'g'],
  ['th', 't'],
  ['q', 'k'],
  ['x', 'ks'],
  ['dd', 'th'],
  ['ff', 'f'],
  ['ah', 'a'],
  ['h', ''],
  ['m', 'rn'],
  ['cl', 'd'],
  ['l', 'i'],
];

/** What people are called and written, beside their name. Written apart from the service's own table, on purpose. */
export const CALLED: ReadonlyMap<string, readonly string[]> = new Map(
  `Oliver Ollie Olly|George Georgie|Arthur Art|Harry Harrison|Leo Leon|Jack Jac John|Charlie Charles|Jacob Jake|Thomas Tom Tommy
Tomos|William Will Billy Bill|James Jim Jamie Jimmy|Henry Harry|Joshua Josh|Freddie Fred Frederick|Archie Archibald|Isaac Zac
|Alexander Alex Xander Sandy|Joseph Joe Joey|Edward Ed Eddie Ted|Samuel Sam Sammy|Maximilian Max|Daniel Dan Danny|Zachary Zac Zak
|David Dave Dai Dafydd|Benjamin Ben Benji|Matthew Matt Matty|Michael Mike Mick Mikey|Nathan Nate|Connor Conor|Kieran Ciaran
|Robert Rob Bob Bobby|Andrew Andy Drew|Stephen Steve Steven|Richard Rick Dick Rich|Peter Pete|Christopher Chris Kit|Anthony Tony
|Simon Si|Jason Jay|Stuart Stewart|Jayden Jaden Jaydon|Jonathan Jon Jonny|Patrick Paddy Pat|Nicholas Nick Nicky|Gregory Greg
|Albert Bertie|Ronald Ron|Kenneth Ken|Olivia Liv Livvy|Amelia Millie Amy|Isabella Bella Izzy|Sophia Sofia Sophie|Emily Em Emmy
|Eleanor Ellie Nell|Charlotte Lottie Charley|Florence Flo Florrie|Matilda Tilly|Abigail Abi Abbie Abby|Jasmine Jas Yasmin
|Bethany Beth|Rebecca Becky Becca|Rachel Rach|Samantha Sam Sammy|Joanne Jo Joanna|Susan Sue Suzie|Deborah Debbie Deb|Amanda Mandy
|Natalie Nat Natalia|Victoria Vicky Tori|Catherine Kate Katherine Cath|Elizabeth Liz Beth Lizzie Eliza|Margaret Maggie Peggy
|Patricia Pat Trish|Mary Maria May|Jennifer Jen Jenny|Christine Chris Tina|Angela Angie|Josephine Jo Josie|Kimberley Kim
|Stephanie Steph|Caitlin Catrin Katelyn|Gabriella Gabby|Theresa Tess|Rhys Reece Rees|Siôn Sion Sean John|Steffan Stephen Stefan
|Dafydd David Dai|Gruffydd Griff Gruff|Iwan Ewan Ieuan|Ieuan Evan Iwan|Owain Owen|Tomos Tom Thomas|Siân Sian Jane|Catrin Catherine
|Bethan Beth|Sean Shaun Shawn|Eoin Owen Eoghan|Oisin Osheen|Niamh Neve|Siobhan Shevaun|Caoimhe Keeva|Roisin Rosheen
|Aoife Eefa|Saoirse Seersha|Muhammad Mohammed Mohamed Mohammad Mo|Mohammed Muhammad Mohamed Mohd|Mohamed Mohammed Maxamed
|Yusuf Yousef Yousuf|Hussain Hussein Hossain|Hassan Hasan|Abdullah Abdulla|Khalid Khaled|Usman Osman Uthman|Omar Umar|Ahmed Ahmad
|Ibrahim Ebrahim|Aisha Ayesha Aysha|Fatima Fatema Fatimah|Maryam Mariam Miriam|Khadija Khadeeja Khadijah|Zainab Zaynab Zeinab
|Zeinab Zainab|Amina Aminah Ameena|Noor Nur|Yasmin Yasmeen|Tariq Tarek|Tarek Tariq|Ismail Ismael|Musa Moussa|Isa Essa|Sahra Zahra
|Jakub Jacob Kuba|Jan John|Szymon Simon|Michał Michael Michal|Aleksander Alexander Olek|Mateusz Matthew Mateus|Piotr Peter Pyotr
|Krzysztof Chris Christopher|Tomasz Thomas Tomek|Andrzej Andrew|Paweł Paul Pavel|Łukasz Lucas Lukas|Zofia Sofia Zosia
|Hanna Hannah|Zuzanna Susanna Zuzia|Oliwia Olivia|Aleksandra Alexandra Ola|Katarzyna Kasia Catherine|Agnieszka Agnes Aga
|Małgorzata Gosia Margaret|Joanna Asia|Magdalena Magda|Oleksandr Alexander Sasha Olexander|Mykola Nicholas Nikolai
|Dmytro Dmitri|Yuliya Julia|Olena Elena Helen|Kateryna Katya Katerina|Wiktoria Victoria|Dawid David`
    .replaceAll('\n', '')
    .split('|')
    .map((line) => line.trim().split(/\s+/))
    .map(([name = '', ...others]) => [name, others] as const),
);
