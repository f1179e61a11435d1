import type { ReactNode } from 'react';
import { FactList } from '#kit/Facts';
import { Id } from '#kit/Id';
import { useText } from '#platform/browser/language';
import { type ApiOperation, curlOf } from '../api-document.ts';
import { shapeText } from '../shape-text.ts';
import classes from './api.module.css';
import { text } from './text.ts';

/** One operation opened: what it needs, what goes in and out, and a line to try it with. */
export function ApiDetails({ operation }: { operation: ApiOperation }): ReactNode {
  const words = useText(text).api;
  const { id, access, parameters, body, answer } = operation;
  const needs = access === 'public' ? words.everybody : access === 'signed-in' ? words.signedIn : <Id>{access}</Id>;
  return (
    <div className={classes.details}>
      <FactList
        facts={[
          [words.name, <Id key="id">{id}</Id>],
          [words.access, needs],
        ]}
      />
      {parameters.length > 0 ? <Parameters parameters={parameters} /> : null}
      {body ? <Shape title={words.body} mediaType={body.mediaType} shape={shapeText(body.schema)} /> : null}
      {answer ? (
        <Shape title={words.answerTitle} mediaType={answer.mediaType} shape={shapeText(answer.schema)} />
      ) : (
        <FactList facts={[[words.answerTitle, words.noAnswer]]} />
      )}
      <h4>{words.tryIt}</h4>
      <pre className={classes.code}>{curlOf(operation, `${window.location.origin}/api`)}</pre>
    </div>
  );
}

function Parameters({ parameters }: Pick<ApiOperation, 'parameters'>): ReactNode {
  const words = useText(text).api;
  return (
    <>
      <h4>{words.parameters}</h4>
      <table className={classes.parameters} aria-label={words.parameters}>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th>{words.place}</th>
            <th>{words.shape}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, in: place, required, schema }) => (
            <tr key={`${place} ${name}`}>
              <td>
                <Id>{name}</Id> {required ? words.required : null}
              </td>
              <td>{place}</td>
              <td>
                <code>{shapeText(schema ?? {})}</code>
                {schema?.default !== undefined && schema.default !== '' ? ` = ${JSON.stringify(schema.default)}` : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Shape(props: { title: string; mediaType: string; shape: string }): ReactNode {
  return (
    <>
      <h4>
        {props.title} <span className={classes.type}>{props.mediaType}</span>
      </h4>
      <pre className={classes.code}>{props.shape}</pre>
    </>
  );
}
