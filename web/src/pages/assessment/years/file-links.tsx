import { For, type JSX, Show } from 'solid-js';
import { Icon } from '../../../parts/marks/icon.tsx';
import css from './file-links.module.css';

/** Files of the assessment (考核材料), to be opened. */
export function FileLinks(props: { files: readonly { id: number; name: string }[] }): JSX.Element {
  return (
    <Show when={props.files.length > 0}>
      <ul class={css.files}>
        <For each={props.files}>
          {(file) => (
            <li>
              <a class={css.file} href={`/api/annual-files/${file.id}`} target="_blank" rel="noreferrer">
                <Icon name="file" />
                {file.name}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
