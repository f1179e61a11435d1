import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './sbom.module.css';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the page, and says so while they hover. A second way: buttons do the same. */
export function DropAnywhere(props: { words: string; onFiles: (files: File[]) => void }): ReactNode {
  const [isOver, setOver] = useState(false);
  const take = useRef(props.onFiles);
  take.current = props.onFiles;
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      // A field for files has taken them already.
      if (event.defaultPrevented || !holdsFiles(event)) return;
      event.preventDefault();
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver ? (
    <div className={classes.anywhere} aria-hidden="true">
      <p>{props.words}</p>
    </div>
  ) : null;
}
