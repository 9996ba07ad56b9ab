/** A set of words that finds all its members in a text in one pass (词典树). */

interface Node<T> {
  next: Map<number, Node<T>>;
  value: T | undefined;
}

export interface Found<T> {
  start: number;
  end: number;
  value: T;
}

const node = <T>(): Node<T> => ({ next: new Map(), value: undefined });

export class Trie<T> {
  readonly #root: Node<T> = node();

  /** Adds a word, or gives back what it was added with before. */
  add(word: string, value: T): T {
    let at = this.#root;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let next = at.next.get(unit);
      if (next === undefined) {
        next = node();
        at.next.set(unit, next);
      }
      at = next;
    }
    at.value ??= value;
    return at.value;
  }

  /** The members that begin at a place, short ones first. */
  *startingAt(text: string, start: number): Generator<Found<T>> {
    let at: Node<T> | undefined = this.#root;
    for (let i = start; i < text.length; i++) {
      at = at.next.get(text.charCodeAt(i));
      if (at === undefined) return;
      if (at.value !== undefined) yield { start, end: i + 1, value: at.value };
    }
  }

  /** Every member in a text, those that overlap included, in order of their beginning. */
  all(text: string): Found<T>[] {
    const found: Found<T>[] = [];
    for (let i = 0; i < text.length; i++) for (const one of this.startingAt(text, i)) found.push(one);
    return found;
  }

  /** The end of the longest member that begins at a place; `start` itself where none does. */
  longestFrom(text: string, start: number): number {
    let end = start;
    for (const one of this.startingAt(text, start)) end = one.end;
    return end;
  }

  /** Whether any member stands in the text. */
  touches(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.longestFrom(text, i) > i) return true;
    return false;
  }
}

/** A trie of words that carry nothing but themselves. */
export function wordSet(...lists: (readonly string[])[]): Trie<string> {
  const trie = new Trie<string>();
  for (const list of lists) for (const word of list) trie.add(word, word);
  return trie;
}

/** Words written in a row, set apart by white space. */
export const words = (row: string): readonly string[] => row.trim().split(/\s+/);
