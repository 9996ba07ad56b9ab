import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Keyed } from '../../../parts/keyed.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import { Figure } from '../figure.tsx';
import { Aside } from './aside.tsx';
import css from './channels.module.css';
import { type ChannelList, channelsQuery, probeNow, type ShownChannel } from './queries.ts';

/** The channels to the chat (通道): how each is, what waits, what was set aside. */
export default function Channels(): JSX.Element {
  const channels = useQuery(() => channelsQuery());
  return (
    <>
      <PageHead title={t().channels.title} aside={t().channels.about} />
      <Answered query={channels} waiting={<Skeleton lines={8} />}>
        {(data) => (
          <>
            <Show when={data().channels.length > 0} fallback={<Empty title={t().channels.none} />}>
              <Keyed each={data().channels} by={({ gateway }) => gateway}>
                {(channel) => <Channel channel={channel()} />}
              </Keyed>
            </Show>
            <Unset channels={data().unset} />
            <Aside messages={data().aside} />
          </>
        )}
      </Answered>
    </>
  );
}

const timeOf = (at: string | null): string => (at === null ? t().common.missing : t().date.time(at));

function Channel(props: { channel: ShownChannel }): JSX.Element {
  const me = useMe();
  const client = useQueryClient();
  const words = () => t().channels;
  const probe = useMutation(() => ({
    mutationFn: () => probeNow(props.channel.gateway),
    onSuccess: (answer: ChannelList) => void client.setQueryData(channelsQuery().queryKey, answer),
  }));
  return (
    <section class={css.channel} aria-labelledby={`channel-${props.channel.gateway}`}>
      <div>
        <h2 id={`channel-${props.channel.gateway}`}>{words().names[props.channel.gateway]}</h2>
        <p class={css.life} data-life={props.channel.life}>
          <b>{words().lives[props.channel.life]}</b> {words().since(t().date.time(props.channel.since))}
        </p>
        <Show when={props.channel.throttledUntil}>
          {(until) => <p class={css.bad}>{words().throttled(t().date.time(until()))}</p>}
        </Show>
        <Show when={props.channel.detour}>
          {(detour) => (
            <p class={css.about}>{words().detour({ ...detour(), time: t().date.time(detour().from) })}</p>
          )}
        </Show>
        <Show when={props.channel.fault}>{(fault) => <p class={css.about}>{words().fault(fault())}</p>}</Show>
      </div>
      <dl class={css.figures}>
        <Figure name={words().lastInbound} value={timeOf(props.channel.lastInbound)} />
        <Figure name={words().lastOutbound} value={timeOf(props.channel.lastOutbound)} />
        <Figure name={words().waiting} value={words().messages(props.channel.waiting)} />
        <Figure name={words().refused} value={words().times(props.channel.refused)} />
        <Show when={props.channel.probedAt}>
          {(at) => (
            <Figure
              name={words().probed}
              value={`${t().date.time(at())} ${props.channel.probeFault ?? words().answered}`}
            />
          )}
        </Show>
      </dl>
      <Show when={me().can.includes('channel.manage')}>
        <Button busy={probe.isPending || props.channel.probing} onClick={() => probe.mutate()}>
          {props.channel.probing ? words().probing : words().probe}
        </Button>
      </Show>
      <ProblemNote error={probe.error} />
      <Show when={props.channel.qr}>
        {(qr) => (
          <figure class={css.scan}>
            <svg viewBox={`-2 -2 ${qr().size + 4} ${qr().size + 4}`} role="img" aria-label={words().scan}>
              <path d={qr().path} />
            </svg>
            <figcaption>{words().scan}</figcaption>
          </figure>
        )}
      </Show>
    </section>
  );
}

/** Channels that are not configured any more, as long as something waits for them. */
function Unset(props: { channels: ChannelList['unset'] }): JSX.Element {
  const words = () => t().channels;
  return (
    <Show when={props.channels.length > 0}>
      <section class={css.aside} aria-labelledby="unset">
        <h2 id="unset">{words().unset}</h2>
        <p class={css.about}>{words().unsetAbout}</p>
        <dl class={css.figures}>
          <For each={props.channels}>
            {({ gateway, waiting }) => (
              <Figure
                name={words().names[gateway] ?? gateway}
                value={`${words().waiting} ${words().messages(waiting)}`}
              />
            )}
          </For>
        </dl>
      </section>
    </Show>
  );
}
