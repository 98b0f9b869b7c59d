/**
 * The made-up accounts that everything here is measured with: the same rows on every machine and in every run.
 *
 * An agency has one to five accounts; its rows stand together, and its cells are merged over them.
 */

/** @typedef {{ agency: string, name: string, platform: string, verdict: string }} Account */

const areas = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
const kinds = ["人民政府", "教育局", "民政局", "财政局", "水务局", "交通运输局", "卫生健康局", "市场监督管理局"];
const platforms = ["微信公众号", "新浪微博", "今日头条号", "抖音号"];
const verdicts = ["合格", "合格", "合格", "不合格", "监测时间点前两周内无更新"];

/**
 * @param {number} count of rows
 * @returns {Account[][]} the accounts of each agency
 */
export function accountGroups(count) {
  const groups = [];
  let made = 0;
  for (let index = 0; made < count; index += 1) {
    const size = Math.min(1 + ((index * 7) % 5), count - made);
    const area = `${areas[index % 10]}${areas[Math.floor(index / 10) % 10]}市${areas[Math.floor(index / 100) % 10]}区`;
    const agency = `${area}${kinds[index % 8]}第${String(index + 1)}办公室`;
    groups.push(
      Array.from({ length: size }, (_, position) => ({
        agency,
        name: `${area}发布${String(made + position + 1)}`,
        platform: platforms[(index + position) % 4],
        verdict: verdicts[(index * 3 + position) % 5],
      })),
    );
    made += size;
  }
  return groups;
}

/** An account as `ours.ts` takes it. */
export function accountRow({ agency, name, platform, verdict }) {
  return [agency, name, platform, verdict];
}
