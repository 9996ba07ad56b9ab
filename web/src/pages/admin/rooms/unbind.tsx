import { useMutation } from '@tanstack/solid-query';
import type { JSX } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Button } from '../../../parts/forms/button.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { type RoomList, type ShownRoom, unbindRoom } from './queries.ts';
import css from './rooms.module.css';
import { useFreshRooms } from './use-rooms.ts';

/** Asks once before a room speaks for nobody any more. */
export function Unbind(props: { room: ShownRoom; onClose: () => void }): JSX.Element {
  const fresh = useFreshRooms();
  const unbind = useMutation(() => ({
    mutationFn: () => unbindRoom(props.room.id),
    onSuccess: (answer: RoomList) => {
      fresh(answer);
      props.onClose();
    },
  }));
  return (
    <Dialog open title={t().rooms.unbindTitle(props.room.topic)} onClose={props.onClose}>
      <p>{t().rooms.unbindAbout}</p>
      <ProblemNote error={unbind.error} />
      <div class={css.buttons}>
        <Button look="main" busy={unbind.isPending} onClick={() => unbind.mutate()}>
          {t().rooms.unbind}
        </Button>
        <Button onClick={props.onClose}>{t().common.cancel}</Button>
      </div>
    </Dialog>
  );
}
