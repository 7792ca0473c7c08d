package hoso.query.wiring;

import hoso.edge.entry.EntryDoor;
import hoso.edge.token.CallerTokens;
import hoso.edge.token.TokenSettings;
import hoso.query.board.BoardClock;
import hoso.query.desk.ask.DossierApi;
import hoso.query.desk.ask.ReportApi;
import hoso.query.desk.ask.SnapshotApi;
import hoso.query.desk.dossier.DossierTab;
import hoso.query.desk.entrance.ArrivedPage;
import hoso.query.desk.entrance.DeskDoors;
import hoso.query.desk.entrance.DeskLinkEndpoint;
import hoso.query.desk.entrance.DeskLinks;
import hoso.query.desk.entrance.DeskSessions;
import hoso.query.desk.entrance.DeskSettings;
import hoso.query.desk.entrance.EntranceController;
import hoso.query.desk.entry.CalendarTab;
import hoso.query.desk.entry.EntryTab;
import hoso.query.desk.entry.Sending;
import hoso.query.desk.frame.AssetController;
import hoso.query.desk.frame.Assets;
import hoso.query.desk.frame.Frames;
import hoso.query.desk.frame.HomeController;
import hoso.query.desk.frame.LanguageController;
import hoso.query.desk.frame.Pages;
import hoso.query.desk.frame.ProblemPages;
import hoso.query.desk.machine.MachineTab;
import hoso.query.desk.report.Periods;
import hoso.query.desk.report.RateNames;
import hoso.query.desk.report.ReportTab;
import hoso.query.desk.snapshot.ReplayStream;
import hoso.query.desk.snapshot.SnapshotTab;
import hoso.query.desk.unit.CodeNames;
import hoso.query.desk.unit.UnitSearch;
import hoso.query.desk.unit.UnitTab;
import hoso.query.desk.work.WorkLists;
import hoso.query.desk.work.WorkTab;
import hoso.query.question.KnownReference;
import hoso.query.question.Standpoints;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The desk: its pages, and who is let in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskSettings.class)
@Import({
    ReportApi.class,
    DossierApi.class,
    SnapshotApi.class,
    HomeController.class,
    AssetController.class,
    DeskLinkEndpoint.class,
    UnitTab.class,
    CodeNames.class,
    ReportTab.class,
    RateNames.class,
    SnapshotTab.class,
    WorkLists.class,
    WorkTab.class,
    MachineTab.class,
    Sending.class,
    EntryTab.class,
    CalendarTab.class,
    ReplayStream.class
})
class DeskConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Frames());
    }

    @Bean
    Assets deskAssets() {
        return new Assets();
    }

    @Bean
    Pages deskPages(Assets assets) {
        return new Pages(assets);
    }

    @Bean
    ProblemPages deskProblemPages(Pages pages, JsonMapper json) {
        return new ProblemPages(pages, json);
    }

    @Bean
    LanguageController languageController(DeskSettings settings) {
        return new LanguageController(settings.isBehindTls());
    }

    @Bean
    DeskSessions deskSessions(InstantSource clock, DeskSettings settings) {
        return new DeskSessions(clock, settings.isBehindTls());
    }

    @Bean
    DeskLinks deskLinks() {
        return new DeskLinks();
    }

    @Bean
    ArrivedPage arrivedPage(Pages pages) {
        return new ArrivedPage(pages);
    }

    @Bean
    EntranceController entranceController(
            Pages pages, ArrivedPage arrived, DeskSessions sessions, DeskLinks links, DeskSettings settings) {
        return new EntranceController(pages, arrived, sessions, links, settings.clientId() != null);
    }

    /** Ahead of the doors of the API, which take every other request. */
    @Bean
    @Order(0)
    SecurityFilterChain deskDoors(
            HttpSecurity http,
            DeskSessions sessions,
            CallerTokens tokens,
            ProblemPages problems,
            ArrivedPage arrived,
            DeskSettings settings,
            TokenSettings trusted) {
        var external = trusted.external();
        var issuer = settings.issuer(external == null ? null : external.issuerUri());
        return new DeskDoors(sessions, tokens, problems, arrived, issuer.orElse(null), settings.isBehindTls())
                .chain(http);
    }

    /** Where the command side is in the same process, something can be entered. */
    @Bean
    DossierTab dossierTab(
            Pages pages, ProblemPages problems, DossierApi api, ObjectProvider<EntryDoor> door, JsonMapper json) {
        return new DossierTab(pages, problems, api, door.getIfAvailable() != null, json);
    }

    @Bean
    UnitSearch unitSearch(Standpoints standpoints, KnownReference reference, InstantSource clock) {
        return new UnitSearch(standpoints, reference, clock);
    }

    @Bean
    Periods deskPeriods(UnitSearch units, BoardClock clock) {
        return new Periods(units, clock);
    }
}
