package cn.tuanwu.sandbox.oidc;

import cn.tuanwu.sandbox.PlatformSettings;
import cn.tuanwu.sandbox.PlatformSettings.Login;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Spring's authorization server under {@code /platform/oidc/{id}}, one issuer for each provider. Its filters stand before
 * these paths and nothing else of the sandbox.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class OidcServer {

    private static final String ROOT = "/platform/oidc/";

    /** Boot would put it before every path. */
    @Bean
    FilterRegistrationBean<Filter> oidcFilters(@Qualifier("springSecurityFilterChain") Filter chain) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(chain);
        registration.addUrlPatterns(ROOT + "*");
        return registration;
    }

    @Bean
    SecurityFilterChain youth(HttpSecurity http, PlatformSettings settings) {
        return chain(http, settings, settings.logins().get(0));
    }

    @Bean
    SecurityFilterChain league(HttpSecurity http, PlatformSettings settings) {
        return chain(http, settings, settings.logins().get(1));
    }

    private static SecurityFilterChain chain(HttpSecurity http, PlatformSettings settings, Login login) {
        return http.securityMatcher(ROOT + login.id() + "/**")
                .with(new OAuth2AuthorizationServerConfigurer(), server -> server.registeredClientRepository(
                                new InMemoryRegisteredClientRepository(client(settings, login)))
                        .authorizationServerSettings(AuthorizationServerSettings.builder()
                                .multipleIssuersAllowed(true)
                                .build())
                        .oidc(oidc -> oidc.userInfoEndpoint(info -> info.userInfoMapper(OidcServer::told))
                                .providerConfigurationEndpoint(about -> about.providerConfigurationCustomizer(
                                        said -> said.claims(claims -> openDoor(claims, settings))))))
                .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new LoginPage(login)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
                .addFilterBefore(new OwnAddress(), SecurityContextHolderFilter.class)
                .addFilterAfter(new ChosenPerson(login), SecurityContextHolderFilter.class)
                .build();
    }

    private static RegisteredClient client(PlatformSettings settings, Login login) {
        return RegisteredClient.withId(login.clientId())
                .clientId(login.clientId())
                .clientSecret("{noop}" + login.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.publicUrl() + "/api/linked/" + login.id() + "/return")
                .scope("openid")
                .scope("phone")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** A browser goes there, from wherever people are. */
    private static void openDoor(Map<String, Object> claims, PlatformSettings settings) {
        String path = URI.create(claims.get("issuer").toString()).getPath();
        claims.put("authorization_endpoint", settings.publicUrl() + path + "/oauth2/authorize");
        claims.put("scopes_supported", new ArrayList<>(List.of("openid", "phone")));
    }

    private static OidcUserInfo told(OidcUserInfoAuthenticationContext context) {
        String subject = context.getAuthorization().getPrincipalName();
        Persons.Person person =
                Persons.find(subject.substring(subject.indexOf('-') + 1)).orElseThrow();
        return OidcUserInfo.builder()
                .subject(subject)
                .phoneNumber("+86" + person.phone())
                .phoneNumberVerified(person.verified())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKey() throws JOSEException {
        return new ImmutableJWKSet<>(
                new JWKSet(new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate()));
    }

    @Bean
    JwtDecoder tokenReader(JWKSource<SecurityContext> key) {
        return NimbusJwtDecoder.withJwkSource(key).build();
    }

    /** Nobody has a password here; without this bean one would be made up and logged. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw UsernameNotFoundException.fromUsername(name);
        };
    }
}
