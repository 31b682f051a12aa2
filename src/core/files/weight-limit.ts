/** Things of some weight that are let in while there is room for all of them together; the others wait in a line. */
export class WeightLimit {
  #inside = 0;
  readonly #line: { readonly weight: number; readonly go: () => void }[] = [];

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** Does the work once there is room for this weight (bytes); null when the line is full and it was not done. Heavier than all room: alone. */
  async carry<R>(weight: number, work: () => Promise<R>): Promise<R | null> {
    const counted = Math.min(weight, this.most);
    if (this.#line.length > 0 || this.#inside + counted > this.most) {
      if (this.#line.length >= this.mostWaiting) return null;
      await new Promise<void>((go) => this.#line.push({ weight: counted, go }));
    } else this.#inside += counted;
    try {
      return await work();
    } finally {
      this.#inside -= counted;
      this.#letIn();
    }
  }

  /** Whoever waits is let in by turn, so that a heavy one is not passed for ever by light ones. */
  #letIn(): void {
    for (let next = this.#line[0]; next && this.#inside + next.weight <= this.most; next = this.#line[0]) {
      this.#line.shift();
      this.#inside += next.weight;
      next.go();
    }
  }
}
