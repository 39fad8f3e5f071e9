/** What belongs to a ceremony (入团仪式), in the official order. */
export const ITEMS = {
  ANTHEM: "奏唱国歌",
  PURPOSE: "宣布仪式目的和新团员名单",
  HAND_OVER: "颁发团章、团员证和团徽",
  OATH: "入团宣誓",
  RIGHTS: "宣读团员的权利和义务",
  NEW_SPEECH: "新团员代表发言",
  OLD_SPEECH: "老团员代表发言",
  LEADER_SPEECH: "领导讲话",
  SONG: "唱团歌",
  OTHER: "其他",
} as const;

export type Item = keyof typeof ITEMS;

/** The fields of a record, as its history names them. */
export const FIELDS: Record<string, string> = {
  heldAt: "举行时间",
  place: "地点",
  theme: "主题",
  host: "主持人",
  oathLeader: "领誓人",
  superior: "上级出席",
  attendance: "参加人数",
  programme: "完成的环节",
  note: "备注",
  members: "宣誓的新团员",
  photos: "现场照片",
};

export const STEPS = {
  RECORDED: "录入",
  CHANGED: "修改",
  DELETED: "删除",
} as const;

export const MOST_PHOTOS = 9;

/** An instant as a field for date and time holds it, in China: 2026-05-04T15:30 */
export function minuteInChina(iso: string | Date): string {
  const at = typeof iso === "string" ? new Date(iso) : iso;
  return new Date(at.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 16);
}
