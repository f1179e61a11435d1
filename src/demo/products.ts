import type { Tools } from '#access';
import { createLine, createModel, listLines, listModels, setSupportDate } from '#inventory';
import { NewModel } from '#inventory/model';
import { todayInJapan } from '#platform/browser/calendar';
import { furtherFacts } from './further-facts.ts';

type DemoModel = {
  name: string;
  kind: 'device' | 'module' | 'app' | 'service';
  /** The division whose 事業部窓口 answers for it; null: nobody does. */
  owner: string | null;
  note: string;
  markets: string[];
  updates: Pick<NewModel, 'updateHow' | 'updateAutomatic' | 'updateSigned' | 'updateRollback'>;
  /** End dates; a number is the last day of the month so many months from today. */
  ends: Partial<Record<'production' | 'sales' | 'repair' | 'security', string | number>>;
  /** A later decision about security support, with its reason. */
  moved?: { security: string; reason: string };
  numbers: [number: string, note: string][];
};
type DemoLine = { name: string; division: string; models: DemoModel[] };

const cameraUpdates = {
  updateHow: 'over-the-air',
  updateAutomatic: 'yes',
  updateSigned: 'yes',
  updateRollback: 'no',
} as const;
const routerUpdates = { ...cameraUpdates, updateAutomatic: 'no' } as const;
const oldRouterUpdates = {
  updateHow: 'by-user',
  updateAutomatic: 'no',
  updateSigned: 'no',
  updateRollback: 'no',
} as const;
const gatewayUpdates = {
  updateHow: 'by-engineer',
  updateAutomatic: 'no',
  updateSigned: 'yes',
  updateRollback: 'yes',
} as const;
const storeUpdates = { ...cameraUpdates, updateAutomatic: 'unknown' } as const;

/** What みはり電機 makes: three lines, ten models, 21 part numbers. */
export const lines: readonly DemoLine[] = [
  {
    name: '家庭用カメラ',
    division: 'カメラ事業部',
    models: [
      {
        name: 'MC-210',
        kind: 'device',
        owner: 'カメラ事業部',
        note: '屋内',
        markets: ['JP'],
        updates: cameraUpdates,
        ends: { production: '2023-09-30', sales: '2024-03-31', repair: '2029-09-30', security: 4 },
        numbers: [
          ['MC-210-W', '白'],
          ['MC-210-K', '黒'],
          ['MC-210-W2', '白 2台組'],
          ['MC-210-EC', '直販サイト限定'],
        ],
      },
      {
        name: 'MC-220',
        kind: 'device',
        owner: 'カメラ事業部',
        note: '見守り。TokoCam T2としても販売',
        markets: ['JP'],
        updates: cameraUpdates,
        ends: { sales: '2026-12-31', repair: '2031-12-31', security: '2027-03-31' },
        moved: { security: '2028-03-31', reason: '出荷台数が見込みを上回ったため1年延長' },
        numbers: [
          ['MC-220-W', '白'],
          ['MC-220-K', '黒'],
          ['MC-220-W2', '白 2台組'],
          ['MC-220-EC', '直販サイト限定'],
          ['TKC-T2', 'TokoCam T2（OEM）'],
        ],
      },
      {
        name: 'MC-230',
        kind: 'device',
        owner: 'カメラ事業部',
        note: '屋外',
        markets: ['JP', 'DE', 'FR'],
        updates: cameraUpdates,
        ends: { security: '2030-09-30' },
        numbers: [
          ['MC-230-W', '国内'],
          ['MC-230-DE', 'ドイツ'],
          ['MC-230-FR', 'フランス'],
        ],
      },
      {
        name: 'みはりクラウド中継',
        kind: 'service',
        owner: 'クラウドサービス部',
        note: 'カメラの映像を外出先へ中継',
        markets: ['JP', 'DE', 'FR'],
        updates: {},
        ends: {},
        numbers: [],
      },
      {
        name: 'みはりアプリ',
        kind: 'app',
        owner: 'クラウドサービス部',
        note: 'iOS・Android',
        markets: ['JP', 'DE', 'FR'],
        updates: storeUpdates,
        ends: { security: '2030-09-30' },
        numbers: [],
      },
    ],
  },
  {
    name: 'Wi-Fiルーター',
    division: 'ネットワーク事業部',
    models: [
      {
        name: 'MR-1167',
        kind: 'device',
        owner: 'ネットワーク事業部',
        note: '',
        markets: ['JP'],
        updates: routerUpdates,
        ends: { sales: '2027-03-31', security: '2029-03-31' },
        numbers: [
          ['MR-1167-W', '白'],
          ['MR-1167-K', '黒'],
          ['MR-1167-B', '法人向け'],
        ],
      },
      {
        name: 'MR-1900',
        kind: 'device',
        owner: 'ネットワーク事業部',
        note: '',
        markets: ['JP'],
        updates: routerUpdates,
        ends: { security: '2029-09-30' },
        numbers: [
          ['MR-1900-W', '白'],
          ['MR-1900-K', '黒'],
        ],
      },
      {
        name: 'みはりルーター基盤',
        kind: 'module',
        owner: 'ネットワーク事業部',
        note: '無線の共通部品。Realtek SDKを元にしたもの',
        markets: [],
        updates: {},
        ends: {},
        numbers: [],
      },
      {
        name: 'MR-300',
        kind: 'device',
        owner: null,
        note: '開発チームは解散。推定21,000台（12,000〜30,000台）が稼働中',
        markets: ['JP'],
        updates: oldRouterUpdates,
        ends: { production: '2017-03-31', sales: '2018-03-31', repair: '2023-03-31', security: '2024-03-31' },
        moved: { security: '2023-03-31', reason: '使用しているチップの開発元がSDKの提供を終了' },
        numbers: [
          ['MR-300-W', '白'],
          ['MR-300-K', '黒'],
        ],
      },
    ],
  },
  {
    name: '産業ゲートウェイ',
    division: '産業機器事業部',
    models: [
      {
        name: 'MG-10',
        kind: 'device',
        owner: '産業機器事業部',
        note: '',
        markets: ['JP'],
        updates: gatewayUpdates,
        ends: { security: '2033-03-31' },
        numbers: [
          ['MG-10-4G', '携帯回線付き'],
          ['MG-10-LAN', '有線のみ'],
        ],
      },
    ],
  },
];

