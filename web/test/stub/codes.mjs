// A few entries of each code table.
export const CODES = {
  ethnicity: [code("01", "汉族"), code("11", "满族"), code("15", "土家族")],
  politicalStatus: [
    code("03", "共青团员"),
    code("01", "中共党员"),
    code("02", "中共预备党员"),
  ],
  education: [code("20", "大学本科"), code("30", "专科"), code("60", "高中")],
  occupation: [
    code("S", "学生"),
    code("G", "机关事业单位职工"),
    code("E", "国有企业职工"),
  ],
  income: [code("0", "无收入"), code("1", "2000 元以下")],
  duty: [code("1", "团支部书记"), code("2", "组织委员")],
  dutyKind: [code("1", "专职"), code("2", "兼职"), code("3", "挂职")],
  documentKind: [
    code("RESIDENT_ID", "居民身份证"),
    code("OVERSEAS", "境外证件"),
  ],
};

export const UNIVERSITIES = {
  items: [
    { id: "10558", name: "中山大学" },
    { id: "10561", name: "华南理工大学" },
  ],
};

function code(value, name) {
  return { code: value, name };
}
