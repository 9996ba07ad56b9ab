import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { Attach } from '../../../parts/evidence/attach.tsx';
import { Button } from '../../../parts/forms/button.tsx';
import { Field } from '../../../parts/forms/field.tsx';
import { Keyed } from '../../../parts/keyed.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { faultAt } from '../../../problem.ts';
import { enteredOf, type Typed, typedOf } from './entered.ts';
import { EntryField } from './entry-field.tsx';
import { type DraftLines, type Self, type SelfLine, uploadFile, useAnnual } from './queries.ts';
import css from './self-form.module.css';
import { SelfLineView } from './self-line.tsx';

/** What is typed into a line: the value as typed, and the explanation. */
interface Written {
  typed: Typed;
  note: string;
}

const kept = (line: SelfLine): Written => ({
  typed: typedOf(line.draft.value, line.form),
  note: line.draft.note ?? '',
});

/** A unit's self-assessment being written (自评填报): kept as it goes on the server, handed in when it is whole. */
export function SelfForm(props: { self: Self }): JSX.Element {
  const deeds = useAnnual(() => props.self.id);
  const [changed, setChanged] = createSignal<Readonly<Record<string, Written>>>({});
  const [tried, setTried] = createSignal(false);
  const written = (line: SelfLine): Written => changed()[line.indicator] ?? kept(line);
  const write = (line: SelfLine, part: Partial<Written>): void => {
    setChanged({ ...changed(), [line.indicator]: { ...written(line), ...part } });
  };
  const wrong = (line: SelfLine): boolean => enteredOf(written(line).typed, line.form) === undefined;
  const isDirty = createMemo(() => Object.keys(changed()).length > 0);

  const lines = (): DraftLines =>
    Object.fromEntries(
      props.self.lines.flatMap((line) => {
        const { typed, note } = written(line);
        const value = enteredOf(typed, line.form);
        if ((value === null || value === undefined) && note.trim() === '') return [];
        return [[line.indicator, { ...(value && { value }), ...(note.trim() !== '' && { note }) }]];
      }),
    );
  const save = async (): Promise<void> => {
    const { unitId, version } = props.self;
    await deeds.save.mutateAsync({ unitId, version, lines: lines() });
    setChanged({});
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (props.self.lines.some((line) => line.open && wrong(line))) return;
    await save();
    await deeds.submit.mutateAsync(props.self.unitId);
  };
  const quietly = (doing: Promise<void>): void => void doing.catch(() => undefined);
  const fault = (line: SelfLine): string | undefined => {
    if (wrong(line)) return more().annual.notAValue;
    return tried() ? faultAt(deeds.submit.error, `lines.${line.indicator}`) : undefined;
  };
  const busy = (): boolean => deeds.save.isPending || deeds.submit.isPending;

  return (
    <form
      class={css.form}
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        quietly(submit());
      }}
    >
      <ul>
        <Keyed each={props.self.lines} by={(line) => line.indicator}>
          {(line) => (
            <SelfLineView line={line()}>
              <Show when={line().open}>
                <div class={css.fields}>
                  <Show when={line().entered}>
                    <EntryField
                      label={line().required ? more().annual.value : more().annual.optionalValue}
                      form={line().form}
                      typed={written(line()).typed}
                      fault={fault(line())}
                      mayBeNone
                      onType={(typed) => write(line(), { typed })}
                    />
                  </Show>
                  <Field label={more().annual.explain} optional>
                    {(tied) => (
                      <textarea
                        {...tied}
                        class={css.note}
                        rows="2"
                        maxlength="1000"
                        value={written(line()).note}
                        onInput={(event) => write(line(), { note: event.currentTarget.value })}
                      />
                    )}
                  </Field>
                </div>
                <details class={css.more}>
                  <summary class={css.summary}>{more().annual.attach}</summary>
                  <Attach
                    onUpload={({ file, signal }) =>
                      uploadFile(
                        props.self.id,
                        { unitId: props.self.unitId, indicator: line().indicator, use: 'claim', file },
                        signal,
                      )
                    }
                  />
                </details>
              </Show>
            </SelfLineView>
          )}
        </Keyed>
      </ul>
      <div class={css.foot}>
        <ProblemNote error={deeds.save.error ?? deeds.submit.error} />
        <Show when={tried() && props.self.lines.some((line) => fault(line) !== undefined)}>
          <ul class={css.missing} role="alert">
            <For each={props.self.lines.filter((line) => fault(line) !== undefined)}>
              {(line) => <li>{`${line.name}：${fault(line)}`}</li>}
            </For>
          </ul>
        </Show>
        <div class={css.buttons}>
          <Button look="main" type="submit" busy={busy()}>
            {more().annual.submit}
          </Button>
          <Button disabled={busy() || !isDirty()} onClick={() => quietly(save())}>
            {more().annual.save}
          </Button>
          <span class={css.saved} role="status">
            <Show when={!isDirty() && props.self.savedAt}>
              {(at) => more().annual.savedAt(t().date.time(at()))}
            </Show>
            <Show when={isDirty()}>{more().annual.unsaved}</Show>
          </span>
        </div>
      </div>
    </form>
  );
}
