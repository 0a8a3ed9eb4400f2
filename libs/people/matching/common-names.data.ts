/**
 * Names that so many bear that they say less. Family names of which each is borne by some one in 400 people or more in the
 * United Kingdom, in one of its nations or in a large community in it; given names of which each was given to one child in
 * 200 or more. Folded, as compared.
 */
export const COMMON_FAMILY_NAMES: ReadonlySet<string> = new Set(
  (
    'smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker white roberts green ' +
    'hall wood jackson clarke clark patel khan lewis james phillips ali ahmed hussain hughes edwards thomas morgan morris ' +
    'griffiths owen price rees lloyd jenkins campbell stewart mcdonald murray reid robertson anderson scott hassan begum ' +
    'harris martin cooper king turner hill ward moore baker harrison mohamed mohammed shah kelly murphy oneill ' +
    'watson allen young bell cook bailey collins cox miller davis parker bennett shaw carter richardson foster simpson ' +
    'marshall adams gray mitchell chapman kennedy graham ross henderson paterson rahman miah malik akhtar mahmood iqbal ' +
    'singh kaur sharma parry powell rogers stevens russell fisher barnes knight mason thomson'
  ).split(' '),
);

export const COMMON_GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'muhammad mohammed mohammad mohamed oliver george noah arthur harry leo jack charlie oscar jacob thomas william james ' +
    'olivia amelia isla ava mia ivy lily isabella sophia emily grace ella freya evie poppy jessica ruby sophie chloe lucy ' +
    'daniel joshua samuel adam alexander ethan david michael john paul andrew mark robert sarah susan margaret mary karen ' +
    'emma laura rebecca claire'
  ).split(' '),
);
