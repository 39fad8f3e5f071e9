/** The shapes spoken by /api. Ids are strings. */
export interface Branch {
  id: string;
  name: string;
  path: string;
}

export interface Invitation {
  code: string;
  /** Null when the guest has yet to choose one below the organisation. */
  branch: Branch | null;
  organisation: Branch;
  title: string | null;
  expiresAt: string;
}

export interface Named {
  id: string;
  name: string;
}

export interface Code {
  code: string;
  name: string;
}

export interface Codes {
  ethnicity: Code[];
  politicalStatus: Code[];
  education: Code[];
  occupation: Code[];
  income: Code[];
  duty: Code[];
  dutyKind: Code[];
  documentKind: Code[];
}

export interface Region extends Code {
  /** Whether anything lies within it. */
  parted: boolean;
}

export interface Account {
  id: string;
  phone: string;
  university: Named | string | null;
}

export interface SignedIn {
  session: string;
  account: Account;
}

export type RegistrationState =
  | "DRAFT"
  | "PENDING"
  | "RETURNED"
  | "WITHDRAWN"
  | "APPROVED"
  | "EDIT_PENDING"
  | "EDIT_RETURNED"
  | "LEFT_AT_28"
  | "LEFT_VOLUNTARILY"
  | "LEFT_OUTSIDE";

export type RealNameState =
  | "NONE"
  | "CHECKING"
  | "PASSED"
  | "FAILED"
  | "OFFLINE_PASSED";

export interface RealName {
  state: RealNameState;
  label: string;
  text: string;
}

export interface Registration {
  id: string;
  state: RegistrationState;
  version: number;
  branch: Branch | null;
  realName: RealName;
  returned: { code: string; reason: string; at: string; by: string } | null;
  submittedAt: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  next: string;
  /** A change after the approval that waits or was returned. */
  edit: Edit | null;
}

export interface Change {
  field: string;
  label: string;
  before: string;
  after: string;
}

export interface Edit {
  id: string;
  kind: "EDIT" | "CORRECTION";
  label: string;
  state: "PENDING" | "APPROVED" | "RETURNED" | "WITHDRAWN";
  changes: Change[];
  submittedAt: string;
  returned: { reason: string; at: string; by: string } | null;
}

/** A wish to leave, to come back or to have a registration erased. */
export interface Leaving {
  id: string;
  registrationId: string;
  kind: "AT_28" | "VOLUNTARY" | "RESTORE" | "DELETION";
  kindLabel: string;
  words: string | null;
  state: "BRANCH" | "SUPERIOR" | "DONE" | "RETURNED" | "WITHDRAWN" | "STOPPED";
  stateLabel: string;
  startedSide: "MEMBER" | "BRANCH";
  startedBy: string | null;
  startedAt: string;
  agreedBy: string | null;
  next: string;
}

export interface LeavingOutlook {
  possible: boolean;
  code: string | null;
  text: string | null;
  last: Leaving | null;
}

export interface HistoryLine {
  at: string;
  what: string;
  label: string;
  by: string;
  note: string | null;
}

export interface History {
  now: {
    state: RegistrationState;
    holder: string;
    since: string | null;
    next: string;
  } | null;
  items: HistoryLine[];
}

export interface Message {
  id: string;
  at: string;
  what: string;
  title: string;
  text: string;
  unread: boolean;
}

export interface Messages {
  unread: number;
  items: Message[];
  /** Ask for what came before it; null at the end. */
  next: string | null;
}

export interface Faq {
  items: { keyword: string; answer: string }[];
}

export interface Photo {
  id: string;
}

export interface Me {
  account: Account;
  registration: Registration | null;
  subscribeTemplates: string[];
}

export interface Profile {
  name?: string;
  documentKind?: "RESIDENT_ID" | "OVERSEAS";
  documentNumber?: string;
  birthDate?: string;
  joinMonth?: string;
  joinAgeNote?: string;
  branchId?: string;
  invitation?: string;
  income?: string;
  cadre?: boolean;
  duty?: string;
  dutySince?: string;
  dutyKind?: string;
  partyCommittee?: boolean;
  ethnicity?: string;
  politicalStatus?: string;
  fullTimeEducation?: string;
  highestEducation?: string;
  household?: string;
  joinUnit?: string;
  occupation?: string;
  unit?: string;
  email?: string;
  qq?: string;
  wechat?: string;
  weibo?: string;
  memberNumber?: string;
  partyJoinMonth?: string;
  volunteerMonth?: string;
}

