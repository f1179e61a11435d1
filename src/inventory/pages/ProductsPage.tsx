import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { ExportButton } from '#kit/ExportButton';
import { useActions } from '#kit/Keys';
import { MoreMenu } from '#kit/MoreMenu';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { Skeleton } from '#kit/Skeleton';
import { useUrlState } from '#kit/UrlState';
import { ViewTabs } from '#kit/ViewTabs';
import { useLanguage, useText } from '#platform/browser/language';
import { useMay } from '#platform/browser/person';
import type { ProductCounts } from '../contract.ts';
import { lackable } from '../filter.ts';
import { FirstProduct } from './FirstProduct.tsx';
import { LineForm } from './LineForm.tsx';
import { askedOf, type ListState, listParams, viewOf } from './list-state.ts';
import { text } from './list-text.ts';
import { ModelForm } from './ModelForm.tsx';
import { PartNumberList } from './PartNumberList.tsx';
import { ProductFilters } from './ProductFilters.tsx';
import { OpenAll, ProductTree } from './ProductTree.tsx';
import { countsQuery } from './queries.ts';
import { text as linkText } from './registers/link-text.ts';

/** 製品: what the company makes, as a tree of lines and models, or by part number. */
export function ProductsPage(): ReactNode {
  const words = useText(text).products;
  const mayWrite = useMay('product:write');
  const [state, change] = useUrlState(listParams);
  const [form, setForm] = useState<'model' | 'line' | null>(null);
  const asked = askedOf(state);
  const counts = useQuery(countsQuery(state.view === 'tree' ? asked : {}));
  useActions(
    mayWrite
      ? [{ label: words.register, reading: 'せいひんをとうろくする', keys: 'n', run: () => setForm('model') }]
      : [],
  );

  // What stands below the sentence comes with it, so that nothing moves.
  if (counts.isPending)
    return (
      <>
        <PageHead title={words.title} />
        <Skeleton rows={10} />
      </>
    );
  const isFirst = counts.data?.all.lines === 0;
  const forms = (
    <>
      <ModelForm model={null} opened={form === 'model'} onClose={() => setForm(null)} />
      <LineForm line={null} opened={form === 'line'} onClose={() => setForm(null)} />
    </>
  );
  if (isFirst)
    return (
      <>
        <PageHead title={words.title} />
        <Panel>
          <FirstProduct onRegister={() => setForm('model')} />
        </Panel>
        {forms}
      </>
    );

  return (
    <>
      <PageHead
        title={words.title}
        answer={counts.data ? <Answer counts={counts.data} /> : null}
        actions={
          <>
            <Export state={state} />
            {mayWrite ? <Actions onForm={setForm} /> : null}
          </>
        }
      />
      <Views state={state} counts={counts.data} />
      {state.view === 'tree' ? (
        <>
          <ProductFilters state={state} change={change} counts={counts.data}>
            <OpenAll state={state} asked={asked} onOpen={(open) => change({ open }, 'same')} />
          </ProductFilters>
          <Panel>
            <ProductTree
              state={state}
              asked={asked}
              counts={counts.data}
              onOpen={(open) => change({ open }, 'same')}
              onSort={(sort) => change({ sort: sort as ListState['sort'] })}
            />
          </Panel>
        </>
      ) : (
        <PartNumberList q={state.q} onSearch={(q) => change({ q }, 'same')} />
      )}
      {forms}
    </>
  );
}

function Actions({ onForm }: { onForm: (form: 'model' | 'line') => void }): ReactNode {
  const words = useText(text).products;
  const filesWords = useText(linkText);
  return (
    <>
      <ButtonLink to="/products/import" icon="upload">
        {words.import}
      </ButtonLink>
      <Button weight="main" icon="plus" onClick={() => onForm('model')}>
        {words.register}
      </Button>
      <MoreMenu
        label={words.more}
        items={[
          { label: words.newLine, icon: 'plus', run: () => onForm('line') },
          { label: filesWords.linkAll, icon: 'upload', to: '/products/files' },
          { label: filesWords.sboms, icon: 'history', to: '/products/sboms' },
        ]}
      />
    </>
  );
}

function Answer({ counts }: { counts: ProductCounts }): ReactNode {
  const words = useText(text).products;
  const { lines, device, module, app, service, partNumbers, ended, units, withoutSbom } = counts.all;
  return (
    <>
      {words.answer(lines, device + module, partNumbers)}
      {app + service > 0 ? words.besides(app + service) : ''}
      {units > 0 ? words.shipped(units) : ''}
      {ended > 0 ? words.ended(ended) : ''}
      {withoutSbom > 0 ? words.withoutSbom(withoutSbom) : ''}
    </>
  );
}

function Export({ state }: { state: ListState }): ReactNode {
  const { language } = useLanguage();
  const asked = state.view === 'tree' ? askedOf(state) : {};
  return (
    <ExportButton
      list={state.view === 'tree' ? 'products' : 'part-numbers'}
      href={(format) => `/api/products/export?${new URLSearchParams({ ...asked, format, language }).toString()}`}
    />
  );
}

function Views(props: { state: ListState; counts: ProductCounts | undefined }): ReactNode {
  const words = useText(text).products;
  const links = useText(linkText);
  const view = viewOf(props.state);
  const all = props.counts?.all;
  const total = all && all.device + all.module + all.app + all.service;
  const tab = (
    key: typeof view,
    label: string,
    search: Record<string, string>,
    count: number | undefined,
    hot = false,
  ) => ({
    label,
    to: '/products',
    search,
    current: view === key,
    ...(count === undefined ? {} : { count }),
    hot: hot && (count ?? 0) > 0,
  });
  return (
    <ViewTabs
      list="products"
      params={listParams}
      label={words.views}
      tabs={[
        tab('all', words.all, {}, total),
        tab('soon', words.soon, { support: 'within-6', sort: 'security-end' }, all?.soon),
        tab('lacking', words.lacking, { missing: lackable.join() }, all?.lacking, true),
        tab('numbers', words.byNumber, { view: 'part-numbers' }, all?.partNumbers),
      ]}
      after={[
        { label: links.components, to: '/products/components', current: false },
        { label: links.soldAs, to: '/products/sold-as', current: false },
        { label: words.tags, to: '/products/tags', current: false },
      ]}
    />
  );
}
