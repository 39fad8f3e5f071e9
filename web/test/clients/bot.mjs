// A bot that shares no line with ours: it opens every callback with @wecom/crypto and answers with an encrypted text.
// Says its port on the first line, then one line of JSON for each callback.
import { createServer } from "node:http";
import { decrypt, encrypt, getSignature } from "@wecom/crypto";

const [token, key, receiver] = process.argv.slice(2);

const field = (xml, name) =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</${name}>`, "s").exec(
    xml,
  )?.[1] ?? "";

const answer = (message) => `<xml>
<ToUserName><![CDATA[${field(message, "FromUserName")}]]></ToUserName>
<FromUserName><![CDATA[${field(message, "ToUserName")}]]></FromUserName>
<CreateTime>${Math.floor(Date.now() / 1000)}</CreateTime>
<MsgType><![CDATA[text]]></MsgType>
<Content><![CDATA[收到：${field(message, "Content")}]]></Content>
</xml>`;

function seal(message) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = String(Math.floor(Math.random() * 1e9));
  const sealed = encrypt(key, message, receiver);
  return `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt>
<MsgSignature><![CDATA[${getSignature(token, timestamp, nonce, sealed)}]]></MsgSignature>
<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`;
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const sealed = field(Buffer.concat(chunks).toString("utf8"), "Encrypt");
  const query = new URL(request.url, "http://bot").searchParams;
  const signature = getSignature(
    token,
    query.get("timestamp"),
    query.get("nonce"),
    sealed,
  );
  const { message, id } = decrypt(key, sealed);
  const genuine = signature === query.get("msg_signature");
  console.log(JSON.stringify({ genuine, id, content: field(message, "Content") }));
  response.end(genuine && id === receiver ? seal(answer(message)) : "");
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
