/** Sentences with their figures kept apart: say`共${figure('due', 12)}项` is words, a figure, words. */
import type { Paragraph, Span, Spans } from './content.ts';

/** A figure of the data. `of` names it, so that it can be found again and recomputed. */
export const figure = (of: string, value: number | string): Span => ({
  kind: 'figure',
  of,
  text: String(value),
});

/** A unit, a task, a practice, as the data have it. */
export const name = (text: string): Span => ({ kind: 'name', text });

type Said = Span | Spans;

const isOne = (said: Said): said is Span => !Array.isArray(said);

/** Words that stand side by side are one span. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (span.text === '') continue;
    if (span.kind === 'text' && last?.kind === 'text') {
      all[all.length - 1] = { kind: 'text', text: last.text + span.text };
    } else {
      all.push(span);
    }
  }
  return all;
}

/** A sentence as spans, with what is said in it kept apart from its words: say`截至${until}，…`. */
export const say = (words: TemplateStringsArray, ...said: readonly Said[]): Span[] =>
  joined(
    words.flatMap((text, at): Span[] => {
      const next = said[at];
      const after: Spans = next === undefined ? [] : isOne(next) ? [next] : next;
      return [{ kind: 'text', text }, ...after];
    }),
  );

/** Names one after another: 示例一村、示例二村. */
export const names = (texts: readonly string[]): Span[] =>
  joined(texts.flatMap((text, at): Span[] => [{ kind: 'text', text: at === 0 ? '' : '、' }, name(text)]));

/** Sentences to one paragraph; what says nothing is left out. */
export const paragraph = (...sentences: readonly (readonly Span[])[]): Paragraph => ({
  kind: 'paragraph',
  spans: joined(sentences.flat()),
});
