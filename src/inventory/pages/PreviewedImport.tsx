import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Panel } from '#kit/Panel';
import { type Column, Table } from '#kit/Table';
import { useText } from '#platform/browser/language';
import { text } from './import-text.ts';
import classes from './products.module.css';

const perStep = 30;

interface CellError {
  line: number;
  key: string;
  column: string | null;
  value: string;
  rule: string;
  details: Record<string, string | number>;
}
interface FileProblem {
  path: string;
  rule: string;
  message: string;
  details: Record<string, string | number>;
}

/** What every preview of a file says, whatever the file is about. */
export interface AnyPreview<Error extends CellError = CellError> {
  problems: FileProblem[];
  columns: { name: string; key: string | null }[];
  otherSheets: string[];
  errors: Error[];
  counts: { errors: number };
}

/** What a file would do: first what is wrong with it, row by row, else what would change, given as children. */
export function PreviewedImport<Error extends CellError>(props: {
  preview: AnyPreview<Error>;
  /** What it would do, in a sentence. */
  answer: string;
  /** How a column is called here, and what to write into a cell instead. */
  columnName: (error: Error) => string;
  instead: (error: Error) => string;
  /** Problems of this kind of file beside those of any file. */
  problemWords: (problem: FileProblem) => string | undefined;
  /** The button; none where nothing can be applied. */
  apply: { label: string; busy: boolean; run: () => void } | null;
  children: ReactNode;
}): ReactNode {
  const words = useText(text).import;
  const { preview, apply } = props;
  return (
    <>
      <Panel padded>
        <p role="status">
          <b>{preview.counts.errors > 0 ? words.wrong(preview.counts.errors) : props.answer}</b>
        </p>
        <NotRead preview={preview} />
        {apply ? (
          <p className={classes.apply}>
            <Button weight="main" icon="check" busy={apply.busy} onClick={apply.run}>
              {apply.label}
            </Button>
          </p>
        ) : null}
      </Panel>
      {preview.problems.length > 0 ? <Problems {...props} /> : null}
      {preview.errors.length > 0 ? <Errors {...props} /> : null}
      {preview.counts.errors === 0 ? props.children : null}
    </>
  );
}

function NotRead({ preview }: { preview: AnyPreview }): ReactNode {
  const words = useText(text).import;
  const unknown = preview.columns.filter(({ key }) => key === null);
  return (
    <>
      {unknown.length > 0 ? (
        <p className={classes.foot}>{words.unknown(unknown.map(({ name }) => name).join(' / '))}</p>
      ) : null}
      {preview.otherSheets.length > 0 ? (
        <p className={classes.foot}>{words.sheets(preview.otherSheets.join(' / '))}</p>
      ) : null}
    </>
  );
}

function Problems(props: {
  preview: AnyPreview;
  problemWords: (problem: FileProblem) => string | undefined;
}): ReactNode {
  const words = useText(text).import;
  const known: Record<string, string> = words.fileProblems;
  return (
    <Panel title={words.problems} padded>
      <ul className={classes.history}>
        {props.preview.problems.slice(0, perStep).map((problem) => (
          <li key={`${problem.path} ${problem.rule}`}>
            {props.problemWords(problem) ?? known[problem.rule] ?? problem.message}
            {problem.path === 'file' ? null : <div className={classes.quiet}>{problem.path}</div>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Errors<Error extends CellError>(props: {
  preview: AnyPreview<Error>;
  columnName: (error: Error) => string;
  instead: (error: Error) => string;
}): ReactNode {
  const words = useText(text).import;
  const { errors, counts } = props.preview;
  const columns: Column<Error>[] = [
    { key: 'row', title: words.row, number: true, cell: ({ line }) => line },
    { key: 'column', title: words.column, phone: 'title', cell: (error) => error.column ?? props.columnName(error) },
    {
      key: 'value',
      title: words.value,
      cell: ({ value }) => value || <span className={classes.quiet}>{words.empty}</span>,
    },
    { key: 'instead', title: words.instead, cell: props.instead },
  ];
  return (
    <Panel title={words.errors}>
      <InSteps
        label={words.errors}
        columns={columns}
        rows={errors}
        idOf={(error) => `${error.line} ${error.key} ${error.rule}`}
      />
      {errors.length < counts.errors ? (
        <p className={classes.foot}>{words.firstErrors(errors.length, counts.errors)}</p>
      ) : null}
    </Panel>
  );
}

/** Rows that are here already, some at a time. */
export function InSteps<Row>(props: {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  idOf: (row: Row) => string;
}): ReactNode {
  const [shown, setShown] = useState(perStep);
  const { rows } = props;
  return (
    <Table
      {...props}
      rows={rows.slice(0, shown)}
      nameOf={props.idOf}
      more={{
        total: rows.length,
        load: rows.length > shown ? () => setShown(shown + perStep) : null,
        loading: false,
      }}
      empty={null}
    />
  );
}
