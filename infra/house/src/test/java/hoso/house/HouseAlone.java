package hoso.house;

import hoso.standalone.StandaloneApplication;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The main class of a process of its own: both sides on a database that is there already. */
final class HouseAlone {

    private HouseAlone() {}

    /**
     * @param properties as {@code --name=value}
     */
    public static void main(String[] properties) {
        var context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(StandaloneApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(properties);
        // as the launcher says it
        System.out.println(
                "Hoso serves at http://127.0.0.1:" + context.getWebServer().getPort() + "/");
    }
}
