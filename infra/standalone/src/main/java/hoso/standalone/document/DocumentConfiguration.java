package hoso.standalone.document;

import hoso.edge.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import tools.jackson.databind.JsonNode;

/** Puts the document together. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:hoso/standalone/document/document.properties")
public class DocumentConfiguration {

    private static final String BEARER = "bearer";

    static {
        // who asks is told by the token, and no parameter
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class)
                .replaceWithSchema(JsonNode.class, Schemas.ofType("object"));
    }

    @Bean
    OpenAPI document() {
        var token = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("Claims: scope, and the lists units and sources; * is all, a missing one is none.");
        return new OpenAPI()
                .info(new Info()
                        .title("Hoso")
                        .version("v1")
                        .description("One door in (events), one door out (questions). Every answer of 400 or more is an"
                                + " RFC 9457 problem document with a stable code."))
                .components(new Components().addSecuritySchemes(BEARER, token))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    GlobalOperationCustomizer scopes() {
        return new ScopeNotes();
    }

    @Bean
    GlobalOpenApiCustomizer descriptions() {
        return document -> {
            EventBodies.describe(document);
            ActuatorNotes.describe(document.getPaths());
            ProblemAnswers.describe(document);
        };
    }
}
