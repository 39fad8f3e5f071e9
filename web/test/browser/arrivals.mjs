// Members who come to register at a running house, over HTTP: what an operator or a committee then has to decide.
import { houseAt, until } from "./member/house.mjs";
import { invent } from "./house/person.mjs";

export const BRANCHES = { maths2301: "1001", maths2302: "1002", graduates: "1003" };

/**
 * Someone with a registration that waits; with "MISMATCH" its check fails, and this waits until it has. With a member of the
 * sandbox's WeChat the account is that phone's.
 */
export async function arrive(url, { name, born, check = "MATCH", branch = BRANCHES.maths2301, member } = {}) {
  const house = houseAt(url);
  const person = { ...invent({ born }), name: name ?? "欧阳·娜娜" };
  const rules = await house.ask("GET", "/sandbox/realname");
  const byIdNumber = { ...rules.byIdNumber, [person.number]: check };
  await house.ask("PUT", "/sandbox/realname", { ...rules, byIdNumber });
  await house.ask("POST", "/api/sms-codes", { phone: person.phone, purpose: "REGISTER" });
  const smsCode = await house.smsCode(person.phone);
  const loginCode =
    member && (await house.ask("POST", `/sandbox/members/${member}/login-code`, {})).code;
  const { session } = await house.ask("POST", "/api/accounts", {
    loginCode,
    phone: person.phone,
    smsCode,
    password: person.password,
    universityId: "1",
  });
  const as = { "X-Session": session };
  await house.ask("POST", "/api/registration/submit", profile(person, branch), as);
  const wanted = check === "MATCH" ? "PASSED" : "FAILED";
  const settled = async () => {
    const me = await house.ask("GET", "/api/me", undefined, as);
    return me.registration.realName.state === wanted || undefined;
  };
  if (check !== "NO_RECORD") await until(settled, 60_000);
  return { ...person, session, me: () => house.ask("GET", "/api/me", undefined, as) };
}

function profile({ name, number, memberNumber }, branchId) {
  return {
    name,
    documentKind: "RESIDENT_ID",
    documentNumber: number,
    joinMonth: "2021-05",
    memberNumber,
    branchId,
    ethnicity: "01",
    politicalStatus: "03",
    fullTimeEducation: "21",
    occupation: "06",
  };
}
