/**
 * Letters of other scripts as British offices mostly write them. Not reversible and not scholarly: two spellings have only
 * to come near each other, and the comparison forgives the rest.
 */
export function transliterated(text: string): string {
  return OTHER_SCRIPTS.test(text) ? Array.from(text, (letter) => TABLE.get(letter) ?? letter).join('') : text;
}

const OTHER_SCRIPTS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u;

const CYRILLIC =
  'а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya';
const GREEK =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o ά a έ e ή i ί i ό o ύ y ώ o';
/** Arabic with the letters that Urdu, Persian and Kurdish add. Short vowels are not written: a name loses them here. */
const ARABIC =
  'ا a أ a إ i آ a ب b پ p ت t ٹ t ة a ث th ج j چ ch ح h خ kh د d ڈ d ذ dh ر r ڑ r ز z ژ zh س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ک k ك k گ g ل l م m ن n ں n ه h ہ h ھ h و u ۆ o ي i ی i ى a ې e ے e ئ y ؤ u ء -';

const TABLE: ReadonlyMap<string, string> = new Map([CYRILLIC, GREEK, ARABIC].flatMap(pairsOf));

function pairsOf(text: string): [string, string][] {
  const words = text.split(' ');
  return words.flatMap((letter, index) =>
    index % 2 === 0 ? [[letter, latin(words[index + 1])] as [string, string]] : [],
  );
}

/** A hyphen stands for a letter without a sound. */
function latin(letters: string | undefined): string {
  return letters === undefined || letters === '-' ? '' : letters;
}
