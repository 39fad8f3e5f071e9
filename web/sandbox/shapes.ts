/** The shapes of the sandbox's actor API. */
export interface Link {
  text: string;
  href: string;
  miniProgram?: { appid: string; path: string };
}

export interface CardButton {
  key: string;
  text: string;
  style: number;
  type: number;
  url?: string;
  disabled?: boolean;
}

export interface CardSelection {
  questionKey: string;
  title: string;
  options: { id: string; text: string }[];
  selectedId?: string;
  disabled?: boolean;
}

export interface Card {
  taskId: string;
  cardType: string;
  title?: string;
  desc?: string;
  quote?: string | { title?: string; text?: string };
  subTitle?: string;
  rows?: { key: string; value: string }[];
  selection?: CardSelection;
  buttons?: CardButton[];
  source?: string;
  jumps?: { title: string; url: string }[];
  /** What a tap on the card itself opens. */
  url?: string;
  replaceName?: string;
  closed: boolean;
  /** Its buttons still work, but the platform lets nobody change it any more. */
  stale?: boolean;
}

export interface Message {
  id: string;
  at: string;
  from: "me" | "app";
  type: "text" | "card" | "qr" | "image";
  text?: string;
  links?: Link[];
  card?: Card;
  /** Where the picture is that was sent. */
  picture?: string | null;
}

export interface Notice {
  id: string;
  at: string;
  templateId: string;
  title: string;
  fields: { label: string; value: string }[];
  page?: string;
}

export interface Sms {
  id: string;
  phone: string;
  text: string;
  at: string;
}

export interface Member {
  id: string;
  nickname: string;
  following: boolean;
  /** How often the account may still write by itself; null when it may not. */
  window?: { left: number; until: string } | null;
  chat: Message[];
  notices: Notice[];
  sms: Sms[];
}

export interface Operator {
  userid: string;
  name: string;
  role: "OPERATOR" | "ADMIN";
  chat: Message[];
}

export interface RealNamePlan {
  delayMillis: number;
  next: string[];
  byIdNumber: Record<string, string>;
  fallback: string;
}

/** A button of a menu as the application sent it. */
export interface MenuButton {
  name: string;
  type?: string;
  key?: string;
  url?: string;
  appid?: string;
  pagepath?: string;
  sub_button?: MenuButton[];
}

export interface Media {
  id: string;
  app: "WECOM" | "OFFICIAL_ACCOUNT" | "MINI_PROGRAM";
  type: string;
  filename: string;
  size: number;
  at: string;
  /** Null for a picture that stays. */
  expiresAt: string | null;
}

/** Without times it strikes until taken away, without probability every time. */
export interface Fault {
  endpoint: string;
  kind: string;
  times: number | null;
  probability: number | null;
  millis: number | null;
}

export interface PlatformClock {
  now: string;
  real: string;
  /** How far it is before the real time, as an ISO duration. */
  offset: string;
  /** Whether callbacks follow it. */
  callbacks: boolean;
}

export interface ClockTurn {
  offset?: string;
  advance?: string;
  callbacks?: boolean;
}

export interface SandboxState {
  version: number;
  publicUrl: string;
  members: Member[];
  operators: Operator[];
  sms: Sms[];
  realname: RealNamePlan;
  menus: { OFFICIAL_ACCOUNT?: MenuButton[]; WECOM?: MenuButton[] };
  media: Media[];
  faults: Fault[];
  clock: PlatformClock;
}

export type Platform =
  | "WECOM"
  | "OFFICIAL_ACCOUNT"
  | "MINI_PROGRAM"
  | "SMS"
  | "REALNAME"
  | "LOGIN";

export interface WireSide {
  raw?: unknown;
  decoded?: unknown;
}

export interface WireEntry {
  id: number;
  at: string;
  direction: "APP_TO_PLATFORM" | "PLATFORM_TO_APP";
  platform: Platform;
  method: string;
  path: string;
  status: number;
  millis: number;
  errcode?: number;
  title: string;
  request?: WireSide;
  response?: WireSide;
}
