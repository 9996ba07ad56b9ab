import { useParams } from '@solidjs/router';
import { type JSX, lazy, Show } from 'solid-js';

const NotFound = lazy(() => import('../pages/not-found/not-found.tsx'));

/**
 * A page of one thing, by its number in the address (`/tasks/7`); what is no number leads nowhere. Another number is
 * another page: nothing typed for the one before stands in it, however quickly its answer is there.
 */
export function ByNumber(props: { children: (id: number) => JSX.Element }): JSX.Element {
  const params = useParams();
  const id = (): number | null => {
    const number = Number(params.id);
    return Number.isSafeInteger(number) && number > 0 ? number : null;
  };
  return (
    <Show when={id()} keyed fallback={<NotFound />}>
      {(number) => props.children(number)}
    </Show>
  );
}
