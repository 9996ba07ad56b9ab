import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { lastMonthKey } from '../../../../api/domain/bulletin/period.ts';
import { BULLETIN_KINDS, type BulletinKind, type Day } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { Choose } from '../../parts/forms/choose.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import css from './bulletins.module.css';
import { bulletinApi } from './queries.ts';

interface NewBulletinProps {
  open: boolean;
  today: Day;
  sections: readonly { number: string; title: string }[];
  onClose: () => void;
  onDrafted: (id: number) => void;
}

/** Begins a bulletin (起草通报): which kind, of which period, and on which section of the plan. */
export function NewBulletin(props: NewBulletinProps): JSX.Element {
  const client = useQueryClient();
  const words = () => t().bulletins;
  const [kind, setKind] = createSignal<BulletinKind>('monthly');
  const [period, setPeriod] = createSignal(lastMonthKey(props.today));
  const [chapter, setChapter] = createSignal('');
  const draft = useMutation(() => ({
    mutationFn: () =>
      bulletinApi.draft({
        kind: kind(),
        period: period().trim(),
        chapter: kind() === 'special' ? chapter() : '',
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['data', 'bulletins'] });
      props.onClose();
      props.onDrafted(id);
    },
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    draft.mutate();
  };
  return (
    <Dialog open={props.open} title={words().begin} onClose={props.onClose}>
      <form class={css.form} onSubmit={submit} novalidate>
        <Choose
          label={words().kindLabel}
          value={kind()}
          required
          options={BULLETIN_KINDS.map((value) => ({ value, name: words().kind[value] }))}
          onChoose={(value) => setKind(BULLETIN_KINDS.find((each) => each === value) ?? 'monthly')}
        />
        <Field label={words().period} hint={words().periodHint}>
          {(tied) => (
            <input
              {...tied}
              maxlength="10"
              value={period()}
              onInput={(event) => setPeriod(event.currentTarget.value)}
            />
          )}
        </Field>
        <Show when={kind() === 'special'}>
          <Choose
            label={words().chapter}
            value={chapter()}
            options={props.sections.map(({ number, title }) => ({
              value: number,
              name: `${number} ${title}`,
            }))}
            onChoose={setChapter}
          />
        </Show>
        <ProblemNote error={draft.error} />
        <div class={css.buttons}>
          <Button look="main" type="submit" busy={draft.isPending}>
            {words().begin}
          </Button>
          <Button onClick={props.onClose}>{t().common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
