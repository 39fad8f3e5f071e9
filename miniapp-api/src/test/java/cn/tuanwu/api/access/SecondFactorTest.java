package cn.tuanwu.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tuanwu.api.Authenticator;
import cn.tuanwu.api.Client;
import cn.tuanwu.api.Client.Answer;
import cn.tuanwu.api.RunningApi;
import cn.tuanwu.api.Tables;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An organisation account's two proofs. */
@Tag("console")
class SecondFactorTest {
    private static final String SEAT = "/api/console/seat";

    // Break: in ConsoleArrival.knows, open a session at once.
    @Test
    void aPasswordAloneOpensNothingButTheSecondStep() {
        String login = Gate.account(100, "ADMIN");
        Answer known = Gate.password(login, Gate.PASSWORD);
        assertThat(known.text("/next")).isEqualTo("ENROL");
        assertThat(known.text("/signedIn/session")).isNull();
        assertThat(known.header("X-Session")).isNull();
        Client withTicket = Gate.PAGE.with(known.text("/ticket"));
        assertThat(withTicket.get(SEAT).code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(withTicket.get("/api/console/branches").code()).isEqualTo("NOT_SIGNED_IN");
        assertThat(Gate.code(known.text("/ticket"), "000000").code())
                .as("a ticket for another step")
                .isEqualTo("STEP_EXPIRED");
    }

    // Break: in OneTimeCodes.step, leave out "step > used".
    @Test
    void aCodeIsGoodOnceAndNoneBeforeItEither() {
        String login = Gate.account(100, "ADMIN");
        Gate.enrolled(login);
        String secret = Authenticator.secretOf(login);
        resetSteps(login);
        String code = Authenticator.code(secret, 1);
        assertThat(Gate.code(Gate.ticket(login), code).status()).isEqualTo(201);
        assertThat(Gate.code(Gate.ticket(login), code).code()).isEqualTo("SECOND_CODE_WRONG");
        assertThat(Gate.code(Gate.ticket(login), Authenticator.code(secret)).code())
                .isEqualTo("SECOND_CODE_WRONG");
    }

    // Break: in OneTimeCodes, set TOLERANCE to 2.
    @Test
    void twoStepsAwayIsTooFar() {
        String login = Gate.account(100, "ADMIN");
        Gate.enrolled(login);
        resetSteps(login);
        String secret = Authenticator.secretOf(login);
        assertThat(Gate.code(Gate.ticket(login), Authenticator.code(secret, -3)).code())
                .isEqualTo("SECOND_CODE_WRONG");
        assertThat(Gate.code(Gate.ticket(login), Authenticator.code(secret, 3)).code())
                .isEqualTo("SECOND_CODE_WRONG");
    }

    // Break: in SecondFactor.slowly, leave out steps.use.
    @Test
    void aTicketOpensOneSession() {
        String login = Gate.account(100, "ADMIN");
        Gate.enrolled(login);
        String ticket = Gate.ticket(login);
        resetSteps(login);
        String secret = Authenticator.secretOf(login);
        assertThat(Gate.code(ticket, Authenticator.code(secret)).status()).isEqualTo(201);
        assertThat(Gate.code(ticket, Authenticator.code(secret, 1)).code()).isEqualTo("STEP_EXPIRED");
    }

    // Break: in SecondFactor.slowly, leave out slowDown.failed.
    @Test
    void fiveWrongCodesSlowTheAccountDown() {
        String login = Gate.account(100, "ADMIN");
        Gate.enrolled(login);
        String ticket = Gate.ticket(login);
        for (int i = 0; i < 5; i++) {
            assertThat(Gate.code(ticket, "12345").code()).isEqualTo("SECOND_CODE_WRONG");
        }
        assertThat(Gate.code(ticket, Authenticator.code(Authenticator.secretOf(login)))
                        .code())
                .isEqualTo("LOGIN_SLOWED");
        assertThat(Gate.password(login, Gate.PASSWORD).status())
                .as("the password is another count")
                .isEqualTo(201);
    }

    @Test
    void aRecoveryCodeOpensOnce() {
        String login = Gate.account(100, "ADMIN");
        String ticket = Gate.ticket(login);
        String secret = enrolment(ticket).text("/secret");
        Answer enrolled = Gate.PAGE.post(
                "/api/console/sessions/factor/confirmation",
                Map.of("ticket", ticket, "code", Authenticator.code(secret)));
        assertThat(enrolled.json().path("recoveryCodes").size()).isEqualTo(8);
        String recovery = enrolled.text("/recoveryCodes/0");
        assertThat(Gate.code(Gate.ticket(login), recovery).status()).isEqualTo(201);
        assertThat(Gate.code(Gate.ticket(login), recovery).code()).isEqualTo("SECOND_CODE_WRONG");
        assertThat(Tables.dump()).doesNotContain(secret).doesNotContain(recovery.replace("-", ""));
    }

    @Test
    void whatIsShownToEnrolIsAnOtpauthAddressAndItsPicture() {
        Answer card = enrolment(Gate.ticket(Gate.account(100, "ADMIN")));
        assertThat(card.text("/address"))
                .startsWith("otpauth://totp/%E5%9B%A2%E5%8A%A1%3Agate-")
                .contains("secret=" + card.text("/secret"));
        assertThat(card.text("/secret")).matches("[A-Z2-7]{32}");
        assertThat(card.text("/picture")).startsWith("data:image/png;base64,");
    }

    @Test
    void neitherAnswerTellsWhetherAnAccountExists() {
        Answer wrong = Gate.password(Gate.account(100, "ADMIN"), "not-this-one");
        Answer unknown = Gate.password("nobody-here", "not-this-one");
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    // Break: in OrgAccounts.prove, leave out the look at lockedAt.
    @Test
    void aLockedAccountIsToldSoOnlyWithItsPassword() {
        String login = Gate.account(100, "ADMIN");
        Tables.run(
                RunningApi.DATABASE, "UPDATE org_account SET locked_at = '2026-01-01' WHERE login = '" + login + "'");
        assertThat(Gate.password(login, Gate.PASSWORD).code()).isEqualTo("ACCOUNT_LOCKED");
        assertThat(Gate.password(login, "not-this-one").code()).isEqualTo("LOGIN_FAILED");
    }

    private static Answer enrolment(String ticket) {
        return Gate.PAGE.post("/api/console/sessions/factor", Map.of("ticket", ticket));
    }

    private static void resetSteps(String login) {
        Tables.run(RunningApi.DATABASE, "UPDATE org_account SET factor_step = 0 WHERE login = '" + login + "'");
    }
}
