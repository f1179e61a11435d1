/**
 * What a token is in a phrase about versions; a letter each, so that the shapes of phrases can be written as patterns.
 * V version, S series, A all; < and > stand before the version they bound, e (earlier) and l (later) after it;
 * F from, T to, U ends a stretch; X what is bounded; M and G marks of a version and of firmware; N and O join a product;
 * R series; I an id, J ids in brackets, K ids before a colon; W a word; ? a vague bound; 0 says that nothing is known; ! cannot be read.
 */
export type Kind =
  | ('V' | 'S' | 'A' | '<' | '>' | 'e' | 'l' | 'F' | 'T' | 'U' | 'X' | 'M' | 'G' | 'N' | 'O' | 'R')
  | ('I' | 'J' | 'K' | 'W' | '?' | '0' | '!' | ',' | ';' | ':' | '(' | ')');

type Line = [kind: Kind, words: string, included?: 'included'];

const things = '(?: (?:firmware|software))?(?: (?:versions?|releases?))?';
/** "and before 1.5" begins the next bound, "and before" ends this one. */
const ends = '(?! ?(?:to|than|including)\\b)(?! ?(?:(?:ver|versions?|v)\\.? ?)?\\d)';
const jaThings = '(?:の)?(?:ファームウ[ェエ]ア)?(?:の)?(?:バージョン|ヴァージョン|版)?';

/** Every wording that is understood, in both languages: a new one is one line. A space stands for any white space or none in Japanese. */
const lines: Line[] = [
  ['<', 'prior to'],
  ['<', 'before'],
  ['<', '(?:earlier|older|lower|less|smaller) than'],
  ['<', 'below'],
  ['<', '<'],
  ['<', '(?:prior to|before|up to),? (?:\\()?(?:and )?including(?:\\))?', 'included'],
  ['<', '(?:earlier|older|lower|less) than or equal to', 'included'],
  ['<', 'up to,? (?:but )?(?:not including|excluding)'],
  ['<', 'up to \\((?:excluding|not including)\\)'],
  ['<', '(?:<=|=<|≤|≦)', 'included'],
  ['>', '(?:after|above)'],
  ['>', '(?:later|newer|greater|higher) than'],
  ['>', '(?:later|newer|greater|higher) than or equal to', 'included'],
  ['>', '>'],
  ['>', '(?:>=|=>|≥|≧)', 'included'],
  ['>', '(?:since|starting (?:with|from|at))', 'included'],

  [
    'e',
    `,? ?(?:and|or)(?: all)? (?:earlier|prior|previous|older|below|lower|before|under)${things}${ends}`,
    'included',
  ],
  ['e', '(?:and|or) (?:the|all|any) versions? (?:prior to|before|earlier than) (?:it|that|this)', 'included'],
  ['e', `(?:および|及び|又は|または|、)? ?(?:それ|これ)より(?:も)?(?:以)?前${jaThings}`, 'included'],
  ['e', `(?:および|及び|又は|または|、)? ?(?:それ|これ)?(?:以前|以下)${jaThings}`, 'included'],
  ['e', `未満${jaThings}`],
  ['e', `より(?:も)? ?(?:前|古い|以前)${jaThings}`],
  ['l', `,? ?(?:and|or)(?: all)? (?:later|newer|above|higher|greater|after|onwards?|up)${things}${ends}`, 'included'],
  ['l', 'onwards?', 'included'],
  ['l', `(?:および|及び|又は|または|、)? ?(?:それ|これ)?(?:以降|以上|以後)${jaThings}`, 'included'],
  ['l', `より(?:も)? ?(?:後|新しい)${jaThings}`],
  ['l', `を超える${jaThings}`],

  ['F', 'from'],
  ['T', '(?:through|thru|to)', 'included'],
  ['T', '(?:から|〜)', 'included'],
  ['U', `まで${jaThings}`, 'included'],
  ['X', 'x'],

  ['A', '(?:all|any)(?: of the)? (?:(?:firmware|software) )?(?:versions?|releases?|firmware)'],
  [
    'A',
    '(?:すべて|全て|全部?)(?:の)?(?:ファームウ[ェエ]ア|ソフトウ[ェエ]ア)?(?:の)?(?:バージョン|ヴァージョン|版|ファームウ[ェエ]ア)',
  ],

  // Alone in a field, or after a product.
  ['A', 'all(?!.)'],

  ['M', '(?:versions?|ver|releases?|rev)(?![a-z])[.:]?'],
  ['M', 'v(?=[.]?[\\t\\u0020]?\\d)\\.?'],
  ['M', '(?:の)?(?:バージョン|ヴァージョン)'],
  ['G', '(?:firmware|f/w)'],
  ['G', '(?:の)?ファームウ[ェエ]ア'],
  ['N', 'の'],
  ['O', 'of'],
  ['R', '(?:series|branch)'],
  ['R', '(?:系|シリーズ)(?:の)?'],

  [',', '(?:and|or|but|&)'],
  [',', '(?:および|及び|ならびに|並びに|または|又は|、)'],

  ['?', '(?:up to|until|till|between)'],

  ['0', '(?:unspecified|unknown|n/a|none|tbd|various|不明|未定|非公開|記載なし)'],
];

