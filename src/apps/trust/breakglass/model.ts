/** What may happen in a sequence. `a` asks and may read, `b` turns keys, `h` holds the file, `s` is the supervisor. */
export type Step =
  | { readonly do: 'ask'; readonly by: 'a' | 'b' }
  | { readonly do: 'agree' | 'decline'; readonly by: 'a' | 'b' }
  | { readonly do: 'read' | 'write'; readonly by: 'a' | 'b' | 'h' }
  | { readonly do: 'end' }
  | { readonly do: 'review'; readonly by: 'a' | 's' }
  | { readonly do: 'keep-out' | 'let-in' }
  | { readonly do: 'notices' }
  | { readonly do: 'wait'; readonly hours: number };

interface Request { by: 'a' | 'b'; asked: number; void: boolean; second?: 'a' | 'b'; approved?: number; declined?: boolean; ended?: boolean; reviewed?: boolean }

/** The emergency key in thirty lines: two people, four hours, reading only, a review within seventy-two hours, and her no above all. */
export class Model {
  readonly requests: Request[] = [];
  hours = 0;
  #aKeptOut = false;

  /** What the step must answer, as one word; the newest request is meant. */
  expect(step: Step): string {
    const last = this.requests.at(-1);
    switch (step.do) {
      case 'wait': this.hours += step.hours; return 'done';
      case 'keep-out': this.#aKeptOut = true; return 'done';
      case 'let-in': this.#aKeptOut = false; return 'done';
      case 'ask':
        if (this.#locked(step.by)) return 'frozen';
        this.requests.push({ by: step.by, asked: this.hours, void: step.by === 'a' && this.#aKeptOut });
        return 'done';
      case 'agree': case 'decline': {
        if (!last) return 'absent';
        if (last.by === step.by) return 'own-request';
        const took = last.second === step.by;
        if ((last.void || (step.by === 'a' && this.#aKeptOut)) && !took) return 'absent';
        if (last.approved !== undefined || last.declined) return took ? 'already-answered' : 'absent';
        if (this.hours - last.asked >= 24) return 'absent';
        if (this.#locked(step.by)) return 'frozen';
        last.second = step.by;
        if (step.do === 'agree') last.approved = this.hours;
        else last.declined = true;
        return 'done';
      }
      case 'read': return this.#reads(step.by) ? 'done' : 'absent';
      case 'write': return step.by === 'h' ? 'done' : this.#reads(step.by) ? 'read-only' : 'absent';
      case 'end':
        if (last?.by !== 'a' || last.approved === undefined || last.ended || this.hours - last.approved >= 4) return 'absent';
        last.ended = true;
        return 'done';
      case 'review':
        if (!last || last.approved === undefined) return 'absent';
        if (step.by === 'a') return 'own-emergency';
        if (last.reviewed) return 'already-reviewed';
        last.reviewed = true;
        return 'done';
      case 'notices': return `${this.requests.filter(({ approved }) => approved !== undefined).length} seen`;
    }
  }

  #locked(who: 'a' | 'b'): boolean {
    return this.requests.some(({ by, second, approved, reviewed }) => approved !== undefined && (by === who || second === who) && this.hours - approved >= 72 && !reviewed);
  }

  #reads(who: 'a' | 'b' | 'h'): boolean {
    if (who === 'h') return true;
    if (this.#locked(who) || (who === 'a' && this.#aKeptOut)) return false;
    return this.requests.some(({ by, approved, ended }) => by === who && approved !== undefined && !ended && this.hours - approved < 4);
  }
}