export interface StoredProfile {
  state: RegistrationState;
  version: number;
  profile: Profile | null;
  branch: Branch | null;
}

export interface Certificate {
  name: string;
  documentNumber: string;
  birthDate: string;
  gender: string;
  joinMonth: string;
  memberNumber: string | null;
  branch: { name: string; path: string };
  phone: string;
  politicalStatus: string;
  ethnicity: string;
  fullTimeEducation: string;
  approvedAt: string;
  realName: RealName | string;
  /** When, where and before whom the oath was taken; null while none is recorded. */
  oath?: { heldAt: string; place: string; organisation: string } | null;
}

/** What the server says of a profile that is being filled in. */
export interface Checked {
  errors: Finding[];
  /** What may be submitted all the same. */
  warnings: Finding[];
}

export interface Finding {
  field: string;
  code: string;
  message: string;
}

export interface Device {
  id: string;
  label: string;
  openedAt: string;
  seenAt: string;
  current: boolean;
}

export interface Rebinding {
  state:
    | "PENDING"
    | "APPROVED"
    | "RETURNED"
    | "WITHDRAWN"
    | "REFUSED"
    | "EXPIRED"
    | "CHANGED";
  oldPhone: string;
  newPhone: string;
  askedAt: string;
  expiresAt: string | null;
  endedAt: string | null;
  reason: string | null;
  next: string;
}

export interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  errors?: Finding[];
}

/** Another house whose accounts open ours. */
export interface LinkedOffer {
  id: string;
  name: string;
}

export interface LinkedLine extends LinkedOffer {
  linkedAt: string | null;
}

/** What became of somebody who came back from a provider. */
export interface Arrived {
  outcome: "SIGNED_IN" | "LINKED" | "PROOF_NEEDED";
  provider: string;
  /** Masked, of the provider's. */
  phone: string | null;
  session: string | null;
}

export type TransferKind = "INSIDE" | "OUTSIDE" | "ORIGIN";

export interface TransferPlace {
  province: string;
  city?: string | null;
  county?: string | null;
  name: string;
}

export interface TransferNode {
  no: number;
  role: "OUT_BRANCH" | "OUT_SUPERIOR" | "IN_BRANCH" | "IN_SUPERIOR";
  label: string;
  organisation: Named;
  state: "AHEAD" | "CURRENT" | "AGREED" | "RETURNED" | "SKIPPED";
  assigns: boolean;
  openedAt: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  note: string | null;
}

export interface Transfer {
  id: string;
  kind: TransferKind;
  kindLabel: string;
  reason: "WORK" | "STUDY" | "OTHER";
  reasonLabel: string;
  words: string | null;
  unit: string | null;
  from: Named;
  /** Null out of the province. */
  target: Named | null;
  place: TransferPlace | null;
  /** Null while it is not certain which branch takes the member. */
  to: Named | null;
  state: "OPEN" | "DONE" | "RETURNED" | "WITHDRAWN" | "EXPIRED" | "STOPPED";
  label: string;
  canWithdraw: boolean;
  canAppeal: boolean;
  startedAt: string;
  started: { side: "MEMBER" | "OUT_BRANCH" | "IN_BRANCH"; name: string };
  expiresAt: string;
  endedAt: string | null;
  endedBy: string | null;
  endWords: string | null;
  nodes: TransferNode[];
  next: string;
  appeal: TransferAppeal | null;
  letter: TransferLetter | null;
}

/** With which the member reports out of the province. */
export interface TransferLetter {
  name: string;
  url: string;
  number: string;
  state: "ISSUED" | "ARRIVED" | "VOID";
  label: string;
  issuedOn: string;
  until: string;
  arrivedAt: string | null;
}

export interface TransferAppeal {
  state: string;
  label: string;
  words: string;
  pictures: string[];
  at: string;
  decidedAt: string | null;
  decidedBy: string | null;
  note: string | null;
}

export interface TransferTarget extends Branch {
  /** What kind of organisation it is, for people. */
  label: string;
  /** False: a committee, which names the branch. */
  branch: boolean;
  code: string;
}

export interface TransferChecked {
  blockers: { code: string; field: string | null; message: string }[];
  /** Who would have to agree, in this order. */
  asked: string[];
}
