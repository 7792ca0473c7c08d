package hoso.command.contract;

import hoso.command.contract.asyncapi.AsyncApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The documents of the contract over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(ContractController.class)
public class ContractConfiguration {

    @Bean
    Documents contractDocuments(AsyncApi asyncApi) {
        return new Documents(asyncApi);
    }
}
