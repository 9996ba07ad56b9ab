import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { ByNumber } from '../../parts/by-number.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import css from './bulletin.module.css';
import { Deeds } from './deeds.tsx';
import { Editor } from './editor.tsx';
import { PickPractices } from './pick-practices.tsx';
import { type Bulletin, bulletinQueries } from './queries.ts';
import { Sheet } from './sheet.tsx';

function Notes(props: { bulletin: Bulletin }): JSX.Element {
  const words = () => t().bulletins;
  return (
    <>
      <Show when={props.bulletin.sentBack}>
        {(reason) => <p class={css.note}>{words().sentBack(reason())}</p>}
      </Show>
      <Show when={props.bulletin.withdrawnReason}>
        {(reason) => <p class={css.note}>{words().withdrawn(reason())}</p>}
      </Show>
    </>
  );
}

function History(props: { bulletin: Bulletin }): JSX.Element {
  const words = () => t().bulletins;
  return (
    <Show when={props.bulletin.history.length > 0}>
      <section class={css.panel}>
        <h2 class={css.title}>{words().history}</h2>
        <ol class={css.history}>
          <For each={props.bulletin.history}>
            {(entry) => (
              <li>
                <strong>{words().action[entry.action] ?? entry.action}</strong>
                <span>{entry.person ?? words().system}</span>
                <span>{t().date.time(entry.at)}</span>
                <Show when={entry.reason}>
                  <p>{entry.reason}</p>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}

/** One bulletin (通报): as it will print, and beside it what may be done with it now. */
export default function BulletinPage(): JSX.Element {
  return <ByNumber>{(id) => <Opened id={id} />}</ByNumber>;
}

function Opened(props: { id: number }): JSX.Element {
  const client = useQueryClient();
  const [editing, setEditing] = createSignal(false);
  const query = useQuery(() => bulletinQueries.one(props.id));
  const changed = (fresh: Bulletin): void => {
    client.setQueryData(bulletinQueries.one(props.id).queryKey, fresh);
    void client.invalidateQueries({ queryKey: ['data', 'bulletins'] });
  };
  return (
    <Answered whole query={query} waiting={<Skeleton lines={12} />}>
      {(bulletin) => (
        <>
          <PageHead
            title={t().bulletins.kind[bulletin().content.kind]}
            aside={`${t().bulletins.state[bulletin().state]} · ${t().bulletins.asOf(t().date.time(bulletin().content.asOf))}`}
          />
          <Notes bulletin={bulletin()} />
          <div class={css.page}>
            <Show when={editing() && bulletin().can.edit} fallback={<Sheet content={bulletin().content} />}>
              <Editor bulletin={bulletin()} onSaved={changed} onClose={() => setEditing(false)} />
            </Show>
            <aside class={css.side} data-screen-only>
              <Deeds
                bulletin={bulletin()}
                onChanged={changed}
                editing={editing()}
                onEdit={() => setEditing(true)}
              />
              <Show when={bulletin().can.edit && !editing()}>
                <PickPractices bulletin={bulletin()} onChanged={changed} />
              </Show>
              <History bulletin={bulletin()} />
            </aside>
          </div>
        </>
      )}
    </Answered>
  );
}
