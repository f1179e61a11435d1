import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { Label } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { Facts } from '#kit/Facts';
import { Id } from '#kit/Id';
import { useActions } from '#kit/Keys';
import { MoreMenu } from '#kit/MoreMenu';
import { PageHead } from '#kit/PageHead';
import { PageProblem } from '#kit/PageProblem';
import { Panel, Stack } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { None } from '#kit/Table';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import { text as columnText } from '../column-text.ts';
import type { ModelPage as Model } from '../contract.ts';
import { text as inventoryText } from '../kind-text.ts';
import { ModelForm } from './ModelForm.tsx';
import { SafetyMark, TagLinks } from './ModelTraits.tsx';
import { OwnerCell } from './OwnerCell.tsx';
import { PartNumbers } from './PartNumbers.tsx';
import classes from './products.module.css';
import { modelQuery, products } from './queries.ts';
import { refusalWords } from './refusal-words.ts';
import { ModelHardware } from './registers/ModelHardware.tsx';
import { ModelNames } from './registers/ModelNames.tsx';
import { ModelNeeds } from './registers/ModelNeeds.tsx';
import { ModelReleases } from './registers/ModelReleases.tsx';
import { SupportDates } from './SupportDates.tsx';
import { countryNames, dayWords, timeLeft } from './support-words.ts';
import { text } from './text.ts';
import { useChanged } from './use-changed.ts';
import { useWho } from './use-who.ts';

// It stands below what is seen first.
const Building = lazy(() => import('./Building.tsx').then((loaded) => ({ default: loaded.Building })));

/** One model: what is said about it, its end dates and how they came to be, its part numbers. */
export function ModelPage(): ReactNode {
  const words = useText(text);
  const { model: slug } = useParams({ strict: false }) as { model: string };
  const found = useQuery(modelQuery(slug));

  if (found.data) return <Standing model={found.data} />;
  if (problemOf(found.error)?.status === 404)
    return (
      <>
        <PageHead title={words.model.missing} crumbs={[{ label: words.model.crumb, to: '/products' }]} />
        <EmptyState why={words.model.missingWhy} action={<ButtonLink to="/products">{words.model.back}</ButtonLink>} />
      </>
    );
  if (found.isError)
    return (
      <PageProblem
        title={words.model.page}
        crumbs={[{ label: words.model.crumb, to: '/products' }]}
        thrown={found.error}
        retry={() => found.refetch()}
        safe={words.products.safe}
      />
    );
  return <Skeleton rows={8} />;
}

function Standing({ model }: { model: Model }): ReactNode {
  const { model: words } = useText(text);
  const kinds = useText(inventoryText).kinds;
  const [isEditing, setEditing] = useState(false);
  const mayChange = model.mayChange && !model.removed;
  const mayAudit = useMay('audit:read');
  const who = useWho();
  useActions(mayChange ? [{ label: words.edit, reading: 'へんこうする', keys: 'e', run: () => setEditing(true) }] : []);
  return (
    <>
      <PageHead
        title={model.name}
        aside={
          <>
            <Label>{kinds[model.kind]}</Label>
            <SafetyMark safety={model.safety} />
          </>
        }
        answer={model.removed ? words.isRemoved : <Answer model={model} />}
        crumbs={[{ label: words.crumb, to: '/products' }]}
        actions={
          <>
            {mayChange ? (
              <Button weight="main" icon="edit" onClick={() => setEditing(true)}>
                {words.edit}
              </Button>
            ) : null}
            {model.mayChange ? <RemoveOrRestore model={model} /> : null}
          </>
        }
      />
      <Facts facts={useFacts(model)} />
      <Stack>
        <ModelReleases model={model} mayChange={mayChange} />
        <SupportDates model={model} />
        <Suspense fallback={<Skeleton rows={6} />}>
          <Building model={model} />
        </Suspense>
        <PartNumbers model={model} />
        <ModelNames model={model} mayChange={mayChange} />
        {model.kind === 'device' || model.kind === 'module' ? (
          <ModelHardware model={model} mayChange={mayChange} />
        ) : null}
        <ModelNeeds model={model} mayChange={mayChange} />
        {model.note ? (
          <Panel title={words.note} padded>
            <p className={classes.prose}>{model.note}</p>
          </Panel>
        ) : null}
        <p className={classes.foot}>
          {model.changed ? (
            <>
              <span>{words.changed}</span>
              <Time at={model.changed.at} />
              <span>{who(model.changed.by)}</span>
            </>
          ) : null}
          {mayAudit ? (
            <Link to={'/settings/audit' as never} search={{ subject: model.id } as never}>
              {words.audit}
            </Link>
          ) : null}
        </p>
      </Stack>
      <ModelForm model={model} opened={isEditing} onClose={() => setEditing(false)} />
    </>
  );
}

