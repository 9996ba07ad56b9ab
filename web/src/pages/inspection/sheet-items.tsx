import { createSignal, type JSX, Show } from 'solid-js';
import type { Verdict } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { listenForKeys } from '../../parts/keyboard/listen.ts';
import { Keyed } from '../../parts/keyed.tsx';
import type { InspectionDetail } from '../inspections/queries.ts';
import { CheckItem } from './check-item.tsx';
import css from './inspection.module.css';
import type { InspectionDeeds } from './use-inspection.ts';
import { useSheet } from './use-sheet.ts';

interface SheetProps {
  detail: InspectionDetail;
  id: number;
  deeds: InspectionDeeds;
}

/** The items of the sheet, worked by finger or by keyboard: J and K move, 1, 2 and 3 answer. */
export function SheetItems(props: SheetProps): JSX.Element {
  const sheet = useSheet(() => props.id);
  const [current, setCurrent] = createSignal(props.detail.tally.unanswered[0] ?? 1);
  const [writing, setWriting] = createSignal<number | null>(null);
  const filling = (): boolean => props.detail.can.complete;
  const goTo = (item: number): void => {
    if (!props.detail.items.some((each) => each.item === item)) return;
    setCurrent(item);
    document.getElementById(`check-${item}`)?.scrollIntoView({ block: 'center' });
  };
  const answer = (verdict: Verdict): void => {
    if (!filling()) return;
    if (verdict === 'unmet') return void setWriting(current());
    setWriting(null);
    sheet.answer(props.detail, { item: current(), verdict });
    goTo(current() + 1);
  };
  listenForKeys({
    next: () => goTo(current() + 1),
    previous: () => goTo(current() - 1),
    met: () => answer('met'),
    unmet: () => answer('unmet'),
    notApplicable: () => answer('notApplicable'),
  });
  return (
    <>
      <Show when={filling()}>
        <p class={css.keys} data-screen-only>
          {t().inspections.keys}
        </p>
      </Show>
      <ol class={css.items}>
        <Keyed each={props.detail.items} by={({ item }) => item}>
          {(item) => (
            <CheckItem
              id={props.id}
              item={item()}
              detail={props.detail}
              sheet={sheet}
              deeds={props.deeds}
              current={filling() && current() === item().item}
              writing={writing() === item().item}
              onWriting={(on) => setWriting(on ? item().item : null)}
              onHere={() => setCurrent(item().item)}
            />
          )}
        </Keyed>
      </ol>
    </>
  );
}
