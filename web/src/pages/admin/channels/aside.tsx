import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { useMe } from '../../../session.ts';
import css from './channels.module.css';
import { type AsideMessage, type ChannelList, channelsQuery, type Handling, handle } from './queries.ts';

/** Messages that were set aside (死信、暂扣、结果不明), for an admin to decide on. */
export function Aside(props: { messages: readonly AsideMessage[] }): JSX.Element {
  const words = () => t().channels;
  return (
    <section class={css.aside} aria-labelledby="aside">
      <h2 id="aside">{words().aside}</h2>
      <Show when={props.messages.length > 0} fallback={<p class={css.about}>{words().noAside}</p>}>
        <ul class={css.list}>
          <For each={props.messages}>{(message) => <Message message={message} />}</For>
        </ul>
      </Show>
    </section>
  );
}

function Message(props: { message: AsideMessage }): JSX.Element {
  const me = useMe();
  const client = useQueryClient();
  const words = () => t().channels;
  const deed = useMutation(() => ({
    mutationFn: (how: Handling) => handle(props.message.id, how),
    onSuccess: (answer: ChannelList) => void client.setQueryData(channelsQuery().queryKey, answer),
  }));
  const deeds = (): Handling[] =>
    props.message.state === 'unknown' ? ['arrived', 'resend', 'drop'] : ['resend', 'drop'];
  return (
    <li class={css.message}>
      <p class={css.about}>
        {t().date.time(props.message.at)} {words().to} {props.message.to} ·{' '}
        {words().states[props.message.state]}
        <Show when={props.message.error}>{(error) => ` · ${error()}`}</Show>
      </p>
      <p class={css.text}>{props.message.text}</p>
      <Show when={me().can.includes('channel.manage')}>
        <div class={css.buttons}>
          <For each={deeds()}>
            {(how) => (
              <Button look="words" busy={deed.isPending} onClick={() => deed.mutate(how)}>
                {words()[how]}
              </Button>
            )}
          </For>
        </div>
      </Show>
      <ProblemNote error={deed.error} />
    </li>
  );
}
