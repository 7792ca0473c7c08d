package hoso.edge.answer;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Has every failure answered here, and Boot's error page, a path that anybody could ask for, gone. */
@Configuration(proxyBeanMethods = false)
public class AnswerConfiguration {

    /** Within the filter that measures requests, so that it sees the status that is answered; around all others. */
    private static final int INSIDE_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter() {
        var filter = new FilterRegistrationBean<>(new ProblemFilter());
        filter.setOrder(INSIDE_OBSERVATION);
        return filter;
    }

    @Bean
    ProblemResolver problemResolver() {
        return new ProblemResolver();
    }

    /** Boot makes its own where there is none. */
    @Bean
    ErrorController noErrorController() {
        return new ErrorController() {};
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemValve() {
        return factory -> factory.addContextCustomizers(AnswerConfiguration::answerForTomcat);
    }

    private static void answerForTomcat(Context context) {
        for (var page : context.findErrorPages()) {
            context.removeErrorPage(page);
        }
        if (context.getParent() instanceof StandardHost host) {
            // the host adds it innermost: the valve that Boot puts there finds every error reported already
            host.setErrorReportValveClass(ProblemValve.class.getName());
        }
    }
}
