package cn.tuanwu.sandbox.weixin;

import cn.tuanwu.sandbox.gate.ApiAnswer;
import cn.tuanwu.sandbox.world.Ids;
import cn.tuanwu.sandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Codes of the mini-program (小程序码): permanent, any number of them, with a short scene. Drawn as ordinary QR here. */
@Component
public class ProgramCodes {

    private static final Pattern SCENE = Pattern.compile("[0-9A-Za-z!#$&'()*+,/:;=?@\\-._~%]{1,32}");
    private static final String START = "pages/start/start";

    private final World world;
    private final Ids ids;

    ProgramCodes(World world, Ids ids) {
        this.world = world;
        this.ids = ids;
    }

    /** The refusal, if any. */
    Optional<ApiAnswer> fault(ObjectNode call) {
        String scene = call.path("scene").asString("");
        if (!SCENE.matcher(scene).matches()) {
            return Optional.of(ApiAnswer.refused(40169, "invalid length for scene, or the data is not json string"));
        }
        String page = call.path("page").asString("");
        if (page.startsWith("/") || page.contains("?")) {
            return Optional.of(ApiAnswer.refused(41030, "invalid page"));
        }
        int width = call.path("width").asInt(430);
        return width < 280 || width > 1280
                ? Optional.of(ApiAnswer.refused(40097, "invalid args: width"))
                : Optional.empty();
    }

    /** What the picture says. */
    String create(ObjectNode call) {
        String content = "https://mp.weixin.qq.com/a/~~" + ids.letters(20);
        String page = call.path("page").asString("");
        String path = (page.isEmpty() ? START : page) + "?scene="
                + URLEncoder.encode(call.path("scene").asString(""), StandardCharsets.UTF_8);
        world.alter(state -> state.programCodes.put(content, path));
        return content;
    }

    /** The page a scanned code opens. */
    public Optional<String> path(String content) {
        return world.read(state -> Optional.ofNullable(state.programCodes.get(content)));
    }
}
