// What each chart shows, made of the dashboard's numbers.
import type { components } from "../../../generated/api";
import { COLOURS, type Drawing } from "./charts";

export type Dashboard = components["schemas"]["Dashboard"];

const GRID = { left: 12, right: 20, top: 36, bottom: 8, containLabel: true };
const LEGEND = { top: 0, right: 12, itemWidth: 14, itemGap: 18 };

/** 11-22 */
const short = (day: string) => day.slice(5);

export function byDay({ days }: Dashboard): Drawing {
  return {
    color: COLOURS,
    grid: GRID,
    legend: LEGEND,
    tooltip: { trigger: "axis" },
    xAxis: { type: "category", data: days.map(({ day }) => short(day)) },
    yAxis: { type: "value", minInterval: 1 },
    series: [
      { name: "申请报到", type: "bar", barMaxWidth: 18, data: days.map(({ submitted }) => submitted) },
      { name: "报到通过", type: "line", symbolSize: 6, data: days.map(({ approved }) => approved) },
    ],
  };
}

export const AGES = ["不到 1 天", "1–3 天", "3 天以上"];

export function byAge({ pending }: Dashboard): Drawing {
  const counts = [pending.fresh, pending.waiting, pending.late];
  const colours = [COLOURS[1], COLOURS[2], COLOURS[0]];
  return {
    grid: { ...GRID, top: 16 },
    tooltip: {},
    xAxis: { type: "category", data: AGES },
    yAxis: { type: "value", minInterval: 1 },
    series: [
      {
        name: "待审核",
        type: "bar",
        barMaxWidth: 56,
        label: { show: true, position: "top" },
        data: counts.map((value, i) => ({ value, itemStyle: { color: colours[i] } })),
      },
    ],
  };
}

export function byOrganisation({ below }: Dashboard): Drawing {
  const upward = [...below].reverse();
  return {
    color: COLOURS,
    grid: GRID,
    legend: LEGEND,
    tooltip: { trigger: "axis" },
    yAxis: { type: "category", data: upward.map(({ name }) => name), axisLabel: { width: 120, overflow: "truncate" } },
    xAxis: { type: "value", minInterval: 1 },
    series: [
      { name: "已报到", type: "bar", barMaxWidth: 18, color: COLOURS[1], data: upward.map(({ registered }) => registered) },
      { name: "待审核", type: "bar", barMaxWidth: 18, color: COLOURS[0], data: upward.map(({ pending }) => pending) },
    ],
  };
}
