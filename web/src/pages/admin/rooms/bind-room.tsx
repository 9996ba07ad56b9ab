import { useMutation, useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Button } from '../../../parts/forms/button.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { queries } from '../../../queries.ts';
import { bindRoom, makeCode, type RoomList, type ShownRoom } from './queries.ts';
import css from './rooms.module.css';
import { useFreshRooms } from './use-rooms.ts';

/**
 * Binds a room to units: gives the code that is to be said in it, so that it is surely this room. One that cannot be
 * heard is bound at once.
 */
export function BindRoom(props: { room: ShownRoom; onClose: () => void }): JSX.Element {
  const fresh = useFreshRooms();
  const units = useQuery(() => queries.units());
  const [chosen, setChosen] = createSignal<readonly number[]>(props.room.units.map(({ id }) => id));
  const words = () => t().rooms;
  const unheard = (): boolean => props.room.gateway === 'wecom-webhook';
  const code = useMutation(() => ({ mutationFn: () => makeCode([...chosen()]) }));
  const bind = useMutation(() => ({
    mutationFn: () => bindRoom(props.room.id, [...chosen()]),
    onSuccess: (answer: RoomList) => {
      fresh(answer);
      props.onClose();
    },
  }));
  /** Rooms are of villages and departments; what is bound otherwise can be taken out. */
  const mayBeMeant = ({ id, rankingGroup }: { id: number; rankingGroup: string | null }): boolean =>
    rankingGroup !== null || props.room.units.some((unit) => unit.id === id);
  const toggle = (id: number, on: boolean): void => {
    setChosen(on ? [...chosen(), id] : chosen().filter((each) => each !== id));
    code.reset();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (unheard()) bind.mutate();
    else code.mutate();
  };
  return (
    <Dialog open title={words().bindTitle(props.room.topic)} onClose={props.onClose}>
      <Show
        when={code.data}
        fallback={
          <form onSubmit={submit}>
            <Answered query={units} waiting={<Skeleton lines={6} />}>
              {(data) => (
                <fieldset class={css.units}>
                  <legend class={css.quiet}>{words().bindUnits}</legend>
                  <For each={data().units.filter(mayBeMeant)}>
                    {({ id, shortName }) => (
                      <label class={css.unit}>
                        <input
                          type="checkbox"
                          checked={chosen().includes(id)}
                          onChange={(event) => toggle(id, event.currentTarget.checked)}
                        />
                        {shortName}
                      </label>
                    )}
                  </For>
                </fieldset>
              )}
            </Answered>
            <ProblemNote error={code.error ?? bind.error} />
            <Button
              look="main"
              type="submit"
              busy={code.isPending || bind.isPending}
              disabled={chosen().length === 0}
            >
              {unheard() ? words().bind : words().makeCode}
            </Button>
          </form>
        }
      >
        {(made) => (
          <>
            <p>{words().how(props.room.topic)}</p>
            <p class={css.code}>{words().say(made().code)}</p>
            <p class={css.quiet}>{t().bind.until(t().date.time(made().expiresAt))}</p>
          </>
        )}
      </Show>
    </Dialog>
  );
}
