/** Words before a bracket that are no function, and the clock, which PostgreSQL reads once per statement. */
const grammar = new Set(['any', 'all', 'in', 'exists', 'select', 'from', 'and', 'or', 'not', 'where', 'case', 'when', 'then', 'else', 'on', 'join', 'values', 'union', 'now', 'transaction_timestamp', 'coalesce', 'nullif', 'array', 'as', 'using']);

/**
 * The functions that a policy calls for every row: those outside a select of its own without `from`, which PostgreSQL answers once.
 * Takes the policy's text as pg_get_expr writes it.
 */
export function callsPerRow(expression: string): string[] {
  const text = expression.replace(/'(?:[^']|'')*'/g, "''");
  const found: string[] = [];
  const open: { select: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === ')') open.pop();
    if (text[at] !== '(') continue;
    const called = /([a-z_][\w.]*)\s*$/i.exec(text.slice(0, at))?.[1]?.toLowerCase();
    if (called && !grammar.has(called) && !open.some(({ select }) => select)) found.push(called);
    open.push({ select: /^\(\s*SELECT\b/i.test(text.slice(at)) && !/\bFROM\b/i.test(ownLevel(text, at)) });
  }
  return [...new Set(found)];
}

/** The text of the bracket that opens here, without the brackets inside it. */
function ownLevel(text: string, from: number): string {
  let depth = 0;
  let own = '';
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) break;
    if (depth === 1) own += text[at];
  }
  return own;
}
