import { groupsByName } from './groups-by-name.ts';

/** Family names of one origin in two spellings: Welsh and English, or one name from another script. */
const GROUPS = `
ahmed ahmad ahmet ahmd
ali aly
chaudhry chowdhury choudhury chaudhary choudhry chaudhury
cadwaladr cadwallader
davies davis dafis
ellis elis
evans ifans
gruffydd griffiths gruffudd griffith
hassan hasan hsn
hughes huws
hussain hussein husain hossain husayn hsyn
ibrahim ebrahim abrahym
islam eslam
jenkins siencyn
johnston johnstone
khan kahn
kovalenko kowalenko
lloyd llwyd
llywelyn llewellyn llewelyn
malik malek
meredith maredudd
mohammed muhammad mohamed mohammad mohamud muhammed mohamad mohamoud mhmd
morris morus
nguyen ngyuen
ozturk oeztuerk
phillips philips
price prys pryce preece
pritchard prichard
rahman rehman rahaman
rodrigues rodriguez
shah syed
siddiqui siddiqi siddique sidiqi
smith smyth smythe
sheikh shaikh sheik shaykh
thomas tomos
thompson thomson tomson
uddin udin
vaughan fychan
williams wiliams gwilym wiliam
yusuf yousuf yusef yousaf ywsf
`;

export const FAMILY_VARIANTS = groupsByName(GROUPS);
