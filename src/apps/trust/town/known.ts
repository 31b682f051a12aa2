import { newId } from '#core/id.ts';
import type { Random } from '../random.ts';

/** Other names under which a known thing is asked for. */
const alias: Readonly<Record<string, string>> = {
  acting_person: 'person', owner: 'organization', parent: 'organization', parties: 'organization', operator: 'organization',
  subject: 'service', officer: 'account', witness: 'account', consent_witness: 'account', grant: 'role', only: 'service', works: 'work',
};

/** What came to be so far, by kind: every id that an action answered with. */
export class Known {
  private readonly ids = new Map<string, string[]>();

  constructor(private readonly random: Random) {}

  /** Remembers each id of an action's answer under its name. */
  learn(answer: unknown): void {
    if (!answer || typeof answer !== 'object') return;
    for (const [kind, value] of Object.entries(answer)) {
      if (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)) this.ids.set(kind, [...(this.ids.get(kind) ?? []), value]);
    }
  }

  /** An id for a field: mostly the newest of its kind, else any, else one that nobody has. */
  id(field: string): string {
    const list = this.ids.get(alias[field] ?? field) ?? [];
    if (!list.length) return newId();
    return this.random.once(3) ? this.random.pick(list) : list.at(-1)!;
  }

  /** Every id of a kind. */
  all(kind: string): readonly string[] {
    return this.ids.get(kind) ?? [];
  }

  /** Every id of every kind. */
  everything(): readonly string[] {
    return [...this.ids.values()].flat();
  }
}
