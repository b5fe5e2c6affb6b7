package org.barnstorm.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Puts the issuer that this service trusts into the document it serves, so that Swagger UI signs in there. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class SignInAddresses implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        ConfigProvider.getConfig()
                .getOptionalValue("mp.jwt.verify.issuer", String.class)
                .ifPresent(issuer -> SignIn.at(api, issuer));
    }
}
