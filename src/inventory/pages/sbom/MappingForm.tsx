import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { SelectField } from '#kit/Field';
import { Problem } from '#kit/Problem';
import { useText } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';
import type { SbomImport } from '../../contract/sbom-shapes.ts';
import { type PartsColumn, type PartsMapping, partsColumns } from '../../sbom/parts-mapping.ts';
import { text as refusalText } from '../refusal-text.ts';
import { refusalWords } from '../refusal-words.ts';
import { releases } from '../release/queries.ts';
import { text } from './mapping-text.ts';
import classes from './sbom.module.css';

type Meanings = (PartsColumn | '')[];

/** The columns of a parts list with three of its rows: a person says what each means, and the next list of that kind needs no asking. */
export function MappingForm(props: { arrived: SbomImport; onMapped: (arrived: SbomImport) => void }): ReactNode {
  const { arrived, onMapped } = props;
  const words = useText(text);
  const { refusals } = useText(refusalText);
  const list = arrived.result?.unmapped;
  const [meanings, setMeanings] = useState<Meanings>(() =>
    (list?.columns ?? []).map((_, at) => partsColumns.find((column) => list?.proposal[column] === at) ?? ''),
  );
  const [isMissing, setMissing] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (!list) return null;

  const read = async (event: FormEvent) => {
    event.preventDefault();
    const mapping = mappingOf(meanings);
    setMissing(mapping === null);
    if (!mapping) return;
    setBusy(true);
    await releases.mapSbomColumns({ id: arrived.id, mapping }).then(onMapped, setRefused);
    setBusy(false);
  };
  // One meaning belongs to one column: what is chosen here is taken from where it was.
  const mean = (at: number, meaning: PartsColumn | '') =>
    setMeanings((before) =>
      before.map((one, index) => (index === at ? meaning : one === meaning && meaning !== '' ? '' : one)),
    );

  return (
    <form onSubmit={read} noValidate>
      <p className={classes.line}>
        <b>{words.title(arrived.fileName)}</b>
      </p>
      <p className={classes.said}>
        {words.why(countText(list.rows))}
        {list.sheet === null ? '' : ` ${words.sheet(list.sheet)}`}
      </p>
      {refused ? <Problem what={refusalWords(refused, refusals)} /> : null}
      {isMissing ? (
        <p role="alert" className={classes.count}>
          {words.needed}
        </p>
      ) : null}
      <div className={classes.samples}>
        <table aria-label={words.title(arrived.fileName)}>
          <thead>
            <tr>
              {list.columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same name
                <th key={at} scope="col">
                  {column || words.noName(at + 1)}
                </th>
              ))}
            </tr>
            <tr>
              {list.columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same name
                <td key={at}>
                  <SelectField
                    label={words.meaningOf(column || words.noName(at + 1))}
                    labelHidden
                    name={`meaning-${at}`}
                    options={[
                      { value: '', label: words.ignored },
                      ...partsColumns.map((meaning) => ({ value: meaning, label: words.meanings[meaning] })),
                    ]}
                    value={meanings[at] ?? ''}
                    onChange={(event) => mean(at, event.currentTarget.value as PartsColumn | '')}
                  />
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.samples.map((row) => (
              <tr key={row.join(' ')}>
                {row.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells may have the same words
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button type="submit" weight="main" busy={busy}>
        {words.read(countText(list.rows))}
      </Button>
      <p className={classes.said}>{words.remembered}</p>
    </form>
  );
}

/** What the columns mean in the shape of the API; null without a name. */
function mappingOf(meanings: Meanings): PartsMapping | null {
  const said = meanings.flatMap((meaning, at) => (meaning === '' ? [] : [[meaning, at] as const]));
  const { name, ...rest } = Object.fromEntries(said) as Partial<PartsMapping>;
  return name === undefined ? null : { name, ...rest };
}
