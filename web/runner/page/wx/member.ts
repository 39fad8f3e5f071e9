/** Whose phone this is. */
export const member =
  new URLSearchParams(location.search).get("member") ?? "member-1";

/** Asks the sandbox to do what WeChat does for this member. */
export async function actFor<T>(action: string, body: object): Promise<T> {
  const response = await fetch(
    `/sandbox/members/${encodeURIComponent(member)}/${action}`,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    },
  );
  if (!response.ok) throw new Error(`${action} ${response.status}`);
  return (await response.json()) as T;
}
