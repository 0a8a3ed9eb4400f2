import { groupsByName } from './groups-by-name.ts';

/**
 * Given names that are used for one another: short forms, Welsh, Scottish and Irish forms, and spellings of names that came
 * from other scripts. One group a line. A name may stand in several groups; two names match when they share one. Written for
 * this service; a name that is missing is compared by its letters and sound instead. Arabic writes no short vowels: `mhmd` is
 * what is left of Muhammad.
 */
const GROUPS = `
abdul abdullah abdallah abdulla abdallh
abigail abi abbie abby gail
adam addy
ahmed ahmad ahmet achmed ahmadou ahmd
aisha ayesha aysha aisyah aishah ayisha aayshh
agnieszka agnes aga
alan allan allen al alun
albert bert bertie albie
aleksandra alexandra alex sandra aleksa ola sasha lexi lexie
alexander alex alec alasdair alistair alastair alister sandy xander aleksander oleksandr aleksandr sasha alek zander
alfred alfie fred alf
ali aly alee
alice alys alicja ali
amelia amelie millie milly amy
amina ameena aminah amna
amir ameer aamir emir
andrew andy drew andrzej andriy andrei andrey andreas andras
angela angie
anna ann anne annie ana ania anya
anthony tony antony antoni anton ant
antonia toni tonia
arabella bella
archibald archie archy
arthur art artie artur
beatrice bea beatrix betrys
benjamin ben benny benji benyamin binyamin
bethan beth
bilal belal
bogdan bohdan
bronwen bron bronwyn
caitlin catrin catherine katelyn kaitlyn kaitlin caitlyn cait
cameron cam
catherine katherine kathryn kate katie kathy cathy cath kat katy kathleen catrin katarzyna kasia kateryna ekaterina katya katrin catriona caitriona
cerys ceris carys
charles charlie chas chuck siarl karol
charlotte charlie lottie lotte charley charly
christina christine chris tina krystyna kristina chrissie
christopher chris kit topher krzysztof kris kristofer
ciaran kieran kieron keiran
connor conor
daniel dan danny deiniol daniil danylo
danielle dani danni daniela daniella
david dave davey dai dafydd dewi dawid davide dawood daud dawud
deborah debbie deb debra
dominic dom dominik
dorothy dot dotty dolly
duncan donnchadh
dylan dilan dillon
edward ed eddie ted teddy ned eduard iorwerth eddy
eleanor ellie nell nellie elinor elin elen eleri ella lena
elizabeth elisabeth liz lizzie beth betty betsy eliza libby elspeth elzbieta ela yelyzaveta
emily em emilia emmie emilie millie
emma em emmie
ewan euan ewen eoghan
erin eryn
evan ieuan ifan iwan
eve eva evie ewa efa evelyn yeva
faisal faysal feisal
farah farrah
fatima fatma fatimah fathima fatema fatoumata fatou fatmt
ffion fion fiona
florence flo florrie flora flossie
francesca fran frankie franciszka
francis frank frankie fran franciszek francisco
frederick fred freddie freddy frederic fryderyk
gabriel gabe gabby jibril jibreel
gabriella gabrielle gabby gabi ella
gareth gary garth gaz geraint
geoffrey geoff jeff jeffrey sieffre
george georgie jerzy yuri siors heorhiy giorgi jorge
georgia georgie georgina gina
gerald gerry jerry gerallt
gerard gerry jerry
grace gracie grazyna
gregory greg gregor grigor grzegorz
gruffydd gruffudd griffith gruff griff guto
gwen gwenllian gwendolyn gwyneth
hamza hamzah hamsa
hannah hanna hana
harriet hattie harry
harold harry hal harri
hasan hassan hasaan hsn
helen nell ellen elen helena olena yelena elena halina
henry harry hank hal harri henryk
hugh hugo huw hew huey
hussain hussein husain hossain husayn hussayn husein hoossain hsyn
ibrahim ebrahim ibraheem abraham abe ibrahima bram abrahym
imran emran
isaac ishaq zac ike ishak
isabella isabelle isobel isabel bella izzy izzie belle ishbel iseabail izabela ysbail
iwona ivona yvonne
jack jackson jac
jacob jake jakub yakub yaqub kuba coby iago yakiv
jacqueline jackie jacqui jaqueline
jade jayde
jaden jayden jaiden jaydon jaeden jaydan
james jim jimmy jamie seamus hamish iago jem
jan yan
jane janie jayne sian siani
janet jan sioned
jasmine jasmin yasmin yasmine yasmeen jas jazz jazmin
jean jeannie
jennifer jen jenny jenni gwenhwyfar jenna
jeremy jerry jez jem
jessica jess jessie jesse
joan joanie siwan
joanna jo joanne joann jojo asia
john johnny jon jack jan sion
ioan ian iain
ivan vanya
jonathan jon jonny johnathan jonathon johnny nathan
joseph joe joey jozef yusuf yousef yousuf youssef yusef jose josif yosef osip
josephine jo josie fifi
joshua josh yehoshua
julia julie jules yulia julija
julian jules iulian
karen caren kazza
katie katy kate catherine
kenneth ken kenny cenydd
khadija khadijah khadeeja hadija kadija
khalid khaled kalid khald
kimberley kim kimberly kimberlee
laura lori laurie lowri loreen
lawrence laurence larry lawrie laurie lorenzo
leah lea lia
leonard len leo lenny
leo leon leonardo lev
lewis louis lou louie luis llew llewelyn llywelyn
liam william
lillian lily lilly lilian lili lillie lil
linda lin lyn lynda
louise lou lois luisa
lucy luce lucia lucie lleucu lucja
lukasz lucas luke luc luca lukas luka lukash
madeleine maddie maddy madeline madelyn madison
magdalena magda maggie lena
malgorzata margaret gosia malgosia
marcin martin marcus
margaret maggie meg peggy marge margie mair mererid marged megan peg rita greta
maria mary marie mair mari mariya maryja
maryam mariam miriam marjam marya mrym
mark marc marcus marek marko markus
martin marty martyn marcin
mateusz matthew mat matteusz
matthew matt matty mathew mateusz mathias matthias matej matei matvey
matilda tilly tilda mattie tillie
megan meg meghan meagan
michael mike mick mickey mikey michal meical mihangel mikhail mykhailo mihai miguel micheal michel mitchell misha
michelle shelly shell mich
mohammed muhammad mohamed mohammad muhammed mohamad mohamud muhamed mohd md mo muhamad mohummad mahomed mehmet mahamed mamadou mhmd
molly mollie polly
musa moussa moses mousa
mustafa mostafa mustapha moustafa mstfa
mykola nicholas mikolaj nikolai
nadia nadiya nadya nadzieja
natalie nat natalia nataliya natasha natalka
nathan nathaniel nate nat jonathan
nathaniel nate nat nathan
niamh neve neave niav
nicholas nick nicky nic nicolas mikolaj nikolai nicolae nico klaus
nicola nicky nikki nic nicole nichola
noor nur noora nour nura
norman tormod norm
oksana oxana ksenia
oliver olly ollie oli olivier
olivia liv livvy olive ollie oliwia livia
omar umar omer umer amr
osman usman uthman othman
oscar oskar ossie
owen owain owyn eoin
patricia pat trish tricia patsy patti patrycja
patrick pat paddy padraig patryk padrig
paul pavel pawel pablo paulo pavlo pol
paula paulina pauline
penelope penny
peter pete pedr piotr petr pyotr pedro petro petru
philip phil phillip pip filip philippe felipe ffilip
phoebe pheobe phebe
qasim kasim qassim kassim
rachel rach rachael rae rahel
rafal rafael raphael rafe raf
rahman rehman abdurrahman
rebecca becky becca bex rebekah beca
reuben ruben rubin
rhiannon rhian
rhys reece rees reese rhees ryce reiss
richard rich rick ricky dick richie ryszard rhisiart dickie
robert rob robbie bob bobby bert robin rupert roberto bobbie
roderick rod roddy ruairidh rory rhydderch
roger rodge hodge
ronald ron ronnie ranald
rory ruairi ruaraidh ruaridh ruairidh
rosemary rose rosie
rose rosie rosa roza
ruqayyah ruqaya rukaya rukia
ryan rian rhian
saleh salah saleem salih
samantha sam sammy sammie
samir sameer
samuel sam sammy sami samuil
sarah sara sally sadie zara
saoirse seersha sersha
sean shaun shawn
sion shon
shannon shan shannen
sian jane sharn
simon si shimon szymon symon simeon
siobhan shevaun chevonne shivaun
sofia sophia sophie sofie zofia safiya safiyyah soph sofiya
stacey stacy eustacia anastasia
stephanie steph stefanie stephany steff
stephen steve steven stevie stefan steffan szczepan stepan esteban ystyffan
susan sue suzy susie susanna suzanne siwsan zuzanna
suleiman sulaiman suleman sulayman solomon soliman
taha tahir
tamara tammy tamar
tariq tarek tareq tarik
teresa theresa terry tess tessa tereza
terence terry terrance
thomas tom tommy tam tomos twm tomasz tomas tomi thom
tegan teagan teegan
tobias toby tobi
timothy tim timmy tymoteusz
tyler tylor
valentina val valentyna
victor vic viktor wiktor
victoria vicky tori vikki viktoria wiktoria vicki viktoriya buddug
vincent vince vinnie
vladimir volodymyr wlodzimierz vlad wladimir
walter wally walt gwallter
waqas wakas
wayne dwayne duane
wojciech wojtek voytek
william will bill billy willie liam wil gwilym willy
yevhen eugene evgeny gene evgeni yevgeny
yunus younis younus jonah younes
yusuf yousef yousuf youssef yusef joseph joe ywsf
yuliya julia yulia
zachary zac zach zack zak zakariya zakaria zachariah zechariah
zahra zara zahraa sahra
zainab zaynab zeinab zaineb zeynep zynb
zoe zoey zoie
zubair zubayr zubeir
`;

export const GIVEN_VARIANTS = groupsByName(GROUPS);
