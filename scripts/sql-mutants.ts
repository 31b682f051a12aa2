/** One planted mistake: the whole function with it, and what stood there and what was put in its place. */
export interface SqlMutant {
  readonly text: string;
  readonly change: string;
  /** Line of the function, from 1. */
  readonly line: number;
}

interface Token { readonly text: string; readonly at: number; readonly kind: 'word' | 'number' | 'string' | 'sign' }

const TOKEN = /--[^\n]*|(?<string>'(?:[^']|'')*')|(?<word>[A-Za-z_][A-Za-z_0-9]*)|(?<number>\d+)|(?<sign>:=|<>|<=|>=|\|\||::|[^\s\w])/g;
const turned: Readonly<Record<string, string>> = {
  '<': '<=', '<=': '<', '>': '>=', '>=': '>', '=': '<>', '<>': '=', '+': '-', '-': '+', and: 'or', or: 'and', min: 'max', greatest: 'least', true: 'false', false: 'true', asc: 'desc', desc: 'asc',
};

/**
 * Every mistake that is planted into a function of PL/pgSQL, one at a time: comparisons and sums turned round, `and` for `or`, a condition that always or
 * never holds, a `not` taken away, a bound one further, a word changed, an order the other way, an assignment or a lock left out, a `coalesce` without its second choice.
 */
export function sqlMutantsOf(definition: string): readonly SqlMutant[] {
  const begin = definition.indexOf('$function$') + '$function$'.length;
  const end = definition.lastIndexOf('$function$');
  const body = definition.slice(begin, end);
  const tokens = tokensOf(body);
  const found: { from: number; to: number; put: string }[] = [];
  const plant = (from: Token, to: Token, put: string) => found.push({ from: from.at, to: to.at + to.text.length, put });
  // What is declared is no statement; a function in SQL has none to declare.
  const opens = tokens.findIndex(({ text }) => text.toLowerCase() === 'begin');
  /** Every column of an order the other way. */
  const turnOrder = (n: number): void => {
    const last = endOfClause(tokens, n);
    const text = body.slice(tokens[n]!.at, tokens[last]!.at + tokens[last]!.text.length);
    plant(tokens[n]!, tokens[last]!, `${text.replaceAll(',', ' desc,')} desc`);
  };
  for (const [n, token] of tokens.entries()) {
    const is = (ahead: number) => tokens[n + ahead]?.text.toLowerCase() ?? '';
    const word = token.text.toLowerCase();
    if (n < opens) continue;
    if (turned[word] && !(word === 'and' && is(-2) === 'between') && !(word === '=' && is(-1) === ':')) plant(token, token, turned[word]!);
    if (word === 'not' && is(1) !== 'found') plant(token, token, '');
    if (word === 'is' && (is(1) === 'null' || is(1) === 'distinct')) plant(token, token, 'is not');
    if (token.kind === 'number') plant(token, token, String(BigInt(token.text) + 1n));
    if (token.kind === 'string' && is(-1) !== 'interval') plant(token, token, token.text === `''` ? `'planted'` : `''`);
    if ((word === 'if' || word === 'elsif') && is(-1) !== 'end') {
      const then = tokens.findIndex(({ text }, at) => at > n && text.toLowerCase() === 'then');
      for (const always of ['true', 'false']) plant(tokens[n + 1]!, tokens[then - 1]!, always);
    }
    if (word === 'for' && (is(1) === 'no' || is(1) === 'update')) plant(token, tokens[n + (is(1) === 'no' ? 3 : 1)]!, '');
    if (word === 'order' && is(1) === 'by') turnOrder(n);
    if (word === 'coalesce') plant(token, tokens[closing(tokens, n + 1)]!, body.slice(tokens[n + 2]!.at, tokens[comma(tokens, n + 1)]!.at));
    if (['perform', 'continue'].includes(word) || isAssignment(tokens, n)) plant(token, tokens[tokens.findIndex(({ text }, at) => at > n && text === ';') - 1]!, 'null');
  }
  return found.map(({ from, to, put }) => ({
    text: definition.slice(0, begin) + body.slice(0, from) + put + body.slice(to) + definition.slice(end),
    change: `${around(body, from, to)} → ${put || 'nothing'}`,
    line: definition.slice(0, begin + from).split('\n').length,
  }));
}

function tokensOf(body: string): readonly Token[] {
  return [...body.matchAll(TOKEN)].flatMap((match) => {
    const kind = (['string', 'word', 'number', 'sign'] as const).find((one) => match.groups?.[one]);
    return kind ? [{ text: match[0], at: match.index, kind }] : [];
  });
}

/** A statement `name := …` or `name[…] := …` after `begin`: its name is the first word of it. */
function isAssignment(tokens: readonly Token[], n: number): boolean {
  if (tokens[n]!.kind !== 'word' || ![';', 'then', 'else', 'begin', 'loop'].includes(tokens[n - 1]?.text.toLowerCase() ?? '')) return false;
  const next = tokens[n + 1]?.text === '[' ? closing(tokens, n + 1) + 1 : n + 1;
  return tokens[next]?.text === ':=';
}

/** The place of what closes the bracket at `open`. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  return tokens.findIndex(({ text }, at) => {
    if (at < open) return false;
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    return depth === 0;
  });
}

/** The place of the first comma directly inside the bracket at `open`. */
function comma(tokens: readonly Token[], open: number): number {
  let depth = 0;
  return tokens.findIndex(({ text }, at) => {
    if (at < open) return false;
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    return depth === 1 && text === ',';
  });
}

/** The last token of an `order by`: before the bracket that closes around it, a `limit`, a `loop` or the end of the statement. */
function endOfClause(tokens: readonly Token[], n: number): number {
  let depth = 0;
  return tokens.findIndex(({ text }, at) => {
    if (at < n) return false;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    return depth < 0 || (depth === 0 && (text === ';' || /^(limit|loop|into|returning)$/i.test(text)));
  }) - 1;
}

/** What stood there, with enough beside it to be found again. */
function around(body: string, from: number, to: number): string {
  const [before, after] = [body.slice(Math.max(0, from - 40), from), body.slice(to, to + 30)];
  return `${before}⟦${body.slice(from, to)}⟧${after}`.replace(/\s+/g, ' ').trim();
}
