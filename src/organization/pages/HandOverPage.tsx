import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { Fields, FormActions, TextField } from '#kit/Field';
import { LoadProblem } from '#kit/LoadProblem';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { row, useUrlState } from '#kit/UrlState';
import { todayInJapan } from '#platform/browser/calendar';
import { useText } from '#platform/browser/language';
import type { DeskHolding, Move, PersonDesk } from '../model.ts';
import { HandOverPreview } from './HandOverPreview.tsx';
import { HandOverTable, KEEP, NOBODY } from './HandOverTable.tsx';
import { PersonPick } from './PersonPick.tsx';
import { personQuery, previewQuery } from './queries.ts';
import { text } from './text.ts';
import { useHandOver } from './use-hand-over.ts';

const view = { from: row() };

/** Somebody leaves: all their posts with what hangs on them, who takes each over, from when; made at once, undone at once. */
export function HandOverPage(): ReactNode {
  const words = useText(text);
  const [{ from }, setView] = useUrlState(view);
  const person = useQuery({ ...personQuery(from ?? ''), enabled: from !== null });
  const desk = from === null ? undefined : person.data;
  return (
    <>
      <PageHead
        title={words.handOver.title}
        crumbs={[
          { label: words.settings, to: '/settings' },
          { label: words.person.crumb, to: '/settings/organization' },
        ]}
        answer={desk ? words.handOver.answerOf(desk.person.name, openPosts(desk).length) : words.handOver.answer}
      />
      <Stack>
        <Panel padded>
          <Fields>
            <PersonPick
              name="hand-over-from"
              label={words.handOver.who}
              value={from}
              onChange={(id) => setView({ from: id })}
              known={desk?.person}
            />
          </Fields>
        </Panel>
        {person.error ? <LoadProblem thrown={person.error} retry={() => person.refetch()} /> : null}
        {desk ? <Desk key={desk.person.id} desk={desk} /> : null}
      </Stack>
    </>
  );
}

/** What is present or planned and has no end yet: that is what somebody else has to take over. */
const openPosts = ({ holdings }: PersonDesk) =>
  holdings.filter(({ when, untilOn }) => when === 'present' && untilOn === null);

function Desk(props: { desk: PersonDesk }): ReactNode {
  const words = useText(text).handOver;
  const navigate = useNavigate();
  const { desk } = props;
  const holdings = useMemo(() => openPosts(desk), [desk]);
  const [choices, setChoices] = useState<Record<string, string>>({});
  const [forAll, setForAll] = useState<string | null>(null);
  const [effectiveOn, setDay] = useState(() => todayInJapan(Temporal.Now.instant()).toString());
  const [reason, setReason] = useState('');
  const moves = useMemo(() => movesOf(holdings, choices), [holdings, choices]);
  const preview = useQuery(previewQuery(moves, effectiveOn));
  const applying = useHandOver({ done: () => navigate({ to: `/settings/organization/people/${desk.person.id}` }) });

  if (holdings.length === 0)
    return (
      <EmptyState
        why={words.nothing(desk.person.name)}
        action={<ButtonLink to="/settings/organization">{words.title}</ButtonLink>}
      />
    );
  const giveAll = (personId: string | null) => {
    setForAll(personId);
    setChoices(Object.fromEntries(holdings.map(({ id }) => [id, personId ?? KEEP])));
  };
  const canApply = moves.length > 0 && preview.data !== undefined && preview.data.obstacles.length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canApply) applying.mutate({ moves, effectiveOn, reason });
      }}
    >
      <Stack>
        <Panel padded>
          <Fields>
            <PersonPick
              name="hand-over-all"
              label={words.toAll}
              hint={words.toAllHint}
              optional
              value={forAll}
              onChange={giveAll}
              without={desk.person.id}
            />
            <TextField
              name="hand-over-day"
              type="date"
              label={words.from}
              value={effectiveOn}
              onChange={(event) => setDay(event.currentTarget.value)}
              required
            />
            <TextField
              name="hand-over-reason"
              label={words.reason}
              optional
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={500}
            />
          </Fields>
        </Panel>
        <Panel title={words.label}>
          <HandOverTable
            desk={desk}
            holdings={holdings}
            choiceOf={({ id }) => choices[id] ?? KEEP}
            onChoose={(holding, choice) => setChoices({ ...choices, [holding.id]: choice })}
          />
        </Panel>
        <HandOverPreview
          moves={moves}
          fromPersonId={desk.person.id}
          preview={preview.data}
          thrown={applying.error ?? preview.error}
          isLoading={preview.isFetching}
        />
        <FormActions>
          <Button weight="main" type="submit" busy={applying.isPending} disabled={!canApply}>
            {words.apply}
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}

function movesOf(holdings: DeskHolding[], choices: Record<string, string>): Move[] {
  return holdings.flatMap(({ id, post, kind }) => {
    const choice = choices[id] ?? KEEP;
    if (choice === KEEP) return [];
    return [{ postId: post.id, kind, toPersonId: choice === NOBODY ? null : choice }];
  });
}
