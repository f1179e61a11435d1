import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { EvidencePanel, EvidenceSection } from '#kit/Evidence';
import { FactList } from '#kit/Facts';
import { Id } from '#kit/Id';
import { Problem } from '#kit/Problem';
import { Skeleton } from '#kit/Skeleton';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { AuditWords } from '../audit/audit-words.ts';
import { differencesOf } from '../audit/diff.ts';
import type { AuditEntry } from '../model.ts';
import classes from './audit.module.css';
import { auditLineQuery } from './audit-queries.ts';
import { text } from './audit-text.ts';

type Narrow = (by: { actor: string } | { subject: string }) => void;

/** One line of the trail: the deed, and field by field what was before and after. */
export function AuditPanel(props: { id: string; say: AuditWords; onClose: () => void; narrow: Narrow }): ReactNode {
  const words = useText(text);
  const line = useQuery(auditLineQuery(props.id));
  if (line.data)
    return <Line {...props} line={line.data} say={props.say.of(line.data.action).withNames(line.data.names)} />;
  return (
    <EvidencePanel title={words.panel.deed} label={words.panel.deed} onClose={props.onClose}>
      {line.isError ? <Problem what={words.gone} /> : <Skeleton rows={6} />}
    </EvidencePanel>
  );
}

function Line(props: { line: AuditEntry; say: AuditWords; onClose: () => void; narrow: Narrow }): ReactNode {
  const { line, say, narrow } = props;
  const words = useText(text).panel;
  const subject = line.subjectName || line.subjectId;
  const actorId = line.actorId;
  return (
    <EvidencePanel
      title={say.action(line.action)}
      label={words.label(say.action(line.action), subject)}
      onClose={props.onClose}
    >
      <EvidenceSection title={words.change}>
        <Changes line={line} say={say} />
      </EvidenceSection>
      <EvidenceSection title={words.deed}>
        <FactList
          facts={[
            [words.who, [say.actor(line), say.way(line)].filter(Boolean).join(' · ')],
            [words.at, <Time key="at" at={line.at} />],
            [words.subject, `${say.kind(line.subjectKind)} ${line.subjectName}`],
            [words.subjectId, <Id key="id">{line.subjectId}</Id>],
            line.ip ? [words.ip, <Id key="ip">{line.ip}</Id>] : null,
            line.requestId ? [words.requestId, <Id key="request">{line.requestId}</Id>] : null,
            [words.line, <Id key="line">{line.id}</Id>],
          ]}
        />
        <p className={classes.ways}>
          <Button size="small" onClick={() => narrow({ subject: line.subjectId })}>
            {words.everything}
          </Button>
          {actorId ? (
            <Button size="small" onClick={() => narrow({ actor: actorId })}>
              {words.everythingBy}
            </Button>
          ) : null}
        </p>
      </EvidenceSection>
    </EvidencePanel>
  );
}

function Changes({ line, say }: { line: AuditEntry; say: AuditWords }): ReactNode {
  const words = useText(text).panel;
  const fields = differencesOf(line.before, line.after);
  if (fields.length === 0) return <p>{words.noChange}</p>;
  // What is new has no before, what is gone no after: one column says it.
  const hasBefore = fields.some(({ before }) => before !== undefined);
  const hasAfter = fields.some(({ after }) => after !== undefined);
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th>{words.field}</th>
          {hasBefore ? <th>{words.before}</th> : null}
          {hasAfter ? <th>{words.after}</th> : null}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ path, before, after }) => (
          <tr key={path.join('\n')}>
            <th scope="row">{say.field(path)}</th>
            {hasBefore ? <td>{before === undefined ? '–' : <del>{say.value(before)}</del>}</td> : null}
            {hasAfter ? <td>{after === undefined ? '–' : <ins>{say.value(after)}</ins>}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
