package hoso.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;

/** Time, chance and place come in by the front door: the few who may ask for them hand them on. */
final class FrontDoor {

    private static final String[] DOORS = {
        "hoso.command.intake..", // refuses what is too far ahead, and salts the hashes of texts
        "hoso.command.store..", // the appender takes the time of recording
        "hoso..wiring..", // hands clocks in
        "hoso.edge.token..", // tokens end by the clock, and their keys are drawn
        "hoso.edge.secret..", // files that are still being written have names nobody else uses
        "hoso.edge.answer..", // an error of ours bears a random mark by which it is found in the log
        "hoso.process..", // draws passwords and ports
        "hoso.standalone", // assembles the house, and mints its tokens; the demo below it is made from a seed
    };

    private FrontDoor() {}

    static ArchRule timeChanceAndPlaceComeInByIt() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(DOORS)
                .should()
                .accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                        "the present, chance or the place of this machine is asked for",
                        access -> isTime(access.getTarget())
                                || isChance(access.getTarget())
                                || isPlace(access.getTarget())));
    }

    private static boolean isTime(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean now = owner.startsWith("java.time.") && name.equals("now");
        boolean clock = owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"));
        boolean source = owner.equals("java.time.InstantSource") && name.equals("system");
        boolean date = owner.equals("java.util.Date") && name.equals(JavaConstructor.CONSTRUCTOR_NAME);
        return now || clock || source || date || target.getFullName().startsWith("java.lang.System.currentTimeMillis");
    }

    /** A generator made from a seed is no chance. */
    private static boolean isChance(AccessTarget target) {
        String full = target.getFullName();
        return full.startsWith("java.util.UUID.randomUUID")
                || full.startsWith("java.lang.Math.random")
                || full.startsWith("java.security.SecureRandom.<init>")
                || full.startsWith("java.util.concurrent.ThreadLocalRandom.current")
                || full.equals("java.util.Random.<init>()")
                || full.equals("java.util.SplittableRandom.<init>()");
    }

    private static boolean isPlace(AccessTarget target) {
        String full = target.getFullName();
        return full.startsWith("java.time.ZoneId.systemDefault")
                || full.startsWith("java.util.TimeZone.getDefault")
                || full.startsWith("java.util.Locale.getDefault");
    }
}
