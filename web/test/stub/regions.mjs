// A few rows of GB/T 2260.
const ROWS = [
  ["110000", "", "北京市"],
  ["110101", "110000", "东城区"],
  ["440000", "", "广东省"],
  ["440100", "440000", "广州市"],
  ["440103", "440100", "荔湾区"],
  ["440106", "440100", "天河区"],
  ["441900", "440000", "东莞市"],
];

export function regionsWithin(code) {
  const items = ROWS.filter(([, parent]) => parent === code);
  return items.map(([own, , name]) => ({
    code: own,
    name,
    parted: ROWS.some(([, parent]) => parent === own),
  }));
}
