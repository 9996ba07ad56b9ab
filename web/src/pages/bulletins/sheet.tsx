import { For, type JSX, Match, Show, Switch } from 'solid-js';
import { markOf } from '../../../../api/domain/bulletin/words.ts';
import { shareText } from '../../../../api/domain/time/format.ts';
import type { Day } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { reachable } from '../../parts/reachable.ts';
import type { Block, Bulletin } from './queries.ts';
import css from './sheet.module.css';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

const changeText = (change: number | null): string =>
  change === null
    ? t().common.missing
    : change > 0
      ? `↑${change}`
      : change < 0
        ? `↓${-change}`
        : t().bulletins.same;

function Table(props: { block: Of<'table'> }): JSX.Element {
  return (
    <section ref={reachable} class={css.scroll} aria-label={props.block.caption}>
      <table class={css.table}>
        <caption>{props.block.caption}</caption>
        <thead>
          <tr>
            <For each={props.block.columns}>{(column) => <th scope="col">{column.title}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.block.rows}>
            {(row) => (
              <tr>
                <For each={row}>
                  {(cell, at) => <td data-align={props.block.columns[at()]?.align}>{cell}</td>}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function Ranking(props: { block: Of<'ranking'> }): JSX.Element {
  const words = () => t().bulletins;
  const table = (): Of<'table'> => ({
    kind: 'table',
    caption: props.block.caption,
    columns: [
      { title: words().rank, share: 1, align: 'center' },
      { title: words().unit, share: 3, align: 'left' },
      { title: words().score, share: 1, align: 'right' },
      { title: words().grade, share: 1, align: 'center' },
      { title: words().change, share: 1, align: 'center' },
    ],
    rows: props.block.rows.map(({ rank, unit, score, grade, change }) => [
      rank === null ? t().common.missing : String(rank),
      unit,
      score ?? words().notDue,
      grade ?? t().common.missing,
      changeText(change),
    ]),
  });
  return <Table block={table()} />;
}

function Chart(props: { block: Of<'chart'> }): JSX.Element {
  return (
    <figure class={css.chart}>
      <figcaption>{props.block.caption}</figcaption>
      <ul class={css.bars}>
        <For each={props.block.bars}>
          {(bar) => (
            <li>
              <span>{bar.label}</span>
              <span class={css.track} aria-hidden="true">
                <span class={css.bar} style={{ width: `${bar.share * 100}%` }} />
              </span>
              <span class={css.share}>{shareText(bar.share)}</span>
            </li>
          )}
        </For>
      </ul>
    </figure>
  );
}

/** Any block but a paragraph: what the office cannot word. */
export function FixedBlock(props: { block: Block }): JSX.Element {
  const as = <K extends Block['kind']>(kind: K): Of<K> | undefined =>
    props.block.kind === kind ? (props.block as Of<K>) : undefined;
  return (
    <Switch>
      <Match when={as('table')}>{(block) => <Table block={block()} />}</Match>
      <Match when={as('ranking')}>{(block) => <Ranking block={block()} />}</Match>
      <Match when={as('chart')}>{(block) => <Chart block={block()} />}</Match>
    </Switch>
  );
}

/** The head, the body and the foot of the paper, with whatever stands for each block. */
export function Paper(props: {
  content: Bulletin['content'];
  block: (block: Block, section: number, at: number) => JSX.Element;
}): JSX.Element {
  const words = () => t().bulletins;
  return (
    <article class={css.sheet} lang="zh-CN">
      <p class={css.mark}>{markOf(props.content.signer)}</p>
      <p class={css.number}>{props.content.number ?? words().noNumber}</p>
      <h2 class={css.title}>{props.content.title}</h2>
      <p>{props.content.addressees}：</p>
      <For each={props.content.sections}>
        {(section, s) => (
          <section>
            <h3 class={css.heading}>{section.heading}</h3>
            <For each={section.blocks}>{(block, b) => props.block(block, s(), b())}</For>
          </section>
        )}
      </For>
      <div class={css.signature}>
        <p>{props.content.signer}</p>
        <p>
          <Show when={props.content.date} fallback={words().noDate}>
            {(date) => t().date.long(date() as Day)}
          </Show>
        </p>
      </div>
    </article>
  );
}

/** A bulletin as it will print. */
export function Sheet(props: { content: Bulletin['content'] }): JSX.Element {
  return (
    <Paper
      content={props.content}
      block={(block) =>
        block.kind === 'paragraph' ? (
          <p class={css.paragraph}>{block.spans.map(({ text }) => text).join('')}</p>
        ) : (
          <FixedBlock block={block} />
        )
      }
    />
  );
}
