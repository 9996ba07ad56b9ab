import { useMutation } from '@tanstack/solid-query';
import { type JSX, onMount, Show } from 'solid-js';
import { api } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Dialog } from '../dialog.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import css from './bind-dialog.module.css';

/** The sentence by which one's WeChat contact becomes oneself (绑定). */
export default function BindDialog(props: { onClose: () => void }): JSX.Element {
  const asked = useMutation(() => ({ mutationFn: api.bindMe }));
  onMount(() => asked.mutate());
  return (
    <Dialog open title={t().bind.title} onClose={props.onClose}>
      <ProblemNote error={asked.error} />
      <Show when={asked.data} fallback={<Skeleton lines={2} />}>
        {(answer) => (
          <>
            <p>{t().bind.how}</p>
            <p class={css.code}>{t().bind.say(answer().code)}</p>
            <p class={css.until}>{t().bind.until(t().date.time(answer().expiresAt))}</p>
          </>
        )}
      </Show>
    </Dialog>
  );
}
