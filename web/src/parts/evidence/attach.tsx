import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { Upload } from '../../api.ts';
import { LARGEST_FILE } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { Button } from '../forms/button.tsx';
import { FilePicker } from '../forms/file-picker.tsx';
import { Icon } from '../marks/icon.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import css from './attach.module.css';

interface AttachProps {
  /** Sends one file. */
  onUpload: (upload: Upload) => Promise<unknown>;
}

/** Adding evidence (附材料): from the camera or from files, one after another, sent as they are chosen. */
export function Attach(props: AttachProps): JSX.Element {
  const [sending, setSending] = createSignal<string | null>(null);
  const [share, setShare] = createSignal(0);
  const [fault, setFault] = createSignal<string | null>(null);
  const [error, setError] = createSignal<unknown>(null);

  let stop = new AbortController();
  onCleanup(() => stop.abort());

  const send = async (files: readonly File[]): Promise<void> => {
    setError(null);
    setFault(null);
    stop = new AbortController();
    const { signal } = stop;
    for (const file of files) {
      if (file.size > LARGEST_FILE) {
        setFault(t().evidence.tooLarge(file.name));
        continue;
      }
      setSending(file.name);
      setShare(0);
      await props
        .onUpload({ file, signal, onProgress: setShare })
        .catch((refused) => signal.aborted || setError(refused));
      if (signal.aborted) break;
    }
    setSending(null);
  };

  return (
    <div class={css.attach}>
      <div class={css.pickers}>
        <FilePicker
          class={css.button}
          accept="image/*"
          camera
          disabled={sending() !== null}
          onPick={(files) => void send(files)}
        >
          <Icon name="camera" />
          {t().evidence.photo}
        </FilePicker>
        <FilePicker
          class={css.button}
          multiple
          disabled={sending() !== null}
          onPick={(files) => void send(files)}
        >
          <Icon name="clip" />
          {t().evidence.file}
        </FilePicker>
      </div>
      <p class={css.hint} role="status">
        <Show when={sending()} fallback={t().evidence.kind}>
          {(name) => t().evidence.sending(name())}
        </Show>
      </p>
      <Show when={sending()}>
        {(name) => (
          <>
            <progress
              class={css.progress}
              aria-label={t().evidence.sending(name())}
              value={share()}
              max={1}
            />
            <Button look="words" onClick={() => stop.abort()}>
              {t().common.cancel}
            </Button>
          </>
        )}
      </Show>
      <Show when={fault()}>
        <p class={css.fault} role="alert">{`! ${fault()}`}</p>
      </Show>
      <ProblemNote error={error()} />
    </div>
  );
}
