import { createUniqueId, type JSX } from 'solid-js';
import css from './file-picker.module.css';

interface FilePickerProps {
  /** How what is pressed looks. */
  class: string | undefined;
  /** What it does, where its children are no words. */
  name?: string;
  /** Which files may be chosen: `image/*`, `.xlsx`; any where it is left out. */
  accept?: string | undefined;
  /** Opens the camera instead of the files. */
  camera?: boolean;
  /** Several at once. */
  multiple?: boolean;
  disabled: boolean;
  onPick: (files: readonly File[]) => void;
  children: JSX.Element;
}

/** A button that opens the camera or the file chooser; the same file may be chosen again. */
export function FilePicker(props: FilePickerProps): JSX.Element {
  const id = createUniqueId();
  return (
    <div class={css.picker}>
      <input
        id={id}
        class={css.input}
        type="file"
        aria-label={props.name}
        accept={props.accept}
        capture={props.camera ? 'environment' : undefined}
        multiple={props.multiple}
        disabled={props.disabled}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) props.onPick(files);
        }}
      />
      <label class={props.class} for={id} title={props.name}>
        {props.children}
      </label>
    </div>
  );
}