/** Which model follows which. */
const successors: Record<string, string> = { 'MR-300': 'MR-1167' };

/**
 * Loads lines, models, part numbers and end dates of みはり電機 through the use cases; again: changes nothing.
 * @returns the ids of the models by name
 * @param organization  ids of divisions by name, and of posts by "division post"
 * @param today  from which days and months are counted
 */
export async function loadProducts(
  tools: Tools,
  organization: { divisionIds: Map<string, string>; postIds: Map<string, string> },
  today = todayInJapan(tools.now()),
): Promise<Map<string, string>> {
  const all = { sort: 'name', limit: 500 } as const;
  const lineIds = new Map((await listLines(tools, all)).items.map(({ name, id }) => [name, id]));
  const modelIds = new Map((await listModels(tools, all)).items.map(({ name, id }) => [name, id]));

  for (const { name: lineName, division, models } of lines) {
    const lineId = lineIds.get(lineName) ?? (await createLine(tools, { name: lineName })).id;
    // A successor must stand before the model that it succeeds.
    const inOrder = models.toSorted((one, other) => Number(one.name in successors) - Number(other.name in successors));
    for (const model of inOrder) {
      if (modelIds.has(model.name)) continue;
      const created = await createModel(tools, {
        ...asNewModel(model, today),
        lineId,
        divisionId: organization.divisionIds.get(division) ?? null,
        ownerPostId: organization.postIds.get(`${model.owner} 事業部窓口`) ?? null,
        buildKeyPostId: organization.postIds.get(furtherFacts[model.name]?.keyKeeper ?? '') ?? null,
        successorId: modelIds.get(successors[model.name] ?? '') ?? null,
      });
      modelIds.set(model.name, created.id);
      if (model.moved)
        await setSupportDate(tools, {
          ...created,
          kind: 'security',
          endsOn: model.moved.security,
          reason: model.moved.reason,
        });
    }
  }
  return modelIds;
}

function asNewModel(
  { name, kind, note, markets, updates, ends, numbers }: DemoModel,
  today: Temporal.PlainDate,
): NewModel {
  const on = (end: string | number | undefined) => {
    if (typeof end !== 'number') return end ?? null;
    const month = today.add({ months: end });
    return month.with({ day: month.daysInMonth }).toString();
  };
  return NewModel.parse({
    lineId: '00000000-0000-0000-0000-000000000000',
    name,
    kind,
    note,
    markets,
    ...updates,
    ...furtherOf(name, today),
    partNumbers: numbers.map(([number, remark]) => ({ number, note: remark })),
    productionEndsOn: on(ends.production),
    salesEndsOn: on(ends.sales),
    repairEndsOn: on(ends.repair),
    securityEndsOn: on(ends.security),
  });
}

function furtherOf(name: string, today: Temporal.PlainDate) {
  const { builtDaysAgo, keyKeeper: _, ...facts } = furtherFacts[name] ?? {};
  return builtDaysAgo === undefined
    ? facts
    : { ...facts, rebuiltOn: today.subtract({ days: builtDaysAgo }).toString() };
}
