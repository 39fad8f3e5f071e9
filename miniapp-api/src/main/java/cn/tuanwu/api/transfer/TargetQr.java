package cn.tuanwu.api.transfer;

import cn.tuanwu.api.access.WeComApp;
import cn.tuanwu.api.invite.QrPicture;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.transfer.TargetDesk;
import org.springframework.stereotype.Component;

/** The code an organisation hangs up so that members find it as the target of their transfer. It is no secret and has no end. */
@Component
public class TargetQr {
    private final TargetDesk targets;
    private final QrPicture pictures;
    private final String publicUrl;

    TargetQr(TargetDesk targets, QrPicture pictures, WeComApp app) {
        this.targets = targets;
        this.pictures = pictures;
        this.publicUrl = app.publicUrl();
    }

    /** What the code says. */
    public String address(Organisation organisation) {
        return publicUrl + "/t/" + targets.codeOf(organisation);
    }

    /** Error correction H, the organisation's name below. */
    public byte[] png(Organisation organisation) {
        return pictures.png(address(organisation), "转入 " + organisation.name());
    }
}
