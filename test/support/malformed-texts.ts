/** Texts that people do write, and texts that break programs which are not careful: all of them are legal. */
export const NAUGHTY_TEXTS: Readonly<Record<string, string>> = {
  'single quotes': "O'Brien; it''s 'quoted'",
  'double quotes': 'She said "no" and “no” and „nein“',
  'a drop of a table': "Robert'); DROP TABLE referral;--",
  'a union': "' UNION SELECT body FROM referral WHERE '1'='1",
  'a SQL comment': 'x /* y */ -- z',
  'dollar quotes': "$$ $1 $tag$ E'\\x' U&'\\0041'",
  script: '<script>alert("x")</script><img src=x onerror=alert(1)>',
  entities: '&lt;b&gt; &amp;amp; &#x27; &nbsp; ]]> <![CDATA[',
  'an XML bomb': '<!DOCTYPE a [<!ENTITY a "aa">]><a>&a;</a>',
  templates: '${7*7} {{7*7}} <%= 7*7 %> #{7*7} %{7*7} {% raw %}',
  'format strings': '%s %n %d %x %99999999s',
  'shell words': '$(id) `id` ; rm -rf / | cat & > x',
  'a path': '../../../../etc/passwd ..\\..\\windows\\win.ini',
  'a formula': '=HYPERLINK("http://example.test","x")',
  'another formula': '+1+1 -1 @SUM(1)',
  'a header break': 'one\r\nSet-Cookie: a=b\r\n\r\ntwo',
  'line ends': 'one\ntwo\rthree\r\nfour\u0085five\u2028six\u2029seven',
  'leading and trailing space': '  \t spaced \t  ',
  controls: Array.from({ length: 31 }, (_, index) => String.fromCharCode(index + 1)).join('') + 'x',
  'delete and C1': '\u007f\u0080\u0090\u009f x',
  'terminal colours': '\u001b[31mred\u001b[0m\u0007',
  'a null in words': 'null',
  'undefined in words': 'undefined',
  'not a number in words': 'NaN',
  'true in words': 'true',
  zero: '0',
  'a number too big': '1e309',
  'an escape spelt out': '\\u0000 \\ud800 \\n \\\\ \\"',
  'JSON in text': '{"a":[1,2,{"b":null}]}',
  'brackets only': '[[[[[[[[[[{{{{{{{{{{',
  'right to left': 'שלום עליכם والسلام عليكم',
  'direction marks': '\u202eevil\u202c \u200f\u200e \u2066x\u2069 \u061c',
  'zero width': 'a\u200bb\u200cc\u200dd\u2060e\ufefff',
  'only zero width': '\u200b\u200d\u2060',
  'a byte order mark inside': 'x\ufeffy\ufeff',
  'combining marks': 'Z̷̡̨͙͉̮̗̈́̓̿͜͝a̴̛͚͎͆l̵̰̎ġ̶͔o̸͖͐',
  'many combining marks': `e${'\u0301'.repeat(150)}`,
  'composed and decomposed': 'é e\u0301 Å \u212b ﬁ fi Å',
  emoji: '😀 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 👍🏿 ❤️ 1️⃣',
  'beyond the first plane': '𝒳𝓎 𠜎𠜱 𐐷 🂡 \u{10ffff}',
  noncharacters: '\ufffe\uffff\ufdd0 \ufffd',
  'private use': '\ue000\uf8ff',
  'tag characters': 'x\u{e0001}\u{e0041}\u{e007f}',
  'many scripts': '中文 日本語 한국어 ไทย ελληνικά кириллица অসমীয়া አማርኛ',
  'Welsh letters': 'Ŵyn, Ŷnys, Llŷr, Gwŷdd, Môn, Siân',
  'Polish and Romanian': 'Łukasz Żółć, Ștefan Țurcanu',
  'letters that change case': 'İstanbul ıI ßẞ ſK ǅ',
  'one letter': 'Ø',
  'an apostrophe name': 'D’Arcy Ó Súilleabháin-Ní Bhriain',
  'a ligature': '﷽ ﷺ',
  'a long word': 'Llanfairpwllgwyngyll'.repeat(12),
  'an address': 'mailto:a@b.test?subject=x javascript:alert(1) data:text/html,<b>',
  'log forging': 'x\n{"level":"error","message":"forged"}',
  'LDAP and XPath': "*)(uid=*))(|(uid=* ' or '1'='1' or ''='",
  'prototype words': '__proto__ constructor prototype toString',
  'mixed spaces': 'a\u00a0b\u2003c\u3000d\u1680e',
  'soft hyphens': 'co\u00adop\u00ader\u00adate',
};

/** Escapes that are JSON and no text that a record can keep. */
export const UNSTORABLE_ESCAPES: Readonly<Record<string, string>> = {
  'a NUL': 'a\\u0000b',
  'only a NUL': '\\u0000',
  'a lone high surrogate': 'a\\ud800b',
  'a lone low surrogate': '\\udc00',
  'surrogates the wrong way round': '\\udfff\\ud83d',
  'a pair and a half': '\\ud83d\\ude00\\ud83d',
};

/** The text as far as the field takes it, counted as the schema counts: in code points. Never blank. */
export function fitted(text: string, maxLength = 20_000): string {
  const cut = Array.from(text).slice(0, maxLength).join('');
  return /\S/.test(cut) ? cut : 'x';
}

/** JSON with every character beyond ASCII written as an escape. */
export function escapedJson(value: unknown): string {
  const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, escape);
}
