/** GB/T 2260: the first two digits of the codes in use. */
export const provinceCodes: ReadonlySet<string> = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82".split(" "),
);

/** The first four digits of cities whose circulars this program knows, by their short names. */
export const cityCodes: ReadonlyMap<string, string> = new Map(
  (
    "广州4401 韶关4402 深圳4403 珠海4404 汕头4405 佛山4406 江门4407 湛江4408 茂名4409 肇庆4412 惠州4413 梅州4414 汕尾4415 河源4416 " +
    "阳江4417 清远4418 东莞4419 中山4420 潮州4451 揭阳4452 云浮4453 " +
    "成都5101 自贡5103 攀枝花5104 泸州5105 德阳5106 绵阳5107 广元5108 遂宁5109 内江5110 乐山5111 南充5113 眉山5114 宜宾5115 广安5116 " +
    "达州5117 雅安5118 巴中5119 资阳5120"
  )
    .split(" ")
    .map((entry): [string, string] => [entry.slice(0, -4), entry.slice(-4)]),
);

/** The letters in 政务新媒体标识码 and the kinds of accounts they stand for; letters not listed here are not judged. */
export const platformLetters: ReadonlyMap<string, RegExp> = new Map([
  ["WX", /微信|订阅号|服务号|公众号/u],
  ["XL", /微博|新浪/u],
  ["DY", /抖音/u],
  ["NF", /南方/u],
  ["TT", /头条/u],
]);
