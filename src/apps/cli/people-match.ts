import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Command } from 'commander';
import { InvalidInput } from '#core/refusal.ts';
import { isLang, type Lang, localeOf } from '#core/words/locale.ts';
import { type LineMatch, longestLine, matchLine } from '#modules/people/public.ts';

interface Chosen { pairs: string; lang: string }

/** `hadina people match --pairs FILE`: two names a line, parted by a tab; one answer a line. Opens no database. */
export function registerPeopleMatch(program: Command): void {
  const group = program.commands.find((command) => command.name() === 'people') ?? program.command('people');
  group
    .command('match')
    .description('compare pairs of names, Arabic or Latin: how likely each two are one name, and why')
    .requiredOption('--pairs <file>', 'two names a line, parted by a tab; - reads what is piped in')
    .option('--lang <lang>', 'language of the messages: ar, fr, en', 'en')
    .action(async ({ pairs, lang }: Chosen) => {
      if (!isLang(lang)) throw new InvalidInput([{ field: 'lang', code: 'choose-one', values: {} }]);
      if (pairs !== '-') await access(pairs).catch(() => { throw new InvalidInput([{ field: 'pairs', code: 'not-understood', values: {} }]); });
      const input = pairs === '-' ? process.stdin : createReadStream(pairs);
      const bad = await matchLines(input, process.stdout, { lang, json: program.opts().json === true });
      if (bad > 0) process.exitCode = 2;
    });
}

/** Answers every line of the input on the output, holding no more than a piece of it in memory; answers how many lines were bad. */
export async function matchLines(input: AsyncIterable<Uint8Array | string>, output: NodeJS.WritableStream, { lang, json }: { lang: Lang; json: boolean }): Promise<number> {
  const reader = { locale: localeOf(lang, 'TN'), terms: {} };
  let [number, bad, said] = [0, 0, ''];
  for await (const lines of linesOf(input)) {
    for (const line of lines) {
      const match = matchLine(line, ++number, reader);
      if ('error' in match) bad += 1;
      said += `${json ? JSON.stringify(match) : inWords(match)}\n`;
    }
    if (!output.write(said)) await once(output, 'drain');
    said = '';
  }
  return bad;
}

const inWords = (match: LineMatch): string => 'error' in match ? match.error
  : [match.score.toFixed(2), match.candidate ? '=' : '≠', match.a, match.b, match.reasons.map(({ code }) => code).join(', ')].join('\t');

/** The lines of a stream of bytes, a piece at a time. Of a line without end only its beginning is kept, enough to say that it is too long. */
async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const piece of input) {
    const parts = (typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })).split('\n');
    parts[0] = rest + parts[0];
    rest = parts.pop()!.slice(0, longestLine + 1);
    yield parts;
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}
