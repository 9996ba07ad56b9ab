import { type JSX, Show } from 'solid-js';
import type { Overview } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { Changed } from '../../parts/marks/changed.tsx';
import { LightMark } from '../../parts/marks/light-mark.tsx';
import { ShareBar } from '../../parts/marks/share-bar.tsx';
import css from './chapter-progress.module.css';

type Chapter = Overview['chapters'][number];
type Item = Chapter['items'][number];

/** One item of the plan: how many of its assignments are done, and how it stands. */
function ItemRow(props: { item: Item }): JSX.Element {
  return (
    <li class={css.item}>
      <a class={css.row} href={`/tasks?q=${encodeURIComponent(`${props.item.code}-`)}`}>
        <LightMark light={props.item.light} quiet />
        <span class={css.name}>{props.item.title}</span>
        <span class={css.late}>
          <Show when={props.item.overdue > 0}>{t().overview.overdueIn(props.item.overdue)}</Show>
        </span>
        <span class={css.count}>
          <Changed value={props.item.done}>
            <Show when={props.item.total > 0} fallback={t().overview.nothingDue}>
              {t().overview.doneOf(props.item.done, props.item.total)}
            </Show>
          </Changed>
        </span>
        <span class={css.bar}>
          <ShareBar share={props.item.share ?? 0} strong={props.item.light === 'blue'} />
        </span>
      </a>
    </li>
  );
}

/** How each chapter of the plan goes on (任务推进): the key tasks, the lines of defence, and the rest. */
export function ChapterProgress(props: { chapters: readonly Chapter[] }): JSX.Element {
  return (
    <section class={css.section} aria-labelledby="chapters">
      <h2 id="chapters" class={css.title}>
        {t().overview.chapters}
      </h2>
      <div class={css.chapters}>
        <Keyed each={props.chapters} by={(chapter) => chapter.number}>
          {(chapter) => (
            <div class={css.chapter}>
              <h3 class={css.heading}>
                <a href={`/tasks?chapter=${encodeURIComponent(chapter().number)}`}>{chapter().title}</a>
              </h3>
              <ul>
                <Keyed each={chapter().items} by={(item) => item.code}>
                  {(item) => <ItemRow item={item()} />}
                </Keyed>
              </ul>
            </div>
          )}
        </Keyed>
      </div>
    </section>
  );
}
