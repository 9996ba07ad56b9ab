import { useMutation, useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import css from './bulletin.module.css';
import { type Bulletin, bulletinApi, bulletinQueries } from './queries.ts';

/** The office picks what a bulletin carries (选用先进经验). */
export function PickPractices(props: {
  bulletin: Bulletin;
  onChanged: (fresh: Bulletin) => void;
}): JSX.Element {
  const words = () => t().bulletins;
  const query = useQuery(() => bulletinQueries.practices());
  const [picked, setPicked] = createSignal<readonly number[]>(props.bulletin.practiceIds);
  const toggle = (id: number): void => {
    setPicked((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]));
  };
  const renew = useMutation(() => ({
    mutationFn: () =>
      bulletinApi.renew(props.bulletin.id, { version: props.bulletin.version, practiceIds: [...picked()] }),
    onSuccess: props.onChanged,
  }));
  return (
    <section class={css.panel}>
      <h2 class={css.title}>{words().practices}</h2>
      <Answered query={query} waiting={<Skeleton lines={3} />}>
        {(list) => (
          <ul class={css.practices}>
            <For each={list().rows} fallback={<Empty title={t().practices.none} />}>
              {(practice) => (
                <li>
                  <label class={css.pick}>
                    <input
                      type="checkbox"
                      checked={picked().includes(practice.id)}
                      onChange={() => toggle(practice.id)}
                    />
                    <span>
                      {practice.unit}：{practice.title}
                      <small class={css.carried}>{t().practices.carried(practice.carried)}</small>
                    </span>
                  </label>
                </li>
              )}
            </For>
          </ul>
        )}
      </Answered>
      <ProblemNote error={renew.error} />
      <Button busy={renew.isPending} onClick={() => renew.mutate()}>
        {words().pick}
      </Button>
    </section>
  );
}