/** Says more of a product than its name, or takes something away: a text that holds one is not read. */
const limiting = new Set(
  `a an the this that these those which who with without in on at by of for only except excluding exclude including included includes
  include if when where while not no non fixed fix fixes patched affected unaffected vulnerable serial number numbers no. digits first
  system systems deployed installed released built build builds hardware hw revision model models date dated time patch patches hotfix
  update updates service pack some certain most other others latest current earlier prior later previous older newer higher lower below above
  before after until till to through and or than up between from default running using based is are was were has have be been it its see
  stable beta alpha rc maintenance edition editions january february march april may june july august september october november december
  commit git build-time lot region`.split(/\s+/),
);
const plainNouns = new Set([
  'software',
  'router',
  'routers',
  'plugin',
  'camera',
  'cameras',
  'printer',
  'printers',
  'gateway',
  'switch',
  'switches',
  'app',
  'kernel',
]);
const limitingJa =
  /除|外|適用|一部|特定|最新|旧|対象|影響|修正|対策|シリアル|製造|場合|限|環境|公開|配布|版|初期|[ぁ-ゖ]/u;

/** Whether a word can be a part of a product's name, as far as can be told from how it is written. */
export function mayNameProduct(word: string): boolean {
  if (limiting.has(word.toLowerCase()) || limitingJa.test(word)) return false;
  if (plainNouns.has(word.toLowerCase())) return true;
  return (
    /^[\p{L}\p{N}][\p{L}\p{N}ー・()[\]/.+_-]*$/u.test(word) && /[\p{Lu}\p{N}\p{sc=Han}\p{sc=Katakana}]/u.test(word)
  );
}

export type Wording = { kind: Kind; included: boolean; pattern: RegExp };

export const wordings: Wording[] = lines.map(([kind, words, included]) => ({
  kind,
  included: included === 'included',
  pattern: new RegExp(/[a-z]/.test(words) ? boundary(words) : spaced(words), 'iuy'),
}));

/** A word of Latin letters is not the middle of another; a mark may touch the number that follows. */
function boundary(words: string): string {
  if (words.startsWith(',? ?')) return `(?:,[ \\t]{0,4})?${boundary(words.slice(4))}`;
  const isMark = words.endsWith('\\.?') || words.endsWith('[.:]?');
  return `(?<![A-Za-z0-9_-])(?:${spaced(words)})${isMark ? '' : '(?![A-Za-z0-9_-])'}`;
}

function spaced(words: string): string {
  return words.replaceAll(' ?', '[ \\t]{0,4}').replace(/ (?!\\t)/g, '[ \\t]{1,4}');
}
