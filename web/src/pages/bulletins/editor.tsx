import { useMutation } from '@tanstack/solid-query';
import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { type Problem, problemOf } from '../../problem.ts';
import css from './editor.module.css';
import { piecesOf, samePieces } from './pieces.ts';
import { type Bulletin, bulletinApi, type Edit, type Spans } from './queries.ts';
import { FixedBlock, Paper } from './sheet.tsx';

interface EditorProps {
  bulletin: Bulletin;
  onSaved: (fresh: Bulletin) => void;
  onClose: () => void;
}

/** What makes an element a text field that holds more than text. */
const TEXTBOX = {
  role: 'textbox',
  tabindex: '0',
  'aria-multiline': 'true',
  contenteditable: 'true',
} as const;

/** A paragraph to be worded: figures and names stand in it as chips that the cursor passes by. */
function Wording(props: {
  spans: Spans;
  label: string;
  onWritten: (read: () => Edit['pieces']) => void;
}): JSX.Element {
  let field: HTMLDivElement | undefined;
  const chip = ({ kind, text }: Spans[number]): Node => {
    if (kind === 'text') return document.createTextNode(text);
    const span = document.createElement('span');
    span.className = css.chip ?? '';
    span.contentEditable = 'false';
    span.dataset.kind = kind;
    span.textContent = text;
    return span;
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
  };
  // The browser edits what stands inside: it is written once, and read back when it is saved.
  onMount(() => {
    field?.replaceChildren(...props.spans.map(chip));
    field?.setAttribute('aria-label', props.label);
    for (const [name, value] of Object.entries(TEXTBOX)) field?.setAttribute(name, value);
    field?.addEventListener('paste', paste);
    field?.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
  });
  props.onWritten(() => piecesOf((field?.childNodes ?? []) as Iterable<HTMLElement>));
  return <div ref={field} class={css.field} />;
}

/** What each paragraph says. */
const wordsOf = ({ sections }: Bulletin['content']): string[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.spans.map(({ text }) => text).join('')] : [],
    ),
  );

/** Changing the wording (修改文字) on the paper itself. What somebody else has saved meanwhile is shown, and nothing lost. */
export function Editor(props: EditorProps): JSX.Element {
  const words = () => t().bulletins;
  const begun = props.bulletin.content;
  const [version, setVersion] = createSignal(props.bulletin.version);
  const [theirs, setTheirs] = createSignal<string[]>([]);
  const written: { section: number; block: number; spans: Spans; read: () => Edit['pieces'] }[] = [];
  const edits = (): Edit[] =>
    written.flatMap(({ section, block, spans, read }) => {
      const pieces = read();
      return samePieces(pieces, spans) ? [] : [{ section, block, pieces }];
    });
  const showTheirs = ({ versions }: Problem): void => {
    const fresh = versions?.theirs as Pick<Bulletin, 'version' | 'content'> | undefined;
    if (fresh === undefined) return;
    setVersion(fresh.version);
    const before = new Set(wordsOf(begun));
    setTheirs(wordsOf(fresh.content).filter((text) => !before.has(text)));
  };
  const save = useMutation(() => ({
    mutationFn: (changed: Edit[]) =>
      bulletinApi.reword(props.bulletin.id, { version: version(), edits: changed }),
    onSuccess: (fresh) => {
      props.onSaved(fresh);
      props.onClose();
    },
    onError: (error) => {
      showTheirs(problemOf(error));
    },
  }));
  const done = (): void => {
    const changed = edits();
    if (changed.length === 0) props.onClose();
    else save.mutate(changed);
  };
  return (
    <div class={css.editor}>
      <p class={css.hint}>{words().editHint}</p>
      <ProblemNote error={save.error} />
      <Show when={theirs().length > 0}>
        <section class={css.theirs}>
          <h2>{words().theirs}</h2>
          <For each={theirs()}>{(text) => <p>{text}</p>}</For>
          <p>{words().yours}</p>
        </section>
      </Show>
      <Paper
        content={begun}
        block={(block, section, at) =>
          block.kind === 'paragraph' ? (
            <Wording
              spans={block.spans}
              label={begun.sections[section]?.heading ?? ''}
              onWritten={(read) => written.push({ section, block: at, spans: block.spans, read })}
            />
          ) : (
            <FixedBlock block={block} />
          )
        }
      />
      <div class={css.buttons}>
        <Button look="main" busy={save.isPending} onClick={done}>
          {words().save}
        </Button>
        <Button onClick={props.onClose}>{t().common.cancel}</Button>
      </div>
    </div>
  );
}
