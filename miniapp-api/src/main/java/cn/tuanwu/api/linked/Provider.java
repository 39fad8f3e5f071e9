package cn.tuanwu.api.linked;

import cn.tuanwu.kernel.Outcome;
import cn.tuanwu.kernel.Phone;
import cn.tuanwu.kernel.Refusal;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One provider as this application speaks with it: OpenID Connect's authorization code with PKCE, its ID token verified
 * with the provider's published keys. What it publishes is asked for when first needed, so that a provider that is away
 * keeps nobody else out.
 */
final class Provider {
    static final Refusal AWAY = Refusal.of("LINKED_PROVIDER_AWAY", "对方登录服务暂时没有回应，请稍后再试，或用手机号登录。");
    static final Refusal FAILED = Refusal.of("LINKED_FAILED", "登录没有完成，请返回小程序重新开始。");

    private static final Logger log = LoggerFactory.getLogger(Provider.class);
    static final int CONNECT_MILLIS = 2_000;
    static final int READ_MILLIS = 5_000;
    private static final int AT_ONCE = 8;

    private final LinkedSettings.Registered registered;
    private final URI back;
    private final Discovery discovery;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Provider(LinkedSettings.Registered registered, URI back, Clock clock) {
        this.registered = registered;
        this.back = back;
        this.discovery = new Discovery(registered.issuer(), registered.clientId(), clock);
    }

    LinkedSettings.Registered registered() {
        return registered;
    }

    /** Where a person is to go to say who they are. Refused with LINKED_PROVIDER_AWAY. */
    Outcome<URI> address(String state, String nonce, String verifier) {
        return patiently(() -> Outcome.done(new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "phone"), new ClientID(registered.clientId()), back)
                .endpointURI(discovery.published().metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(nonce))
                .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
                .build()
                .toURI()));
    }

    /** Who came back with this code. Refused with LINKED_FAILED, LINKED_PROVIDER_AWAY. */
    Outcome<Person> person(String code, String nonce, String verifier) {
        return patiently(() -> {
            Discovery.Published provider = discovery.published();
            OIDCTokens tokens = tokens(provider, code, verifier);
            IDTokenClaimsSet claims = provider.idTokens().validate(tokens.getIDToken(), new Nonce(nonce));
            String name = claims.getSubject().getValue();
            return Outcome.done(new Person(name, phone(provider, tokens, name).orElse(null)));
        });
    }

    private OIDCTokens tokens(Discovery.Published provider, String code, String verifier)
            throws IOException, GeneralException {
        TokenRequest request = new TokenRequest(
                provider.metadata().getTokenEndpointURI(),
                new ClientSecretBasic(new ClientID(registered.clientId()), new Secret(registered.secret())),
                new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(verifier)),
                null);
        var answer = OIDCTokenResponseParser.parse(answered(request.toHTTPRequest()));
        if (!answer.indicatesSuccess()) {
            throw new GeneralException(answer.toErrorResponse().getErrorObject());
        }
        OIDCTokens tokens = (OIDCTokens) answer.toSuccessResponse().getTokens();
        if (tokens.getIDToken() == null) {
            throw new GeneralException("no ID token");
        }
        return tokens;
    }

    /** The phone the provider calls verified, when it names one; of the same person, or nothing it says counts. */
    private Optional<Phone> phone(Discovery.Published provider, OIDCTokens tokens, String name)
            throws IOException, GeneralException {
        URI address = provider.metadata().getUserInfoEndpointURI();
        if (address == null) {
            return Optional.empty();
        }
        HTTPResponse answer = answered(new UserInfoRequest(address, tokens.getAccessToken()).toHTTPRequest());
        UserInfo info = UserInfo.parse(answer.getBody());
        if (!name.equals(info.getSubject().getValue())) {
            throw new GeneralException("the user info is of somebody else");
        }
        return Boolean.TRUE.equals(info.getPhoneNumberVerified())
                ? Phone.read(info.getPhoneNumber())
                : Optional.empty();
    }

    private static HTTPResponse answered(HTTPRequest request) throws IOException {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        HTTPResponse answer = request.send();
        if (answer.getStatusCode() >= HTTPResponse.SC_SERVER_ERROR) {
            throw new IOException("status " + answer.getStatusCode());
        }
        return answer;
    }

    /** A slow provider holds few of our threads; the rest are told at once. */
    private <T> Outcome<T> patiently(Talk<T> talk) {
        if (!places.tryAcquire()) {
            return Outcome.refused(AWAY);
        }
        try {
            return talk.outcome();
        } catch (IOException | KeySourceException e) {
            return refused(AWAY, "did not answer", e);
        } catch (GeneralException | JOSEException | BadJOSEException | RuntimeException e) {
            return refused(FAILED, "gave an answer that does not prove who came", e);
        } finally {
            places.release();
        }
    }

    /** What a failure says itself may hold a token, so only its kind is told. */
    private <T> Outcome<T> refused(Refusal refusal, String what, Exception e) {
        log.warn(
                "The provider {} {} ({}): nobody is signed in",
                registered.id(),
                what,
                e.getClass().getSimpleName());
        return Outcome.refused(refusal);
    }

    private interface Talk<T> {
        Outcome<T> outcome() throws IOException, GeneralException, JOSEException, BadJOSEException;
    }

    /** @param phone null when the provider vouches for none */
    record Person(String name, Phone phone) {
        @Override
        public String toString() {
            return "Person[…]";
        }
    }
}
