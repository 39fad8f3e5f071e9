package cn.tuanwu.api.access;

import cn.tuanwu.access.Seat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How far someone has come on the way to a seat at the console.
 *
 * @param ticket opens the next step, once; null when there is none
 * @param phone masked, to which an SMS went
 * @param places to choose from
 * @param recoveryCodes shown once, after the authenticator was set up
 * @param signedIn when nothing is left to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Progress(
        Next next, String ticket, String phone, List<SeatView> places, List<String> recoveryCodes, SignedIn signedIn) {

    enum Next {
        CODE,
        ENROL,
        SMS,
        PLACE,
        NOTHING
    }

    static Progress to(Next next, String ticket) {
        return new Progress(next, ticket, null, null, null, null);
    }

    Progress with(List<String> codes) {
        return new Progress(next, ticket, phone, places, codes, signedIn);
    }

    @Override
    public String toString() {
        return "Progress[" + next + "]";
    }

    record SignedIn(String session, SeatView account) {
        @Override
        public String toString() {
            return "SignedIn[…]";
        }
    }

    /** @param login what the header shows: the account's login, or the person's name */
    record SeatView(String login, Named organisation, Seat.Role role) {
        static SeatView of(Seat seat, String login) {
            return new SeatView(
                    login,
                    new Named(
                            Long.toString(seat.organisation().id()),
                            seat.organisation().name()),
                    seat.role());
        }
    }

    record Named(String id, String name) {}
}
