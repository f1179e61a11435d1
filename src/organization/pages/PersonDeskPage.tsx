import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ButtonLink } from '#kit/Button';
import { EmptyState } from '#kit/EmptyState';
import { Facts } from '#kit/Facts';
import { Id } from '#kit/Id';
import { PageHead } from '#kit/PageHead';
import { PageProblem } from '#kit/PageProblem';
import { Panel, WithRail } from '#kit/Panel';
import { type Column, Lines, None, Table } from '#kit/Table';
import { Day } from '#kit/Time';
import { useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { DeskHolding, PersonDesk } from '../model.ts';
import { AbsencePanel } from './AbsencePanel.tsx';
import { DutyList } from './DutyList.tsx';
import { personQuery } from './queries.ts';
import { text } from './text.ts';

/** What hangs on a person: posts now, planned and before, what hangs on these, leave. */
export function PersonDeskPage(): ReactNode {
  const words = useText(text);
  const { personId = '' } = useParams({ strict: false }) as { personId?: string };
  const { data: desk, error, refetch } = useQuery(personQuery(personId));
  const mayWrite = useMay('organization:write');
  const present = desk?.holdings.filter(({ when }) => when === 'present') ?? [];
  const crumbs = [
    { label: words.settings, to: '/settings' },
    { label: words.person.crumb, to: '/settings/organization' },
  ];
  if (error) return <PageProblem title={words.person.crumb} crumbs={crumbs} thrown={error} retry={() => refetch()} />;
  return (
    <>
      <PageHead
        title={desk?.person.name ?? words.person.crumb}
        crumbs={crumbs}
        answer={desk ? answerOf(words, desk, present.length) : undefined}
        actions={
          mayWrite && present.length > 0 ? (
            <ButtonLink weight="main" to="/settings/organization/hand-over" search={{ from: personId } as never}>
              {words.person.handOver}
            </ButtonLink>
          ) : null
        }
      />
      {desk ? <Facts facts={[[words.person.mail, <Id key="mail">{desk.email}</Id>]]} /> : null}
      <WithRail rail={desk ? <AbsencePanel personId={personId} absences={desk.absences} mayWrite={mayWrite} /> : null}>
        <Holdings title={words.person.present} holdings={desk && present} when="present" />
        {(['planned', 'past'] as const).map((when) => {
          const some = desk?.holdings.filter((holding) => holding.when === when) ?? [];
          return some.length > 0 ? (
            <Holdings key={when} title={words.person[when]} holdings={some} when={when} />
          ) : null;
        })}
      </WithRail>
    </>
  );
}

function answerOf(words: typeof text.en, { person }: PersonDesk, posts: number): string {
  return person.hasLeft ? words.person.answerLeft(posts) : words.person.answer(posts);
}

function Holdings(props: { title: string; holdings: DeskHolding[] | undefined; when: DeskHolding['when'] }): ReactNode {
  const words = useText(text).person;
  const columns: Column<DeskHolding>[] = [
    {
      key: 'post',
      title: words.post,
      phone: 'title',
      cell: ({ post }) => (
        <Lines
          main={
            <Link to="/settings/organization" search={{ post: post.id } as never}>
              {`${post.division.name} ${post.name}`}
            </Link>
          }
          sub={post.duties}
        />
      ),
    },
    { key: 'kind', title: words.kind, phone: 'corner', cell: ({ kind }) => words.kinds[kind] },
    { key: 'from', title: words.from, cell: ({ fromOn }) => <Day on={fromOn} /> },
    {
      key: 'until',
      title: words.until,
      cell: ({ untilOn }) =>
        untilOn ? <Day on={Temporal.PlainDate.from(untilOn).subtract({ days: 1 }).toString()} /> : <None />,
    },
    { key: 'reason', title: words.reason, cell: ({ reason }) => reason || <None /> },
  ];
  if (props.when === 'present')
    columns.push({ key: 'duties', title: words.duties, cell: ({ duties }) => <DutyList duties={duties} /> });
  return (
    <Panel title={props.title}>
      <Table
        label={props.title}
        columns={columns}
        rows={props.holdings}
        idOf={({ id }) => id}
        nameOf={({ post }) => post.name}
        empty={
          <EmptyState
            why={words.none}
            next={words.noneNext}
            action={<ButtonLink to="/settings/organization">{words.toOrganization}</ButtonLink>}
          />
        }
      />
    </Panel>
  );
}
