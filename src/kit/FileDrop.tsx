import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { useText } from '#platform/browser/language';
import { Button } from './Button.tsx';
import { Field, type FieldWords } from './Field.tsx';
import classes from './FileDrop.module.css';
import { fileObstacle, sizeText } from './files.ts';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

/** Takes one file, by choosing or dropping; says at once when it is too large or of another kind. */
export function FileDrop(
  props: FieldWords & {
    name: string;
    /** Endings with their dot, as the field's hint names them: ['.csv', '.xlsx']. */
    kinds: string[];
    limitBytes: number;
    file: File | null;
    onFile: (file: File | null) => void;
  },
): ReactNode {
  const words = useText(text).file;
  const [refused, setRefused] = useState<string>();
  const [over, setOver] = useState(false);
  const inputId = useId();

  const take = (file: File | undefined) => {
    if (!file) return;
    const obstacle = fileObstacle(file, props.kinds, props.limitBytes);
    setRefused(
      obstacle === 'too-large'
        ? words.tooLarge(file.name, sizeText(props.limitBytes))
        : obstacle === 'wrong-kind'
          ? words.wrongKind(file.name, props.kinds.join(' '))
          : undefined,
    );
    if (!obstacle) props.onFile(file);
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
            take(event.dataTransfer.files[0]);
          }}
        >
          <input
            {...control}
            type="file"
            name={props.name}
            accept={props.kinds.join(',')}
            className={classes.input}
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              event.currentTarget.value = ''; // the same file again, after it was corrected, is a new choice
            }}
          />
          {props.file ? <Chosen file={props.file} onRemove={() => props.onFile(null)} /> : null}
          <label htmlFor={inputId} className={classes.choose}>
            {words.choose}
          </label>
          <span className={classes.or}>{words.drop}</span>
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
