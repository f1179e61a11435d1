import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '#kit/Button';
import { State } from '#kit/Chip';
import { ExportButton } from '#kit/ExportButton';
import { type Filter, FilterBar } from '#kit/FilterBar';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { Lines, None, Note } from '#kit/Table';
import { Tabs } from '#kit/Tabs';
import { Day } from '#kit/Time';
import { type TreeNode, TreeTable, useOpenAll } from '#kit/TreeTable';
import { ids, someOf, useUrlState, word } from '#kit/UrlState';
import { useLanguage } from '#platform/browser/language';
import { countText } from '#platform/browser/numbers';

interface Product {
  id: string;
  name: string;
  note: string;
  state?: [filled: boolean, word: string];
  units: number;
  ends: string | null;
  owner: string | null;
}

const product = (id: string, note: string, units: number, ends: string | null, owner: string | null): Product => ({
  id,
  name: id,
  note,
  units,
  ends,
  owner,
});
const node = (row: Product, children: TreeNode<Product>[] = []): TreeNode<Product> => ({ id: row.id, row, children });
const nodes = [
  node(product('家庭用カメラ', '3機種・12型番', 193_200, null, '小野 真理'), [
    node(product('MC-220', '見守り　日本', 88_600, '2028-03-31', '小野 真理'), [
      node({ ...product('2.4.1', '2024年3月18日', 48_200, null, null), state: [true, '出荷済み'] }),
      node({ ...product('2.4.2', '2026年12月予定', 0, null, null), state: [false, '開発中'] }),
    ]),
    node(product('MC-210', '屋内　日本', 52_400, '2027-03-31', '小野 真理')),
  ]),
  node(product('Wi-Fiルーター', '3機種・7型番', 144_400, null, '藤井 拓'), [
    node(product('MR-300', '日本　後継 MR-1167', 68_000, '2023-03-31', null)),
  ]),
];
const view = { q: word(), state: someOf(['shipped', 'development']), market: someOf(['jp', 'eu']), open: ids() };

/** The products page of the drawings, with invented products. */
export function TreeSample(): ReactNode {
  const { language } = useLanguage();
  const [state, setState] = useUrlState(view);
  const all = useOpenAll(nodes, state.open);
  const filters: Filter[] = [
    {
      key: 'state',
      label: '状態',
      options: [
        { value: 'shipped', label: '出荷済み' },
        { value: 'development', label: '開発中' },
      ],
      selected: state.state,
      onChange: (selected) => setState({ state: selected as typeof state.state }),
      always: true,
    },
    {
      key: 'market',
      label: '仕向地',
      options: [
        { value: 'jp', label: '日本' },
        { value: 'eu', label: 'EU' },
      ],
      selected: state.market,
      onChange: (selected) => setState({ market: selected as typeof state.market }),
    },
  ];
  return (
    <>
      <PageHead
        title={language === 'ja' ? '製品' : 'Products'}
        answer="3シリーズ・7機種・21型番、出荷 344,020台。セキュリティサポートが終わった1機種が、まだ使われています。"
        actions={
          <>
            <ExportButton href={(format) => `/api/products?format=${format}`} />
            <Button weight="main" icon="plus">
              製品を登録する
            </Button>
          </>
        }
      />
      <Tabs
        label="見方"
        tabs={[
          { label: 'すべて', to: '/products', current: true, count: 9 },
          { label: 'サポート終了が近い', to: '/products', search: { view: 'ending' }, current: false, count: 1 },
          { label: '主担当がいない', to: '/products', search: { view: 'gap' }, current: false, count: 2, hot: true },
        ]}
      />
      <FilterBar
        search={{ label: '名前・型番で探す', value: state.q, onChange: (q) => setState({ q }, 'same') }}
        filters={filters}
        result="9件"
      >
        <Button size="small" weight="quiet" onClick={() => setState({ open: all.next })}>
          {all.all ? 'すべて閉じる' : 'すべて開く'}
        </Button>
      </FilterBar>
      <Panel>
        <TreeTable
          label="製品の一覧"
          nodes={nodes}
          nameOf={(row) => row.name}
          open={state.open}
          onToggle={(open) => setState({ open }, 'same')}
          empty={null}
          columns={[
            {
              key: 'name',
              title: '製品・機種・リリース',
              cell: (row) => (
                <>
                  <Link to="/products/mr-1167">{row.name}</Link> <Note>{row.note}</Note>
                </>
              ),
            },
            {
              key: 'state',
              title: '状態',
              cell: (row) => row.state && <State filled={row.state[0]}>{row.state[1]}</State>,
            },
            {
              key: 'units',
              title: '出荷台数',
              number: true,
              cell: (row) => (row.units ? countText(row.units) : <None />),
            },
            {
              key: 'ends',
              title: 'セキュリティサポート終了',
              cell: (row) => row.ends && <Lines main={<Day on={row.ends} />} sub="あと4か月" />,
            },
            { key: 'owner', title: '主担当', cell: (row) => row.owner ?? 'いません' },
          ]}
          sums={{ name: '合計', units: countText(337_600) }}
        />
      </Panel>
    </>
  );
}
