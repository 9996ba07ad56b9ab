import { useParams } from '@solidjs/router';
import { type Accessor, type JSX, lazy, Show } from 'solid-js';

const NotFound = lazy(() => import('../pages/not-found/not-found.tsx'));

/** A page of one thing, by its number in the address (`/tasks/7`); what is no number leads nowhere. */
export function ByNumber(props: { children: (id: Accessor<number>) => JSX.Element }): JSX.Element {
  const params = useParams();
  const id = (): number => Number(params.id);
  return (
    <Show when={Number.isSafeInteger(id()) && id() > 0} fallback={<NotFound />}>
      {props.children(id)}
    </Show>
  );
}
