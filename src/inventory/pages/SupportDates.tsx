import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Dialog } from '#kit/Dialog';
import { Fields, TextField } from '#kit/Field';
import { Panel } from '#kit/Panel';
import { SaveOrCancel, useSubmit } from '#kit/Submit';
import { type Column, None, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { useLanguage, useText } from '#platform/browser/language';
import type { ModelPage } from '../contract.ts';
import { text as inventoryText } from '../kind-text.ts';
import { needsReason, type SupportDateKind, standingOf } from '../model.ts';
import { ChangedSince } from './ChangedSince.tsx';
import classes from './products.module.css';
import { products } from './queries.ts';
import { dayWords, timeLeft } from './support-words.ts';
import { text } from './text.ts';
import { useChanged, useOrSay } from './use-changed.ts';
import { useRefusal } from './use-refusal.ts';
import { useWho } from './use-who.ts';

type SupportDate = ModelPage['supportDates'][number];

/** The four end dates of a model, and how each came to be. */
export function SupportDates({ model }: { model: ModelPage }): ReactNode {
  const { model: words, products: listWords } = useText(text);
  const names = useText(inventoryText).supportDates;
  const { language } = useLanguage();
  const [kind, setKind] = useState<SupportDateKind | null>(null);
  const mayChange = model.mayChange && !model.removed;
  const chosen = model.supportDates.find((date) => date.kind === kind);
  const columns: Column<SupportDate>[] = [
    { key: 'kind', title: words.supportKind, phone: 'title', cell: (date) => names[date.kind] },
    {
      key: 'day',
      title: words.endsOn,
      cell: ({ endsOn }) =>
        endsOn === null ? listWords.notSaid : <time dateTime={endsOn}>{dayWords(endsOn, language)}</time>,
    },
    { key: 'left', title: words.remaining, cell: (date) => <Left date={date} today={model.today} /> },
    ...(mayChange
      ? [
          {
            key: 'change',
            title: words.changing,
            cell: (date: SupportDate) => (
              <Button
                size="small"
                weight="quiet"
                icon="edit"
                aria-label={words.changeOf(names[date.kind])}
                onClick={() => setKind(date.kind)}
              >
                {words.change}
              </Button>
            ),
          },
        ]
      : []),
  ];

  return (
    <Panel title={words.supportDates}>
      <Table
        label={words.supportDates}
        columns={columns}
        rows={model.supportDates}
        idOf={(date) => date.kind}
        nameOf={(date) => names[date.kind]}
        empty={null}
      />
      <History model={model} />
      {chosen ? <DateForm key={chosen.kind} model={model} date={chosen} onClose={() => setKind(null)} /> : null}
    </Panel>
  );
}

/** Only the end of security support leaves people at risk; the others are facts. */
function Left({ date, today }: { date: SupportDate; today: string }): ReactNode {
  const words = useText(text).products;
  if (standingOf(date.endsOn, today) !== 'ended') return timeLeft(date.endsOn, today, words) || <None />;
  return date.kind === 'security' ? <span className={classes.alert}>{words.support.ended}</span> : words.support.ended;
}

function History({ model }: { model: ModelPage }): ReactNode {
  const { model: words, products: listWords } = useText(text);
  const names = useText(inventoryText).supportDates;
  const { language } = useLanguage();
  const changes = model.supportDates
    .flatMap(({ kind, history }) => history.map((change) => ({ ...change, kind })))
    .sort((one, other) => other.at.localeCompare(one.at));
  const who = useWho();
  const day = (on: string | null) => (on === null ? listWords.notSaid : dayWords(on, language));
  if (changes.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{words.history}</summary>
      <ul className={classes.history}>
        {changes.map(({ kind, from, to, reason, at, by, how }) => (
          <li key={`${kind} ${at}`}>
            {words.moved(names[kind], day(from), day(to))}
            <div className={classes.quiet}>
              <Time at={at} /> {who(by)} {how === 'undo' ? words.byUndo : how === 'import' ? words.byImport : ''}
            </div>
            {reason ? <div className={classes.prose}>{reason}</div> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function DateForm(props: { model: ModelPage; date: SupportDate; onClose: () => void }): ReactNode {
  const { model, date, onClose } = props;
  const { model: words, refusals } = useText(text);
  const names = useText(inventoryText).supportDates;
  const toast = useToast();
  const changed = useChanged();
  const orSay = useOrSay(useRefusal());
  const [endsOn, setEndsOn] = useState(date.endsOn ?? '');
  const [reason, setReason] = useState('');
  const isReasonNeeded = needsReason(date.endsOn, endsOn || null);

  const save = async () => {
    const saved = await products.setSupportDate({
      id: model.id,
      revision: model.revision,
      kind: date.kind,
      endsOn: endsOn || null,
      reason,
    });
    await changed();
    const back = { ...saved, kind: date.kind, endsOn: date.endsOn, reason: words.undone };
    toast(words.saved, { undo: () => orSay(products.setSupportDate(back)) });
    onClose();
  };
  const { submit, faults, refused, busy } = useSubmit(save, () =>
    isReasonNeeded && reason.trim() === '' ? { reason: refusals['reason-missing'] } : {},
  );

  return (
    <Dialog title={words.changeOf(names[date.kind])} opened onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {refused ? <ChangedSince thrown={refused} onReload={() => changed().then(onClose)} /> : null}
        <Fields>
          <TextField
            label={words.setDay}
            name="ends-on"
            type="date"
            data-autofocus
            value={endsOn}
            onChange={(event) => setEndsOn(event.currentTarget.value)}
          />
          <TextField
            label={words.reason}
            hint={words.reasonHint}
            optional={!isReasonNeeded}
            name="reason"
            maxLength={500}
            value={reason}
            error={faults.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Fields>
        <SaveOrCancel save={words.save} busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
