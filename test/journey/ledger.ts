import { writeCsv } from '#formats/csv';
import { randomOf } from '../random.ts';

const header = ['製品シリーズ', '機種', '種別', '型番', '型番の備考', '仕向地', '販売終了', 'セキュリティサポート終了'];
const series = [
  { name: '見守りカメラ', prefix: 'MC' },
  { name: 'スマートロック', prefix: 'SL' },
  { name: '空調コントローラー', prefix: 'AC' },
  { name: '電力量計', prefix: 'PM' },
] as const;
const colours = ['白', '黒', '木目', '濃紺'] as const;
const markets = ['日本', '日本、ドイツ', '日本、アメリカ合衆国', 'フランス、イタリア'] as const;

/**
 * The product ledger of a maker as Excel in Japan saves it: one row a model with its part number, CP932.
 * @param models  how many; the same for the same seed
 */
export function ledgerOf(models: number, seed = 1): Buffer {
  const random = randomOf(seed);
  const rows = Array.from({ length: models }, (_, index) => {
    const { name, prefix } = series[index % series.length] as (typeof series)[number];
    const model = `${prefix}-${String(1000 + index)}`;
    const year = 2027 + random.int(6);
    const colour = random.pick(colours);
    const number = `${model}-${String.fromCharCode(65 + random.int(26))}`;
    // Half of the years as an office writes them: 令和10年 is 2028.
    const ends = random.int(2) === 0 ? `令和${year - 2018 + 3}年3月31日` : `${year + 3}/03/31`;
    return [name, model, '機器', number, colour, random.pick(markets), `${year}/9/30`, ends];
  });
  return Buffer.from(writeCsv([header, ...rows], { encoding: 'cp932' }));
}
