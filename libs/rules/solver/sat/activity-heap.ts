/** The variables still to be decided, the most active on top: a binary heap that knows where each variable stands. */
export class ActivityHeap {
  readonly #activity: number[] = [];
  readonly #heap: number[] = [];
  readonly #places: number[] = [];
  #step = 1;

  /** Raises a variable that took part in a conflict. Later conflicts count for more, so older ones fade. */
  bump(variable: number): void {
    const raised = this.#activityOf(variable) + this.#step;
    this.#activity[variable] = raised;
    const place = this.#places[variable] ?? -1;
    if (place >= 0) this.#up(place);
    if (raised > 1e100) this.#rescale();
  }

  fade(): void {
    this.#step /= 0.95;
  }

  insert(variable: number): void {
    if ((this.#places[variable] ?? -1) >= 0) return;
    this.#heap.push(variable);
    this.#up(this.#heap.length - 1);
  }

  /** Takes out the most active variable; -1 when there is none. */
  pop(): number {
    const top = this.#heap[0];
    const last = this.#heap.pop();
    if (top === undefined || last === undefined) return -1;
    this.#places[top] = -1;
    if (top !== last) {
      this.#put(last, 0);
      this.#down(0);
    }
    return top;
  }

  #activityOf(variable: number): number {
    return this.#activity[variable] ?? 0;
  }

  #put(variable: number, place: number): void {
    this.#heap[place] = variable;
    this.#places[variable] = place;
  }

  /** Higher activity first; of equals the older variable, so that the same questions get the same answers. */
  #isBefore(a: number, b: number): boolean {
    const difference = this.#activityOf(a) - this.#activityOf(b);
    return difference > 0 || (difference === 0 && a < b);
  }

  #up(from: number): void {
    let place = from;
    const variable = this.#heap[place] ?? 0;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = this.#heap[parent] ?? 0;
      if (!this.#isBefore(variable, above)) break;
      this.#put(above, place);
      place = parent;
    }
    this.#put(variable, place);
  }

  #down(from: number): void {
    let place = from;
    const variable = this.#heap[place] ?? 0;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= this.#heap.length) break;
      const right = left + 1;
      const better = right < this.#heap.length && this.#isBefore(this.#heap[right] ?? 0, this.#heap[left] ?? 0);
      const child = better ? right : left;
      const below = this.#heap[child] ?? 0;
      if (!this.#isBefore(below, variable)) break;
      this.#put(below, place);
      place = child;
    }
    this.#put(variable, place);
  }

  #rescale(): void {
    for (let variable = 0; variable < this.#activity.length; variable += 1) {
      this.#activity[variable] = this.#activityOf(variable) * 1e-100;
    }
    this.#step *= 1e-100;
  }
}
