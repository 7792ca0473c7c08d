package hoso.house;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint that is mapped, those of libraries too, as {@code GET /api/v1/dossiers/{id}}; and every page of the desk. */
final class Endpoints {

    private Endpoints() {}

    private static final String DESK = "hoso.query.desk.";

    /** For programs. */
    static Set<String> of(RunningHouse house) {
        return mapped(house, handler -> !isPage(handler));
    }

    /** For people. */
    static Set<String> pages(RunningHouse house) {
        return mapped(house, Endpoints::isPage);
    }

    private static boolean isPage(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(DESK);
    }

    private static Set<String> mapped(RunningHouse house, Predicate<HandlerMethod> wanted) {
        return house.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(mapped -> wanted.test(mapped.getValue()))
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
