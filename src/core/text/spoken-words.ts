import { fold } from './fold.ts';

/** A word she keeps in mind, in Arabic and French with its usual spellings; any of them opens the slip. */
type Spoken = readonly [ar: string, fr: string, ...others: string[]];

const words = {
  olive: ['زيتون', 'olive', 'زيتونة', 'zitoun', 'zaytoun'], sea: ['بحر', 'mer', 'bahr', 'sea'], moon: ['قمر', 'lune', 'gamra', 'qamar', 'moon'],
  bread: ['خبز', 'pain', 'khobz', 'bread'], rose: ['وردة', 'rose', 'warda', 'ورد'], door: ['باب', 'porte', 'beb', 'bab', 'door'],
  star: ['نجمة', 'étoile', 'nejma', 'star'], orange: ['برتقال', 'orange', 'bortokal', 'برتقالة'], bird: ['عصفور', 'oiseau', 'asfour', 'bird'],
  honey: ['عسل', 'miel', 'asal', 'honey'], palm: ['نخلة', 'palmier', 'nakhla', 'palm'], river: ['نهر', 'rivière', 'nahr', 'river'],
  lamp: ['مصباح', 'lampe', 'mesbah', 'lamp'], fish: ['سمك', 'poisson', 'سمكة', 'hout', 'حوت', 'fish'], salt: ['ملح', 'sel', 'melh', 'salt'],
  tea: ['شاي', 'thé', 'tay', 'atay', 'tea'], rain: ['مطر', 'pluie', 'matar', 'shta', 'rain'], sun: ['شمس', 'soleil', 'shams', 'sun'],
  gold: ['ذهب', 'or', 'dhahab', 'gold'], horse: ['حصان', 'cheval', 'hsan', 'horse'], bridge: ['جسر', 'pont', 'jisr', 'bridge'],
  apple: ['تفاح', 'pomme', 'تفاحة', 'tofah', 'apple'], wool: ['صوف', 'laine', 'souf', 'wool'], silk: ['حرير', 'soie', 'hrir', 'silk'],
  window: ['نافذة', 'fenêtre', 'nafida', 'window'], garden: ['حديقة', 'jardin', 'hadika', 'jnina', 'garden'], key: ['مفتاح', 'clé', 'clef', 'meftah', 'key'],
  mint: ['نعناع', 'menthe', 'naanaa', 'mint'], camel: ['جمل', 'chameau', 'jmal', 'camel'], boat: ['مركب', 'bateau', 'markeb', 'boat'],
  almond: ['لوز', 'amande', 'louz', 'almond'], grape: ['عنب', 'raisin', 'inab', 'grape'], snow: ['ثلج', 'neige', 'thalj', 'snow'],
  drum: ['طبل', 'tambour', 'tabl', 'drum'], ring: ['خاتم', 'bague', 'khatem', 'ring'], carpet: ['زربية', 'tapis', 'zarbia', 'carpet'],
  well: ['بئر', 'puits', 'bir', 'well'], wheat: ['قمح', 'blé', 'gamh', 'wheat'], fig: ['تين', 'figue', 'tin', 'karmous', 'fig'],
  date: ['تمر', 'datte', 'tmar', 'date'], mountain: ['جبل', 'montagne', 'jbal', 'mountain'], cat: ['قط', 'chat', 'قطة', 'gattous', 'cat'],
  milk: ['حليب', 'lait', 'hlib', 'milk'], book: ['كتاب', 'livre', 'kitab', 'book'], needle: ['إبرة', 'aiguille', 'ibra', 'needle'],
  pepper: ['فلفل', 'poivre', 'felfel', 'pepper'], clay: ['طين', 'argile', 'clay'], cloud: ['سحاب', 'nuage', 'سحابة', 'shab', 'cloud'],
  lemon: ['ليمون', 'citron', 'laymoun', 'lemon'], coral: ['مرجان', 'corail', 'morjane', 'coral'],
} as const satisfies Record<string, Spoken>;

export type SpokenWord = keyof typeof words;
export const spokenWords = Object.keys(words) as readonly SpokenWord[] as readonly [SpokenWord, ...SpokenWord[]];

const byForm = new Map<string, SpokenWord>(
  Object.entries(words).flatMap(([word, forms]) => forms.map((form) => [fold(form), word as SpokenWord] as const)),
);

/** The word somebody typed, in either script and any usual spelling; undefined when it is none of them. */
export const readSpokenWord = (typed: string): SpokenWord | undefined => {
  const plain = fold(typed);
  return byForm.get(plain) ?? byForm.get(plain.replace(/^ال/, '')) ?? byForm.get(plain.replace(/^(l'|le |la |les )/, ''));
};

/** What somebody typed, cut into the words it may hold, without articles: `la mer, le pain` are two. */
export const spokenPieces = (typed: string): readonly string[] =>
  typed.split(/[\s,،.;؛+/\u2013-]+/).filter((piece) => piece !== '' && !/^(la|le|les|l['’]?)$/i.test(piece));

/** How a word is said to her: in Arabic and in French. */
export const saidAs = (word: SpokenWord): { readonly ar: string; readonly fr: string } => ({ ar: words[word][0], fr: words[word][1] });
