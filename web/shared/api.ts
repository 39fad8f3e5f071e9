/** The shapes spoken by /api. Ids are strings. */
export interface Branch {
  id: string;
  name: string;
  path: string;
}

export interface Invitation {
  code: string;
  branch: Branch;
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
  | "EDIT_RETURNED";

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
}

export interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { field: string; code: string; message: string }[];
}

/** What the console speaks. */
export interface ConsoleSession {
  session: string;
  account: { login: string; organisation: Named };
}

export interface ConsoleBranch extends Branch {
  operators: string[];
}

export interface ConsoleInvitation {
  id: string;
  code: string;
  state: "PREPARING" | "READY" | "FAILED" | "REVOKED" | "EXPIRED";
  branch: Named;
  expiresAt: string;
  scans?: number;
}

export interface ConsoleRegistration {
  id: string;
  name: string;
  phone: string;
  documentNumber: string;
  branch: Named | string;
  state: RegistrationState;
  realName: RealName | string;
  submittedAt: string | null;
}

/** What the operators' pages speak, under /api/work. */
export interface WorkBeginning {
  address: string;
  state: string;
  proof: string;
}

export interface WorkSession {
  session: string;
  staff: { name: string };
}

export interface WorkCheck {
  state: "CHECKING" | "PASSED" | "FAILED" | "OFFLINE";
  label: string;
  text: string;
}

export interface WorkLine {
  id: string;
  name: string;
  branch: string;
  realName: WorkCheck;
  warned: boolean;
  submittedAt: string;
}

export interface WorkWaiting {
  name: string;
  /** approved and returned: by the reader, in the last seven days. */
  counts: { waiting: number; approved: number; returned: number };
  items: WorkLine[];
  next: string | null;
}

export interface WorkReason {
  code: string;
  text: string;
  needsNote: boolean;
}

export interface WorkDetail {
  id: string;
  state: "OPEN" | "APPROVED" | "RETURNED" | "CANCELLED";
  branch: string;
  /** Null when the member went on to another branch. */
  person: {
    name: string;
    document: string;
    phone: string;
    joinMonth: string;
  } | null;
  realName: WorkCheck;
  warnings: string[];
  submittedAt: string;
  escalated: boolean;
  decided: {
    text: string;
    by: string | null;
    at: string | null;
    reason: string | null;
  } | null;
  canApprove: boolean;
  canReturn: boolean;
  reasons: WorkReason[];
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
