/** A set of words that finds its members in a text in one pass (词典树). */

interface Node<T> {
  next: Map<number, Node<T>>;
  value: T | undefined;
}

export interface Found<T> {
  start: number;
  end: number;
  value: T;
}

const FIRSTS = 4096;

const node = <T>(): Node<T> => ({ next: new Map(), value: undefined });

export class Trie<T> {
  readonly #root: Node<T> = node();
  /** Which characters a member may begin with, by their last bits: most places of a text are no beginning. */
  readonly #firsts = new Uint8Array(FIRSTS);

  #mayBegin(text: string, start: number): boolean {
    return this.#firsts[text.charCodeAt(start) % FIRSTS] === 1;
  }

  #step(at: Node<T>, unit: number): Node<T> {
    const known = at.next.get(unit);
    if (known !== undefined) return known;
    const made = node<T>();
    at.next.set(unit, made);
    return made;
  }

  /** Adds a word, or gives back what it was added with before. */
  add(word: string, value: T): T {
    let at = this.#root;
    this.#firsts[word.charCodeAt(0) % FIRSTS] = 1;
    for (let i = 0; i < word.length; i++) at = this.#step(at, word.charCodeAt(i));
    at.value ??= value;
    return at.value;
  }

  /** Adds a word and all that it begins with, and does something with the value of each. */
  addAll(word: string, make: () => T, each: (value: T) => void): void {
    let at = this.#root;
    this.#firsts[word.charCodeAt(0) % FIRSTS] = 1;
    for (let i = 0; i < word.length; i++) {
      at = this.#step(at, word.charCodeAt(i));
      at.value ??= make();
      each(at.value);
    }
  }

  /** The longest member that begins at a place. */
  longest(text: string, start: number): Found<T> | null {
    if (!this.#mayBegin(text, start)) return null;
    let at: Node<T> | undefined = this.#root;
    let best: Found<T> | null = null;
    for (let i = start; i < text.length; i++) {
      at = at.next.get(text.charCodeAt(i));
      if (at === undefined) return best;
      if (at.value !== undefined) best = { start, end: i + 1, value: at.value };
    }
    return best;
  }

  /** Every member in a text, those that overlap included, in order of their beginning. */
  all(text: string): Found<T>[] {
    const found: Found<T>[] = [];
    for (let start = 0; start < text.length; start++) {
      if (!this.#mayBegin(text, start)) continue;
      let at: Node<T> | undefined = this.#root;
      for (let i = start; i < text.length; i++) {
        at = at.next.get(text.charCodeAt(i));
        if (at === undefined) break;
        if (at.value !== undefined) found.push({ start, end: i + 1, value: at.value });
      }
    }
    return found;
  }

  /** Whether a text is nothing but members in a row, each as long as it goes. */
  covers(text: string): boolean {
    let at = 0;
    while (at < text.length) {
      const found = this.longest(text, at);
      if (found === null) return false;
      at = found.end;
    }
    return true;
  }
}

/** A trie of words that carry nothing but themselves. */
export function wordSet(...lists: (readonly string[])[]): Trie<true> {
  const trie = new Trie<true>();
  for (const list of lists) for (const word of list) trie.add(word, true);
  return trie;
}

/** Words written in a row, set apart by white space. */
export const words = (row: string): readonly string[] => row.trim().split(/\s+/);
