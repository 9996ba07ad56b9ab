import { For, type JSX, Show } from 'solid-js';
import { sizeOf } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { Icon } from '../marks/icon.tsx';
import css from './evidence-list.module.css';

/** A file that was handed in, whatever it belongs to. */
interface EvidenceFile {
  id: number;
  name: string;
  type: string;
  bytes: number;
  /** Another task of the unit that the same file was used for, where that is known. */
  alsoOn?: string | null;
}

const isPicture = (file: EvidenceFile): boolean => file.type.startsWith('image/');

interface EvidenceListProps {
  files: readonly EvidenceFile[];
  /** Large, to be looked at; otherwise small, to be opened. */
  large?: boolean;
  /** Only the names: for whoever holds no right to the files, as on the phone page. */
  plain?: boolean;
  /** Where the files are to be had; those of tasks unless said. */
  from?: string;
}

/** Evidence (证明材料): pictures to look at, other files to open. */
export function EvidenceList(props: EvidenceListProps): JSX.Element {
  const addressOf = (file: EvidenceFile): string => `${props.from ?? '/api/evidence'}/${file.id}`;
  return (
    <ul class={props.large ? css.large : css.list}>
      <For each={props.files}>
        {(file) => (
          <li>
            <Show when={!props.plain} fallback={<FileName file={file} />}>
              <a class={css.link} href={addressOf(file)} target="_blank" rel="noreferrer">
                <Show when={isPicture(file)} fallback={<FileName file={file} />}>
                  <img
                    class={css.picture}
                    src={addressOf(file)}
                    alt={t().evidence.open(file.name)}
                    loading="lazy"
                  />
                </Show>
              </a>
            </Show>
            <Show when={file.alsoOn}>
              {(other) => <p class={css.also}>{t().evidence.alsoOn(other())}</p>}
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

function FileName(props: { file: EvidenceFile }): JSX.Element {
  return (
    <span class={css.file}>
      <Icon name="file" />
      <span class={css.name}>{props.file.name}</span>
      <span class={css.size}>{sizeOf(props.file.bytes)}</span>
    </span>
  );
}
