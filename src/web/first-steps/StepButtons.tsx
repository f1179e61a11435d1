import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import type { FirstStep } from '#organization/model';
import { DivisionsDialog } from '#organization/pages/divisions';
import { useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import { setOut } from './begin.ts';
import classes from './first-steps.module.css';
import { countsOf, type Found } from './progress.ts';
import { firstStepsQuery } from './queries.ts';
import { text } from './text.ts';

/** The one way to the place of a step, and a second one where there is another. */
export function StepButtons({ step, isNext, found }: { step: FirstStep; isNext: boolean; found: Found }): ReactNode {
  const mayProducts = useMay('product:write');
  const mayRecords = useMay('vulnerability:write');
  const weight = isNext ? 'main' : 'plain';
  if (step === 'divisions') return <Divisions weight={weight} />;
  const isAllowed = step === 'records' ? mayRecords : step === 'match' || mayProducts;
  return <div className={classes.buttons}>{isAllowed ? <Ways step={step} weight={weight} found={found} /> : null}</div>;
}

function Divisions({ weight }: { weight: 'main' | 'plain' }): ReactNode {
  const words = useText(text);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.buttons}>
      <Button weight={weight} onClick={() => setOpen(true)}>
        {words.go.divisions}
      </Button>
      {isOpen ? (
        <DivisionsDialog
          onClose={() => setOpen(false)}
          onDone={() => void queries.invalidateQueries({ queryKey: firstStepsQuery.queryKey })}
        />
      ) : null}
    </div>
  );
}

interface Way {
  label: string;
  to: string;
  search?: Record<string, string>;
}

function Ways({ step, weight, found }: { step: FirstStep; weight: 'main' | 'plain'; found: Found }): ReactNode {
  const ways = useWays(step, found);
  // Whoever looks at what is done is not on the way any more.
  const isDone = countsOf(found)[step] > 0;
  return ways.map(({ label, to, search }, place) => (
    <ButtonLink
      key={label}
      weight={place === 0 ? weight : 'quiet'}
      to={to as never}
      search={(search ?? {}) as never}
      onClick={isDone ? undefined : () => setOut(step)}
    >
      {label}
    </ButtonLink>
  ));
}

function useWays(step: FirstStep, { start, first }: Found): Way[] {
  const { go } = useText(text);
  const { firstModel, withoutParts, filled } = start;
  switch (step) {
    case 'products':
      return [
        { label: go.products, to: '/products/import' },
        { label: go.one, to: '/products' },
      ];
    case 'contents': {
      if (withoutParts) {
        const to = `/products/${withoutParts.model.slug}/${withoutParts.slug}`;
        const name = `${withoutParts.model.name} ${withoutParts.version}`;
        return [
          { label: go.sbom(name), to, search: { tab: 'sbom' } },
          { label: go.hand, to, search: { tab: 'components' } },
        ];
      }
      if (!firstModel) return [];
      return [
        {
          label: go.release(firstModel.name),
          to: `/products/${firstModel.slug}`,
          search: { add: 'release', state: 'shipped' },
        },
      ];
    }
    case 'records':
      return [{ label: go.records, to: '/vulnerabilities/imports' }];
    case 'match': {
      if (!first) return filled ? [{ label: go.release_, to: addressOf(filled.release) }] : [];
      const { release } = first.example;
      return [{ label: go.match, to: addressOf(release), search: { row: first.vulnerability.name } }];
    }
    default:
      return [];
  }
}

const addressOf = ({ model, slug }: { model: { slug: string }; slug: string }): string =>
  `/products/${model.slug}/${slug}`;
