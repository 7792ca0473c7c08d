package hoso.house;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint that is mapped, those of libraries too, as {@code GET /api/v1/dossiers/{id}}. */
final class Endpoints {

    private Endpoints() {}

    static Set<String> of(RunningHouse house) {
        return house.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> names(info).stream())
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
