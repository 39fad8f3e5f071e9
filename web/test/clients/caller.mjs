// A platform that shares no line with ours: proves a bot's callback address and sends it a text, sealed with @wecom/crypto,
// and opens the reply. Says one line of JSON.
import { randomInt } from "node:crypto";
import { decrypt, encrypt, getSignature } from "@wecom/crypto";

const [url, token, key, corp, userid, words] = process.argv.slice(2);

const field = (xml, name) =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</${name}>`, "s").exec(
    xml,
  )?.[1] ?? "";

function sealed(text) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = String(randomInt(1e9));
  const encrypted = encrypt(key, text, corp);
  const signature = getSignature(token, timestamp, nonce, encrypted);
  const query = new URLSearchParams({
    msg_signature: signature,
    timestamp,
    nonce,
  });
  return { query, encrypted };
}

async function prove(forged) {
  const echo = String(randomInt(1e9));
  const { query, encrypted } = sealed(echo);
  if (forged) query.set("msg_signature", "0".repeat(40));
  query.set("echostr", encrypted);
  const answer = await fetch(`${url}?${query}`);
  return { status: answer.status, same: (await answer.text()) === echo };
}

const now = Math.floor(Date.now() / 1000);
const { query, encrypted } = sealed(`<xml>
<ToUserName><![CDATA[${corp}]]></ToUserName>
<FromUserName><![CDATA[${userid}]]></FromUserName>
<CreateTime>${now}</CreateTime>
<MsgType><![CDATA[text]]></MsgType>
<Content><![CDATA[${words}]]></Content>
<MsgId>${now}${randomInt(1e6)}</MsgId>
<AgentID>1000002</AgentID>
</xml>`);
const answer = await fetch(`${url}?${query}`, {
  method: "POST",
  headers: { "content-type": "text/xml" },
  body: `<xml><ToUserName><![CDATA[${corp}]]></ToUserName><AgentID>1000002</AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
});
const reply = await answer.text();
const cipher = field(reply, "Encrypt");
const signature = getSignature(
  token,
  field(reply, "TimeStamp"),
  field(reply, "Nonce"),
  cipher,
);
const opened = cipher ? decrypt(key, cipher) : { message: "", id: "" };
console.log(
  JSON.stringify({
    proof: await prove(false),
    forged: await prove(true),
    status: answer.status,
    genuine: signature === field(reply, "MsgSignature"),
    id: opened.id,
    to: field(opened.message, "ToUserName"),
    type: field(opened.message, "MsgType"),
    content: field(opened.message, "Content"),
  }),
);
