/** Work that waits in a line: a few at once, some behind them, and nobody after that. */
export class Turns {
  #running = 0;
  readonly #line: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Does the work when its turn comes; null when the line is full and it was not done. */
  async take<R>(work: () => Promise<R>): Promise<R | null> {
    if (this.#running >= this.atOnce) {
      if (this.#line.length >= this.mostWaiting) return null;
      await new Promise<void>((go) => this.#line.push(go));
    } else this.#running++;
    try {
      return await work();
    } finally {
      // The place is handed to the next in the line, never free in between.
      const next = this.#line.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
