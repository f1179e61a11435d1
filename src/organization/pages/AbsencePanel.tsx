import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { MoreMenu } from '#kit/MoreMenu';
import { Panel } from '#kit/Panel';
import { Day } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { Absence } from '../model.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import classes from './AbsencePanel.module.css';
import { api } from './queries.ts';
import { text } from './text.ts';
import { useChange } from './use-change.ts';

/** When a person is away; deputies act meanwhile. */
export function AbsencePanel(props: { personId: string; absences: Absence[]; mayWrite: boolean }): ReactNode {
  const words = useText(text).absence;
  const { personId, absences, mayWrite } = props;
  const [asked, setAsked] = useState<Absence | 'new' | null>(null);
  const removing = useChange({
    run: ({ id }: Absence) => api.removeAbsence({ id }),
    said: () => words.removed,
    undo:
      (_, { id: _id, ...absence }) =>
      () =>
        api.recordAbsence({ personId, ...absence }),
  });
  return (
    <Panel title={words.title} padded>
      {absences.length === 0 ? <p className={classes.none}>{words.none}</p> : null}
      <ul className={classes.list}>
        {absences.map((absence) => (
          <li key={absence.id}>
            <span>
              <b>{words.kinds[absence.kind]}</b>
              <span className={classes.days}>
                <Day on={absence.fromOn} />〜
                {absence.untilOn ? (
                  <Day on={Temporal.PlainDate.from(absence.untilOn).subtract({ days: 1 }).toString()} />
                ) : (
                  words.open
                )}
              </span>
            </span>
            {mayWrite ? (
              <MoreMenu
                label={words.kinds[absence.kind]}
                items={[
                  { label: words.end, icon: 'edit', run: () => setAsked(absence) },
                  { label: words.remove, icon: 'close', run: () => removing.mutate(absence) },
                ]}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? <Button onClick={() => setAsked('new')}>{words.record}</Button> : null}
      {asked ? (
        <AbsenceDialog personId={personId} absence={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />
      ) : null}
    </Panel>
  );
}
