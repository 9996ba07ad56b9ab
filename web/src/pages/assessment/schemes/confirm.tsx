import { createSignal, type JSX } from 'solid-js';
import { more } from '../../../i18n/language.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Button } from '../../../parts/forms/button.tsx';
import { Field } from '../../../parts/forms/field.tsx';

interface ConfirmProps {
  open: boolean;
  title: string;
  hint: string;
  /** What has to be typed. */
  word: string;
  deed: string;
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Asks once, with a word to be typed, before what cannot be taken back. */
export function Confirm(props: ConfirmProps): JSX.Element {
  const [typed, setTyped] = createSignal('');
  const close = (): void => {
    setTyped('');
    props.onClose();
  };
  const confirm = (event: Event): void => {
    event.preventDefault();
    if (typed().trim() !== props.word) return;
    close();
    props.onConfirm();
  };
  return (
    <Dialog open={props.open} title={props.title} onClose={close}>
      <form onSubmit={confirm}>
        <p>{props.hint}</p>
        <Field label={more().schemes.confirm}>
          {(tied) => (
            <input
              {...tied}
              autocomplete="off"
              value={typed()}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" look="main" busy={props.busy} disabled={typed().trim() !== props.word}>
          {props.deed}
        </Button>
      </form>
    </Dialog>
  );
}
