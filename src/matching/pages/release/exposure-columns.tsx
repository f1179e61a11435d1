import type { Column } from '#kit/Table';
import { Time } from '#kit/Time';
import { useText } from '#platform/browser/language';
import type { Exposure } from '../../contract.ts';
import { MatchChip } from '../MatchChip.tsx';
import { Severity } from '../Severity.tsx';
import { text } from '../text.ts';
import { ComponentAndFix } from '../touching-columns.tsx';
import { VerdictCell } from '../VerdictStamp.tsx';
import { VulnerabilityName } from '../VulnerabilityName.tsx';
import { rowId } from './match-state.ts';

/** The columns of the match results of a release; beside an open panel only what tells one from another. */
export function useExposureColumns(room: 'wide' | 'beside'): Column<Exposure>[] {
  const { columns, byTechnology } = useText(text);
  const all: (Column<Exposure> & { room?: 'wide' })[] = [
    {
      key: 'severity',
      title: columns.severity,
      phone: 'lead',
      cell: ({ vulnerability }) => <Severity of={vulnerability} />,
    },
    {
      ...{ key: 'vulnerability', title: columns.vulnerability, phone: 'title' },
      cell: ({ vulnerability, component, technology, fixes }) => (
        <VulnerabilityName
          of={vulnerability}
          row={rowId(vulnerability.name, component)}
          sub={component ? <ComponentAndFix component={component} fixes={fixes} /> : byTechnology(technology ?? '')}
        />
      ),
    },
    { key: 'result', title: columns.result, phone: 'corner', cell: ({ match }) => <MatchChip value={match} /> },
    { key: 'verdict', title: columns.verdict, phone: 'line', cell: (row) => <VerdictCell of={row} /> },
    {
      ...{ key: 'firstSeen', title: columns.firstSeen, room: 'wide', phone: 'hidden' },
      cell: ({ firstSeenAt }) => <Time at={firstSeenAt} />,
    },
  ];
  return all.filter((column) => room === 'wide' || column.room !== 'wide');
}
