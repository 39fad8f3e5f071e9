package cn.tuanwu.bot.realname;

import cn.tuanwu.bot.aliyun.AliyunAnswer;
import cn.tuanwu.bot.aliyun.AliyunCall;
import cn.tuanwu.bot.settings.ProviderSettings;
import cn.tuanwu.bot.work.Alarm;
import cn.tuanwu.realname.PersonName;
import cn.tuanwu.realname.RealName.Result;
import cn.tuanwu.realname.RealNameProvider;
import cn.tuanwu.realname.ResidentId;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alibaba Cloud's Id2MetaVerify (身份二要素核验): whether a name and a mainland number belong together. Both travel in the
 * body, in clear as the source demands, never in an address.
 */
class AliyunRealName implements RealNameProvider {
    private static final Logger log = LoggerFactory.getLogger(AliyunRealName.class);
    private static final Params CALL = new Params()
            .setAction("Id2MetaVerify")
            .setVersion("2019-03-07")
            .setMethod("POST")
            .setPathname("/")
            .setAuthType("AK")
            .setStyle("RPC")
            .setProtocol("HTTPS")
            .setReqBodyType("formData")
            .setBodyType("json");

    private final Client client;
    private final Alarm alarm;

    AliyunRealName(ProviderSettings settings, Alarm alarm) {
        try {
            this.client = new Client(AliyunCall.config(settings.aliyun(), settings.realNameApi()));
        } catch (Exception e) {
            // The cause is left out: it may quote the settings, and so the secret.
            throw new IllegalStateException("The real-name client of Alibaba Cloud can't be made");
        }
        this.alarm = alarm;
    }

    @Override
    public Result check(PersonName name, ResidentId number) {
        OpenApiRequest request = new OpenApiRequest()
                .setBody(Map.of("ParamType", "normal", "UserName", name.text(), "IdentifyNum", number.number()));
        return result(AliyunCall.ask(options -> {
            Map<?, ?> body = (Map<?, ?>) client.callApi(CALL, request, options).get("body");
            Object about = body.get("ResultObject");
            Object said = about instanceof Map<?, ?> found ? found.get("BizCode") : null;
            Object code = body.get("Code");
            return new AliyunAnswer(code == null ? null : code.toString(), said == null ? null : said.toString());
        }));
    }

    private Result result(AliyunAnswer answer) {
        return switch (answer.code()) {
            case "200" -> said(answer);
            // The source doesn't take such a name or number: asked once more, spelled otherwise, then it is up to
            // people.
            case "401" -> Result.MISMATCH;
            case "403" -> Result.REPEATED;
            case "402", "500" -> passing(answer);
            default -> answer.isPassing() ? passing(answer) : wrong(answer);
        };
    }

    private Result said(AliyunAnswer answer) {
        return switch (answer.result()) {
            case "1" -> Result.MATCH;
            case "2" -> Result.MISMATCH;
            case "3" -> Result.NO_RECORD;
            default -> wrong(answer);
        };
    }

    private static Result passing(AliyunAnswer answer) {
        log.warn("The real-name provider failed (aliyun {}): it is asked again later", answer.code());
        return Result.ERROR;
    }

    private Result wrong(AliyunAnswer answer) {
        alarm.raise("Alibaba Cloud checks no names (" + answer.code() + "): " + cure(answer.code())
                + ". Until then nobody can be approved on a phone");
        return Result.ERROR;
    }

    private static String cure(String code) {
        return switch (code) {
            case "410" -> "open the service 身份二要素核验 for the account";
            case "411" -> "let the access key use it (AliyunYundunCloudAuthFullAccess)";
            case "412" -> "top the account up";
            case "InvalidAccessKeyId.NotFound", "InvalidAccessKeyId.Inactive", "SignatureDoesNotMatch" ->
                "check TUANWU_ALIYUN_ACCESS_KEY_ID and _SECRET";
            case "InvalidTimeStamp.Expired" -> "set this machine's clock";
            default -> "look the code up in its documentation";
        };
    }
}
