/**
 * Names to invent people with. Each pool holds names in order of how common they are; beyond a pool's own, family names
 * are made of syllables, so that most are rare, as they are. Nobody in the population is a real person.
 */
export interface NamePool {
  /** Of a hundred families. */
  readonly share: number;
  readonly family: readonly string[];
  readonly boys: readonly string[];
  readonly girls: readonly string[];
  /** The share of families whose name is made of syllables. */
  readonly rareFamily: number;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const BRITISH_BOYS = words(`
Oliver George Noah Arthur Harry Leo Jack Charlie Oscar Jacob Thomas William James Henry Alfie Joshua Freddie Archie Ethan
Isaac Alexander Joseph Edward Samuel Max Daniel Logan Lucas Mason Harrison Finley Sebastian Adam Dylan Zachary Riley Teddy
Theo David Benjamin Toby Jude Luca Elijah Hunter Reuben Albie Jaxon Louie Matthew Michael Luke Ryan Nathan Liam Callum
Connor Kieran Jamie Aaron Cameron Robert Andrew Mark Paul Stephen Richard Peter Christopher Anthony Simon Gary Darren Lee
Jason Craig Kevin Stuart Scott Jayden Kayden Kai Tyler Corey Brandon Bradley Jordan Ashton Ellis Rhys Owen Ewan Fraser
Angus Rory Hamish Gavin Neil Barry Wayne Shane Dean Carl Jonathan Patrick Nicholas Gregory Frederick Albert Ronald Kenneth`);
const BRITISH_GIRLS = words(`
Olivia Amelia Isla Ava Mia Ivy Lily Isabella Sophia Emily Grace Ella Freya Evie Poppy Jessica Ruby Sophie Chloe Lucy
Charlotte Alice Daisy Florence Phoebe Matilda Evelyn Sienna Elsie Millie Rosie Scarlett Willow Molly Maisie Layla Hannah
Eleanor Erin Holly Megan Abigail Ellie Amber Jasmine Bethany Lauren Rebecca Rachel Laura Sarah Emma Claire Nicola Michelle
Samantha Lisa Joanne Karen Susan Julie Jacqueline Tracey Sharon Deborah Amanda Louise Kelly Gemma Stacey Danielle Kirsty
Leanne Natalie Victoria Catherine Elizabeth Margaret Patricia Mary Jennifer Christine Angela Helen Paula Donna Tina
Kayleigh Courtney Paige Shannon Jade Skye Summer Tilly Nancy Harriet Penelope Georgia Zoe Zara Katie Kimberley Alexandra
Stephanie Melissa Caitlin Niamh Heidi Josephine Gabriella Antonia Theresa Dorothy`);

export const POOLS: readonly NamePool[] = [
  {
    share: 66,
    family: words(`
Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall
Wood Jackson Clarke Harris Martin Cooper King Turner Hill Ward Moore Baker Harrison Clark Allen Young Scott Lee Watson
Parker Bennett Cook Shaw Carter Richardson Bailey Collins Bell Cox Adams Foster Webb Palmer Hunt Knight Barker Lowe Fox
Marsh Barnes Dixon Fletcher Pearson Mills Rogers Stevens Murray Gibson Ellis Mason Matthews Russell Butler Holmes Gray
Simpson Chapman Reynolds Saunders Carr Newman Doyle Burton Payne Lawson Booth Sutton Wells Barton Kemp Nash Frost Hardy`),
    boys: BRITISH_BOYS,
    girls: BRITISH_GIRLS,
    rareFamily: 0.62,
  },
  {
    share: 8,
    family:
      words(`Jones Davies Williams Evans Thomas Roberts Lewis Hughes Morgan Griffiths Edwards Owen Price Rees Lloyd
Jenkins Morris Powell Pritchard Parry Ellis Howell Bowen Bevan Vaughan Prosser Gruffydd Llewellyn Humphreys Meredith`),
    boys: words(`Rhys Dylan Osian Ieuan Tomos Gethin Siôn Dafydd Huw Gareth Emyr Iwan Owain Macsen Gruffydd Ifan Aled Geraint
Llŷr Steffan Deiniol Guto Harri Jac Elis William Thomas David John Evan`),
    girls: words(`Seren Cerys Ffion Carys Megan Catrin Lowri Nia Siân Bethan Rhiannon Angharad Elin Mair Gwen Eleri Non
Mererid Efa Lleucu Cadi Mali Erin Ffion Heledd Alys Beca Manon Sioned Ceri`),
    rareFamily: 0.12,
  },
  {
    share: 8,
    family:
      words(`Smith Brown Wilson Campbell Stewart Thomson Robertson Anderson MacDonald Scott Reid Murray Taylor Clark
Ross Watson Morrison Paterson Young Mitchell McKenzie McLean MacLeod Hamilton Kerr O'Neill Kelly Murphy O'Brien Doherty
Gallagher McLaughlin Byrne Ryan Quinn Walsh McCarthy O'Connor Kennedy Duffy`),
    boys: words(`Callum Lewis Finlay Rory Fraser Hamish Angus Euan Cameron Craig Stuart Alasdair Ruaridh Conor Sean Patrick
Liam Cian Oisin Declan Kieran Eoin Brendan Aidan Jack James John David Michael Brian`),
    girls:
      words(`Eilidh Isla Mhairi Catriona Kirsty Skye Ailsa Morag Fiona Niamh Aoife Siobhan Caoimhe Orla Roisin Saoirse
Clodagh Ciara Maeve Bridget Emily Sophie Margaret Mary Anne Karen Lorna Shona Iona Elspeth`),
    rareFamily: 0.3,
  },
  {
    share: 9,
    family:
      words(`Khan Ahmed Hussain Ali Begum Mahmood Akhtar Shah Iqbal Malik Hassan Rahman Miah Chowdhury Mirza Bashir Aziz
Sheikh Qureshi Siddiqui Butt Raja Mohammed Uddin Islam Choudhry Javed Rashid Yousaf Nawaz`),
    boys: words(`Muhammad Mohammed Ibrahim Yusuf Ali Hamza Bilal Ahmed Omar Adam Zain Hassan Hussain Abdullah Haris Imran Tariq
Faisal Usman Khalid Zubair Asif Waqas Shahid Nadeem Rizwan Kamran Ismail Musa Isa`),
    girls:
      words(`Fatima Aisha Maryam Zainab Khadija Amina Sana Hafsa Zara Noor Iqra Saima Nadia Shazia Rukhsana Samina Farah
Ruqayyah Sumaiya Yasmin Hira Mehreen Ayesha Nasreen Tahira Safa Inaya Anaya Bushra Rabia`),
    rareFamily: 0.15,
  },
  {
    share: 3,
    family: words(`Singh Kaur Patel Sharma Shah Gill Sandhu Dhillon Mistry Desai Kumar Grewal Bains Sidhu Joshi Mehta`),
    boys: words(
      `Arjun Rohan Harpreet Gurpreet Jasdeep Amar Ravi Sanjay Vikram Aarav Kiran Manjit Hardeep Simran Nikhil Dev`,
    ),
    girls: words(
      `Simran Jasleen Harleen Priya Anjali Kavita Meena Manpreet Sunita Pooja Riya Anika Diya Neha Asha Kiran`,
    ),
    rareFamily: 0.15,
  },
  {
    share: 4,
    family: words(`Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski
Kozłowski Jankowski Mazur Krawczyk Popescu Ionescu Kovalenko Shevchenko Bondarenko Ivanov Petrov Kazlauskas Horváth`),
    boys: words(`Jakub Jan Filip Kacper Szymon Michał Aleksander Mateusz Piotr Krzysztof Tomasz Andrzej Paweł Marcin Łukasz
Andrei Mihai Oleksandr Mykola Dmytro Ivan Tomas Lukas Dawid`),
    girls: words(`Zofia Maja Julia Hanna Zuzanna Oliwia Aleksandra Katarzyna Agnieszka Małgorzata Anna Joanna Magdalena
Natalia Elena Ioana Oksana Yuliya Olena Kateryna Gabija Emilia Wiktoria Alicja`),
    rareFamily: 0.4,
  },
  {
    share: 2,
    family: words(
      `Mohamed Hassan Abdi Ali Ahmed Yusuf Omar Warsame Hussein Farah Al-Hassan Al-Masri Haddad Mansour Saleh Nasser`,
    ),
    boys: words(
      `Mohamed Abdirahman Ahmed Omar Yusuf Ibrahim Abdullahi Khalid Mustafa Samir Karim Bilal Hamza Said Ayman Tarek`,
    ),
    girls: words(
      `Amina Fatima Khadija Hodan Sahra Ayaan Maryam Layla Noura Rania Yasmin Hana Salma Zeinab Samira Asma`,
    ),
    rareFamily: 0.1,
  },
];

/** Parts of family names that nobody may bear, 40 times 30 times 40. */
export const FAMILY_STARTS =
  words(`Ash Black Bram Brock Cal Chad Clay Cot Crow Dar Den Dun Elm East Fair Far Gled Green Had
Hart Haw Hol Horn Kel Kin Lang Lin Mar Mil Nor Oak Pen Raven Red Sel Stan Thorn Wal West Win`);
export const FAMILY_MIDDLES =
  words(`a e i o er el en in on ing ar or al il um ber der fer ger her ker ler mer ner per ster ter
ther ver zel`);
export const FAMILY_ENDS =
  words(`ton ley worth field ham by ford well wood shaw den combe hurst stead thorpe wick bury dale
croft gate holt land lock man mere more ridge side son stone tree vale ward water way well wright bank brook cliffe`);
export const GIVEN_STARTS = words(`Jay Kay Bray Tay Ray Mar Shan Dar Kel Bren Tal Lor Ash Ver Cor Nev`);
export const GIVEN_ENDS = words(`den la lan lee leigh lyn na ra ri sha son ton vin wyn da do`);

export const STREETS =
  words(`Mill Church Station High Park Victoria Albert Queens Kings Orchard Meadow Chapel Bridge School
Spring Castle North South Elm Oak Ash Beech Cedar Maple Willow Priory Abbey Manor Grange Quarry Canal Harbour Windmill`);
export const STREET_KINDS = words(`Street Road Lane Close Avenue Drive Way Court Place Terrace Gardens Crescent`);
