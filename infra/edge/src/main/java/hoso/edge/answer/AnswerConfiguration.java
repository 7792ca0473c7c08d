package hoso.edge.answer;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;

/** Has every failure answered here, and Boot's error page, a path that anybody could ask for, gone. */
@Configuration(proxyBeanMethods = false)
public class AnswerConfiguration {

    /** Around all others. */
    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter() {
        var filter = new FilterRegistrationBean<>(new ProblemFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Spring warns of each path that nobody serves: a log that any caller could fill. */
    @Bean
    ProblemResolver problemResolver(LoggingSystem logs) {
        logs.setLogLevel(DispatcherServlet.PAGE_NOT_FOUND_LOG_CATEGORY, LogLevel.ERROR);
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
