import { useMutation } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { WordsField } from '../../parts/forms/words-field.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import css from './bulletin.module.css';
import { type Bulletin, bulletinApi } from './queries.ts';

interface DeedsProps {
  bulletin: Bulletin;
  editing: boolean;
  onEdit: () => void;
  onChanged: (fresh: Bulletin) => void;
}

/** What may be done with a bulletin as it stands: the next step first, what undoes it last. */
export function Deeds(props: DeedsProps): JSX.Element {
  const words = () => t().bulletins;
  const [asking, setAsking] = createSignal<'sendBack' | 'withdraw' | null>(null);
  const [reason, setReason] = createSignal('');
  const can = () => props.bulletin.can;
  const address = (file: 'word' | 'picture') => `/api/bulletins/${props.bulletin.id}/${file}`;
  const deed = useMutation(() => ({
    mutationFn: (act: (id: number, version: number) => Promise<Bulletin>) =>
      act(props.bulletin.id, props.bulletin.version),
    onSuccess: (fresh) => {
      setAsking(null);
      setReason('');
      props.onChanged(fresh);
    },
  }));
  const withReason = (event: SubmitEvent): void => {
    event.preventDefault();
    const act = asking() === 'withdraw' ? bulletinApi.withdraw : bulletinApi.sendBack;
    deed.mutate((id, version) => act(id, { version, reason: reason().trim() }));
  };
  const Step = (step: { when: boolean; main?: boolean; name: string; onClick: () => void }) => (
    <Show when={step.when}>
      <Button look={step.main ? 'main' : 'plain'} disabled={deed.isPending} onClick={step.onClick}>
        {step.name}
      </Button>
    </Show>
  );
  return (
    <section class={css.panel}>
      <ProblemNote error={deed.error} />
      <Show
        when={asking()}
        fallback={
          <div class={css.deeds}>
            <Step when={can().sign} main name={words().sign} onClick={() => deed.mutate(bulletinApi.sign)} />
            <Step
              when={can().issue}
              main
              name={words().issue}
              onClick={() => deed.mutate(bulletinApi.issue)}
            />
            <Step when={can().push} main name={words().push} onClick={() => deed.mutate(bulletinApi.push)} />
            <Show when={!props.editing}>
              <Step
                when={can().submit}
                main
                name={words().submit}
                onClick={() => deed.mutate(bulletinApi.submit)}
              />
              <Step when={can().edit} name={words().edit} onClick={props.onEdit} />
              <Step
                when={can().edit}
                name={words().renew}
                onClick={() => deed.mutate((id, version) => bulletinApi.renew(id, { version }))}
              />
            </Show>
            <a class={css.file} href={address('word')} rel="external" download="">
              {words().word}
            </a>
            <a class={css.file} href={address('picture')} rel="noopener external" target="_blank">
              {words().picture}
            </a>
            <Step when={can().sendBack} name={words().sendBack} onClick={() => setAsking('sendBack')} />
            <Step when={can().withdraw} name={words().withdraw} onClick={() => setAsking('withdraw')} />
          </div>
        }
      >
        <form class={css.deeds} onSubmit={withReason} novalidate>
          <WordsField
            label={asking() === 'withdraw' ? words().reasonWithdraw : words().reasonBack}
            value={reason()}
            onType={setReason}
          />
          <Button look="main" type="submit" busy={deed.isPending}>
            {asking() === 'withdraw' ? words().withdraw : words().sendBack}
          </Button>
          <Button onClick={() => setAsking(null)}>{t().common.cancel}</Button>
        </form>
      </Show>
      <Show when={props.bulletin.pushedAt}>{(at) => <p>{words().pushed(t().date.time(at()))}</p>}</Show>
    </section>
  );
}
