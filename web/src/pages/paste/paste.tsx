import { useMutation } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Choose } from '../../parts/forms/choose.tsx';
import { WordsField } from '../../parts/forms/words-field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { useMe } from '../../session.ts';
import css from './paste.module.css';
import { type Preview, type Recorded, readPaste } from './queries.ts';
import { Table } from './table.tsx';
import { useUnitsToPaste } from './use-units.ts';

/** A chat that is pasted (粘贴记录): read, corrected row by row, and only then recorded. */
export default function Paste(): JSX.Element {
  const me = useMe();
  return (
    <>
      <PageHead title={t().paste.title} aside={t().paste.about} />
      <Show when={me().can.includes('chat.paste')} fallback={<Empty title={t().problem.forbidden} />}>
        <PasteForm />
      </Show>
    </>
  );
}

/** The text is not kept as a draft: it holds people's words with their numbers still in them. */
function PasteForm(): JSX.Element {
  const units = useUnitsToPaste();
  const [text, setText] = createSignal('');
  const [unit, setUnit] = createSignal('');
  const [preview, setPreview] = createSignal<Preview | null>(null);
  const [done, setDone] = createSignal<Recorded | null>(null);
  const read = useMutation(() => ({
    mutationFn: () => readPaste({ text: text(), unitId: unit() === '' ? null : Number(unit()) }),
    onSuccess: (answer: Preview) => {
      setDone(null);
      setPreview(answer);
    },
  }));
  const finish = (recorded: Recorded): void => {
    setDone(recorded);
    setPreview(null);
    setText('');
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    read.mutate();
  };
  return (
    <>
      <form class={css.form} onSubmit={submit}>
        <WordsField
          label={t().paste.text}
          hint={t().paste.hint}
          rows={preview() === null ? 12 : 4}
          most={500000}
          value={text()}
          onType={setText}
        />
        <div class={css.tools}>
          <Show when={units().length > 1}>
            <Choose
              label={t().paste.unitForAll}
              value={unit()}
              all={t().paste.noUnit}
              options={units().map(({ id, shortName }) => ({ value: String(id), name: shortName }))}
              onChoose={setUnit}
            />
          </Show>
          <Button look={preview() === null ? 'main' : 'plain'} type="submit" busy={read.isPending}>
            {t().paste.read}
          </Button>
        </div>
        <ProblemNote error={read.error} />
      </form>
      <Show when={done()}>
        {(recorded) => (
          <p class={css.done} role="status">
            {t().paste.recorded(recorded().recorded, recorded().repeated)}
          </p>
        )}
      </Show>
      <Show when={preview()} keyed>
        {(answer) => <Table preview={answer} onRecorded={finish} />}
      </Show>
    </>
  );
}
