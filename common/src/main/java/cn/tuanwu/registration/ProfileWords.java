package cn.tuanwu.registration;

import cn.tuanwu.org.OrgDesk;
import cn.tuanwu.org.Organisation;
import cn.tuanwu.realname.ResidentId;
import org.springframework.stereotype.Component;

/** What a field holds, in the words people read: codes by their names, document numbers masked. */
@Component
class ProfileWords {
    private static final String EMPTY = "未填";

    private final Codes codes;
    private final Regions regions;
    private final OrgDesk organisations;

    ProfileWords(Codes codes, Regions regions, OrgDesk organisations) {
        this.codes = codes;
        this.regions = regions;
        this.organisations = organisations;
    }

    String of(ProfileField field, String value) {
        if (ProfileRules.blank(value)) {
            return EMPTY;
        }
        return switch (field) {
            case CADRE, PARTY_COMMITTEE -> Boolean.parseBoolean(value) ? "是" : "否";
            case DOCUMENT_NUMBER -> ResidentId.mask(value);
            case BRANCH ->
                organisations
                        .find(Long.parseLong(value))
                        .map(Organisation::name)
                        .orElse(value);
            case HOUSEHOLD -> regions.name(value).orElse(value);
            default -> field.codes == null ? value : codes.name(field.codes, value);
        };
    }
}
