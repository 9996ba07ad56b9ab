import { A, useNavigate, useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { BULLETIN_KINDS, BULLETIN_STATES } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Choose } from '../../parts/forms/choose.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useMe } from '../../session.ts';
import css from './bulletins.module.css';
import { NewBulletin } from './new-bulletin.tsx';
import { type BulletinList, bulletinQueries } from './queries.ts';

const YEARS = 5;

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((each) => each === value);

function Rows(props: { rows: BulletinList['rows'] }): JSX.Element {
  const words = () => t().bulletins;
  return (
    <ul class={css.list}>
      <For each={props.rows}>
        {(row) => (
          <li class={css.row}>
            <A class={css.link} href={`/bulletins/${row.id}`}>
              {row.title}
            </A>
            <p class={css.facts}>
              <span class={css.state} data-state={row.state}>
                {words().state[row.state]}
              </span>
              <span>{words().kind[row.kind]}</span>
              <Show when={row.number}>
                <span>{row.number}</span>
              </Show>
              <Show when={row.issuedAt}>{(at) => <span>{t().date.time(at())}</span>}</Show>
            </p>
          </li>
        )}
      </For>
    </ul>
  );
}

/** The bulletins (通报) by year, kind and state; drafts for those who have to do with them. */
export default function Bulletins(): JSX.Element {
  const me = useMe();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams<{ year: string; kind: string; state: string }>();
  const [drafting, setDrafting] = createSignal(false);
  const words = () => t().bulletins;
  const kind = () => oneOf(BULLETIN_KINDS, search.kind);
  const state = () => oneOf(BULLETIN_STATES, search.state);
  const year = () => (/^20\d\d$/.test(search.year ?? '') ? search.year : undefined);
  const thisYear = () => Number(me().today.slice(0, 4));
  const query = useQuery(() => {
    const [y, k, s] = [year(), kind(), state()];
    return bulletinQueries.list({
      ...(y === undefined ? {} : { year: y }),
      ...(k === undefined ? {} : { kind: k }),
      ...(s === undefined ? {} : { state: s }),
    });
  });
  return (
    <>
      <PageHead title={words().title}>
        <Show when={me().can.includes('practice.see')}>
          <A class={css.aside} href="/practices">
            {t().practices.title}
          </A>
        </Show>
        <Show when={me().can.includes('bulletin.edit')}>
          <Button look="main" onClick={() => setDrafting(true)}>
            {words().begin}
          </Button>
        </Show>
      </PageHead>
      <div class={css.filter} data-screen-only>
        <Choose
          label={words().year}
          value={year() ?? ''}
          options={Array.from({ length: YEARS }, (_, n) => String(thisYear() - n)).map((value) => ({
            value,
            name: value,
          }))}
          onChoose={(value) => setSearch({ year: value })}
        />
        <Choose
          label={words().kindLabel}
          value={kind() ?? ''}
          options={BULLETIN_KINDS.map((value) => ({ value, name: words().kind[value] }))}
          onChoose={(value) => setSearch({ kind: value })}
        />
        <Choose
          label={words().stateLabel}
          value={state() ?? ''}
          options={BULLETIN_STATES.map((value) => ({ value, name: words().state[value] }))}
          onChoose={(value) => setSearch({ state: value })}
        />
      </div>
      <Answered query={query} waiting={<Skeleton lines={6} />}>
        {(list) => (
          <>
            <Show
              when={list().rows.length > 0}
              fallback={
                <Empty title={words().none}>
                  <p>{words().noneHint}</p>
                </Empty>
              }
            >
              <Rows rows={list().rows} />
            </Show>
            <NewBulletin
              open={drafting()}
              today={me().today}
              sections={list().sections}
              onClose={() => setDrafting(false)}
              onDrafted={(id) => navigate(`/bulletins/${id}`)}
            />
          </>
        )}
      </Answered>
    </>
  );
}
