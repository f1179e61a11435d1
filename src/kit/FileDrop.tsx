import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { useText } from '#platform/browser/language';
import { Button } from './Button.tsx';
import { Field, type FieldWords } from './Field.tsx';
import classes from './FileDrop.module.css';
import { fileObstacle, limitText, sizeText } from './files.ts';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

interface Taking {
  name: string;
  /** Endings with their dot, as the field's hint names them: ['.csv', '.xlsx']; none: whatever it is. */
  kinds: string[];
  limitBytes: number;
}

/** Takes one file, by choosing or dropping; says at once when it is too large or of another kind. */
export function FileDrop(
  props: FieldWords & Taking & { file: File | null; onFile: (file: File | null) => void },
): ReactNode {
  return (
    <Drop {...props} onFiles={([file]) => file && props.onFile(file)}>
      {props.file ? <Chosen file={props.file} onRemove={() => props.onFile(null)} /> : null}
    </Drop>
  );
}

/** Takes files as they come, several at once; what becomes of them is shown elsewhere. */
export function FilesDrop(props: FieldWords & Taking & { onFiles: (files: File[]) => void }): ReactNode {
  return <Drop {...props} several />;
}

function Drop(
  props: FieldWords & Taking & { several?: boolean; onFiles: (files: File[]) => void; children?: ReactNode },
): ReactNode {
  const words = useText(text).file;
  const [refused, setRefused] = useState<string>();
  const [over, setOver] = useState(false);
  const inputId = useId();

  const obstacleOf = (file: File): string | undefined => {
    const obstacle = fileObstacle(file, props.kinds, props.limitBytes);
    if (obstacle === 'too-large') return words.tooLarge(file.name, limitText(props.limitBytes));
    return obstacle ? words.wrongKind(file.name, props.kinds.join(' ')) : undefined;
  };
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, props.several ? undefined : 1);
    if (files.length === 0) return;
    setRefused(files.flatMap((file) => obstacleOf(file) ?? []).join(' ') || undefined);
    const taken = files.filter((file) => !obstacleOf(file));
    if (taken.length > 0) props.onFiles(taken);
  };
  const onDrag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };

  return (
    <Field label={props.label} hint={props.hint} optional={props.optional} error={refused ?? props.error} id={inputId}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way, the button does the same
        <div
          className={classes.drop}
          data-over={over || undefined}
          onDragOver={onDrag}
          onDragLeave={onDrag}
          onDrop={(event) => {
            onDrag(event);
            take(event.dataTransfer.files);
          }}
        >
          <input
            {...control}
            type="file"
            name={props.name}
            accept={props.kinds.join(',') || undefined}
            multiple={props.several}
            className={classes.input}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = ''; // the same file again, after it was corrected, is a new choice
            }}
          />
          {props.children}
          <label htmlFor={inputId} className={classes.choose}>
            {words.choose}
          </label>
          <span className={classes.or}>{props.several ? words.dropSeveral : words.drop}</span>
        </div>
      )}
    </Field>
  );
}

function Chosen(props: { file: File; onRemove: () => void }): ReactNode {
  const words = useText(text).file;
  const { name, size } = props.file;
  return (
    <p className={classes.chosen}>
      <Icon name="clip" />
      <span>{name}</span>
      <span className={classes.or}>{sizeText(size)}</span>
      <Button size="small" weight="quiet" onClick={props.onRemove}>
        {words.remove(name)}
      </Button>
    </p>
  );
}
