package hoso.house;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint that is mapped, as {@code GET /api/v1/dossiers/{id}}: for programs, or for people as a page. */
final class Endpoints {

    private static final String DESK = "hoso.query.desk.";

    private Endpoints() {}

    /** Those for programs, which are asked with a token; those of libraries too. */
    static Set<String> of(RunningHouse house) {
        return of(house, method -> !isPage(method));
    }

    /** Those for people. */
    static Set<String> pages(RunningHouse house) {
        return of(house, Endpoints::isPage);
    }

    private static boolean isPage(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(DESK);
    }

    private static Set<String> of(RunningHouse house, Predicate<HandlerMethod> which) {
        return house.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(mapped -> which.test(mapped.getValue()))
                .flatMap(mapped -> names(mapped.getKey()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(RequestMappingInfo info) {
        Set<String> names = new TreeSet<>();
        for (String path : info.getPatternValues()) {
            info.getMethodsCondition().getMethods().forEach(method -> names.add(method + " " + path));
            if (info.getMethodsCondition().getMethods().isEmpty()) names.add("ANY " + path);
        }
        return names;
    }
}
