import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Keyed } from '../../../parts/keyed.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { useMe } from '../../../session.ts';
import { roomsQuery } from '../rooms/queries.ts';
import css from './channels.module.css';
import { type AsideMessage, type ChannelList, channelsQuery, type Handling, handle } from './queries.ts';

/** Messages that were set aside (死信、暂扣、结果不明), for an admin to decide on. */
export function Aside(props: { messages: readonly AsideMessage[] }): JSX.Element {
  const words = () => t().channels;
  return (
    <section class={css.aside} aria-labelledby="aside">
      <h2 id="aside">{words().aside}</h2>
      <OutgoingList messages={props.messages} none={words().noAside} />
    </section>
  );
}

/** Messages that have not gone out, each with what an admin may do about it. */
export function OutgoingList(props: { messages: readonly AsideMessage[]; none: string }): JSX.Element {
  return (
    <Show when={props.messages.length > 0} fallback={<p class={css.about}>{props.none}</p>}>
      <ul class={css.list}>
        <Keyed each={props.messages} by={({ id }) => id}>
          {(message) => <Message message={message()} />}
        </Keyed>
      </ul>
    </Show>
  );
}

/** What may be done with a message, by its state. */
const DEEDS: Partial<Record<AsideMessage['state'], readonly Handling[]>> = {
  unknown: ['arrived', 'resend', 'drop'],
  queued: ['drop'],
};

function Message(props: { message: AsideMessage }): JSX.Element {
  const me = useMe();
  const client = useQueryClient();
  const words = () => t().channels;
  const deed = useMutation(() => ({
    mutationFn: (how: Handling) => handle(props.message.id, how),
    onSuccess: (answer: ChannelList) => {
      client.setQueryData(channelsQuery().queryKey, answer);
      void client.invalidateQueries({ queryKey: roomsQuery().queryKey });
    },
  }));
  const deeds = (): readonly Handling[] => DEEDS[props.message.state] ?? ['resend', 'drop'];
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