function Answer({ model }: { model: Model }): ReactNode {
  const { answer } = useText(text).model;
  const words = useText(text).products;
  const { language } = useLanguage();
  const { owner, today } = model;
  const endsOn = model.supportDates.find(({ kind }) => kind === 'security')?.endsOn ?? null;
  const acting = owner && owner.because !== 'present' && owner.acting ? answer.acting(owner.acting) : null;
  return (
    <>
      {endsOn === null
        ? model.kind === 'service'
          ? answer.service
          : answer.none
        : endsOn < today
          ? answer.ended(dayWords(endsOn, language))
          : answer.ends(dayWords(endsOn, language), timeLeft(endsOn, today, words))}
      {acting ?? (owner?.holder ? answer.owner(owner.holder) : answer.noOwner)}
    </>
  );
}

function useFacts(model: Model): [string, ReactNode][] {
  const words = useText(text).model;
  const { updateHows, answers, safeties } = useText(inventoryText);
  const { columns } = useText(columnText);
  const { language } = useLanguage();
  const { facts, unknown } = words;
  const link = ({ slug, name }: { slug: string; name: string }) => (
    <Link key={slug} to="/products/$model" params={{ model: slug } as never}>
      <Id>{name}</Id>
    </Link>
  );
  const updates: [string, ReactNode][] = [
    [facts.updateHow, updateHows[model.updateHow]],
    [facts.updateAutomatic, answers[model.updateAutomatic]],
    [facts.updateSigned, answers[model.updateSigned]],
    [facts.updateRollback, answers[model.updateRollback]],
  ];
  return [
    [
      facts.line,
      <Link key="line" to="/products" search={{ line: model.line.id } as never}>
        {model.line.name}
      </Link>,
    ],
    [facts.owner, <OwnerCell key="owner" owner={model.owner} />],
    [facts.division, model.division?.name ?? unknown],
    [facts.markets, model.markets.length > 0 ? countryNames(model.markets, language) : unknown],
    ...(model.kind === 'service' ? [] : updates),
    [columns.safety, safeties[model.safety]],
    [columns.tags, model.tags.length > 0 ? <TagLinks key="tags" tags={model.tags} /> : unknown],
    [facts.successor, model.successor ? link(model.successor) : <None key="none" />],
    ...(model.predecessors.length > 0
      ? [
          [
            facts.predecessors,
            <span key="before" className={classes.links}>
              {model.predecessors.map(link)}
            </span>,
          ] as [string, ReactNode],
        ]
      : []),
  ];
}

function RemoveOrRestore({ model }: { model: Model }): ReactNode {
  const { model: words, refusals } = useText(text);
  const toast = useToast();
  const changed = useChanged();
  const { id, name, revision } = model;
  const orSay = async (act: () => Promise<void>) => {
    try {
      await act();
      await changed();
    } catch (thrown) {
      toast(refusalWords(thrown, refusals));
    }
  };
  const remove = () =>
    orSay(async () => {
      const removed = await products.removeModel({ id, revision });
      toast(words.removed(name), { undo: () => orSay(async () => void (await products.restoreModel(removed))) });
    });
  const restore = () =>
    orSay(async () => {
      await products.restoreModel({ id, revision });
      toast(words.restored(name));
    });

  if (model.removed) return <Button onClick={restore}>{words.restore}</Button>;
  return <MoreMenu label={words.more(name)} items={[{ label: words.remove, icon: 'close', run: remove }]} />;
}
