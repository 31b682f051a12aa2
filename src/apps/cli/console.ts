import type { Command } from 'commander';

/** Where progress goes: the console's error side, so that what is piped on stays clean; nowhere with --json. */
export const sayTo = (program: Command): ((line: string) => void) =>
  program.opts().json ? () => {} : (line) => process.stderr.write(`${line}\n`);

/** Prints the answer as one JSON object, or as lines for a person. */
export function printTo(program: Command, answer: object, lines: readonly string[]): void {
  process.stdout.write(program.opts().json ? `${JSON.stringify(answer)}\n` : `${lines.join('\n')}\n`);
}

/** Bytes as a person reads them. */
export const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;
