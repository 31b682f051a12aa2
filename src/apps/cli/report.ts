import { InvalidInput, Refusal } from '#core/refusal.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { exitCodeOf, faultOf } from '../fault.ts';
import { formErrors } from '../explain.ts';

const reader = { locale: localeOf('en', 'TN'), terms: {} };

/** Says on the console what went wrong and leaves with its exit code: 2 bad input, 3 refused, 1 bug. */
export function report(error: unknown, json: boolean): never {
  if (error instanceof StartRefusal) leave(3, json, { code: error.code, reason: error.message });
  const fault = faultOf(error);
  if (fault.kind === 'bug') {
    process.stderr.write(`${(error as Error)?.stack ?? error}\n`);
    leave(1, json, { code: 'bug', reason: `Something broke on our side (${fault.reference}).` });
  }
  if (error instanceof InvalidInput || error instanceof Refusal) {
    const reasons = formErrors(error, error instanceof Refusal ? '' : 'core', reader);
    const lines = Object.entries(reasons).map(([field, text]) => (field ? `--${field}: ${text}` : text));
    leave(exitCodeOf(fault), json, { code: error instanceof Refusal ? error.code : 'invalid-input', reason: lines.join('\n').replace(/[\u2068\u2069]/g, '') });
  }
  leave(exitCodeOf(fault), json, { code: 'not-found', reason: 'Not found, or not open to you.' });
}

function leave(code: number, json: boolean, said: { code: string; reason: string }): never {
  process.stderr.write(json ? `${JSON.stringify(said)}\n` : `${said.reason}\n`);
  process.exit(code);
}
